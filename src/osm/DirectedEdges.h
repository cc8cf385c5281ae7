// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/PolygonOverlay.h"

#include <array>
#include <bit>
#include <cstdint>
#include <unordered_set>

namespace ca {

/// Edges of faces, which lie to their left; vertices are compared as they are.
class DirectedEdges {
public:
    void add(const PlaneFace &face)
    {
        for (const GeoLine &ring : face.rings) {
            for (std::size_t i = 1; i < ring.size(); ++i)
                m_edges.insert({ring[i - 1].lon, ring[i - 1].lat, ring[i].lon, ring[i].lat});
        }
    }
    [[nodiscard]] bool has(LatLon from, LatLon to) const { return m_edges.contains({from.lon, from.lat, to.lon, to.lat}); }

private:
    using Edge = std::array<double, 4>;
    struct Hash {
        std::size_t operator()(const Edge &edge) const
        {
            std::uint64_t h = 0;
            for (const double part : edge)
                h = (h ^ std::bit_cast<std::uint64_t>(part)) * 0x9e3779b97f4a7c15ull, h ^= h >> 29;
            return std::size_t(h);
        }
    };
    std::unordered_set<Edge, Hash> m_edges;
};

} // namespace ca
