// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Geodesic.h"

#include <QTest>

using namespace ca;

class GeodesicTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quarterMeridian();
    void lengthIsTheSumOfItsLegs();
    void pointAlongStaysOnTheLine();
    void nearestFindsTheFoot();
    void undefinedGivesNaN();
};

void GeodesicTest::quarterMeridian()
{
    // The quarter meridian of WGS 84, 10 001 965.729 m, and a degree on the equator, a·π/180.
    QVERIFY(std::abs(geodesic::distance({0, 0}, {90, 0}) - 10001965.729) < 1e-3);
    QVERIFY(std::abs(geodesic::distance({0, 10}, {0, 11}) - 6378137.0 * M_PI / 180) < 1e-6);
}

void GeodesicTest::lengthIsTheSumOfItsLegs()
{
    const GeoLine line{{40, 45}, {40.5, 46}, {40.2, 47.3}, {40.2, 47.3}};
    const std::vector<double> km = geodesic::chainage(line);
    QCOMPARE(km.size(), line.size());
    QVERIFY(std::abs(km.back() - geodesic::length(line)) < 1e-6);
    QCOMPARE(km[2], km[3]);
    QCOMPARE(geodesic::length({}), 0.0);
}

void GeodesicTest::pointAlongStaysOnTheLine()
{
    const GeoLine line{{40, 45}, {40.5, 46}, {40.2, 47.3}};
    const double whole = geodesic::length(line);
    QVERIFY(geodesic::distance(geodesic::pointAlong(line, -5), line.front()) < 1e-3);
    QVERIFY(geodesic::distance(geodesic::pointAlong(line, whole + 5), line.back()) < 1e-3);
    for (double t = 0.1; t < 1; t += 0.1) {
        const LatLon p = geodesic::pointAlong(line, t * whole);
        const geodesic::Nearest foot = geodesic::nearest(line, p);
        QVERIFY(foot.metres < 350);  // a straight leg in degrees is not quite a geodesic: L² tan φ / 8R
        QVERIFY(std::abs(foot.along - t * whole) < 350);
    }
}

void GeodesicTest::nearestFindsTheFoot()
{
    const GeoLine line{{40, 45}, {40, 46}};
    const geodesic::Nearest north = geodesic::nearest(line, {40.1, 45.5});
    QVERIFY(std::abs(north.metres - geodesic::distance({40, 45.5}, {40.1, 45.5})) < 30);
    QVERIFY(std::abs(north.foot.lon - 45.5) < 1e-3);
    const geodesic::Nearest beyond = geodesic::nearest(line, {40, 46.5});
    QVERIFY(std::abs(beyond.metres - geodesic::distance({40, 46}, {40, 46.5})) < 60);
    QVERIFY(std::abs(beyond.along - geodesic::length(line)) < 1e-3);
}

void GeodesicTest::undefinedGivesNaN()
{
    QVERIFY(std::isnan(geodesic::distance({}, {40, 45})));
    QVERIFY(!geodesic::destination({}, 0, 10).defined());
    QVERIFY(!geodesic::pointAlong({}, 10).defined());
}

QTEST_APPLESS_MAIN(GeodesicTest)
#include "GeodesicTest.moc"
