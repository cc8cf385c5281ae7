// SPDX-License-Identifier: GPL-3.0-or-later
#include "AnimatedStyle.h"
#include "AppFixture.h"
#include "canvas/HitMenu.h"
#include "canvas/HoverTip.h"
#include "canvas/MapCanvas.h"

#include <QMenu>
#include <QWheelEvent>

#include <optional>

using namespace ca;

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

private:
    std::optional<QPoint> pointOn(const QString &segment, std::size_t least, std::size_t most) const
    {
        return test::pointOn(*m_session, *m_canvas, segment, least, most);
    }
    void wheel(QPoint at, int delta);

    test::AnimatedStyle m_still{0};
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

QTEST_MAIN(MapCanvasTest)
#include "MapCanvasTest.moc"
