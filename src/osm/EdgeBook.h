// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"
#include "geo/SpatialIndex.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace ca {

/// Which line each edge of an arrangement comes from, also after it was cut at crossings. Filled, then asked.
class EdgeBook {
public:
    static constexpr int unknown = -1;

    /// Of two lines along the same edge the first counts.
    void add(std::span<const LatLon> line, int source);
    /// Whether just this edge was added, either way round.
    [[nodiscard]] bool has(LatLon from, LatLon to) const
    {
        bool turned = false;
        return m_edges.contains(edge(from, to, turned));
    }
    /// @returns the source of the line that @p edge is, or is a part of.
    [[nodiscard]] int sourceOf(LatLon from, LatLon to);
    /// +1 where the line runs as asked, -1 against it, 0 where the source is another.
    [[nodiscard]] int direction(LatLon from, LatLon to, int source);

private:
    struct Spot {
        std::int64_t x = 0, y = 0;
        bool operator==(const Spot &) const = default;
    };
    struct Edge {
        Spot a, b;
        bool operator==(const Edge &) const = default;
    };
    struct Hash {
        std::size_t operator()(const Edge &edge) const
        {
            std::uint64_t h = 0;
            for (const std::int64_t part : {edge.a.x, edge.a.y, edge.b.x, edge.b.y})
                h = (h ^ std::uint64_t(part)) * 0x9e3779b97f4a7c15ull, h ^= h >> 29;
            return std::size_t(h);
        }
    };
    struct Piece {
        LatLon from, to;
        int source = unknown;
    };
    [[nodiscard]] static Spot spot(LatLon p);
    [[nodiscard]] static Edge edge(LatLon a, LatLon b, bool &turned);
    [[nodiscard]] const Piece *pieceOf(LatLon from, LatLon to);

    std::unordered_map<Edge, std::size_t, Hash> m_edges;
    std::vector<Piece> m_pieces;
    SpatialIndex m_index;   ///< over the pieces; made for the first edge that was cut
};

} // namespace ca
