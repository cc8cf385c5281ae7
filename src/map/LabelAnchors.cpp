// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelAnchors.h"

#include "geo/Polyline.h"

#include <algorithm>
#include <tuple>

namespace ca {
namespace {

constexpr int gridCells = 20;         // across the longer side of a feature's box
constexpr double simplifyShare = 200;  // of the box; enough for judging room
constexpr std::size_t mostAnchors = 120;

using Rings = std::vector<PlaneLine>;

PlaneLine simplified(const Scene::Layer &layer, const Scene::Layer::Part &part, double tolerance)
{
    PlaneLine ring;
    const auto line = layer.line(part);
    const auto rank = layer.rank(part);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (double(rank[i]) >= tolerance)
            ring.push_back(line[i]);
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

std::vector<Scene::Layer::Anchor> anchorsOf(const Rings &rings, const Box &box)
{
    std::vector<Scene::Layer::Anchor> anchors;
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

std::vector<std::vector<Scene::Layer::Anchor>> labelAnchors(const Scene::Layer &layer, const CancelToken &cancel)
{
    std::vector<std::vector<Scene::Layer::Anchor>> all(layer.table ? layer.table->featureCount() : 0);
    for (std::size_t first = 0; first < layer.parts.size() && !cancel.cancelled();) {
        const std::uint32_t feature = layer.parts[first].feature;
        std::size_t end = first;
        Box box;
        while (end < layer.parts.size() && layer.parts[end].feature == feature)
            box.extend(layer.parts[end++].box);
        Rings rings;
        const double tolerance = std::max(box.width(), box.height()) / simplifyShare;
        for (std::size_t i = first; i < end; ++i) {
            if (PlaneLine ring = simplified(layer, layer.parts[i], tolerance); ring.size() >= 4)
                rings.push_back(std::move(ring));
        }
        all[feature] = anchorsOf(rings, box);
        first = end;
    }
    return all;
}

} // namespace ca
