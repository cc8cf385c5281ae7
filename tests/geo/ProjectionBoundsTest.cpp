// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Projection.h"

#include <QTest>

using namespace ca;

namespace {

std::shared_ptr<const Projection> projection(const char *definition)
{
    return *Projection::create(QString::fromLatin1(definition));
}

constexpr const char *house = "+proj=lcc +lat_0=40.5 +lon_0=45 +lat_1=38 +lat_2=43 +datum=WGS84";
constexpr double halfWorld = 6378137 * M_PI;

} // namespace

class ProjectionBoundsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void boxContainsItsPoints_data();
    void boxContainsItsPoints();
    void boxAcrossTheTear();
    void boxAcrossTheAntimeridian();
    void boxAroundThePole();
    void worldIsEverything();
    void boxBeyondTheHorizon();
    void viewOfARegion();
    void viewAcrossTheAntimeridian();
    void viewOfAPole();
    void viewBesideTheMap();
    void viewOfTheWorld();
};

void ProjectionBoundsTest::boxContainsItsPoints_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<GeoBox>("box");
    for (const char *definition : {house, "EPSG:32638", "EPSG:3857", "+proj=laea +lat_0=40 +lon_0=45", "EPSG:3995", "+proj=moll +lon_0=150"}) {
        QTest::addRow("%s, region", definition) << QString::fromLatin1(definition) << GeoBox{40, 37.5, 52, 43.5};
        QTest::addRow("%s, base map", definition) << QString::fromLatin1(definition) << GeoBox{14, 34, 88, 51};
        QTest::addRow("%s, Pacific", definition) << QString::fromLatin1(definition) << GeoBox{160, -10, 230, 40};
        QTest::addRow("%s, Arctic", definition) << QString::fromLatin1(definition) << GeoBox{-180, 60, 180, 84};
    }
}

void ProjectionBoundsTest::boxContainsItsPoints()
{
    QFETCH(QString, definition);
    QFETCH(GeoBox, box);
    const auto p = *Projection::create(definition);
    const Box plane = p->bounds(box);
    QVERIFY(!plane.empty());
    const Box roomy = plane.grown(0.002 * std::max(plane.width(), plane.height()) + 1000);
    for (double t = 0; t <= 1; t += 0.0625) {
        for (double u = 0; u <= 1; u += 0.0625) {
            const PointXY at = p->forward(LatLon{box.south + t * (box.north - box.south), box.west + u * (box.east - box.west)});
            QVERIFY2(roomy.contains(at), qPrintable(QStringLiteral("%1 %2").arg(t).arg(u)));
        }
    }
    QVERIFY(p->validBox().grown(1000).contains(plane));
}

void ProjectionBoundsTest::boxAcrossTheTear()
{
    // Torn at 135 W, the two halves lie at the ends of the map.
    const Box box = projection("+proj=merc +lon_0=45 +ellps=WGS84")->bounds(GeoBox{-140, 0, -130, 10});
    QVERIFY(std::abs(box.width() - 2 * halfWorld) < 1);
}

void ProjectionBoundsTest::boxAcrossTheAntimeridian()
{
    const auto pacific = projection("+proj=merc +lon_0=180 +ellps=WGS84");
    const Box box = pacific->bounds(GeoBox{170, 0, 190, 10});
    QVERIFY(std::abs(box.width() - 20.0 / 180 * halfWorld) < 1);
    const Box sheet = projection("EPSG:3857")->bounds(GeoBox{170, 0, 190, 10});
    QVERIFY(std::abs(sheet.width() - 2 * halfWorld) < 1);
}

void ProjectionBoundsTest::boxAroundThePole()
{
    const auto polar = projection("EPSG:3995");
    const Box cap = polar->bounds(GeoBox{-180, 80, 180, 90});
    const double radius = -polar->forward(LatLon{80, 0}).y;
    for (const double edge : {-cap.minX, -cap.minY, cap.maxX, cap.maxY})
        QVERIFY(std::abs(edge - radius) < 1000);
    // The tip of the slice is the pole, not the nearest parallel.
    const Box slice = polar->bounds(GeoBox{-10, 80, 10, 90});
    QVERIFY(std::abs(slice.maxY) < 1000);
}

void ProjectionBoundsTest::worldIsEverything()
{
    for (const char *definition : {house, "EPSG:3857", "EPSG:32638", "+proj=ortho +lat_0=40 +lon_0=45", "+proj=igh"}) {
        const auto p = projection(definition);
        QCOMPARE(p->bounds(GeoBox{-180, -90, 180, 90}), p->validBox());
        QCOMPARE(p->bounds(GeoBox{-400, -100, 400, 100}), p->validBox());
    }
    QVERIFY(std::abs(projection("+proj=ortho +lat_0=40 +lon_0=45")->validBox().width() - 2 * 6378137) < 3000);
}

void ProjectionBoundsTest::boxBeyondTheHorizon()
{
    const auto p = projection("+proj=ortho +lat_0=40 +lon_0=45");
    QVERIFY(p->bounds(GeoBox{-140, -45, -130, -35}).empty());
    QVERIFY(p->bounds(GeoBox{}).empty());
    const Box half = p->bounds(GeoBox{-60, -20, 60, 20});
    QVERIFY(!half.empty() && half.minX >= -6378137 - 1000);
}

void ProjectionBoundsTest::viewOfARegion()
{
    for (const char *definition : {house, "EPSG:3857", "EPSG:32638", "+proj=laea +lat_0=40 +lon_0=45"}) {
        const auto p = projection(definition);
        const GeoBox back = p->bounds(p->bounds(GeoBox{40, 37.5, 52, 43.5}).grown(1));
        QVERIFY2(back.west <= 40 && back.east >= 52 && back.south <= 37.5 && back.north >= 43.5, definition);
        QVERIFY2(back.west > 37 && back.east < 55 && back.south > 36 && back.north < 45, definition);
    }
}

void ProjectionBoundsTest::viewAcrossTheAntimeridian()
{
    const auto p = projection("+proj=laea +lat_0=0 +lon_0=180");
    const GeoBox box = p->bounds(Box{-1e6, -1e6, 1e6, 1e6});
    QVERIFY2(box.west > 165 && box.west < 175 && box.east > 185 && box.east < 195, qPrintable(QString::number(box.west)));
    QVERIFY(box.contains({0, 179}) && box.contains({0, -179}) && !box.contains({0, 0}));
}

void ProjectionBoundsTest::viewOfAPole()
{
    const GeoBox box = projection("+proj=laea +lat_0=80 +lon_0=45")->bounds(Box{-2e6, -2e6, 2e6, 2e6});
    QCOMPARE(box.west, -180.0);
    QCOMPARE(box.east, 180.0);
    QCOMPARE(box.north, 90.0);
    QVERIFY(box.south > 50 && box.south < 65);
    const GeoBox south = projection("EPSG:3031")->bounds(Box{-1e6, -1e6, 1e6, 1e6});
    QCOMPARE(south.south, -90.0);
    QVERIFY(south.north < -70);
}

void ProjectionBoundsTest::viewBesideTheMap()
{
    const auto p = projection(house);
    QVERIFY(p->bounds(Box{-1e6, 1.2e7, 1e6, 1.4e7}).empty());
    QVERIFY(p->bounds(Box{}).empty());
    // Half of the view lies in the gap of the cone: what is seen of the map is told, not what lies behind the gap.
    const GeoBox part = p->bounds(Box{-6e6, 4.4e6, 6e6, 9e6});
    QVERIFY(!part.empty() && part.north <= 90);
}

void ProjectionBoundsTest::viewOfTheWorld()
{
    for (const char *definition : {"EPSG:3857", "+proj=moll +lon_0=150", house, "+proj=igh"}) {
        const auto p = projection(definition);
        const GeoBox box = p->bounds(p->validBox().grown(1e6));
        QVERIFY2(box.west == -180 && box.east == 180 && box.north > 70 && box.south < -60, definition);
    }
}

QTEST_APPLESS_MAIN(ProjectionBoundsTest)
#include "ProjectionBoundsTest.moc"
