// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlaneAreas.h"

#include "geo/GeometryProjector.h"

#include <QTest>

using namespace ca;

namespace {

constexpr double authalicRadius = 6371007.181;

struct Polygon {
    const char *name;
    std::vector<GeoLine> rings;  ///< a shell and its holes
};

/// A ring around the axis at @p lat, wavy, so that no edge lies along a parallel.
GeoLine aroundTheAxis(double lat, double wave)
{
    GeoLine ring;
    for (int lon = -175; lon <= 175; lon += 10)
        ring.push_back({lat + wave * std::sin(lon * M_PI / 60), double(lon)});
    ring.push_back(ring.front());
    return ring;
}

GeoLine boxRing(double west, double south, double east, double north)
{
    return {{south, west}, {south, east}, {north, east}, {north, west}, {south, west}};
}

/// The same area as aroundTheAxis(), as data are often cut: down the antimeridian and along the pole.
GeoLine closedOverThePole(double lat, double wave)
{
    GeoLine ring = aroundTheAxis(lat, wave);
    const double end = lat;
    ring.pop_back();
    ring.insert(ring.begin(), {end, -180});
    ring.push_back({end, 180});
    ring.push_back({lat < 0 ? -90.0 : 90.0, 180});
    ring.push_back({lat < 0 ? -90.0 : 90.0, -180});
    ring.push_back(ring.front());
    return ring;
}

std::vector<Polygon> polygons()
{
    const GeoLine east{{50, 100}, {75, 110}, {70, 179}, {68, -170}, {60, -172}, {62, 170}, {50, 100}};
    return {
        {"the South Caucasus", {boxRing(40, 37.5, 52, 43.5)}},
        {"across the antimeridian, uncut", {east}},
        {"across 135 W", {boxRing(-150, 30, -120, 60)}},
        {"a hole across 135 W", {boxRing(-160, 20, -110, 70), boxRing(-140, 30, -130, 60)}},
        {"a hole across the antimeridian", {boxRing(150, -40, -150, 10), boxRing(170, -20, -170, 0)}},
        {"around the south pole, uncut", {aroundTheAxis(-70, 4)}},
        {"around the south pole, cut", {closedOverThePole(-70, 4)}},
        {"around the north pole, uncut", {aroundTheAxis(75, -3)}},
        {"around the north pole with a hole over it", {aroundTheAxis(60, 5), aroundTheAxis(80, 2)}},
        {"far behind the Caucasus", {boxRing(-150, -50, -120, -30)}},
        {"with an edge along a tear", {boxRing(-135, 10, -100, 50)}},
    };
}

bool isSphere(const QString &definition)
{
    return definition.contains(u"+R=");
}

/// Plane area of one square metre: HEALPix draws all of them a little too large.
double arealScale(const QString &definition)
{
    return definition.contains(u"healpix") ? 3 * M_PI / 8 : 1;
}

double wanted(const Polygon &polygon, const QString &definition)
{
    double area = 0;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
        area += (i == 0 ? 1 : -1)
            * (isSphere(definition) ? test::groundArea(polygon.rings[i], authalicRadius, 0) : test::groundArea(polygon.rings[i]));
    }
    return area * arealScale(definition);
}

} // namespace

/// Equal-area projections keep the area of whatever is cut for them; a fill that leaks, turns inside out or loses a piece
/// does not.
class CutAreasTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areasAreKept_data();
    void areasAreKept();
    void theWorldIsWhole_data();
    void theWorldIsWhole();
    void bothWaysOfCuttingFillTheSame_data();
    void bothWaysOfCuttingFillTheSame();
};

static const QStringList equalArea{
    QStringLiteral("+proj=cea +lon_0=45 +ellps=WGS84"),
    QStringLiteral("+proj=aea +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84"),
    QStringLiteral("+proj=aea +lat_1=-20 +lat_2=-50 +lon_0=45 +datum=WGS84"),
    QStringLiteral("+proj=laea +lat_0=40 +lon_0=45 +datum=WGS84"),
    QStringLiteral("+proj=laea +lat_0=-90 +datum=WGS84"),
    QStringLiteral("+proj=laea +lat_0=90 +lon_0=45 +datum=WGS84"),
    QStringLiteral("+proj=laea +lat_0=0 +lon_0=180 +datum=WGS84"),
    QStringLiteral("+proj=sinu +lon_0=45 +ellps=WGS84"),
    QStringLiteral("+proj=moll +lon_0=45 +R=6371007.181"),
    QStringLiteral("+proj=eck4 +lon_0=-100 +R=6371007.181"),
    QStringLiteral("+proj=hammer +lon_0=150 +R=6371007.181"),
    QStringLiteral("+proj=igh +R=6371007.181"),
    QStringLiteral("+proj=bonne +lat_1=40 +lon_0=45 +ellps=WGS84"),
    QStringLiteral("+proj=healpix +R=6371007.181")};

void CutAreasTest::areasAreKept_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<int>("polygon");
    const auto all = polygons();
    for (const QString &definition : equalArea)
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::addRow("%s, %s", qPrintable(definition), all[i].name) << definition << int(i);
}

void CutAreasTest::areasAreKept()
{
    QFETCH(QString, definition);
    QFETCH(int, polygon);
    const auto projection = *Projection::create(definition);
    const Polygon given = polygons()[std::size_t(polygon)];
    const std::vector<std::span<const LatLon>> rings(given.rings.begin(), given.rings.end());
    PlaneParts parts;
    GeometryProjector(*projection, {20, false}).rings(rings, parts);
    const double area = test::filledArea(parts), truth = wanted(given, definition);
    QVERIFY2(std::abs(area / truth - 1) < 1e-3, qPrintable(QStringLiteral("%1 of %2 km²").arg(area / 1e6).arg(truth / 1e6)));
}

void CutAreasTest::theWorldIsWhole_data()
{
    QTest::addColumn<QString>("definition");
    for (const QString &definition : equalArea)
        QTest::newRow(qPrintable(definition)) << definition;
}

void CutAreasTest::theWorldIsWhole()
{
    QFETCH(QString, definition);
    const auto projection = *Projection::create(definition);
    GeometryProjector projector(*projection, {100, false});
    const double earth = arealScale(definition) * (isSphere(definition) ? 4 * M_PI * authalicRadius * authalicRadius : 510065621.7e6);
    PlaneParts world, box, nothing;
    projector.world(world);
    QVERIFY2(std::abs(test::filledArea(world) / earth - 1) < 1e-3, qPrintable(QString::number(test::filledArea(world) / earth)));
    const GeoLine outline = boxRing(-180, -90, 180, 90);
    const std::span<const LatLon> once[] = {outline}, twice[] = {outline, outline};
    projector.rings(once, box);
    QVERIFY2(std::abs(test::filledArea(box) / earth - 1) < 1e-3, qPrintable(QString::number(test::filledArea(box) / earth)));
    projector.rings(twice, nothing);
    QVERIFY(nothing.vertices.empty() || test::filledArea(nothing) < earth * 1e-3);
}

void CutAreasTest::bothWaysOfCuttingFillTheSame_data()
{
    QTest::addColumn<QString>("definition");
    for (const char *definition : {"+proj=lcc +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84", "EPSG:32638", "EPSG:3857",
                                   "EPSG:3031", "+proj=ortho +lat_0=-60 +lon_0=45", "+proj=robin +lon_0=45",
                                   "+proj=gnom +lat_0=-60 +lon_0=45", "+proj=stere +lat_0=40 +lon_0=45", "EPSG:21781"})
        QTest::newRow(definition) << QString::fromLatin1(definition);
}

// Data cut along the antimeridian and data that run across it give the same picture, in projections of every kind.
void CutAreasTest::bothWaysOfCuttingFillTheSame()
{
    QFETCH(QString, definition);
    const auto projection = *Projection::create(definition);
    GeometryProjector projector(*projection, {20, false});
    const GeoLine uncut = aroundTheAxis(-70, 4), cut = closedOverThePole(-70, 4);
    const GeoLine across = boxRing(160, 40, -160, 70), west = boxRing(160, 40, 180, 70), east = boxRing(-180, 40, -160, 70);
    const std::vector<std::span<const LatLon>> polar[] = {{uncut}, {cut}}, crossing[] = {{across}, {west, east}};
    for (const auto &pair : {polar, crossing}) {
        PlaneParts first, second;
        projector.rings(pair[0], first);
        projector.rings(pair[1], second);
        const double a = test::filledArea(first), b = test::filledArea(second);
        QVERIFY2(std::abs(a - b) <= 2e-3 * std::max(a, b), qPrintable(QStringLiteral("%1 and %2 km²").arg(a / 1e6).arg(b / 1e6)));
    }
}

QTEST_APPLESS_MAIN(CutAreasTest)
#include "CutAreasTest.moc"
