// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/FramePath.h"

#include <QTest>

using namespace ca;

class FramePathTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void framesAreTurnedAndBack();
    void eastwardIsTheShorterWay_data();
    void eastwardIsTheShorterWay();
    void windingCountsCircles();
    void insideIsByTheOddEvenRule();
    void pathRunsOnWithoutJumps();
    void turnedPathKnowsWhichWayRoundThePole();
    void clippingKeepsTheShape();
    void clippingARingThatGoesRound();
};

void FramePathTest::framesAreTurnedAndBack()
{
    const SphereFrame upright = SphereFrame::upright(45), turned = SphereFrame::about({0, 135}, {0, 45});
    for (double lat = -90; lat <= 90; lat += 15) {
        for (double lon = -179; lon <= 179; lon += 11) {
            for (const SphereFrame &frame : {upright, turned}) {
                const LatLon back = frame.fromFrame(frame.toFrame({lat, lon}));
                QVERIFY(sphereAngle(back, {lat, lon}) < 1e-10);
            }
        }
    }
    QVERIFY(sphereAngle(turned.pole(), {0, 135}) < 1e-10);
    const FramePoint front = turned.toFrame({0, 45}), north = turned.toFrame({90, 0});
    QVERIFY(std::abs(front.lambda) < 1e-10 && std::abs(front.phi) < 1e-10);
    QVERIFY(std::abs(std::abs(north.lambda) - 90) < 1e-10);
    QCOMPARE(wrappedLongitude(190), -170.0);
    QCOMPARE(wrappedLongitude(-180), -180.0);
    QCOMPARE(wrappedLongitude(180), 180.0);
    QCOMPARE(wrappedLongitude(-900), 180.0 - 360);
}

void FramePathTest::eastwardIsTheShorterWay_data()
{
    QTest::addColumn<QList<double>>("longitudes");
    QTest::addColumn<int>("edge");
    QTest::addColumn<bool>("ring");
    QTest::addColumn<double>("step");
    QTest::newRow("plain") << QList<double>{10, 20} << 0 << false << 10.0;
    QTest::newRow("half way round") << QList<double>{0, 180} << 0 << false << 180.0;
    QTest::newRow("east across 180") << QList<double>{170, -170} << 0 << false << 20.0;
    QTest::newRow("west across 180") << QList<double>{-170, 170} << 0 << false << -20.0;
    QTest::newRow("a full circle") << QList<double>{-180, 180} << 0 << false << 360.0;
    QTest::newRow("a full circle between meridians") << QList<double>{-180, -180, 180, 180} << 1 << true << 360.0;
    QTest::newRow("both names of 180, eastward") << QList<double>{179, 180, -180, -179} << 1 << false << 0.0;
    QTest::newRow("both names of 180, westward") << QList<double>{-179, -180, 180, 179} << 1 << false << 0.0;
    QTest::newRow("both names at the start") << QList<double>{180, -180, -179} << 0 << false << 0.0;
    QTest::newRow("counted on beyond 180") << QList<double>{175, 190} << 0 << false << 15.0;
    QTest::newRow("counted from two origins") << QList<double>{-175, 190} << 0 << false << 5.0;
}

void FramePathTest::eastwardIsTheShorterWay()
{
    QFETCH(QList<double>, longitudes);
    QFETCH(int, edge);
    QFETCH(bool, ring);
    QFETCH(double, step);
    GeoLine line;
    for (const double lon : longitudes)
        line.push_back({50, lon});
    QVERIFY(std::abs(eastward(line, std::size_t(edge), ring) - step) < 1e-9);
}

void FramePathTest::windingCountsCircles()
{
    GeoLine ring;
    for (int lon = -180; lon < 180; lon += 30)
        ring.push_back({-70, double(lon)});
    QCOMPARE(windingOf(ring), 1);
    std::reverse(ring.begin(), ring.end());
    QCOMPARE(windingOf(ring), -1);
    QCOMPARE(windingOf(GeoLine{{50, 170}, {50, -170}, {60, -170}, {60, 170}}), 0);
    // Cut along the antimeridian and closed along the pole.
    QCOMPARE(windingOf(GeoLine{{-70, -180}, {-70, 0}, {-70, 180}, {-90, 180}, {-90, -180}}), 0);
}

void FramePathTest::insideIsByTheOddEvenRule()
{
    const GeoLine across{{50, 170}, {50, -170}, {60, -170}, {60, 170}};
    for (const double lon : {171.0, 180.0, -180.0, -171.0})
        QVERIFY(ringContains(across, {55, lon}, false));
    for (const double lon : {169.0, 0.0, -169.0})
        QVERIFY(!ringContains(across, {55, lon}, false));
    GeoLine polar;
    for (int lon = -175; lon < 180; lon += 10)
        polar.push_back({-70, double(lon)});
    QVERIFY(ringContains(polar, {-80, 33}, true) && !ringContains(polar, {-60, 33}, true));
    QVERIFY(!ringContains(polar, {-80, 33}, false) && ringContains(polar, {-60, 33}, false));
}

void FramePathTest::pathRunsOnWithoutJumps()
{
    const GeoLine line{{10, 170}, {10, -170}, {10, -90}, {10, 0}, {10, 90}, {10, 180}, {10, -170}};
    const FramePath path = framePath(line, false, SphereFrame::upright(45), 1e-4);
    QCOMPARE(path.points.size(), line.size());
    for (std::size_t i = 1; i < path.points.size(); ++i)
        QVERIFY(path.points[i].lambda > path.points[i - 1].lambda && path.points[i].lambda - path.points[i - 1].lambda <= 90);
    QCOMPARE(path.points.back().lambda, 170.0 - 45 + 380);
}

void FramePathTest::turnedPathKnowsWhichWayRoundThePole()
{
    const SphereFrame frame = SphereFrame::about({40, 45}, {-50, 45});
    const GeoLine around{{35, 40}, {35, 50}, {45, 50}, {45, 40}}, beside{{35, 46}, {35, 50}, {45, 50}, {45, 46}};
    QCOMPARE(framePath(around, true, frame, 1e-4).winding, 1);
    QCOMPARE(framePath(beside, true, frame, 1e-4).winding, 0);
    // Past the pole at a hundred metres: still on its own side.
    const GeoLine close{{39.999, 40}, {39.999, 50}, {45, 50}, {45, 40}}, missed{{40.001, 40}, {40.001, 50}, {45, 50}, {45, 40}};
    QCOMPARE(framePath(close, true, frame, 1e-4).winding, 1);
    QCOMPARE(framePath(missed, true, frame, 1e-4).winding, 0);
}

void FramePathTest::clippingKeepsTheShape()
{
    FramePath square;
    square.points = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    bool changed = false;
    QCOMPARE(clipped(square, FrameAxis::Lambda, -5, true, changed).points, square.points);
    QVERIFY(!changed);
    const FramePath east = clipped(square, FrameAxis::Lambda, 4, true, changed);
    QVERIFY(changed);
    QCOMPARE(east.points, (std::vector<FramePoint>{{4, 0}, {10, 0}, {10, 10}, {4, 10}}));
    QVERIFY(clipped(square, FrameAxis::Phi, 11, true, changed).points.empty());
}

void FramePathTest::clippingARingThatGoesRound()
{
    FramePath ring;
    ring.winding = 1;
    for (int i = 0; i < 36; ++i)
        ring.points.push_back({i * 10.0, i % 2 == 0 ? 10.0 : -10.0});
    bool changed = false;
    const FramePath above = clipped(ring, FrameAxis::Phi, 0, true, changed);
    QCOMPARE(above.winding, 1);
    QCOMPARE(above.points.size(), std::size_t(18 * 3));
    for (std::size_t i = 1; i < above.points.size(); ++i)
        QVERIFY(above.points[i].phi >= 0 && above.points[i].lambda > above.points[i - 1].lambda);
}

QTEST_APPLESS_MAIN(FramePathTest)
#include "FramePathTest.moc"
