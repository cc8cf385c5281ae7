// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/PreparedLayer.h"

namespace ca {
namespace {
constexpr double finestNeeded = 0.5;  // pixels a generalised line may be off
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
