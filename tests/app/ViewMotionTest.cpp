// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/DragSpeed.h"
#include "canvas/ViewMotion.h"

#include <QTest>

#include <cmath>

using namespace ca;

namespace {

constexpr double begin = 5000;  // milliseconds; clocks begin anywhere
constexpr QPointF anchor(200, 150);

/// The view when the motion has come to its end.
MapView endOf(ViewMotion &motion)
{
    return motion.at(begin + 1e6);
}

} // namespace

class ViewMotionTest : public QObject {
    Q_OBJECT

    MapView m_view;

private Q_SLOTS:
    void initTestCase();
    void glideHoldsThePlaceUnderThePointer();
    void glideGoesOneWayAndArrives();
    void notchesAddUp();
    void glideStopsAtTheClosestScale();
    void coastSlowsDownAndEnds();
    void coastBeginsAtTheSpeedOfTheDrag();
    void slowDragDoesNotCoast();
    void coastIsNeverWild();
    void zoomTakesOverFromCoasting();
    void speedOfASteadyDrag();
    void noSpeedAfterStandingStill();
    void onlyTheEndOfADragCounts();
    void movesInAHeapTellNoSpeed();
};

void ViewMotionTest::initTestCase()
{
    m_view.projection = *Projection::create(Projection::defaultDefinition());
    m_view.centre = m_view.projection->forward(LatLon{40, 46});
    m_view.metresPerPixel = 800;
}

void ViewMotionTest::glideHoldsThePlaceUnderThePointer()
{
    ViewMotion motion;
    motion.zoom(m_view, anchor, 2, begin);
    const PointXY held = m_view.toPlane(anchor);
    for (double time = 0; motion.active(); time += 16) {
        const PointXY there = motion.at(begin + time).toPlane(anchor);
        QVERIFY(std::hypot(there.x - held.x, there.y - held.y) < 0.01);
    }
}

void ViewMotionTest::glideGoesOneWayAndArrives()
{
    ViewMotion motion;
    motion.zoom(m_view, anchor, 2, begin);
    QCOMPARE(motion.at(begin).metresPerPixel, m_view.metresPerPixel);
    double last = m_view.metresPerPixel;
    for (double time = 16; time < ViewMotion::glideMs; time += 16) {
        const double scale = motion.at(begin + time).metresPerPixel;
        QVERIFY(scale < last && scale > m_view.metresPerPixel / 2);
        last = scale;
    }
    QVERIFY(motion.active());
    QVERIFY(std::abs(motion.at(begin + ViewMotion::glideMs).metresPerPixel * 2 / m_view.metresPerPixel - 1) < 1e-12);
    QVERIFY(!motion.active());
}

void ViewMotionTest::notchesAddUp()
{
    ViewMotion motion;
    motion.zoom(m_view, anchor, 2, begin);
    motion.zoom(motion.at(begin + 50), anchor, 2, begin + 50);
    motion.zoom(motion.at(begin + 60), anchor, 0.5, begin + 60);
    motion.zoom(motion.at(begin + 100), anchor, 1.5, begin + 100);
    QVERIFY(std::abs(endOf(motion).metresPerPixel * 3 / m_view.metresPerPixel - 1) < 1e-9);
    // After the end a notch begins anew.
    motion.zoom(m_view, anchor, 2, begin + 1e6);
    QVERIFY(std::abs(motion.at(begin + 2e6).metresPerPixel * 2 / m_view.metresPerPixel - 1) < 1e-12);
}

void ViewMotionTest::glideStopsAtTheClosestScale()
{
    ViewMotion motion;
    motion.zoom(m_view, anchor, 1e9, begin);
    const MapView closest = endOf(motion);
    QVERIFY(closest == closest.limited(worldExtent()));
    // Still about the pointer: the map is not pushed aside where it cannot come closer.
    const PointXY held = m_view.toPlane(anchor), there = closest.toPlane(anchor);
    QVERIFY(std::hypot(there.x - held.x, there.y - held.y) < 0.01);
    motion.zoom(closest, QPointF(0, 0), 2, begin);
    const MapView still = endOf(motion);
    QVERIFY(std::hypot(still.centre.x - closest.centre.x, still.centre.y - closest.centre.y) < 1e-6);
}

void ViewMotionTest::coastSlowsDownAndEnds()
{
    ViewMotion motion;
    motion.coast(m_view, {1, -0.5}, begin);
    QVERIFY(motion.coasting());
    double lastX = 0, lastStep = 1e9;
    for (double time = 50; motion.active(); time += 50) {
        const MapView view = motion.at(begin + time);
        QCOMPARE(view.metresPerPixel, m_view.metresPerPixel);
        const QPointF moved = view.toScreen(m_view.centre) - m_view.toScreen(m_view.centre);
        QVERIFY(std::abs(moved.y() + moved.x() / 2) < 1e-6);
        QVERIFY(moved.x() > lastX && moved.x() - lastX < lastStep);
        lastStep = moved.x() - lastX;
        lastX = moved.x();
        QVERIFY(time < 10 * ViewMotion::slowingMs);
    }
    QVERIFY(std::abs(lastX / ViewMotion::slowingMs - 1) < 0.05);  // speed times the time constant, all in all
}

void ViewMotionTest::coastBeginsAtTheSpeedOfTheDrag()
{
    ViewMotion motion;
    motion.coast(m_view, {0.8, 0}, begin);
    QVERIFY(motion.at(begin) == m_view);
    const double moved = motion.at(begin + 10).toScreen(m_view.centre).x() - m_view.size.width() / 2;
    QVERIFY(std::abs(moved - 8) < 0.2);
}

void ViewMotionTest::slowDragDoesNotCoast()
{
    ViewMotion motion;
    motion.coast(m_view, {ViewMotion::leastSpeed * 0.9, 0}, begin);
    QVERIFY(!motion.active());
    motion.coast(m_view, {}, begin);
    QVERIFY(!motion.active());
}

void ViewMotionTest::coastIsNeverWild()
{
    ViewMotion motion;
    motion.coast(m_view, {0, 1000}, begin);
    const double moved = endOf(motion).toScreen(m_view.centre).y() - m_view.size.height() / 2;
    QVERIFY(moved > 0 && moved <= ViewMotion::mostSpeed * ViewMotion::slowingMs);
}

void ViewMotionTest::zoomTakesOverFromCoasting()
{
    ViewMotion motion;
    motion.coast(m_view, {1, 0}, begin);
    motion.zoom(m_view, anchor, 2, begin + 10);
    QVERIFY(!motion.coasting());
    QVERIFY(std::abs(endOf(motion).metresPerPixel * 2 / m_view.metresPerPixel - 1) < 1e-12);
}

void ViewMotionTest::speedOfASteadyDrag()
{
    DragSpeed speed;
    speed.begin({10, 10}, begin);
    for (int i = 1; i <= 20; ++i)
        speed.move(QPointF(10 + 8 * i, 10 - 4 * i), begin + 16 * i);
    const QPointF velocity = speed.velocity(begin + 16 * 20 + 5);
    QVERIFY(std::abs(velocity.x() - 0.5) < 1e-9 && std::abs(velocity.y() + 0.25) < 1e-9);
}

void ViewMotionTest::noSpeedAfterStandingStill()
{
    DragSpeed speed;
    QVERIFY(speed.velocity(begin).isNull());
    speed.begin({0, 0}, begin);
    speed.move({50, 0}, begin + 10);
    QVERIFY(!speed.velocity(begin + 20).isNull());
    QVERIFY(speed.velocity(begin + 200).isNull());
    speed.move({51, 0}, begin + 400);  // a twitch on letting go
    QVERIFY(speed.velocity(begin + 402).isNull());
}

void ViewMotionTest::onlyTheEndOfADragCounts()
{
    DragSpeed speed;
    speed.begin({0, 0}, begin);
    for (int i = 1; i <= 10; ++i)
        speed.move(QPointF(40 * i, 0), begin + 10 * i);
    for (int i = 1; i <= 10; ++i)
        speed.move(QPointF(400 - i, 0), begin + 100 + 10 * i);
    const QPointF velocity = speed.velocity(begin + 205);
    QVERIFY(std::abs(velocity.x() + 0.1) < 1e-9);
}

void ViewMotionTest::movesInAHeapTellNoSpeed()
{
    DragSpeed speed;
    speed.begin({0, 0}, begin);
    speed.move({300, 0}, begin);
    QVERIFY(speed.velocity(begin).isNull());
}

QTEST_APPLESS_MAIN(ViewMotionTest)
#include "ViewMotionTest.moc"
