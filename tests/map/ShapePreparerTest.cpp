// SPDX-License-Identifier: GPL-3.0-or-later
#include "UserLayers.h"
#include "geo/Polyline.h"
#include "geo/VertexRank.h"
#include "map/ShapePreparer.h"

#include <QtTest>

#include <numeric>
#include <set>
#include <tuple>

using namespace ca;

namespace {

std::shared_ptr<const Projection> projection(const QString &definition = Projection::defaultDefinition())
{
    return *Projection::create(definition);
}

PreparedLevel prepared(const FeatureTable &table, const Projection &in, const std::vector<std::uint32_t> &kinds = {})
{
    PreparedLevel level;
    prepareShapes(level, table, in, kinds, {});
    return level;
}

PlaneLine planeOf(std::span<const GridPoint> line)
{
    PlaneLine plane;
    for (const GridPoint p : line)
        plane.push_back(p.plane());
    return plane;
}

/// Square metres, positive when the ring runs counter-clockwise.
double area(std::span<const GridPoint> ring)
{
    const PlaneLine line = planeOf(ring);
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += (line[i - 1].x - line[0].x) * (line[i].y - line[0].y) - (line[i].x - line[0].x) * (line[i - 1].y - line[0].y);
    return sum / 2;
}

double areaOf(const PreparedShapes &shapes)
{
    double sum = 0;
    for (const PreparedShapes::Part &part : shapes.parts)
        sum += area(shapes.line(part));
    return sum;
}

double lengthOf(const PreparedShapes &shapes)
{
    double sum = 0;
    for (const PreparedShapes::Part &part : shapes.parts)
        sum += lineLength(planeOf(shapes.line(part)));
    return sum;
}

/// A part without its place in the arrays.
using Content = std::tuple<std::uint32_t, std::uint32_t, std::vector<std::pair<int, int>>, std::vector<RankCode>>;

Content contentOf(const PreparedShapes &shapes, const PreparedShapes::Part &part, std::uint32_t feature)
{
    std::vector<std::pair<int, int>> line;
    for (const GridPoint p : shapes.line(part))
        line.emplace_back(p.x, p.y);
    std::vector<RankCode> ranks;
    if (!shapes.ranks.empty())
        ranks.assign(shapes.rank(part).begin(), shapes.rank(part).end());
    return {feature, part.kind, std::move(line), std::move(ranks)};
}

std::multiset<Content> contents(const PreparedShapes &shapes)
{
    std::multiset<Content> all;
    for (const PreparedShapes::Part &part : shapes.parts)
        all.insert(contentOf(shapes, part, part.feature));
    return all;
}

/// What everybody who draws relies on; an empty string when it holds.
QString flaw(const PreparedShapes &shapes, bool ranked)
{
    if (shapes.tree.size() != shapes.parts.size())
        return QStringLiteral("the tree has %1 items for %2 parts").arg(shapes.tree.size()).arg(shapes.parts.size());
    if (shapes.ranks.size() != (ranked ? shapes.vertices.size() : 0))
        return QStringLiteral("%1 ranks for %2 vertices").arg(shapes.ranks.size()).arg(shapes.vertices.size());
    for (std::size_t i = 0; i < shapes.parts.size(); ++i) {
        const PreparedShapes::Part &part = shapes.parts[i];
        for (std::size_t v = part.first; v < part.first + part.count; ++v) {
            if (!shapes.tree.box(i).contains(shapes.vertices[v].plane()))
                return QStringLiteral("vertex %1 lies outside the box of part %2").arg(v).arg(i);
        }
        if (!ranked)
            continue;
        if (shapes.rank(part).front() != endRank || shapes.rank(part).back() != endRank)
            return QStringLiteral("an end of part %1 may be dropped").arg(i);
        const std::vector<float> ranks = vertexRanks(planeOf(shapes.line(part)));
        for (std::size_t v = 0; v < part.count; ++v) {
            if (shapes.rank(part)[v] != rankCode(ranks[v]))
                return QStringLiteral("vertex %1 of part %2 has another rank").arg(v).arg(i);
        }
    }
    for (std::size_t v = 0; ranked && v < shapes.vertices.size(); ++v) {
        const PackedTree::Node &chunk = shapes.chunks[v / PreparedShapes::chunkSize];
        if (!chunk.contains(PackedTree::outward({shapes.vertices[v].plane().x, shapes.vertices[v].plane().y,
                                                 shapes.vertices[v].plane().x, shapes.vertices[v].plane().y})))
            return QStringLiteral("vertex %1 lies outside its chunk").arg(v);
    }
    return {};
}

QString compared(std::span<const GridPoint> got, std::span<const LatLon> wanted, const Projection &in)
{
    if (got.size() != wanted.size())
        return QStringLiteral("%1 vertices, wanted %2").arg(got.size()).arg(wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        const GridPoint at = GridPoint::at(in.forward(wanted[i]));
        if (std::abs(at.x - got[i].x) > 1 || std::abs(at.y - got[i].y) > 1)
            return QStringLiteral("vertex %1 lies elsewhere").arg(i);
    }
    return {};
}

/// Edges of which both ends lie on this meridian (whatever its turn) and that are no points.
int edgesAlong(const PreparedShapes &shapes, double lon, const Projection &in)
{
    int count = 0;
    const auto on = [&](GridPoint p) { return std::abs(std::remainder(in.inverse(p.plane()).lon - lon, 360)) < 1e-5; };
    for (const PreparedShapes::Part &part : shapes.parts) {
        const auto line = shapes.line(part);
        for (std::size_t i = 1; i < line.size(); ++i)
            count += on(line[i - 1]) && on(line[i]) && !(line[i - 1] == line[i]);
    }
    return count;
}

} // namespace

class ShapePreparerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pointsLieWhereTheProjectionPutsThem()
    {
        const auto in = projection();
        FeatureTable table = test::crowd(GeometryKind::Point, 100, 1, 1);
        test::addFeature(table, 100, {{{40, 45}}, {{40.5, 45.5}}, {{41, 46}}});  // one feature of three points
        const PreparedLevel level = prepared(table, *in);
        QCOMPARE(flaw(level.shapes, false), QString());
        QCOMPARE(level.shapes.parts.size(), std::size_t(103));
        QVERIFY(level.shapes.chunks.empty());
        std::multiset<std::uint32_t> features;
        for (const PreparedShapes::Part &part : level.shapes.parts) {
            features.insert(part.feature);
            QCOMPARE(part.count, std::uint32_t(1));
            if (part.feature < 100)
                QCOMPARE(compared(level.shapes.line(part), table.verticesOf(part.feature), *in), QString());
        }
        for (std::uint32_t f = 0; f <= 100; ++f)
            QCOMPARE(features.count(f), std::size_t(f == 100 ? 3 : 1));
    }

    void linesAreRankedAndKeepTheirFeature()
    {
        const auto in = projection();
        const FeatureTable table = test::crowd(GeometryKind::Line, 60, 150, 2);
        const PreparedLevel level = prepared(table, *in);
        QCOMPARE(flaw(level.shapes, true), QString());
        QCOMPARE(level.shapes.parts.size(), std::size_t(60));
        QVERIFY(level.outlines.parts.empty());
        std::set<std::uint32_t> features;
        for (const PreparedShapes::Part &part : level.shapes.parts) {
            features.insert(part.feature);
            QCOMPARE(compared(level.shapes.line(part), table.verticesOf(part.feature), *in), QString());
        }
        QCOMPARE(features.size(), std::size_t(60));
    }

    void partsAreFoundByTheirPlace()
    {
        const PreparedLevel level = prepared(test::crowd(GeometryKind::Polygon, 300, 20, 3), *projection());
        const PreparedShapes &shapes = level.shapes;
        QCOMPARE(flaw(shapes, true), QString());
        std::mt19937 random(5);
        const Box all = shapes.tree.bounds();
        std::uniform_real_distribution<double> x(all.minX, all.maxX), y(all.minY, all.maxY);
        for (int i = 0; i < 50; ++i) {
            const Box wanted = Box{x(random), y(random), 0, 0};
            const Box box{wanted.minX, wanted.minY, wanted.minX + 30000, wanted.minY + 20000};
            std::set<std::size_t> found, expected;
            shapes.tree.query(box, [&](std::size_t first, std::size_t end) {
                for (std::size_t p = first; p < end; ++p)
                    found.insert(p);
            });
            for (std::size_t p = 0; p < shapes.parts.size(); ++p) {
                if (boundsOf(planeOf(shapes.line(shapes.parts[p]))).intersects(box))
                    expected.insert(p);
            }
            QVERIFY(std::includes(found.begin(), found.end(), expected.begin(), expected.end()));
            QVERIFY(found.size() <= expected.size() + 2);  // within single precision
        }
    }

    void kindsAreGivenByFeature()
    {
        const FeatureTable table = test::crowd(GeometryKind::Line, 5, 4, 4);
        const PreparedLevel level = prepared(table, *projection(), {7, 0, 9, 0, 1});
        for (const PreparedShapes::Part &part : level.shapes.parts)
            QCOMPARE(part.kind, (std::vector<std::uint32_t>{7, 0, 9, 0, 1})[part.feature]);
    }

    void holesRunAgainstTheirShell()
    {
        // Shell, hole, island in the hole: in any order, each in either direction.
        const std::vector<GeoLine> nested{test::square(44, 39, 46, 41), test::square(44.5, 39.5, 45.5, 40.5),
                                          test::square(44.8, 39.8, 45.2, 40.2)};
        const auto in = projection();
        std::vector<std::size_t> order{0, 1, 2};
        do {
            for (int directions = 0; directions < 8; ++directions) {
                std::vector<GeoLine> rings;
                for (const std::size_t i : order) {
                    rings.push_back(nested[i]);
                    if (directions >> i & 1)
                        std::reverse(rings.back().begin(), rings.back().end());
                }
                const PreparedLevel level = prepared(test::table(GeometryKind::Polygon, {rings}), *in);
                QCOMPARE(flaw(level.shapes, true), QString());
                std::vector<double> areas;
                for (const PreparedShapes::Part &part : level.shapes.parts)
                    areas.push_back(area(level.shapes.line(part)));
                std::sort(areas.begin(), areas.end(), [](double a, double b) { return std::abs(a) > std::abs(b); });
                QCOMPARE(areas.size(), std::size_t(3));
                QVERIFY(areas[0] > 0);
                QVERIFY(areas[1] < 0);
                QVERIFY(areas[2] > 0);
            }
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void ringsMayTouch()
    {
        // A hole that touches its shell and another hole in a vertex, and a second shell that touches the first.
        const GeoLine shell{{39, 44}, {39, 46}, {41, 46}, {41, 45}, {41, 44}, {39, 44}};
        const GeoLine hole{{41, 45}, {40.5, 45.4}, {40, 45}, {40.5, 44.6}, {41, 45}};
        const GeoLine below{{40, 45}, {39.5, 45.4}, {39.2, 45}, {39.5, 44.6}, {40, 45}};
        const GeoLine beside{{41, 46}, {41, 47}, {42, 47}, {42, 46}, {41, 46}};
        const PreparedLevel level = prepared(test::table(GeometryKind::Polygon, {{shell, hole, below, beside}}), *projection());
        QCOMPARE(level.shapes.parts.size(), std::size_t(4));
        std::vector<int> signs;
        for (const PreparedShapes::Part &part : level.shapes.parts)
            signs.push_back(area(level.shapes.line(part)) > 0 ? 1 : -1);
        QCOMPARE(std::count(signs.begin(), signs.end(), 1), 2);
        const PreparedLevel shells = prepared(test::table(GeometryKind::Polygon, {{shell}, {beside}}), *projection());
        const PreparedLevel holes = prepared(test::table(GeometryKind::Polygon, {{hole}, {below}}), *projection());
        QVERIFY(std::abs(areaOf(level.shapes) - (areaOf(shells.shapes) - areaOf(holes.shapes))) < 1);
    }

    void otherFeaturesAreNoHoles()
    {
        const PreparedLevel level =
            prepared(test::table(GeometryKind::Polygon, {{test::square(44, 39, 46, 41)}, {test::square(44.5, 39.5, 45.5, 40.5)}}), *projection());
        for (const PreparedShapes::Part &part : level.shapes.parts)
            QVERIFY(area(level.shapes.line(part)) > 0);
    }

    void ringsAreCutWhereTheMapIsTorn_data()
    {
        QTest::addColumn<QString>("definition");
        QTest::addColumn<double>("tear");
        QTest::newRow("Mercator") << QStringLiteral("+proj=merc +lon_0=0 +ellps=WGS84") << 180.0;
        QTest::newRow("conic, behind") << Projection::defaultDefinition() << -135.0;
    }
    void ringsAreCutWhereTheMapIsTorn()
    {
        QFETCH(QString, definition);
        QFETCH(double, tear);
        const auto in = projection(definition);
        const auto box = [&](double west, double east) {
            const auto lon = [](double v) { return std::remainder(v, 360); };
            const double middle = (west + east) / 2;
            return GeoLine{{30, lon(west)}, {30, lon(middle)}, {30, lon(east)}, {50, lon(east)},
                           {50, lon(middle)}, {50, lon(west)}, {30, lon(west)}};
        };
        const GeoLine ring = box(tear - 10, tear + 10);
        // Beside it one that is not cut, with a kind of its own.
        const PreparedLevel level = prepared(test::table(GeometryKind::Polygon, {{ring}, {test::square(44, 39, 46, 41)}}), *in, {3, 4});
        QCOMPARE(flaw(level.shapes, true), QString());
        QCOMPARE(flaw(level.outlines, true), QString());
        QVERIFY(level.shapes.parts.size() >= 3);
        for (const PreparedShapes::Part &part : level.shapes.parts) {
            QCOMPARE(part.kind, part.feature == 0 ? PreparedShapes::cutRing : 4);
            const auto line = level.shapes.line(part);
            QVERIFY(line.front() == line.back());
            QVERIFY(boundsOf(planeOf(line)).width() < 3e6);  // nothing lies across the map
        }
        QVERIFY(edgesAlong(level.shapes, tear, *in) >= 2);

        QVERIFY(!level.outlines.parts.empty());
        for (const PreparedShapes::Part &part : level.outlines.parts) {
            QCOMPARE(part.feature, std::uint32_t(0));
            QCOMPARE(part.kind, std::uint32_t(3));
        }
        QCOMPARE(edgesAlong(level.outlines, tear, *in), 0);

        // The halves, each on its side of the tear: the same area, and all of their outlines but the seam.
        constexpr double nearly = 1e-6;
        const PreparedLevel halves =
            prepared(test::table(GeometryKind::Polygon, {{box(tear - 10, tear - nearly)}, {box(tear + nearly, tear + 10)}}), *in);
        double cutArea = 0;
        for (const PreparedShapes::Part &part : level.shapes.parts)
            cutArea += part.feature == 0 ? area(level.shapes.line(part)) : 0;
        QVERIFY(std::abs(cutArea - areaOf(halves.shapes)) < 1e-4 * areaOf(halves.shapes));
        const double beside = std::remainder(tear - nearly, 360);
        const PointXY seamEnds[] = {in->forward(LatLon{30, beside}), in->forward(LatLon{50, beside})};
        const double seam = std::hypot(seamEnds[1].x - seamEnds[0].x, seamEnds[1].y - seamEnds[0].y);
        QVERIFY(std::abs(lengthOf(level.outlines) - (lengthOf(halves.shapes) - 2 * seam)) < 1e-4 * seam);
    }

    void whatCannotBeDrawnIsLeftOut()
    {
        const LatLon none;
        const GeoLine good{{40, 45}, {40, 45.01}, {40.01, 45.01}};
        FeatureTable lines;
        lines.kind = GeometryKind::Line;
        test::addFeature(lines, 0, {{none, none, none}});
        test::addFeature(lines, 1, {{}, {{40, 45}}, {{40, 45}, {40, 45}, {40, 45}}});    // nothing, a point, a point thrice
        test::addFeature(lines, 2, {});
        test::addFeature(lines, 3, {{good[0], good[0], none, good[1], good[1], good[2]}});
        const PreparedLevel level = prepared(lines, *projection());
        QCOMPARE(flaw(level.shapes, true), QString());
        QCOMPARE(level.shapes.parts.size(), std::size_t(1));
        QCOMPARE(level.shapes.parts[0].feature, std::uint32_t(3));
        QCOMPARE(compared(level.shapes.line(level.shapes.parts[0]), good, *projection()), QString());

        FeatureTable rings;
        rings.kind = GeometryKind::Polygon;
        test::addFeature(rings, 0, {{good[0], good[1], good[0]}});                        // no area
        test::addFeature(rings, 1, {{}, {none, none, none, none}, {good[0], good[1], good[2], good[0]}});
        const PreparedLevel areas = prepared(rings, *projection());
        QCOMPARE(areas.shapes.parts.size(), std::size_t(1));
        QCOMPARE(areas.shapes.parts[0].feature, std::uint32_t(1));
        QVERIFY(area(areas.shapes.line(areas.shapes.parts[0])) > 0);

        FeatureTable points = test::table(GeometryKind::Point, {{{none}}, {{{40, 45}}}, {{{95, 45}}}});
        const PreparedLevel dots = prepared(points, *projection());
        QCOMPARE(dots.shapes.parts.size(), std::size_t(1));
        QCOMPARE(dots.shapes.parts[0].feature, std::uint32_t(1));
    }

    void nothingIsNothing()
    {
        for (const GeometryKind kind : {GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon}) {
            const PreparedLevel level = prepared(test::table(kind, {}), *projection());
            QVERIFY(level.shapes.parts.empty() && level.shapes.vertices.empty());
            QVERIFY(level.shapes.tree.bounds().empty());
            int visited = 0;
            level.shapes.tree.query({-1e7, -1e7, 1e7, 1e7}, [&](std::size_t, std::size_t) { ++visited; });
            QCOMPARE(visited, 0);
        }
    }

    void slicesMakeNoDifference_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("points") << int(GeometryKind::Point);
        QTest::newRow("lines") << int(GeometryKind::Line);
        QTest::newRow("areas") << int(GeometryKind::Polygon);
    }
    void slicesMakeNoDifference()
    {
        QFETCH(int, kind);
        const auto in = projection();
        FeatureTable table = test::crowd(GeometryKind(kind), kind == 0 ? 45000 : 450, 100, 6);
        table.append(test::crowd(GeometryKind(kind), 1, 30000, 7));  // one larger than a slice
        QVERIFY(table.vertices.size() > 40000);
        std::vector<std::uint32_t> kinds;
        for (std::size_t f = 0; f < table.featureCount(); ++f)
            kinds.push_back(std::uint32_t(f % 3));
        const PreparedLevel level = prepared(table, *in, kinds);
        QCOMPARE(flaw(level.shapes, kind != 0), QString());

        std::multiset<Content> single;
        for (std::size_t f = 0; f < table.featureCount(); ++f) {
            std::vector<GeoLine> parts;
            for (std::uint32_t p = table.featureStart[f]; p < table.featureStart[f + 1]; ++p)
                parts.emplace_back(table.part(p).begin(), table.part(p).end());
            const PreparedLevel one = prepared(test::table(GeometryKind(kind), {parts}), *in, {kinds[f]});
            for (const PreparedShapes::Part &part : one.shapes.parts)
                single.insert(contentOf(one.shapes, part, std::uint32_t(f)));
        }
        QVERIFY(contents(level.shapes) == single);
    }

    void theSameEveryTime()
    {
        const FeatureTable table = test::crowd(GeometryKind::Polygon, 500, 100, 8);
        const PreparedLevel a = prepared(table, *projection()), b = prepared(table, *projection());
        QVERIFY(std::equal(a.shapes.vertices.begin(), a.shapes.vertices.end(), b.shapes.vertices.begin(), b.shapes.vertices.end()));
        QVERIFY(std::equal(a.shapes.parts.begin(), a.shapes.parts.end(), b.shapes.parts.begin(), b.shapes.parts.end()));
    }

    void cancelledIsIncompleteButSound()
    {
        CancelToken token;
        token.cancel();
        const auto table = std::make_shared<const FeatureTable>(test::crowd(GeometryKind::Polygon, 500, 100, 9));
        PreparedLevel level;
        prepareShapes(level, *table, *projection(), {}, token);
        QVERIFY(level.shapes.parts.size() < 500);
        QCOMPARE(flaw(level.shapes, true), QString());
        QVERIFY(!prepareUserLayer(QStringLiteral("x"), table, *projection(), token));
    }
};

QTEST_APPLESS_MAIN(ShapePreparerTest)
#include "ShapePreparerTest.moc"
