// SPDX-License-Identifier: GPL-3.0-or-later
#include "AllProjections.h"
#include "ProjReference.h"

#include "geo/Geodesic.h"
#include "geo/Projection.h"
#include "geo/ProjectionChoices.h"
#include "geo/ProjectionDomain.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace ca;

namespace {

std::shared_ptr<const Projection> projection(const QString &definition)
{
    auto result = Projection::create(definition);
    return result ? *result : nullptr;
}

QStringList offered()
{
    using namespace projections;
    return {Projection::defaultDefinition(), albers(), utmNorth(38), utmNorth(39), webMercator(),
            azimuthal(Azimuthal::EqualArea, {40.2, 45.7}), azimuthal(Azimuthal::Equidistant, {40.2, 45.7}),
            Projection::conicFor({40, 37.5, 52, 43.5}), QStringLiteral("EPSG:4326"), QStringLiteral("ESRI:54030")};
}

} // namespace

class ProjectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void headerIsTheRunningLibrary();
    void comesBack_data();
    void comesBack();
    void isWhatProjGives_data();
    void isWhatProjGives();
    void knownPoints();
    void defaultKeepsScaleInTheRegion();
    void otherUnitsBecomeMetres();
    void otherAxesBecomeEastAndNorth();
    void geographicIsPlateCarree();
    void farFromItsCountryADatumStillWorks();
    void refusesWithAReason_data();
    void refusesWithAReason();
    void undefinedStaysUndefined();
    void noInverseBesideTheMap();
    void inverseWithoutProj();
    void convergenceFollowsTheMeridian();
    void convergenceAtThePoles();
    void worksOnSeveralThreads();
    void conicParallelsLieASixthIn();
    void conicForBoxesThatAllowNone();
    void titlesArePlain();
    void definitionsAreTidied();
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
    for (const QString &definition : offered())
        QTest::newRow(qPrintable(definition)) << definition;
}

void ProjectionTest::comesBack()
{
    QFETCH(QString, definition);
    const auto p = projection(definition);
    QVERIFY(p);
    // Transverse Mercator is a series about its meridian: exact near it, worse at a quarter of the globe. Robinson's
    // projection is a table.
    const bool series = definition.contains(u"EPSG:326"), table = definition.contains(u"54030");
    for (double lat = -82; lat <= 82; lat += 4) {
        for (double lon = -178; lon <= 178; lon += 6) {
            if (!p->domain().contains({lat, lon}))
                continue;
            const LatLon back = p->inverse(p->forward(LatLon{lat, lon}));
            const double awayFromMeridian = std::abs(std::remainder(lon - 45, 360));
            const double most = series ? (awayFromMeridian < 30 ? 0.01 : 1000) : table ? 20 : 0.01;
            QVERIFY2(geodesic::distance(back, {lat, lon}) < most, qPrintable(QStringLiteral("%1 %2").arg(lat).arg(lon)));
        }
    }
}

void ProjectionTest::isWhatProjGives_data()
{
    QTest::addColumn<QString>("definition");
    for (const QString &definition : offered() + test::allProjections())
        QTest::newRow(qPrintable(definition)) << definition;
    for (const char *definition :
         {"+proj=lcc +lat_1=25", "+proj=lcc +lat_1=25 +lat_0=20", "+proj=lcc +lat_1=25 +lat_0=25 +lon_0=30", "+proj=merc", "+proj=stere +lat_0=90",
          "+proj=stere +lat_0=-90 +lat_ts=-71", "+proj=laea", "+proj=tmerc +lon_0=45 +k=0.9996 +x_0=500000 +ellps=krass",
          "+proj=aea +lat_1=38 +lat_2=43 +lat_0=40d30'N +lon_0=45d15'E", "+proj=moll +R=6371000", "+proj=utm +zone=38 +south",
          "+proj=eqc +lat_ts=40 +datum=WGS84", "+proj=cea +lat_ts=30", "EPSG:3395", "EPSG:3031", "EPSG:32661", "ESRI:54009"})
        QTest::newRow(definition) << QString::fromLatin1(definition);
}

// Whatever shortcut is taken: to the millimetre what PROJ answers to the question asked the long way.
void ProjectionTest::isWhatProjGives()
{
    QFETCH(QString, definition);
    const auto p = projection(definition);
    if (!p)
        QSKIP("PROJ does not take it as a coordinate reference system");
    if (definition == QLatin1String("EPSG:4326"))
        QSKIP("PROJ leaves degrees as they are");
    const bool string = definition.startsWith(u'+') && !definition.contains(u"+type=crs");
    const test::ProjReference reference(definition + (string ? QStringLiteral(" +type=crs") : QString()));
    QVERIFY(reference.valid());
    int compared = 0;
    for (double lat = -81.1; lat <= 82; lat += 5.3) {
        for (double lon = -179.3; lon <= 179; lon += 7.1) {
            const PointXY theirs = reference.forward({lat, lon}), ours = p->forward(LatLon{lat, lon});
            if (!theirs.finite() && !ours.finite())
                continue;
            const double most = 1e-3 * std::max(1.0, std::hypot(theirs.x, theirs.y) / 1e8);
            QVERIFY2(std::hypot(ours.x - theirs.x, ours.y - theirs.y) < most,
                     qPrintable(QStringLiteral("%1 %2: %3 %4, not %5 %6").arg(lat).arg(lon).arg(ours.x).arg(ours.y).arg(theirs.x).arg(theirs.y)));
            ++compared;
        }
    }
    QVERIFY(compared > 50);
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

void ProjectionTest::otherUnitsBecomeMetres()
{
    // California zone 1 in US survey feet, and its metric twin.
    const auto feet = projection(QStringLiteral("EPSG:2225")), metres = projection(QStringLiteral("EPSG:26941"));
    QVERIFY(feet && metres);
    const LatLon place{40.8, -122.4};
    const PointXY a = feet->forward(place), b = metres->forward(place);
    QVERIFY2(std::hypot(a.x - b.x, a.y - b.y) < 0.01, qPrintable(QStringLiteral("%1 %2").arg(a.x).arg(b.x)));
    QVERIFY(geodesic::distance(feet->inverse(a), place) < 0.01);
    const auto plain = projection(QStringLiteral("+proj=lcc +lat_1=38 +lat_2=43 +lon_0=45 +datum=WGS84"));
    for (const char *units : {"us-ft", "ft", "km", "m"}) {
        const auto other = projection(plain->definition() + QStringLiteral(" +units=") + QLatin1String(units));
        QVERIFY2(other && other->forward(LatLon{40, 44}) == plain->forward(LatLon{40, 44}), units);
    }
    // Nautical miles through another datum.
    const auto miles = projection(QStringLiteral("+proj=merc +ellps=intl +towgs84=-87,-98,-121 +units=us-mi"));
    QVERIFY(miles && std::abs(miles->forward(LatLon{0, 10}).x - 10 * M_PI / 180 * 6378388) < 200);
}

void ProjectionTest::otherAxesBecomeEastAndNorth()
{
    // Axes to the west and south (South Africa), and to the south and west (Bohemia).
    for (const auto &[definition, place] : {std::pair("EPSG:2053", LatLon{-29, 29.5}), std::pair("EPSG:5513", LatLon{50, 15}),
                                            std::pair("EPSG:5514", LatLon{50, 15}), std::pair("EPSG:32661", LatLon{85, 0})}) {
        const auto p = projection(QString::fromLatin1(definition));
        QVERIFY2(p, definition);
        const PointXY here = p->forward(place), east = p->forward(LatLon{place.lat, place.lon + 0.1}), north = p->forward(LatLon{place.lat + 0.1, place.lon});
        QVERIFY2(east.x - here.x > 5 * std::abs(east.y - here.y) && north.y - here.y > 5 * std::abs(north.x - here.x), definition);
    }
}

void ProjectionTest::geographicIsPlateCarree()
{
    for (const char *definition : {"EPSG:4326", "4326", "EPSG:4258", "+proj=longlat +datum=WGS84", "OGC:CRS84"}) {
        const auto p = projection(QString::fromLatin1(definition));
        QVERIFY2(p, definition);
        const PointXY at = p->forward(LatLon{40, 45});
        QVERIFY2(std::abs(at.x - 6378137 * M_PI / 4) < 1 && std::abs(at.y - 6378137 * M_PI * 40 / 180) < 1, definition);
        QVERIFY2(p->title().contains(u"plate carrée"), qPrintable(p->title()));
    }
}

void ProjectionTest::farFromItsCountryADatumStillWorks()
{
    // Their grids end at the border of the country; maps do not.
    for (const char *definition : {"EPSG:21781", "EPSG:27700", "EPSG:2225", "EPSG:28418", "EPSG:31370"}) {
        const auto p = projection(QString::fromLatin1(definition));
        QVERIFY2(p, definition);
        const LatLon yerevan{40.2, 44.5};
        const PointXY at = p->forward(yerevan);
        QVERIFY2(at.finite(), definition);
        QVERIFY2(geodesic::distance(p->inverse(at), yerevan) < 50, definition);
    }
    // At home it is PROJ's best, grids and all.
    for (const auto &[definition, place] : {std::pair("EPSG:28418", LatLon{55, 104}), std::pair("EPSG:27700", LatLon{52, -1}),
                                            std::pair("EPSG:21781", LatLon{47, 8}), std::pair("EPSG:2225", LatLon{41, -122})}) {
        PointXY theirs = test::ProjReference(QString::fromLatin1(definition)).forward(place);
        const double unit = QLatin1String(definition) == QLatin1String("EPSG:2225") ? 1200.0 / 3937 : 1;
        theirs = {theirs.x * unit, theirs.y * unit};
        const PointXY ours = projection(QString::fromLatin1(definition))->forward(place);
        QVERIFY2(std::hypot(ours.x - theirs.x, ours.y - theirs.y) < 1e-3, definition);
    }
    // Bern's origin, through the grid.
    const PointXY bern = projection(QStringLiteral("EPSG:21781"))->forward(LatLon{46.951082773, 7.438632421});
    QVERIFY2(std::hypot(bern.x - 600000, bern.y - 200000) < 2, qPrintable(QStringLiteral("%1 %2").arg(bern.x, 0, 'f').arg(bern.y, 0, 'f')));
}

void ProjectionTest::refusesWithAReason_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QString() << QStringLiteral("unrecognized");
    QTest::newRow("nonsense") << QStringLiteral("+proj=nowhere") << QStringLiteral("Unknown projection");
    QTest::newRow("unknown code") << QStringLiteral("EPSG:999999") << QStringLiteral("crs not found");
    QTest::newRow("not a CRS") << QStringLiteral("urn:ogc:def:ellipsoid:EPSG::7030") << QStringLiteral("not a coordinate reference system");
    QTest::newRow("geocentric") << QStringLiteral("EPSG:4978") << QStringLiteral("map coordinates");
    QTest::newRow("heights only") << QStringLiteral("EPSG:5773") << QStringLiteral("map coordinates");
    QTest::newRow("no cone") << QStringLiteral("+proj=lcc +lat_1=38 +lat_2=-38") << QStringLiteral("lat_1 + lat_2");
    QTest::newRow("no zone") << QStringLiteral("+proj=utm +zone=99") << QStringLiteral("zone");
    QTest::newRow("no height") << QStringLiteral("+proj=nsper +lat_0=40") << QStringLiteral("h");
    QTest::newRow("the Moon") << QStringLiteral("IAU_2015:30110") << QStringLiteral("celestial body");
    QTest::newRow("an operation") << QStringLiteral("+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad") << QString();
}

void ProjectionTest::refusesWithAReason()
{
    QFETCH(QString, definition);
    QFETCH(QString, reason);
    const auto result = Projection::create(definition);
    QVERIFY(!result.ok());
    QVERIFY2(result.error().message.contains(reason), qPrintable(result.error().message));
    QVERIFY(!result.error().message.contains(QLatin1String("proj_create")));
}

void ProjectionTest::undefinedStaysUndefined()
{
    for (const QString &definition : {Projection::defaultDefinition(), QStringLiteral("EPSG:32638"), QStringLiteral("EPSG:2225")}) {
        const auto p = projection(definition);
        QVERIFY(!p->forward(LatLon{}).finite());
        QVERIFY(!p->forward(LatLon{95, 20}).finite());
        QVERIFY(!p->inverse(PointXY{std::nan(""), 0}).defined());
        // A bad point does not spoil its neighbours.
        const std::vector<LatLon> in{{40, 45}, {}, {41, 45}};
        std::vector<PointXY> out(3);
        p->forward(in, out);
        QVERIFY(out[0].finite() && !out[1].finite() && out[2].finite());
    }
}

void ProjectionTest::noInverseBesideTheMap()
{
    // The gap of a cone, the corner of a disc, above and beside the sheet.
    QVERIFY(!projection(Projection::defaultDefinition())->inverse({0, 12e6}).defined());
    QVERIFY(!projection(projections::albers())->inverse({0, 14e6}).defined());
    QVERIFY(!projection(QStringLiteral("+proj=ortho +lat_0=40 +lon_0=45"))->inverse({5e6, 5e6}).defined());
    QVERIFY(!projection(QStringLiteral("+proj=laea +lat_0=40 +lon_0=45"))->inverse({1e7, 1e7}).defined());
    QVERIFY(!projection(QStringLiteral("EPSG:3857"))->inverse({2.1e7, 0}).defined());
    QVERIFY(!projection(QStringLiteral("+proj=moll"))->inverse({1.7e7, 6e6}).defined());
}

void ProjectionTest::inverseWithoutProj()
{
    // PROJ can compute these only forward.
    for (const char *definition : {"+proj=wag7 +lon_0=45", "+proj=airy +lat_0=40 +lon_0=45", "+proj=vandg4", "+proj=ortel +lon_0=20"}) {
        const auto p = projection(QString::fromLatin1(definition));
        for (double lat = -70; lat <= 80; lat += 15) {
            for (double lon = -160; lon <= 170; lon += 15) {
                if (!p->domain().contains({lat, lon}))
                    continue;
                const LatLon back = p->inverse(p->forward(LatLon{lat, lon}));
                QVERIFY2(geodesic::distance(back, {lat, lon}) < 1, qPrintable(QStringLiteral("%1 %2 %3").arg(QLatin1String(definition)).arg(lat).arg(lon)));
            }
        }
        QVERIFY(!p->inverse({5e7, 5e7}).defined());
    }
}

void ProjectionTest::convergenceFollowsTheMeridian()
{
    const auto p = projection(Projection::defaultDefinition());
    QVERIFY(std::abs(p->convergence({40.5, 45})) < 1e-6);
    QVERIFY(p->convergence({40.5, 52}) < -1);  // east of the central meridian north leans to the west
    QVERIFY(p->convergence({40.5, 38}) > 1);
    QVERIFY(std::abs(projection(QStringLiteral("EPSG:3857"))->convergence({41, 30})) < 1e-6);
}

void ProjectionTest::convergenceAtThePoles()
{
    const auto north = projection(QStringLiteral("EPSG:3995"));  // the meridian of Greenwich runs down
    for (const double lat : {80.0, 89.995, 90.0}) {
        QVERIFY(std::abs(north->convergence({lat, 0})) < 1e-6);
        QVERIFY(std::abs(north->convergence({lat, 90}) + 90) < 1e-6);
    }
    const auto south = projection(QStringLiteral("EPSG:3031"));
    for (const double lat : {-80.0, -89.995, -90.0})
        QVERIFY(std::abs(south->convergence({lat, 90}) - 90) < 1e-6);
    QVERIFY(std::isnan(projection(Projection::defaultDefinition())->convergence({-90, 45})));
}

void ProjectionTest::worksOnSeveralThreads()
{
    for (const QString &definition : {Projection::defaultDefinition(), QStringLiteral("EPSG:32638"), QStringLiteral("EPSG:28418"), QStringLiteral("+proj=igh")}) {
        const auto p = projection(definition);
        const PointXY expected = p->forward(LatLon{41, 47});
        std::vector<std::thread> threads;
        std::atomic<int> wrong = 0;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 500; ++i)
                    wrong += p->forward(LatLon{41, 47}) == expected ? 0 : 1;
                wrong += p->domain().contains({41, 47}) && p->validBox().contains(expected) ? 0 : 1;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
}

void ProjectionTest::conicParallelsLieASixthIn()
{
    const QString text = Projection::conicFor({20, 36, 60, 48});
    QVERIFY2(text.contains(u"+lat_1=38 ") && text.contains(u"+lat_2=46 ") && text.contains(u"+lon_0=40 "), qPrintable(text));
    QVERIFY(projection(text));
}

void ProjectionTest::conicForBoxesThatAllowNone()
{
    QVERIFY(Projection::conicFor({-60, -40, 60, 40}).startsWith(QLatin1String("+proj=merc")));
    QVERIFY(Projection::conicFor({-180, 60, 180, 90}).startsWith(QLatin1String("+proj=stere +lat_0=90")));
    QVERIFY(Projection::conicFor({-180, -90, 180, -60}).startsWith(QLatin1String("+proj=stere +lat_0=-90")));
    // Across the antimeridian the middle is no longitude beyond 180.
    QVERIFY(Projection::conicFor({160, 40, 220, 70}).contains(QLatin1String("+lon_0=-170 ")));
    for (const GeoBox &box : {GeoBox{-60, -40, 60, 40}, {-180, 60, 180, 90}, {160, 40, 220, 70}, {-180, -90, 180, 90}, {0, -1, 1, 1.5}, {10, 20, 10, 20}})
        QVERIFY2(projection(Projection::conicFor(box)), qPrintable(Projection::conicFor(box)));
}

void ProjectionTest::titlesArePlain()
{
    QCOMPARE(projection(Projection::defaultDefinition())->title(), QStringLiteral("Lambert conformal conic 38/43° N, 45° E"));
    QCOMPARE(projection(Projection::conicFor({20, 36, 61, 48}))->title(), QStringLiteral("Lambert conformal conic 38/46° N, 40.5° E"));
    QCOMPARE(projection(QStringLiteral("+proj=laea +lat_0=-40 +lon_0=-45"))->title(),
             QStringLiteral("Lambert azimuthal equal-area 40° S, 45° W"));
    QCOMPARE(projection(QStringLiteral("EPSG:32638"))->title(), QStringLiteral("WGS 84 / UTM zone 38N"));
    QCOMPARE(projection(QStringLiteral("EPSG:32738"))->title(), QStringLiteral("WGS 84 / UTM zone 38S"));
    QCOMPARE(projection(QStringLiteral("EPSG:3857"))->title(), QStringLiteral("Web Mercator (WGS 84 / Pseudo-Mercator)"));
    QCOMPARE(projection(QStringLiteral("EPSG:2225"))->title(), QStringLiteral("NAD83 / California zone 1 (ftUS)"));
    QCOMPARE(projection(QStringLiteral("+proj=igh  +lon_0=0"))->title(), QStringLiteral("+proj=igh +lon_0=0"));
}

void ProjectionTest::definitionsAreTidied()
{
    QCOMPARE(projection(QStringLiteral(" 3857 "))->definition(), QStringLiteral("EPSG:3857"));
    QCOMPARE(projection(QStringLiteral("epsg: 32638"))->definition(), QStringLiteral("EPSG:32638"));
    QCOMPARE(projection(QStringLiteral("esri:54030"))->definition(), QStringLiteral("ESRI:54030"));
    QVERIFY(projection(QStringLiteral("+proj=laea +lat_0=40"))->definition().contains(QLatin1String("+type=crs")));
    const QString wkt = QStringLiteral("PROJCS[\"mine\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                                       "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Mercator_1SP\"],"
                                       "PARAMETER[\"central_meridian\",45],PARAMETER[\"scale_factor\",1],UNIT[\"metre\",1]]");
    const auto p = projection(wkt);
    QVERIFY(p);
    QCOMPARE(p->title(), QStringLiteral("mine"));
    QVERIFY(std::abs(p->forward(LatLon{0, 45}).x) < 1e-6);
}

QTEST_APPLESS_MAIN(ProjectionTest)
#include "ProjectionTest.moc"
