// SPDX-License-Identifier: GPL-3.0-or-later
#include "IslandFigures.h"
#include "figures/FigureDocument.h"
#include "figures/FigurePage.h"
#include "figures/MapFraming.h"
#include "figures/PageSnap.h"

#include <QApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace ca;
using Element = FigureElement;

class FigurePageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void viewGoesThereAndBack();
    void viewFitsAndStaysInSight();
    void largePagesAreDrawnInPart();
    void snapsToMarginMiddleAndNeighbours();
    void snapKeepsToThePage();
    void handlesAreHit();
    void dragMovesByItsDistance();
    void dragIsOneStepAndEscapeNone();
    void handleResizes();
    void snapShowsGuidesUnlessSuspended();
    void movedElementIsSeenAtOnce();
    void keysNudge();
    void tabWalksThroughTheElements();
    void deleteSwitchesOffAndMenuRestores();
    void textIsEditedInPlace_data();
    void textIsEditedInPlace();
    void mapMovesInsideItsFrame();
    void mapZoomsAtThePointer();
    void wheelAndPanMoveThePage();
    void elementsHaveNames();

};

namespace {

constexpr int patience = 30000;

/// A page with a job, as the desk joins them.
struct Shown {
    FigureDocument document;
    FigurePage page{document};
    FigureJob job{test::islandMaker()};

    bool start(QSize size = {1000, 700})
    {
        QObject::connect(&job, &FigureJob::finished, &page, [this](quint64, const PagePicture &picture) { page.setPicture(picture); });
        QObject::connect(&page, &FigurePage::wishChanged, &job, [this] { job.want(page.wish()); });
        document.reset(test::islandView());
        page.resize(size);
        page.show();
        return QTest::qWaitForWindowExposed(&page) && settle();
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return !job.running() && page.picture().wish == page.wish(); }, patience);
    }
    [[nodiscard]] QPoint middle(Element element) const { return page.pageView().toWidget(page.rectOf(element)).center().toPoint(); }
    [[nodiscard]] QRectF placed(Element element) const
    {
        const auto &all = document.view().figure.placed;
        const auto found = all.find(element);
        if (found == all.end())
            return {};
        const QSizeF size = document.view().figure.page;
        return {found->second.x() * size.width(), found->second.y() * size.height(), found->second.width() * size.width(),
                found->second.height() * size.height()};
    }
    void move(QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, to, page.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(&page, &event);
    }
    void drag(QPoint from, QPoint by, Qt::KeyboardModifiers modifiers = Qt::AltModifier)
    {
        QTest::mousePress(&page, Qt::LeftButton, {}, from);
        move(from + by / 2, modifiers);
        move(from + by, modifiers);
        QTest::mouseRelease(&page, Qt::LeftButton, {}, from + by);
    }
};

bool near(QPointF a, QPointF b, double tolerance)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y()) <= tolerance;
}

} // namespace

void FigurePageTest::viewGoesThereAndBack()
{
    PageView view;
    view.devicePixelRatio = 1.5;
    view = view.adapted({1123, 794}, {900, 600}, 1.5).zoomedAt({300, 200}, 2.3).panned({17.2, -9.9});
    for (const QPointF at : {QPointF(0, 0), QPointF(411.5, 77.25), QPointF(900, 600)})
        QVERIFY(near(view.toWidget(view.toPage(at)), at, 1e-9));
    const QPointF anchor(300, 200);
    const PageView closer = view.zoomedAt(anchor, 1.7);
    QVERIFY(near(closer.toPage(anchor), view.toPage(anchor), 1 / closer.deviceScale()));
    const QPointF device = closer.origin * closer.devicePixelRatio;
    QVERIFY(near(device, {std::round(device.x()), std::round(device.y())}, 1e-6));   // else every pixel is smeared
}

void FigurePageTest::viewFitsAndStaysInSight()
{
    const PageView fitted = PageView().adapted({1280, 720}, {1000, 700}, 1);
    QVERIFY(QRectF(0, 0, 1000, 700).contains(fitted.pageRect()));
    QVERIFY(fitted.adapted({400, 900}, {1000, 700}, 1).pageRect().height() <= 700);
    const PageView gone = fitted.panned({1e6, -1e6});
    QVERIFY(gone.pageRect().intersects(QRectF(0, 0, 1000, 700)));
    QCOMPARE(fitted.zoomedTo(1).zoom, 1.0);
    QCOMPARE(fitted.zoomedAt({0, 0}, 1e9).zoom, PageView::mostZoom);
}

void FigurePageTest::largePagesAreDrawnInPart()
{
    const PageView fitted = PageView().adapted({1280, 720}, {1000, 700}, 2);
    QVERIFY(fitted.wantedPart().isEmpty());
    const PageView closer = fitted.zoomedTo(8);
    const QRect part = closer.wantedPart();
    QVERIFY(!part.isEmpty());
    const QRectF seen(QPointF(-closer.origin * 2), QSizeF(2000, 1400));
    QVERIFY(QRectF(part).contains(seen & QRectF(QPointF(0, 0), QSizeF(closer.pixels()))));
    QVERIFY(qint64(part.width()) * part.height() < 12'000'000);
}

void FigurePageTest::snapsToMarginMiddleAndNeighbours()
{
    const QRectF neighbour(500, 300, 200, 100);
    const PageSnap snap({1280, 720}, 20, {neighbour}, 6);
    QCOMPARE(snap.snapped({23, 300.5, 100, 50}, Handle::Body).rect, QRectF(20, 300, 100, 50));
    QCOMPARE(snap.snapped({1157, 600, 100, 50}, Handle::Body).rect, QRectF(1160, 600, 100, 50));
    QCOMPARE(snap.snapped({594, 100, 100, 50}, Handle::Body).rect.center().x(), 640.0);
    const auto alone = snap.snapped({200, 120, 90, 50}, Handle::Body);
    QCOMPARE(alone.rect, QRectF(200, 120, 90, 50));
    QVERIFY(alone.guides.empty());
    // Resizing: only the side that is held is drawn to a line.
    const auto resized = snap.snapped({100, 300, 396, 50}, Handle::Right);
    QCOMPARE(resized.rect, QRectF(100, 300, 400, 50));
    QCOMPARE(resized.guides.size(), std::size_t(1));
    QCOMPARE(resized.guides[0].x1(), 500.0);
}

void FigurePageTest::snapKeepsToThePage()
{
    const PageSnap snap({1280, 720}, 20, {}, 6);
    QCOMPARE(snap.kept({-50, 700, 100, 50}, Handle::Body), QRectF(0, 670, 100, 50));
    QCOMPARE(snap.kept({100, 100, 2000, 50}, Handle::Right).right(), 1280.0);
    const QRectF inverted = snap.kept({300, 100, -120, 50}, Handle::Left);   // pulled beyond its other side
    QVERIFY(inverted.width() >= PageSnap::leastSide);
}

void FigurePageTest::handlesAreHit()
{
    const QRectF frame(100, 100, 200, 80);
    QCOMPARE(ElementHandles::at(frame, {302, 182}), Handle::BottomRight);
    QCOMPARE(ElementHandles::at(frame, {200, 97}), Handle::Top);
    QCOMPARE(ElementHandles::at(frame, {150, 140}), Handle::Body);
    QCOMPARE(ElementHandles::at(frame, {320, 140}), Handle::None);
    QCOMPARE(ElementHandles::at({100, 100, 200, 16}, {102, 106}), Handle::TopLeft);   // no handle in the middle of short sides
    const PlacedElements all{{Element::Map, {0, 0, 500, 500}}, {Element::ScaleBar, {10, 450, 100, 30}}};
    QCOMPARE(*ElementHandles::elementAt(all, {20, 460}), Element::ScaleBar);
    QCOMPARE(*ElementHandles::elementAt(all, {200, 460}), Element::Map);
    QVERIFY(!ElementHandles::elementAt(all, {600, 460}));
}

void FigurePageTest::dragMovesByItsDistance()
{
    Shown given;
    QVERIFY(given.start());
    const QRectF before = given.page.rectOf(Element::Legend);
    QVERIFY(!before.isEmpty());
    given.drag(given.middle(Element::Legend), {-80, -30});
    QCOMPARE(*given.page.selected(), Element::Legend);
    const double zoom = given.page.pageView().zoom;
    QVERIFY(near(given.placed(Element::Legend).topLeft(), before.topLeft() + QPointF(-80, -30) / zoom, 0.01));
    QVERIFY(near({given.placed(Element::Legend).width(), 0}, {before.width(), 0}, 0.01));
}

void FigurePageTest::dragIsOneStepAndEscapeNone()
{
    Shown given;
    QVERIFY(given.start());
    QUndoStack &stack = given.document.undoStack();
    given.drag(given.middle(Element::ScaleBar), {0, -60});
    given.drag(given.middle(Element::ScaleBar), {40, 0});
    QCOMPARE(stack.count(), 2);
    stack.undo();
    stack.undo();
    QVERIFY(given.document.view().figure.placed.empty());

    const QPoint from = given.middle(Element::ScaleBar);
    QTest::mousePress(&given.page, Qt::LeftButton, {}, from);
    given.move(from + QPoint(30, -50));
    QVERIFY(!given.placed(Element::ScaleBar).isEmpty());
    QTest::keyClick(&given.page, Qt::Key_Escape);
    QTest::mouseRelease(&given.page, Qt::LeftButton, {}, from + QPoint(30, -50));
    QVERIFY(given.document.view().figure.placed.empty());
    QCOMPARE(stack.count(), 0);

    QTest::mouseClick(&given.page, Qt::LeftButton, {}, given.middle(Element::Title));   // a click is no move
    QCOMPARE(stack.count(), 0);
}

void FigurePageTest::handleResizes()
{
    Shown given;
    QVERIFY(given.start());
    given.page.select(Element::Legend);
    const QRectF before = given.page.rectOf(Element::Legend);
    const QPoint corner = given.page.pageView().toWidget(before.topLeft()).toPoint();
    given.drag(corner, {-40, -24});
    const QRectF after = given.placed(Element::Legend);
    const double zoom = given.page.pageView().zoom;
    QVERIFY(near(after.bottomRight(), before.bottomRight(), 0.01));
    QVERIFY(near(after.topLeft(), before.topLeft() + QPointF(-40, -24) / zoom, 0.01));
}

void FigurePageTest::snapShowsGuidesUnlessSuspended()
{
    Shown given;
    QVERIFY(given.start());
    const QRectF before = given.page.rectOf(Element::ScaleBar);
    const double zoom = given.page.pageView().zoom;
    // So that its middle comes 4 pixels of the screen beside the middle of the page.
    const double way = (given.document.view().figure.page.width() / 2 - before.center().x()) * zoom + 4;
    const QPoint by(int(std::lround(way)), -90);
    given.drag(given.middle(Element::ScaleBar), by, Qt::NoModifier);
    QVERIFY(std::abs(given.placed(Element::ScaleBar).center().x() - 640) < 0.01);
    given.document.undoStack().undo();
    given.drag(given.middle(Element::ScaleBar), by, Qt::AltModifier);
    QVERIFY(std::abs(given.placed(Element::ScaleBar).center().x() - 640) > 2);
}

void FigurePageTest::movedElementIsSeenAtOnce()
{
    Shown given;
    QVERIFY(given.start());
    given.job.disconnect();   // no newer picture comes
    const QRect before = given.page.pageView().toWidget(given.page.rectOf(Element::Title)).toRect();
    const QImage picture = given.page.grab(before).toImage();
    given.page.select(Element::Title);
    given.document.edit(QStringLiteral("move"), [](FigureView &view) { view.figure.placed[Element::Title] = {0.02, 0.5, 0.9, 0.05}; });
    given.page.select(std::nullopt);
    const QRect now = given.page.pageView().toWidget(given.page.rectOf(Element::Title)).toRect();
    QVERIFY(now.top() > before.bottom());
    const auto dark = [](const QImage &image) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += qGray(image.pixel(x, y)) < 100;
        return count;
    };
    const int there = dark(given.page.grab(QRect(now.topLeft(), before.size())).toImage());
    QVERIFY2(there > dark(picture) / 2, qPrintable(QString::number(there)));
    QCOMPARE(dark(given.page.grab(before).toImage()), 0);
}

void FigurePageTest::keysNudge()
{
    Shown given;
    QVERIFY(given.start());
    given.page.select(Element::Legend);
    const QRectF before = given.page.rectOf(Element::Legend);
    QTest::keyClick(&given.page, Qt::Key_Left);
    QTest::keyClick(&given.page, Qt::Key_Left);
    QTest::keyClick(&given.page, Qt::Key_Up, Qt::ShiftModifier);
    QVERIFY(near(given.placed(Element::Legend).topLeft(), before.topLeft() - QPointF(2, 10), 0.01));
    QCOMPARE(given.document.undoStack().count(), 1);
}

void FigurePageTest::tabWalksThroughTheElements()
{
    Shown given;
    QVERIFY(given.start());
    given.page.setFocus();
    const std::size_t count = given.page.elements().size();
    QVERIFY(count >= 5);
    QList<Element> met;
    for (std::size_t i = 0; i < count; ++i) {
        QTest::keyClick(&given.page, Qt::Key_Tab);
        QVERIFY(given.page.selected());
        QVERIFY(!met.contains(*given.page.selected()));
        met << *given.page.selected();
    }
    QCOMPARE(met.first(), Element::Title);
    QTest::keyClick(&given.page, Qt::Key_Backtab);
    QCOMPARE(*given.page.selected(), met.at(met.size() - 2));
    QTest::keyClick(&given.page, Qt::Key_Escape);
    QVERIFY(!given.page.selected());
}

void FigurePageTest::deleteSwitchesOffAndMenuRestores()
{
    Shown given;
    QVERIFY(given.start());
    given.page.select(Element::Legend);
    QTest::keyClick(&given.page, Qt::Key_Delete);
    QVERIFY(!given.document.view().figure.shows(Element::Legend));
    QVERIFY(!given.page.selected());
    QVERIFY(given.settle());
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {10, 10}, given.page.mapToGlobal(QPoint(10, 10)));
    QApplication::sendEvent(&given.page, &event);
    auto *menu = given.page.findChild<QMenu *>(QStringLiteral("pageMenu"));
    QVERIFY(menu);
    bool found = false;
    for (QAction *action : menu->findChild<QMenu *>()->actions()) {
        if (action->text() == figureElementTitle(Element::Legend)) {
            action->trigger();
            found = true;
        }
    }
    QVERIFY(found);
    menu->close();
    QVERIFY(given.document.view().figure.shows(Element::Legend));
    given.page.select(Element::Map);
    QTest::keyClick(&given.page, Qt::Key_Delete);   // a figure without a map is none
    QVERIFY(given.document.view().figure.shows(Element::Map));
}

void FigurePageTest::textIsEditedInPlace_data()
{
    QTest::addColumn<FigureElement>("element");
    QTest::newRow("title") << Element::Title;
    QTest::newRow("subtitle") << Element::Subtitle;
    QTest::newRow("disclaimer") << Element::Disclaimer;
}

void FigurePageTest::textIsEditedInPlace()
{
    QFETCH(FigureElement, element);
    Shown given;
    QVERIFY(given.start());
    const FigureView before = given.document.view();
    QTest::mouseDClick(&given.page, Qt::LeftButton, {}, given.middle(element));
    auto *edit = given.page.findChild<QPlainTextEdit *>(QStringLiteral("textInPlace"));
    QVERIFY(edit && edit->isVisible());
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    QCOMPARE(given.document.view(), before);
    QTest::mouseDClick(&given.page, Qt::LeftButton, {}, given.middle(element));
    QTest::keyClick(edit, Qt::Key_Return);   // unchanged text is no step
    QCOMPARE(given.document.undoStack().count(), 0);
    QTest::mouseDClick(&given.page, Qt::LeftButton, {}, given.middle(element));
    QTest::keyClicks(edit, QStringLiteral("Words  of the author"));
    QTest::keyClick(edit, Qt::Key_Return);
    const FigureSpec &figure = given.document.view().figure;
    const QString text = element == Element::Title ? figure.title : element == Element::Subtitle ? figure.subtitle : figure.disclaimerText();
    QCOMPARE(text, QStringLiteral("Words of the author"));
    QCOMPARE(given.document.undoStack().count(), 1);
    QVERIFY(given.page.hasFocus());
}

void FigurePageTest::mapMovesInsideItsFrame()
{
    Shown given;
    QVERIFY(given.start());
    const QPoint middle = given.middle(Element::Map);
    QTest::mouseDClick(&given.page, Qt::LeftButton, {}, middle);
    QVERIFY(given.page.framing());
    const LatLon before = given.document.view().centre;
    given.drag(middle, {60, 0}, Qt::NoModifier);
    const LatLon after = given.document.view().centre;
    QVERIFY(after.lon < before.lon);                       // the map went east, so one looks farther west
    QVERIFY(given.document.view().figure.placed.empty());
    QVERIFY(given.settle());
    const FigureComposition &shown = *given.page.picture().composition;
    const double moved = shown.map.view.toScreen(before).x() * shown.layout.scale * given.page.pageView().zoom
        - given.page.pageView().toWidget(given.page.rectOf(Element::Map)).width() / 2;
    QVERIFY2(std::abs(moved - 60) < 1.5, qPrintable(QString::number(moved)));
    given.document.undoStack().undo();
    QCOMPARE(given.document.view().centre, before);
    QTest::keyClick(&given.page, Qt::Key_Escape);
    QVERIFY(!given.page.framing());
}

void FigurePageTest::mapZoomsAtThePointer()
{
    Shown given;
    QVERIFY(given.start());
    given.page.select(Element::Map);
    const QRectF frame = given.page.rectOf(Element::Map);
    const QPointF at = frame.topLeft() + QPointF(frame.width() * 0.3, frame.height() * 0.4);
    const PagePicture &picture = given.page.picture();
    const auto placeAt = [&] {
        const FigureComposition &shown = *picture.composition;
        return shown.map.view.toLatLon((at - shown.mapFrame().topLeft()) / shown.layout.scale);
    };
    const LatLon before = placeAt();
    const double scale = given.document.view().metresPerPixel;
    const QPointF onWidget = given.page.pageView().toWidget(at);
    for (int turn = 0; turn < 2; ++turn) {   // the second before the picture of the first is there
        QWheelEvent wheel(onWidget, given.page.mapToGlobal(onWidget), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&given.page, &wheel);
    }
    QVERIFY(std::abs(given.document.view().metresPerPixel - scale / 2) < scale * 1e-6);
    QVERIFY(given.settle());
    const LatLon after = placeAt();
    QVERIFY(std::abs(after.lat - before.lat) < 0.01 && std::abs(after.lon - before.lon) < 0.01);
}

void FigurePageTest::wheelAndPanMoveThePage()
{
    Shown given;
    QVERIFY(given.start());
    const QPointF at(300, 200);
    const QPointF held = given.page.pageView().toPage(at);
    QWheelEvent wheel(at, given.page.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&given.page, &wheel);
    QVERIFY(near(given.page.pageView().toPage(at), held, 1));
    const QPointF origin = given.page.pageView().origin;
    QTest::mousePress(&given.page, Qt::MiddleButton, {}, {400, 300});
    given.move({430, 280});
    QTest::mouseRelease(&given.page, Qt::MiddleButton, {}, {430, 280});
    QVERIFY(near(given.page.pageView().origin, origin + QPointF(30, -20), 0.01));
    QTest::keyPress(&given.page, Qt::Key_Space);
    QTest::mousePress(&given.page, Qt::LeftButton, {}, {400, 300});
    given.move({390, 300});
    QTest::mouseRelease(&given.page, Qt::LeftButton, {}, {390, 300});
    QTest::keyRelease(&given.page, Qt::Key_Space);
    QVERIFY(near(given.page.pageView().origin, origin + QPointF(20, -20), 0.01));
    QVERIFY(given.document.view().figure.placed.empty());
    QTest::keyClick(&given.page, Qt::Key_0);
    QVERIFY(given.page.pageView().fitted);
    QTest::keyClick(&given.page, Qt::Key_1);
    QCOMPARE(given.page.pageView().zoom, 1.0);
}

void FigurePageTest::elementsHaveNames()
{
    Shown given;
    QVERIFY(given.start());
    QStringList names;
    for (const QObject *child : given.page.children()) {
        const auto *widget = qobject_cast<const QWidget *>(child);
        if (widget && widget->isVisible())
            names << widget->accessibleName();
    }
    for (const auto &[element, rect] : given.page.elements())
        QVERIFY(names.contains(figureElementTitle(element)));
    given.page.select(Element::Title);
    QVERIFY(given.page.accessibleDescription().contains(figureElementTitle(Element::Title)));
}

QTEST_MAIN(FigurePageTest)
#include "FigurePageTest.moc"
