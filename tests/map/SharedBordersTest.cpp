// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/SharedBorders.h"
#include "map/ShapePreparer.h"

#include <QtTest>

#include <map>
#include <set>
#include <random>
#include <tuple>

using namespace ca;

namespace {

/// Areas of a jittered grid: neighbours share their borders vertex for vertex, some rings run the other way.
FeatureTable mosaic(int side, int steps)
{
    std::mt19937 random(4);
    std::uniform_real_distribution<double> jitter(-0.3, 0.3);
    std::map<std::pair<int, int>, LatLon> corner;
    std::map<std::tuple<int, int, int>, GeoLine> edges;  // column, row, 0 = to the east, 1 = to the north
    for (int y = 0; y <= side; ++y) {
        for (int x = 0; x <= side; ++x)
            corner[{x, y}] = {40 + 0.1 * (y + jitter(random)), 45 + 0.1 * (x + jitter(random))};
    }
    const auto edge = [&](int x, int y, int way) {
        const LatLon a = corner[{x, y}], b = corner[{x + (way == 0), y + (way == 1)}];
        GeoLine line{a};
        for (int i = 1; i < steps; ++i)
            line.push_back({a.lat + (b.lat - a.lat) * i / steps + 0.01 * jitter(random), a.lon + (b.lon - a.lon) * i / steps + 0.01 * jitter(random)});
        line.push_back(b);
        return line;
    };
    for (int y = 0; y <= side; ++y) {
        for (int x = 0; x <= side; ++x) {
            if (x < side)
                edges[{x, y, 0}] = edge(x, y, 0);
            if (y < side)
                edges[{x, y, 1}] = edge(x, y, 1);
        }
    }
    FeatureTable table;
    table.kind = GeometryKind::Polygon;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            GeoLine ring;
            const auto add = [&](GeoLine line, bool reversed) {
                if (reversed)
                    std::reverse(line.begin(), line.end());
                ring.insert(ring.end(), line.begin() + (ring.empty() ? 0 : 1), line.end());
            };
            add(edges[{x, y, 0}], false);
            add(edges[{x + 1, y, 1}], false);
            add(edges[{x, y + 1, 0}], true);
            add(edges[{x, y, 1}], true);
            if ((x + y) % 2)
                std::reverse(ring.begin(), ring.end());
            table.beginFeature(y * side + x);
            table.addPart(ring);
        }
    }
    return table;
}

PreparedLevel shared(const FeatureTable &table)
{
    const auto projection = *Projection::create(Projection::defaultDefinition());
    PreparedLevel level;
    prepareShapes(level, table, *projection, {}, {});
    shareBorders(level, {});
    return level;
}

double length(const PreparedShapes &shapes)
{
    double sum = 0;
    for (const PreparedShapes::Part &part : shapes.parts) {
        const auto line = shapes.line(part);
        for (std::size_t i = 1; i < line.size(); ++i)
            sum += std::hypot(line[i].plane().x - line[i - 1].plane().x, line[i].plane().y - line[i - 1].plane().y);
    }
    return sum;
}

} // namespace

class SharedBordersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachStretchOnce()
    {
        const PreparedLevel level = shared(mosaic(6, 9));
        QCOMPARE(level.outlines.parts.size(), std::size_t(2 * 6 * 7) - 4);  // the four outer corners are no junctions
        // Rings count inner borders twice and the outer border once.
        double outer = 0;
        std::map<std::pair<std::int64_t, std::int64_t>, int> seen;
        for (const PreparedShapes::Part &part : level.shapes.parts) {
            const auto line = level.shapes.line(part);
            QCOMPARE(line.front(), line.back());
            for (std::size_t i = 1; i < line.size(); ++i) {
                auto a = std::int64_t(line[i - 1].x) * 1000000007 + line[i - 1].y, b = std::int64_t(line[i].x) * 1000000007 + line[i].y;
                ++seen[{std::min(a, b), std::max(a, b)}];
            }
        }
        for (const PreparedShapes::Part &part : level.shapes.parts) {
            const auto line = level.shapes.line(part);
            for (std::size_t i = 1; i < line.size(); ++i) {
                auto a = std::int64_t(line[i - 1].x) * 1000000007 + line[i - 1].y, b = std::int64_t(line[i].x) * 1000000007 + line[i].y;
                if (seen[{std::min(a, b), std::max(a, b)}] == 1)
                    outer += std::hypot(line[i].plane().x - line[i - 1].plane().x, line[i].plane().y - line[i - 1].plane().y);
            }
        }
        QVERIFY(std::abs(length(level.outlines) - (length(level.shapes) + outer) / 2) < 1);
    }

    void neighboursAreSimplifiedAlike()
    {
        const PreparedLevel level = shared(mosaic(6, 25));
        std::map<std::pair<int, int>, std::set<int>> ranks;
        for (const PreparedShapes::Part &part : level.shapes.parts) {
            const auto line = level.shapes.line(part);
            const auto rank = level.shapes.rank(part);
            for (std::size_t i = 0; i + 1 < line.size(); ++i)
                ranks[{line[i].x, line[i].y}].insert(rank[i]);
        }
        int small = 0;
        for (const auto &[at, all] : ranks) {
            QCOMPARE(all.size(), std::size_t(1));
            small += *all.begin() < endRank;
        }
        QVERIFY(small > 1000);
    }

    void islandsAndEnclaves()
    {
        // A hole and the area that fills it exactly, begun at different vertices and running different ways.
        const GeoLine island{{40, 45}, {40, 45.2}, {40.1, 45.25}, {40.2, 45.2}, {40.2, 45}, {40, 45}};
        GeoLine enclave{island.begin() + 2, island.end() - 1};
        enclave.insert(enclave.end(), island.begin(), island.begin() + 3);
        std::reverse(enclave.begin(), enclave.end());
        FeatureTable table;
        table.kind = GeometryKind::Polygon;
        table.beginFeature(1);
        table.addPart(GeoLine{{39, 44}, {39, 46}, {41, 46}, {41, 44}, {39, 44}});
        table.addPart(island);
        table.beginFeature(2);
        table.addPart(enclave);
        const PreparedLevel level = shared(table);
        QCOMPARE(level.shapes.parts.size(), std::size_t(3));
        QCOMPARE(level.outlines.parts.size(), std::size_t(2));
    }

    void cancelledLeavesTheRings()
    {
        CancelToken token;
        token.cancel();
        PreparedLevel level = shared(mosaic(2, 3));
        const auto before = level.shapes.parts.size();
        shareBorders(level, token);
        QCOMPARE(level.shapes.parts.size(), before);
    }
};

QTEST_APPLESS_MAIN(SharedBordersTest)
#include "SharedBordersTest.moc"
