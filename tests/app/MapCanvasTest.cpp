// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "canvas/HitChooser.h"
#include "canvas/HitMenu.h"
#include "canvas/HoverTip.h"
#include "canvas/MapCanvas.h"
#include "geo/Geodesic.h"

#include <QMenu>
#include <QProxyStyle>
#include <QRubberBand>
#include <QWheelEvent>

#include <optional>

using namespace ca;

namespace {

/// A desktop whose animations last that long.
class AnimatedStyle : public QProxyStyle {
public:
    explicit AnimatedStyle(int ms) : QProxyStyle(QStringLiteral("fusion")), m_ms(ms) {}
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? m_ms : QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    int m_ms;
};

} // namespace

class MapCanvasTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheDefaultExtent();
    void clickOnALineSelectsIt();
    void clickBesideEverythingClears();
    void sharedTrackOffersEachCorridor();
    void wheelKeepsThePlaceUnderThePointer();
    void dragMovesTheMapAndSelectsNothing();
    void doubleClickZoomsIn();
    void keysMoveAndZoom();
    void tabWalksThroughTheCorridorAndOut();
    void enterOpensAndEscapeClears();
    void hoverTellsWhatIsThere();
    void historyGoesBack();
    void anotherProjectionKeepsThePlace();
    void staysWithinTheAtlas();
    void drawsAtDoubleDensity();
    void wheelGlidesWhereTheDesktopDoes();
    void fineWheelFollowsAtOnce();
    void thrownMapRunsOn();
    void restedDragDoesNotRunOn();
    void pressStopsTheMapAndNothingElse();
    void keyStopsTheMap();
    void boxZoomsToWhatIsFramed();
    void escapeDropsTheBox();
    void holdingListsAllThereIs();
    void movedPressIsNoLongOne();
    void clickedAgainTheNextIsChosen();
    void clickInAnotherViewAsksAgain();
    void featuresAreListedAndTold();

private:
    /// A drag of six moves, pixels and milliseconds apart.
    void drag(QPoint from, QPoint step, int ms, int restMs);
    QMenu *hitMenu() const { return m_canvas->findChild<QMenu *>(QStringLiteral("hitMenu")); }

    /// A place on the line, widget pixels, where a click means as many things as @p meanings.
    std::optional<QPoint> pointOn(const QString &segment, std::size_t least, std::size_t most) const;
    void wheel(QPoint at, int delta);

    AnimatedStyle m_still{0};
    AnimatedStyle m_lively{200};
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MapCanvas> m_canvas;
};

void MapCanvasTest::init()
{
    m_session = std::make_unique<Session>(test::cleanOptions());
    m_canvas = std::make_unique<MapCanvas>(*m_session);
    m_canvas->setStyle(&m_still);
    m_canvas->resize(900, 600);
    m_canvas->show();
    QVERIFY(test::load(*m_session));
    QTRY_VERIFY_WITH_TIMEOUT(!m_canvas->summary().segments.isEmpty(), 30000);
}

void MapCanvasTest::cleanup()
{
    m_canvas.reset();
    m_session.reset();
}

std::optional<QPoint> MapCanvasTest::pointOn(const QString &segment, std::size_t least, std::size_t most) const
{
    const GeoLine line = m_session->atlas()->segment(segment)->line();
    const double length = geodesic::length(line);
    for (double share = 0.1; share < 0.9; share += 0.02) {
        const QPoint at = m_canvas->view().toScreen(geodesic::pointAlong(line, length * share)).toPoint();
        if (!m_canvas->rect().adjusted(10, 10, -10, -10).contains(at))
            continue;
        const auto choices = choicesOf(m_canvas->hitsAt(at));
        if (choices.size() >= least && choices.size() <= most)
            return at;
    }
    return std::nullopt;
}

void MapCanvasTest::wheel(QPoint at, int delta)
{
    QWheelEvent event(at, m_canvas->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_canvas.get(), &event);
}

void MapCanvasTest::showsTheDefaultExtent()
{
    QVERIFY(m_canvas->ready());
    const GeoBox extent = defaultExtent();
    for (const LatLon corner : {LatLon{extent.south, extent.west}, LatLon{extent.north, extent.east}})
        QVERIFY(QRectF(m_canvas->rect()).adjusted(-1, -1, 1, 1).contains(m_canvas->view().toScreen(corner)));
    QVERIFY(m_canvas->summary().segments.contains(QStringLiteral("tripp-meghri")));
}

void MapCanvasTest::clickOnALineSelectsIt()
{
    m_canvas->fit({QStringLiteral("tripp-meghri")});
    const auto at = pointOn(QStringLiteral("tripp-meghri"), 1, 1);
    QVERIFY(at);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, *at);
    QCOMPARE(m_session->selection().subject(), QStringLiteral("tripp-meghri"));
    QCOMPARE(m_session->corridor(), QStringLiteral("zangezur"));
    QVERIFY(m_session->highlight().selected.contains(QStringLiteral("tripp-meghri")));
    QVERIFY(m_canvas->accessibleDescription().contains(QStringLiteral("km")));
}

void MapCanvasTest::clickBesideEverythingClears()
{
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    const QPoint empty = m_canvas->view().toScreen(LatLon{42.2, 50.5}).toPoint();  // open Caspian Sea
    QVERIFY(choicesOf(m_canvas->hitsAt(empty)).empty());
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, empty);
    QTRY_VERIFY(m_session->selection().subject().isEmpty());
}

void MapCanvasTest::sharedTrackOffersEachCorridor()
{
    m_canvas->fit({QStringLiteral("baku-alat")});
    const auto at = pointOn(QStringLiteral("baku-alat"), 2, 20);
    QVERIFY(at);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, *at);
    auto *menu = m_canvas->findChild<QMenu *>(QStringLiteral("hitMenu"));
    QVERIFY(menu);
    QStringList offered;
    QAction *middle = nullptr;
    for (QAction *action : menu->actions()) {
        if (!action->isEnabled())
            continue;
        offered << action->text();
        QVERIFY(!action->icon().isNull());
        if (action->data().toString() == QLatin1String("baku-alat")
            && action->text().contains(m_session->nameOf(QStringLiteral("middle-corridor"))))
            middle = action;
    }
    QVERIFY2(offered.size() >= 2, qPrintable(offered.join(u'|')));
    QVERIFY2(middle, qPrintable(offered.join(u'|')));
    middle->trigger();
    QCOMPARE(m_session->selection().subject(), QStringLiteral("baku-alat"));
    QCOMPARE(m_session->corridor(), QStringLiteral("middle-corridor"));
    menu->close();
}

void MapCanvasTest::wheelKeepsThePlaceUnderThePointer()
{
    const QPoint at(200, 150);
    const PointXY before = m_canvas->view().toPlane(at);
    const double scale = m_canvas->view().metresPerPixel;
    wheel(at, 120);
    wheel(at, 15);  // a touchpad's small step
    const PointXY after = m_canvas->view().toPlane(at);
    QVERIFY(m_canvas->view().metresPerPixel < scale);
    const double pixel = m_canvas->view().metresPerPixel;
    QVERIFY(std::abs(before.x - after.x) < pixel / 100 && std::abs(before.y - after.y) < pixel / 100);
    wheel(at, -135);
    QVERIFY(std::abs(m_canvas->view().metresPerPixel / scale - 1) < 1e-9);
}

void MapCanvasTest::dragMovesTheMapAndSelectsNothing()
{
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    m_canvas->fit({QStringLiteral("zangezur"), QStringLiteral("horadiz-aghband")});
    const PointXY grabbed = m_canvas->view().toPlane({300, 300});
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(m_canvas.get(), {350, 320});
    QTest::mouseMove(m_canvas.get(), {400, 260});
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {400, 260});
    const PointXY dropped = m_canvas->view().toPlane({400, 260});
    QVERIFY(std::abs(grabbed.x - dropped.x) < 1 && std::abs(grabbed.y - dropped.y) < 1);
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    QCOMPARE(m_session->selection().subject(), QStringLiteral("tripp-meghri"));
}

void MapCanvasTest::doubleClickZoomsIn()
{
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    const double scale = m_canvas->view().metresPerPixel;
    const QPoint sea = m_canvas->view().toScreen(LatLon{42.2, 50.5}).toPoint();
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, sea);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, sea);
    QVERIFY(std::abs(m_canvas->view().metresPerPixel * 2 / scale - 1) < 1e-9);
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    QCOMPARE(m_session->selection().subject(), QStringLiteral("tripp-meghri"));
}

void MapCanvasTest::keysMoveAndZoom()
{
    const MapView start = m_canvas->view();
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus);
    QVERIFY(m_canvas->view().metresPerPixel < start.metresPerPixel);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(m_canvas->view().centre.x > start.centre.x);
    QTest::keyClick(m_canvas.get(), Qt::Key_Up);
    QVERIFY(m_canvas->view().centre.y > start.centre.y);
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    QVERIFY(m_canvas->view() == start);
}

void MapCanvasTest::tabWalksThroughTheCorridorAndOut()
{
    m_session->setCorridor(QStringLiteral("zangezur"));
    QStringList seen;
    for (std::size_t i = 0; i < m_session->atlas()->members(QStringLiteral("zangezur")).size(); ++i) {
        QTest::keyClick(m_canvas.get(), Qt::Key_Tab);
        seen << m_session->selection().subject();
    }
    QCOMPARE(seen.first(), QStringLiteral("baku-alat"));
    QVERIFY(seen.contains(QStringLiteral("tripp-meghri")));
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
    QVERIFY(!m_canvas->stepSegment(1));
    QTest::keyClick(m_canvas.get(), Qt::Key_Backtab);
    QCOMPARE(m_session->selection().subject(), seen.at(seen.size() - 2));
}

void MapCanvasTest::enterOpensAndEscapeClears()
{
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    QSignalSpy opened(m_canvas.get(), &MapCanvas::openRequested);
    QTest::keyClick(m_canvas.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), QStringLiteral("tripp-meghri"));
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QVERIFY(m_session->selection().subject().isEmpty());
}

void MapCanvasTest::hoverTellsWhatIsThere()
{
    m_canvas->fit({QStringLiteral("tripp-meghri")});
    const auto at = pointOn(QStringLiteral("tripp-meghri"), 1, 1);
    QVERIFY(at);
    QTest::mouseMove(m_canvas.get(), {5, 5});  // a pointer that is there already would not move
    QTest::mouseMove(m_canvas.get(), *at);
    QTRY_COMPARE(m_session->selection().hovered(), QStringLiteral("tripp-meghri"));
    const auto *tip = m_canvas->findChild<HoverTip *>();
    QVERIFY(tip->isVisible());
    QVERIFY2(tip->text().contains(QStringLiteral("km")), qPrintable(tip->text()));
    QVERIFY(m_canvas->rect().contains(tip->geometry()));
}

void MapCanvasTest::historyGoesBack()
{
    const MapView start = m_canvas->view();
    m_canvas->zoomBy(4);
    QTRY_VERIFY(m_canvas->canGoBack());
    m_canvas->goBack();
    QVERIFY(m_canvas->view() == start);
    QVERIFY(m_canvas->canGoForward());
    m_canvas->goForward();
    QVERIFY(m_canvas->view().metresPerPixel < start.metresPerPixel);
}

void MapCanvasTest::anotherProjectionKeepsThePlace()
{
    m_canvas->goTo({38.9, 46.25}, 200);
    const QPointF middle(m_canvas->width() / 2.0, m_canvas->height() / 2.0);
    const double resolution = m_canvas->view().groundResolution(middle);
    Look look = m_session->look();
    look.projection = QStringLiteral("EPSG:3857");
    QSignalSpy scenes(m_session.get(), &Session::sceneChanged);
    m_session->setLook(look);
    QTRY_COMPARE_WITH_TIMEOUT(scenes.size(), 1, 30000);
    QCOMPARE(m_canvas->view().projection->definition(), look.projection);
    const LatLon centre = m_canvas->view().toLatLon(middle);
    QVERIFY(std::abs(centre.lat - 38.9) < 1e-4 && std::abs(centre.lon - 46.25) < 1e-4);
    QVERIFY(std::abs(m_canvas->view().groundResolution(middle) / resolution - 1) < 0.01);
}

void MapCanvasTest::staysWithinTheAtlas()
{
    for (int i = 0; i < 60; ++i)
        m_canvas->zoomBy(0.5);
    const double widest = m_canvas->view().metresPerPixel;
    QVERIFY(std::isfinite(widest) && widest < 1e5);
    for (int i = 0; i < 60; ++i)
        m_canvas->zoomBy(2);
    QVERIFY(m_canvas->view().metresPerPixel > 0.1);
    for (int i = 0; i < 200; ++i)
        QTest::keyClick(m_canvas.get(), Qt::Key_Up);
    QVERIFY(m_canvas->view().toLatLon({450, 300}).defined());
}

void MapCanvasTest::drawsAtDoubleDensity()
{
    const RenderRequest request = m_session->request(m_canvas->view(), 2);
    QCOMPARE(request.devicePixelRatio, 2.0);
    QCOMPARE(MapPainter::render(request).size(), m_canvas->size() * 2);
}

void MapCanvasTest::drag(QPoint from, QPoint step, int ms, int restMs)
{
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 6; ++i)
        QTest::mouseMove(m_canvas.get(), from + i * step, ms);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, from + 6 * step, restMs);
}

void MapCanvasTest::wheelGlidesWhereTheDesktopDoes()
{
    m_canvas->setStyle(&m_lively);
    const QPoint at(200, 150);
    const MapView start = m_canvas->view();
    wheel(at, 120);
    QVERIFY(m_canvas->view() == start);
    wheel(at, 120);
    QTRY_VERIFY(std::abs(m_canvas->view().metresPerPixel * 2 / start.metresPerPixel - 1) < 1e-9);
    const PointXY before = start.toPlane(at), after = m_canvas->view().toPlane(at);
    QVERIFY(std::hypot(before.x - after.x, before.y - after.y) < start.metresPerPixel / 100);
    // Someone else's view is left alone.
    wheel(at, 120);
    m_canvas->goTo({38.9, 46.25}, 200);
    QTest::qWait(300);
    QCOMPARE(m_canvas->view().metresPerPixel, 200.0);
}

void MapCanvasTest::fineWheelFollowsAtOnce()
{
    m_canvas->setStyle(&m_lively);
    const double scale = m_canvas->view().metresPerPixel;
    wheel({200, 150}, 15);
    QVERIFY(std::abs(m_canvas->view().metresPerPixel * std::pow(2, 15 / 240.0) / scale - 1) < 1e-9);
    QWheelEvent touchpad(QPointF(200, 150), m_canvas->mapToGlobal(QPointF(200, 150)), {0, 40}, {0, 120}, Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_canvas.get(), &touchpad);
    QVERIFY(std::abs(m_canvas->view().metresPerPixel * std::pow(2, 135 / 240.0) / scale - 1) < 1e-9);
}

void MapCanvasTest::thrownMapRunsOn()
{
    m_canvas->setStyle(&m_lively);
    const PointXY grabbed = m_canvas->view().toPlane({300, 300});
    drag({300, 300}, {20, 0}, 16, 8);
    const QPointF released = m_canvas->view().toScreen(grabbed);
    QTRY_VERIFY(m_canvas->view().toScreen(grabbed).x() > released.x() + 100);
    QVERIFY(std::abs(m_canvas->view().toScreen(grabbed).y() - released.y()) < 1);
}

void MapCanvasTest::restedDragDoesNotRunOn()
{
    m_canvas->setStyle(&m_lively);
    drag({300, 300}, {20, 0}, 16, 300);
    const MapView released = m_canvas->view();
    QTest::qWait(100);
    QVERIFY(m_canvas->view() == released);
    // Nor does any where the desktop moves nothing by itself.
    m_canvas->setStyle(&m_still);
    drag({300, 300}, {20, 0}, 16, 8);
    const MapView still = m_canvas->view();
    QTest::qWait(100);
    QVERIFY(m_canvas->view() == still);
}

void MapCanvasTest::pressStopsTheMapAndNothingElse()
{
    m_canvas->setStyle(&m_lively);
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    drag({300, 300}, {20, 0}, 16, 8);
    const MapView released = m_canvas->view();
    QTRY_VERIFY(m_canvas->view() != released);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {400, 300});
    const MapView stopped = m_canvas->view();
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {400, 300});
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    QVERIFY(m_canvas->view() == stopped);
    QCOMPARE(m_session->selection().subject(), QStringLiteral("tripp-meghri"));
    QVERIFY(!hitMenu());
}

void MapCanvasTest::keyStopsTheMap()
{
    m_canvas->setStyle(&m_lively);
    drag({300, 300}, {20, 0}, 16, 8);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    const MapView stopped = m_canvas->view();
    QTest::qWait(100);
    QVERIFY(m_canvas->view() == stopped);
}

void MapCanvasTest::boxZoomsToWhatIsFramed()
{
    const MapView start = m_canvas->view();
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, Qt::ShiftModifier, {500, 400});
    QTest::mouseMove(m_canvas.get(), {400, 350});
    const auto *band = m_canvas->findChild<QRubberBand *>();
    QTest::mouseMove(m_canvas.get(), {200, 200});  // upwards, so that the corners are not the order of the clicks
    QVERIFY(band->isVisible());
    QVERIFY(m_canvas->view() == start);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, Qt::ShiftModifier, {200, 200});
    QVERIFY(!band->isVisible());
    const PointXY middle = start.toPlane({350, 300});
    const MapView &view = m_canvas->view();
    QVERIFY(std::hypot(view.centre.x - middle.x, view.centre.y - middle.y) < 2 * start.metresPerPixel);
    QVERIFY(std::abs(view.metresPerPixel * 3 / start.metresPerPixel - 1) < 0.02);  // 300 × 200 of 900 × 600
}

void MapCanvasTest::escapeDropsTheBox()
{
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    const MapView start = m_canvas->view();
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, Qt::ShiftModifier, {500, 400});
    QTest::mouseMove(m_canvas.get(), {200, 200});
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QVERIFY(!m_canvas->findChild<QRubberBand *>()->isVisible());
    QTest::mouseMove(m_canvas.get(), {150, 150});
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, Qt::ShiftModifier, {150, 150});
    QVERIFY(m_canvas->view() == start);
    QCOMPARE(m_session->selection().subject(), QStringLiteral("tripp-meghri"));  // one Escape undoes one thing
}

void MapCanvasTest::holdingListsAllThereIs()
{
    m_canvas->fit({QStringLiteral("baku-alat")});
    const auto at = pointOn(QStringLiteral("baku-alat"), 2, 20);
    QVERIFY(at);
    const auto listed = listedOf(m_canvas->hitsAt(*at));
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, *at);
    QTRY_VERIFY(hitMenu());
    const QList<QAction *> actions = hitMenu()->actions();
    QCOMPARE(std::size_t(actions.size()), listed.size() + 1);  // and the title
    for (std::size_t i = 0; i < listed.size(); ++i)
        QCOMPARE(actions[qsizetype(i) + 1]->isEnabled(), listed[i].kind != Hit::Kind::Place);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, *at);
    QVERIFY(m_session->selection().subject().isEmpty());
    hitMenu()->close();
}

void MapCanvasTest::movedPressIsNoLongOne()
{
    m_canvas->fit({QStringLiteral("baku-alat")});
    const auto at = pointOn(QStringLiteral("baku-alat"), 2, 20);
    QVERIFY(at);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, *at);
    QTest::mouseMove(m_canvas.get(), *at + QPoint(30, 0));
    QTest::mouseMove(m_canvas.get(), *at);
    QTest::qWait(900);
    QVERIFY(!hitMenu());
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, *at);
    // And where nothing is, holding is nothing: the drag goes on.
    m_canvas->showDefault();
    const QPoint empty = m_canvas->view().toScreen(LatLon{42.2, 50.5}).toPoint();
    QVERIFY(listedOf(m_canvas->hitsAt(empty)).empty());
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, empty);
    QTest::qWait(900);
    const MapView before = m_canvas->view();
    QTest::mouseMove(m_canvas.get(), empty - QPoint(60, 0));
    QVERIFY(m_canvas->view() != before);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, empty - QPoint(60, 0));
}

void MapCanvasTest::clickedAgainTheNextIsChosen()
{
    m_canvas->fit({QStringLiteral("baku-alat")});
    const auto at = pointOn(QStringLiteral("baku-alat"), 2, 20);
    QVERIFY(at);
    const auto choices = choicesOf(m_canvas->hitsAt(*at));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, *at);
    QVERIFY(hitMenu());
    hitMenu()->actions().at(1)->trigger();
    hitMenu()->close();
    QTRY_VERIFY(!hitMenu());
    // Around once, within a few pixels, and back to the first.
    for (std::size_t i = 1; i <= choices.size(); ++i) {
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, *at + QPoint(i % 2 ? 2 : -2, 1));
        QVERIFY(!hitMenu());
        const Hit &expected = choices[i % choices.size()];
        QCOMPARE(m_session->selection().subject(), expected.id);
        if (!expected.corridor.isEmpty())
            QCOMPARE(m_session->corridor(), expected.corridor);
    }
}

void MapCanvasTest::clickInAnotherViewAsksAgain()
{
    m_canvas->fit({QStringLiteral("baku-alat")});
    const auto at = pointOn(QStringLiteral("baku-alat"), 2, 20);
    QVERIFY(at);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, *at);
    hitMenu()->actions().at(1)->trigger();
    hitMenu()->close();
    QTRY_VERIFY(!hitMenu());
    m_canvas->setView(m_canvas->view().panned({1, 0}));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, *at + QPoint(1, 0));
    QVERIFY(hitMenu());
    hitMenu()->close();
}

void MapCanvasTest::featuresAreListedAndTold()
{
    Hit place, feature, strand, waypoint;
    place.kind = Hit::Kind::Place;
    place.id = place.name = QStringLiteral("Town");
    feature.kind = Hit::Kind::Feature;
    feature.id = QStringLiteral("layer");
    feature.feature = 3;
    feature.name = QStringLiteral("Well 3");
    strand.id = waypoint.id = QStringLiteral("baku-alat");
    strand.corridor = waypoint.corridor = QStringLiteral("middle-corridor");
    waypoint.kind = Hit::Kind::Waypoint;
    waypoint.name = QStringLiteral("Stop");
    Hit other = feature;
    other.feature = 4;
    const std::vector<Hit> hits{waypoint, strand, strand, place, feature, other};
    QCOMPARE(listedOf(hits).size(), std::size_t(5));
    QCOMPARE(choicesOf(hits).size(), std::size_t(1));
    QCOMPARE(featuresOf(hits).size(), std::size_t(2));

    QSignalSpy told(m_canvas.get(), &MapCanvas::featureChosen);
    QMenu *menu = nullptr;
    HitChooser chooser(*m_session, *m_canvas);
    menu = showHitMenu(*m_session, *m_canvas, listedOf(hits), {10, 10}, [&](const Hit &hit) { chooser.choose(hit); });
    const QList<QAction *> actions = menu->actions();
    QVERIFY(actions[1]->text().startsWith(QStringLiteral("Stop · ")));
    QVERIFY(!actions[3]->isEnabled());
    QCOMPARE(actions[4]->text(), QStringLiteral("Well 3"));  // its layer is not on the map
    actions[5]->trigger();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.front().front().value<Hit>().feature, 4u);
    QVERIFY(m_session->selection().subject().isEmpty());
    chooser.choose(place);
    QVERIFY(m_session->selection().subject().isEmpty());
    menu->close();
}

QTEST_MAIN(MapCanvasTest)
#include "MapCanvasTest.moc"
