// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelAnchors.h"

#include "geo/Polyline.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace ca {
namespace {

constexpr int gridCells = 20;         // across the longer side of a feature's box
constexpr double simplifyShare = 200;  // of the box; enough for judging room
constexpr std::size_t mostAnchors = 120;

using Rings = std::vector<PlaneLine>;

PlaneLine simplified(const PreparedShapes &shapes, const PreparedShapes::Part &part, double tolerance)
{
    PlaneLine ring;
    const auto line = shapes.line(part);
    const auto rank = shapes.rank(part);
    const RankCode least = leastRank(tolerance);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (rank[i] >= least)
            ring.push_back(line[i].plane());
    }
    return ring;
}

bool inside(const Rings &rings, PointXY p)
{
    bool odd = false;
    for (const PlaneLine &ring : rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const PointXY a = ring[i - 1], b = ring[i];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
                odd = !odd;
        }
    }
    return odd;
}

double roomAt(const Rings &rings, PointXY p)
{
    double room = std::numeric_limits<double>::infinity();
    for (const PlaneLine &ring : rings)
        room = std::min(room, distanceToLine(ring, p));
    return room;
}

std::vector<PreparedLayer::Anchor> anchorsOf(const Rings &rings, const Box &box)
{
    std::vector<PreparedLayer::Anchor> anchors;
    const double cell = std::max(box.width(), box.height()) / gridCells;
    if (!(cell > 0))
        return anchors;
    // Counted, not stepped: in a box smaller than rounding a step would lead nowhere.
    for (int row = 0; row < gridCells; ++row) {
        for (int column = 0; column < gridCells; ++column) {
            const PointXY p{box.minX + (column + 0.5) * cell, box.minY + (row + 0.5) * cell};
            if (box.contains(p) && inside(rings, p))
                anchors.push_back({p, roomAt(rings, p)});
        }
    }
    std::sort(anchors.begin(), anchors.end(), [](const auto &a, const auto &b) {
        return std::tuple(-a.room, a.at.x, a.at.y) < std::tuple(-b.room, b.at.x, b.at.y);
    });
    if (anchors.size() > mostAnchors)
        anchors.resize(mostAnchors);
    return anchors;
}

} // namespace

AnchorLists labelAnchors(const PreparedLevel &level, std::size_t featureCount, const CancelToken &cancel)
{
    const PreparedShapes &shapes = level.shapes;
    std::vector<std::uint32_t> byFeature(shapes.parts.size());
    std::iota(byFeature.begin(), byFeature.end(), 0u);
    std::stable_sort(byFeature.begin(), byFeature.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return shapes.parts[a].feature < shapes.parts[b].feature; });
    AnchorLists all(featureCount);
    for (std::size_t first = 0; first < byFeature.size() && !cancel.cancelled();) {
        const std::uint32_t feature = shapes.parts[byFeature[first]].feature;
        std::size_t end = first;
        Box box;
        for (; end < byFeature.size() && shapes.parts[byFeature[end]].feature == feature; ++end)
            box.extend(shapes.tree.box(byFeature[end]));
        Rings rings;
        const double tolerance = std::max(box.width(), box.height()) / simplifyShare;
        for (std::size_t i = first; i < end; ++i) {
            if (PlaneLine ring = simplified(shapes, shapes.parts[byFeature[i]], tolerance); ring.size() >= 4)
                rings.push_back(std::move(ring));
        }
        all[feature] = anchorsOf(rings, box);
        first = end;
    }
    return all;
}

} // namespace ca
