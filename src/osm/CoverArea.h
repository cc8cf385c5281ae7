// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/SpatialIndex.h"
#include "store/PolygonOverlay.h"

namespace ca {

/// An area that much is asked about: an index answers where its outline is far. Immutable; any thread.
class CoverArea {
public:
    explicit CoverArea(std::vector<PlaneFace> faces);

    [[nodiscard]] const std::vector<PlaneFace> &faces() const { return m_faces; }
    [[nodiscard]] bool contains(LatLon p) const;
    /// Whether the outline passes through the box of the line.
    [[nodiscard]] bool isNear(std::span<const LatLon> line) const;
    /// Whether all of the line is no farther from the outline.
    [[nodiscard]] bool followsOutline(std::span<const LatLon> line, double metres) const;
    [[nodiscard]] Result<std::vector<GeoLine>> cut(std::span<const LatLon> line, overlay::Side side) const;
    [[nodiscard]] Result<std::vector<PlaneFace>> cut(const PlaneFace &face, overlay::Side side) const;

private:
    struct Edge {
        LatLon a, b;
        std::uint32_t face = 0;
    };
    std::vector<PlaneFace> m_faces;
    std::vector<Edge> m_edges;
    SpatialIndex m_index;
};

} // namespace ca
