// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/PreparedLayer.h"

#include <algorithm>

namespace ca {
namespace {
constexpr double finestNeeded = 0.5;  // pixels a generalised line may be off
}

std::vector<PackedTree::Node> chunksOf(std::span<const GridPoint> vertices)
{
    std::vector<PackedTree::Node> chunks;
    for (std::size_t first = 0; first < vertices.size(); first += PreparedShapes::chunkSize) {
        Box box;
        for (std::size_t i = first; i <= std::min(first + PreparedShapes::chunkSize, vertices.size() - 1); ++i)
            box.extend(vertices[i].plane());
        chunks.push_back(PackedTree::outward(box));
    }
    return chunks;
}

const PreparedLevel &PreparedLayer::level(double metresPerPixel) const
{
    for (const PreparedLevel &level : levels) {
        if (level.toleranceMetres <= metresPerPixel * finestNeeded)
            return level;
    }
    return levels.back();
}

std::span<const PreparedLayer::Anchor> PreparedLayer::anchorsOf(std::size_t feature) const
{
    if (feature + 1 >= anchorStart.size())
        return {};
    return anchors.span(anchorStart[feature], anchorStart[feature + 1] - anchorStart[feature]);
}

void setAnchors(PreparedLayer &layer, const AnchorLists &lists)
{
    std::vector<PreparedLayer::Anchor> anchors;
    std::vector<std::uint32_t> start{0};
    for (const auto &list : lists) {
        anchors.insert(anchors.end(), list.begin(), list.end());
        start.push_back(std::uint32_t(anchors.size()));
    }
    layer.anchors = std::move(anchors);
    layer.anchorStart = std::move(start);
}

Box PreparedLayer::box() const
{
    Box box;
    for (const PreparedLevel &level : levels)
        box.extend(level.shapes.tree.bounds());
    return box;
}

} // namespace ca
