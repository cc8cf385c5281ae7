// SPDX-License-Identifier: GPL-3.0-or-later
#include "AnimatedStyle.h"
#include "AppFixture.h"
#include "canvas/HitChooser.h"
#include "canvas/HitMenu.h"
#include "canvas/MapCanvas.h"

#include <QMenu>
#include <QRubberBand>
#include <QWheelEvent>

#include <cmath>

using namespace ca;

/// What is more than a click, a drag and a key: things that take their time.
class MapGesturesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
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
    std::optional<QPoint> pointOn(const QString &segment, std::size_t least, std::size_t most) const
    {
        return test::pointOn(*m_session, *m_canvas, segment, least, most);
    }
    void wheel(QPoint at, int delta);
    /// A drag of six moves, pixels and milliseconds apart.
    void drag(QPoint from, QPoint step, int ms, int restMs);
    QMenu *hitMenu() const { return m_canvas->findChild<QMenu *>(QStringLiteral("hitMenu")); }

    test::AnimatedStyle m_still{0};
    test::AnimatedStyle m_lively{200};
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MapCanvas> m_canvas;
};

void MapGesturesTest::init()
{
    m_session = std::make_unique<Session>(test::cleanOptions());
    m_canvas = std::make_unique<MapCanvas>(*m_session);
    m_canvas->setStyle(&m_still);
    m_canvas->resize(900, 600);
    m_canvas->show();
    QVERIFY(test::load(*m_session));
    QTRY_VERIFY_WITH_TIMEOUT(!m_canvas->summary().segments.isEmpty(), 30000);
}

void MapGesturesTest::cleanup()
{
    m_canvas.reset();
    m_session.reset();
}

void MapGesturesTest::wheel(QPoint at, int delta)
{
    QWheelEvent event(at, m_canvas->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_canvas.get(), &event);
}

void MapGesturesTest::drag(QPoint from, QPoint step, int ms, int restMs)
{
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 6; ++i)
        QTest::mouseMove(m_canvas.get(), from + i * step, ms);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, from + 6 * step, restMs);
}

void MapGesturesTest::wheelGlidesWhereTheDesktopDoes()
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

void MapGesturesTest::fineWheelFollowsAtOnce()
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

void MapGesturesTest::thrownMapRunsOn()
{
    m_canvas->setStyle(&m_lively);
    const PointXY grabbed = m_canvas->view().toPlane({300, 300});
    drag({300, 300}, {20, 0}, 16, 8);
    const QPointF released = m_canvas->view().toScreen(grabbed);
    QTRY_VERIFY(m_canvas->view().toScreen(grabbed).x() > released.x() + 100);
    QVERIFY(std::abs(m_canvas->view().toScreen(grabbed).y() - released.y()) < 1);
}

void MapGesturesTest::restedDragDoesNotRunOn()
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

void MapGesturesTest::pressStopsTheMapAndNothingElse()
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

void MapGesturesTest::keyStopsTheMap()
{
    m_canvas->setStyle(&m_lively);
    drag({300, 300}, {20, 0}, 16, 8);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    const MapView stopped = m_canvas->view();
    QTest::qWait(100);
    QVERIFY(m_canvas->view() == stopped);
}

void MapGesturesTest::boxZoomsToWhatIsFramed()
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

void MapGesturesTest::escapeDropsTheBox()
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

void MapGesturesTest::holdingListsAllThereIs()
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

void MapGesturesTest::movedPressIsNoLongOne()
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

void MapGesturesTest::clickedAgainTheNextIsChosen()
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

void MapGesturesTest::clickInAnotherViewAsksAgain()
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

void MapGesturesTest::featuresAreListedAndTold()
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

QTEST_MAIN(MapGesturesTest)
#include "MapGesturesTest.moc"
