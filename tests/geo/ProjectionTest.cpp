// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Geodesic.h"
#include "geo/Projection.h"

#include <proj.h>

#include <QTest>

#include <thread>
#include <vector>

using namespace ca;

namespace {

std::shared_ptr<const Projection> projection(const QString &definition)
{
    auto result = Projection::create(definition);
    return result ? *result : nullptr;
}

const QStringList usable{Projection::defaultDefinition(), QStringLiteral("EPSG:32638"), QStringLiteral("EPSG:32639"),
                         QStringLiteral("EPSG:3857"), QStringLiteral("+proj=aea +lat_1=38 +lat_2=43 +lon_0=45"),
                         QStringLiteral("+proj=laea +lat_0=40 +lon_0=45")};

} // namespace

class ProjectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void headerIsTheRunningLibrary();
    void comesBack_data();
    void comesBack();
    void knownPoints();
    void defaultKeepsScaleInTheRegion();
    void refusesWithAReason_data();
    void refusesWithAReason();
    void undefinedStaysUndefined();
    void boxContainsItsPoints();
    void convergenceFollowsTheMeridian();
    void worksOnSeveralThreads();
    void conicParallelsLieASixthIn();
    void titlesArePlain();
};

void ProjectionTest::headerIsTheRunningLibrary()
{
    const PJ_INFO info = proj_info();
    QCOMPARE(info.major, PROJ_VERSION_MAJOR);
    QCOMPARE(info.minor, PROJ_VERSION_MINOR);
}

void ProjectionTest::comesBack_data()
{
    QTest::addColumn<QString>("definition");
    for (const QString &definition : usable)
        QTest::newRow(qPrintable(definition)) << definition;
}

void ProjectionTest::comesBack()
{
    QFETCH(QString, definition);
    const auto p = projection(definition);
    QVERIFY(p);
    for (double lat = 35; lat <= 50; lat += 2.5) {
        for (double lon = 15; lon <= 87; lon += 6) {
            const LatLon back = p->inverse(p->forward(LatLon{lat, lon}));
            QVERIFY2(geodesic::distance(back, {lat, lon}) < (definition.contains(u"EPSG:326") ? 50 : 0.01),
                     qPrintable(QStringLiteral("%1 %2").arg(lat).arg(lon)));
        }
    }
}

void ProjectionTest::knownPoints()
{
    // The origin of the default projection, and a point of Web Mercator by its closed formula.
    const PointXY origin = projection(Projection::defaultDefinition())->forward(LatLon{40.5, 45});
    QVERIFY(std::hypot(origin.x, origin.y) < 1e-6);
    const PointXY mercator = projection(QStringLiteral("EPSG:3857"))->forward(LatLon{40, 45});
    QVERIFY(std::abs(mercator.x - 6378137 * M_PI / 4) < 1e-3);
    QVERIFY(std::abs(mercator.y - 6378137 * std::log(std::tan(M_PI / 4 + 20 * M_PI / 180))) < 1e-3);
}

void ProjectionTest::defaultKeepsScaleInTheRegion()
{
    const auto p = projection(Projection::defaultDefinition());
    for (double lat = 36.5; lat <= 44.5; lat += 0.5) {
        const LatLon a{lat, 46}, b{lat, 46.01};
        const PointXY pa = p->forward(a), pb = p->forward(b);
        const double scale = std::hypot(pb.x - pa.x, pb.y - pa.y) / geodesic::distance(a, b);
        QVERIFY2(scale > 0.9989 && scale < 1.0016, qPrintable(QStringLiteral("%1: %2").arg(lat).arg(scale)));
    }
}

void ProjectionTest::refusesWithAReason_data()
{
    QTest::addColumn<QString>("definition");
    QTest::newRow("empty") << QString();
    QTest::newRow("nonsense") << QStringLiteral("+proj=nowhere");
    QTest::newRow("unknown code") << QStringLiteral("EPSG:999999");
    QTest::newRow("geographic") << QStringLiteral("EPSG:4326");
    QTest::newRow("US feet") << QStringLiteral("EPSG:2225");
    QTest::newRow("not a CRS") << QStringLiteral("urn:ogc:def:ellipsoid:EPSG::7030");
}

void ProjectionTest::refusesWithAReason()
{
    QFETCH(QString, definition);
    const auto result = Projection::create(definition);
    QVERIFY(!result.ok());
    QVERIFY(!result.error().message.isEmpty());
}

void ProjectionTest::undefinedStaysUndefined()
{
    const auto p = projection(Projection::defaultDefinition());
    QVERIFY(!p->forward(LatLon{}).finite());
    QVERIFY(!p->forward(LatLon{95, 20}).finite());
    QVERIFY(!p->inverse(PointXY{std::nan(""), 0}).defined());
    // A bad point does not spoil its neighbours.
    const std::vector<LatLon> in{{40, 45}, {}, {41, 45}};
    std::vector<PointXY> out(3);
    p->forward(in, out);
    QVERIFY(out[0].finite() && !out[1].finite() && out[2].finite());
}

void ProjectionTest::boxContainsItsPoints()
{
    const auto p = projection(Projection::defaultDefinition());
    const GeoBox geo{40, 37.5, 52, 43.5};
    const Box plane = p->bounds(geo).grown(1);
    for (double t = 0; t <= 1; t += 0.125) {
        QVERIFY(plane.contains(p->forward(LatLon{geo.south + t * 6, geo.west})));
        QVERIFY(plane.contains(p->forward(LatLon{geo.north, geo.west + t * 12})));
    }
    const GeoBox back = p->bounds(plane);
    QVERIFY(back.west <= 40 && back.east >= 52 && back.south <= 37.5 && back.north >= 43.5);
}

void ProjectionTest::convergenceFollowsTheMeridian()
{
    const auto p = projection(Projection::defaultDefinition());
    QVERIFY(std::abs(p->convergence({40.5, 45})) < 1e-6);
    QVERIFY(p->convergence({40.5, 52}) < -1);  // east of the central meridian north leans to the west
    QVERIFY(p->convergence({40.5, 38}) > 1);
    QVERIFY(std::abs(projection(QStringLiteral("EPSG:3857"))->convergence({41, 30})) < 1e-6);
}

void ProjectionTest::worksOnSeveralThreads()
{
    const auto p = projection(Projection::defaultDefinition());
    const PointXY expected = p->forward(LatLon{41, 47});
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 2000; ++i)
                wrong += p->forward(LatLon{41, 47}) == expected ? 0 : 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

void ProjectionTest::conicParallelsLieASixthIn()
{
    const QString text = Projection::conicFor({20, 36, 60, 48});
    QVERIFY2(text.contains(u"+lat_1=38 ") && text.contains(u"+lat_2=46 ") && text.contains(u"+lon_0=40 "), qPrintable(text));
    QVERIFY(projection(text));
}

void ProjectionTest::titlesArePlain()
{
    QCOMPARE(projection(Projection::defaultDefinition())->title(), QStringLiteral("Lambert conformal conic 38/43° N, 45° E"));
    QCOMPARE(projection(Projection::conicFor({20, 36, 61, 48}))->title(), QStringLiteral("Lambert conformal conic 38/46° N, 40.5° E"));
    QCOMPARE(projection(QStringLiteral("+proj=laea +lat_0=-40 +lon_0=-45"))->title(),
             QStringLiteral("Lambert azimuthal equal-area 40° S, 45° W"));
    QCOMPARE(projection(QStringLiteral("EPSG:32638"))->title(), QStringLiteral("WGS 84 / UTM zone 38N"));
}

QTEST_APPLESS_MAIN(ProjectionTest)
#include "ProjectionTest.moc"
