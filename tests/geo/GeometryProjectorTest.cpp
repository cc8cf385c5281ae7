// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/GeometryProjector.h"
#include "geo/ProjectionDomain.h"

#include <QTest>

using namespace ca;

namespace {

constexpr double halfWorld = 6378137 * M_PI;  // metres, Web Mercator's edge

std::shared_ptr<const Projection> projection(const char *definition)
{
    return *Projection::create(QString::fromLatin1(definition));
}

PlaneParts drawn(const Projection &projection, const GeoLine &line, GeometryProjector::Options options = {2, true})
{
    PlaneParts parts;
    GeometryProjector(projection, options).line(line, parts);
    return parts;
}

PlaneParts filled(const Projection &projection, const std::vector<GeoLine> &rings)
{
    PlaneParts parts;
    const std::vector<std::span<const LatLon>> spans(rings.begin(), rings.end());
    GeometryProjector(projection).rings(spans, parts);
    return parts;
}

double longestEdge(const PlaneParts &parts)
{
    double longest = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto part = parts.part(i);
        for (std::size_t k = 1; k < part.size(); ++k)
            longest = std::max(longest, std::hypot(part[k].x - part[k - 1].x, part[k].y - part[k - 1].y));
    }
    return longest;
}

} // namespace

class GeometryProjectorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void farFromTearsItIsForward();
    void edgesFollowTheirCurve();
    void trackAcrossTheAntimeridianIsSplit();
    void trackWithBothNamesOfTheAntimeridian();
    void trackAcrossTheAntimeridianIsWholeInPacificMaps();
    void vertexOnTheTearBreaksTheLine();
    void lineAlongTheTearIsDrawnOnce();
    void parallelOfTwoVerticesGoesRoundTheWorld();
    void longitudesBeyond180GoOn();
    void positionsNameTheInput();
    void horizonEndsALine();
    void mercatorStopsBeforeThePole();
    void overThePole();
    void badVerticesAreLeftOutAndCounted();
    void ringIsClosedAndFlagged();
    void ringTheDataCutAtTheAntimeridianHasNoSeam();
    void ringBehindTheHorizonVanishes();
    void ringAroundTheHorizonFillsTheMap();
    void unclosedAndDegenerateRings();
    void pointsBeyondTheMapAreCounted();
    void worldIsTheValidBox();
};

void GeometryProjectorTest::farFromTearsItIsForward()
{
    const auto p = projection("+proj=lcc +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84");
    GeoLine line;
    for (int i = 0; i < 500; ++i)
        line.push_back({38 + 0.007 * i, 44 + 0.01 * std::sin(i)});
    PlaneLine plain(line.size());
    p->forward(line, plain);
    const PlaneParts parts = drawn(*p, line);
    QCOMPARE(parts.size(), std::size_t(1));
    QCOMPARE(parts.vertices, plain);
    QCOMPARE(parts.positions.size(), plain.size());
    QCOMPARE(parts.positions[17], 17.0);
}

void GeometryProjectorTest::edgesFollowTheirCurve()
{
    // The 40th parallel across the region is an arc in a conic map; its chord runs 20 km beside it.
    const auto p = projection("+proj=lcc +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84");
    const GeoLine line{{40, 40}, {40, 52}};
    const PlaneParts parts = drawn(*p, line);
    QCOMPARE(parts.size(), std::size_t(1));
    QVERIFY(parts.vertices.size() > 20 && parts.vertices.size() < 500);
    for (std::size_t i = 0; i + 1 < parts.vertices.size(); ++i) {
        const double at = (parts.positions[i] + parts.positions[i + 1]) / 2;
        const PointXY wanted = p->forward(LatLon{40, 40 + 12 * at}), a = parts.vertices[i], b = parts.vertices[i + 1];
        QVERIFY(std::hypot(wanted.x - (a.x + b.x) / 2, wanted.y - (a.y + b.y) / 2) < 2.01);
    }
    // Where a parallel is straight nothing is added.
    QCOMPARE(drawn(*projection("EPSG:3857"), line, {2, false}).vertices.size(), std::size_t(3));
}

void GeometryProjectorTest::trackAcrossTheAntimeridianIsSplit()
{
    const auto p = projection("EPSG:3857");
    const PlaneParts parts = drawn(*p, {{10, 178}, {11, 179}, {12, -179}, {13, -178}});
    QCOMPARE(parts.size(), std::size_t(2));
    QVERIFY(std::abs(parts.part(0).back().x - halfWorld) < 0.01);
    QVERIFY(std::abs(parts.part(1).front().x + halfWorld) < 0.01);
    QVERIFY(std::abs(parts.part(0).back().y - parts.part(1).front().y) < 0.01);
    QVERIFY(std::abs(parts.part(0).back().y - p->forward(LatLon{11.5, 180}).y) < 0.01);
    QVERIFY(longestEdge(parts) < 200e3);
}

// Some programs put a vertex on either side, both at the same place; that is no way round the world.
void GeometryProjectorTest::trackWithBothNamesOfTheAntimeridian()
{
    const GeoLine track{{10, 179}, {11, 180}, {11, -180}, {12, -179}};
    QVERIFY(longestEdge(drawn(*projection("EPSG:3857"), track)) < 200e3);
    const PlaneParts whole = drawn(*projection("+proj=merc +lon_0=180 +ellps=WGS84"), track);
    QCOMPARE(whole.size(), std::size_t(1));
    QVERIFY(longestEdge(whole) < 200e3);
}

void GeometryProjectorTest::trackAcrossTheAntimeridianIsWholeInPacificMaps()
{
    const GeoLine track{{10, 178}, {11, 179}, {12, -179}, {13, -178}};
    for (const char *definition : {"+proj=merc +lon_0=180 +ellps=WGS84", "+proj=laea +lat_0=0 +lon_0=170", "EPSG:32638", "EPSG:3995",
                                   "+proj=lcc +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84"}) {
        const PlaneParts parts = drawn(*projection(definition), track, {500, false});
        QVERIFY2(parts.size() == 1, definition);
        QVERIFY2(longestEdge(parts) < 600e3, definition);
    }
}

void GeometryProjectorTest::vertexOnTheTearBreaksTheLine()
{
    const auto p = projection("+proj=merc +lon_0=45 +ellps=WGS84");  // torn at 135 W
    const PlaneParts through = drawn(*p, {{10, -136}, {10, -135}, {10, -134}});
    QCOMPARE(through.size(), std::size_t(2));
    QVERIFY(longestEdge(through) < 200e3);
    const PlaneParts back = drawn(*p, {{10, -136}, {10, -135}, {10, -136}});
    QCOMPARE(back.size(), std::size_t(1));
    QVERIFY(longestEdge(back) < 200e3);
}

void GeometryProjectorTest::lineAlongTheTearIsDrawnOnce()
{
    for (const char *definition : {"+proj=merc +lon_0=45 +ellps=WGS84", "+proj=lcc +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84"}) {
        const PlaneParts parts = drawn(*projection(definition), {{-10, -135}, {0, -135}, {10, -135}});
        QVERIFY2(parts.size() == 1, definition);
        QVERIFY2(longestEdge(parts) < 4000e3, definition);
    }
}

void GeometryProjectorTest::parallelOfTwoVerticesGoesRoundTheWorld()
{
    const PlaneParts mercator = drawn(*projection("EPSG:3857"), {{40, -180}, {40, 180}});
    QCOMPARE(mercator.size(), std::size_t(1));
    QVERIFY(std::abs(mercator.vertices.back().x - mercator.vertices.front().x - 2 * halfWorld) < 0.01);
    // Torn at 135 W: two parts of one circle of latitude.
    QCOMPARE(drawn(*projection("+proj=lcc +lat_1=38 +lat_2=43 +lon_0=45"), {{40, -180}, {40, 180}}).size(), std::size_t(2));
    const PlaneParts polar = drawn(*projection("EPSG:3995"), {{70, -180}, {70, 180}});
    QCOMPARE(polar.size(), std::size_t(1));
    QVERIFY(std::hypot(polar.vertices.front().x - polar.vertices.back().x, polar.vertices.front().y - polar.vertices.back().y) < 1);
}

void GeometryProjectorTest::longitudesBeyond180GoOn()
{
    const auto p = projection("+proj=merc +lon_0=180 +ellps=WGS84");
    QCOMPARE(drawn(*p, {{10, 178}, {10, 182}, {10, 190}}).size(), std::size_t(1));
    QCOMPARE(drawn(*projection("EPSG:3857"), {{10, 178}, {10, 182}, {10, 190}}).size(), std::size_t(2));
}

void GeometryProjectorTest::positionsNameTheInput()
{
    const auto p = projection("EPSG:3857");
    const GeoLine track{{10, 178}, {}, {11, 179}, {12, -179}, {13, -178}};
    const PlaneParts parts = drawn(*p, track);
    QCOMPARE(parts.positions.size(), parts.vertices.size());
    QVERIFY(std::is_sorted(parts.positions.begin(), parts.positions.end()));
    QCOMPARE(parts.positions.front(), 0.0);
    QCOMPARE(parts.positions.back(), 4.0);
    // The antimeridian is met half way from vertex 2 to vertex 3.
    QVERIFY(std::abs(parts.positions[parts.partStart[1]] - 2.5) < 1e-6);
    for (std::size_t i = 0; i < parts.vertices.size(); ++i) {
        const double whole = std::round(parts.positions[i]);
        if (parts.positions[i] == whole && track[std::size_t(whole)].defined())
            QVERIFY(std::abs(parts.vertices[i].y - p->forward(track[std::size_t(whole)]).y) < 1e-3);
    }
}

void GeometryProjectorTest::horizonEndsALine()
{
    const auto p = projection("+proj=ortho +lat_0=0 +lon_0=45");
    const PlaneParts equator = drawn(*p, {{0, -180}, {0, 180}});
    QCOMPARE(equator.size(), std::size_t(1));
    QVERIFY(std::abs(equator.vertices.front().x + 6378137) < 500 && std::abs(equator.vertices.back().x - 6378137) < 500);
    QVERIFY(drawn(*p, {{10, -140}, {20, -130}}).vertices.empty());
}

void GeometryProjectorTest::mercatorStopsBeforeThePole()
{
    const PlaneParts meridian = drawn(*projection("EPSG:3857"), {{-90, 30}, {90, 30}});
    QCOMPARE(meridian.size(), std::size_t(1));
    QVERIFY(std::abs(meridian.vertices.front().y + halfWorld) < 1 && std::abs(meridian.vertices.back().y - halfWorld) < 1);
}

void GeometryProjectorTest::overThePole()
{
    // Straight over the pole along two meridians: whole in every map of the pole, in two pieces where the pole is an edge.
    const GeoLine line{{80, 10}, {90, 10}, {90, -170}, {80, -170}};
    for (const char *definition : {"EPSG:3995", "+proj=laea +lat_0=60 +lon_0=45", "EPSG:32638", "+proj=ortho +lat_0=70"})
        QVERIFY2(drawn(*projection(definition), line).size() == 1, definition);
    const PlaneParts flat = drawn(*projection("EPSG:4326"), line);
    QVERIFY(longestEdge(flat) <= halfWorld + 1);  // along the pole, which is a line here
}

void GeometryProjectorTest::badVerticesAreLeftOutAndCounted()
{
    const auto p = projection("EPSG:32638");
    GeometryProjector projector(*p, {2, false});
    PlaneParts parts;
    projector.line(GeoLine{{40, 45}, {}, {91, 45}, {40.01, 45}, {41, 4000}, {40.02, 45}}, parts);
    QCOMPARE(parts.size(), std::size_t(1));
    QCOMPARE(parts.vertices.size(), std::size_t(3));
    QCOMPARE(projector.invalid(), std::size_t(3));
    projector.line(GeoLine{{}, {}, {}}, parts);
    projector.line(GeoLine{{40, 45}}, parts);
    projector.line(GeoLine{}, parts);
    QCOMPARE(parts.size(), std::size_t(1));
}

void GeometryProjectorTest::ringIsClosedAndFlagged()
{
    const GeoLine box{{30, -150}, {30, -120}, {60, -120}, {60, -150}, {30, -150}};
    const PlaneParts cut = filled(*projection("+proj=lcc +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84"), {box});
    QCOMPARE(cut.size(), std::size_t(2));
    for (std::size_t i = 0; i < cut.size(); ++i) {
        QCOMPARE(cut.part(i).front(), cut.part(i).back());
        QCOMPARE(cut.cut[i], std::uint8_t(1));
    }
    const PlaneParts whole = filled(*projection("EPSG:3857"), {box});
    QCOMPARE(whole.size(), std::size_t(1));
    QCOMPARE(whole.cut[0], std::uint8_t(0));
}

// Russia as data have it: cut along 180, so that a stroke would draw a border through Chukotka.
void GeometryProjectorTest::ringTheDataCutAtTheAntimeridianHasNoSeam()
{
    const auto p = projection("+proj=laea +lat_0=60 +lon_0=160");
    const GeoLine west{{65, 170}, {65, 180}, {70, 180}, {70, 170}, {65, 170}};
    const PlaneParts area = filled(*p, {west});
    QCOMPARE(area.size(), std::size_t(1));
    QCOMPARE(area.cut[0], std::uint8_t(1));
    PlaneParts stroke;
    GeometryProjector(*p).outline(west, stroke);
    QCOMPARE(stroke.size(), std::size_t(2));
    const PointXY seam = p->forward(LatLon{67.5, 180});
    for (const PointXY v : stroke.vertices)
        QVERIFY(std::hypot(v.x - seam.x, v.y - seam.y) > 100e3);
}

void GeometryProjectorTest::ringBehindTheHorizonVanishes()
{
    const auto p = projection("+proj=ortho +lat_0=40 +lon_0=45");
    QVERIFY(filled(*p, {{{-30, -140}, {-30, -130}, {-50, -130}, {-50, -140}, {-30, -140}}}).vertices.empty());
}

void GeometryProjectorTest::ringAroundTheHorizonFillsTheMap()
{
    // All of the Earth but a hole on the far side: nothing of its outline is seen, and everything is land.
    const auto p = projection("+proj=ortho +lat_0=40 +lon_0=45");
    const GeoLine world{{-90, -180}, {-90, 180}, {90, 180}, {90, -180}, {-90, -180}};
    const GeoLine hole{{-30, -140}, {-30, -130}, {-50, -130}, {-50, -140}, {-30, -140}};
    const PlaneParts parts = filled(*p, {world, hole});
    Box bounds;
    for (const PointXY v : parts.vertices)
        bounds.extend(v);
    QVERIFY(bounds.width() > 12.7e6 && bounds.height() > 12.6e6);
}

void GeometryProjectorTest::unclosedAndDegenerateRings()
{
    const auto p = projection("EPSG:3857");
    const PlaneParts open = filled(*p, {{{40, 45}, {40, 45.01}, {40.01, 45.01}}});
    QCOMPARE(open.size(), std::size_t(1));
    QCOMPARE(open.vertices.size(), std::size_t(4));
    QCOMPARE(open.vertices.front(), open.vertices.back());
    QVERIFY(filled(*p, {{{40, 45}, {40, 46}}, {}, {{40, 45}}, {{}, {}, {}, {}}, {{40, 180}, {40, 180}, {40, 180}, {40, 180}}}).size() <= 1);
}

void GeometryProjectorTest::pointsBeyondTheMapAreCounted()
{
    const auto p = projection("+proj=ortho +lat_0=40 +lon_0=45");
    GeometryProjector projector(*p);
    std::vector<PointXY> plane;
    std::vector<std::uint32_t> indices;
    projector.points(GeoLine{{40, 45}, {-40, -135}, {}, {41, 46}, {95, 0}}, plane, indices);
    QCOMPARE(indices, (std::vector<std::uint32_t>{0, 3}));
    QCOMPARE(plane.size(), std::size_t(2));
    QCOMPARE(projector.beyond(), std::size_t(1));
    QCOMPARE(projector.invalid(), std::size_t(2));
}

void GeometryProjectorTest::worldIsTheValidBox()
{
    const auto p = projection("EPSG:3857");
    const Box box = p->validBox();
    QVERIFY(std::abs(box.minX + halfWorld) < 1 && std::abs(box.maxY - halfWorld) < 1);
    PlaneParts world;
    GeometryProjector(*p).world(world);
    QCOMPARE(world.size(), std::size_t(1));
    QCOMPARE(world.part(0).front(), world.part(0).back());
}

QTEST_APPLESS_MAIN(GeometryProjectorTest)
#include "GeometryProjectorTest.moc"
