// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ca {

/// Projected geometry, part after part: part i has the vertices partStart[i] … partStart[i+1]-1. Never a vertex that is
/// no number. Plain data.
struct PlaneParts {
    std::vector<PointXY> vertices;
    std::vector<std::uint32_t> partStart{0};
    /// One per part. 1: the part is a ring whose outline runs partly along a cut, of the map or of the data's own
    /// maker (the meridian ±180, a pole). Fill it, but stroke what GeometryProjector::outline() gives.
    std::vector<std::uint8_t> cut;
    /// One per vertex if GeometryProjector was asked for them: number of the input vertex and fraction of the edge after it.
    std::vector<double> positions;

    [[nodiscard]] std::size_t size() const { return partStart.size() - 1; }
    [[nodiscard]] std::span<const PointXY> part(std::size_t i) const
    {
        return {vertices.data() + partStart[i], partStart[i + 1] - partStart[i]};
    }
    /// Keeps its memory.
    void clear()
    {
        vertices.clear();
        partStart.resize(1);
        cut.clear();
        positions.clear();
    }
};

} // namespace ca
