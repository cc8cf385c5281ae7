// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/SpatialIndex.h"
#include "osm/LifeCycle.h"
#include "osm/OsmExtract.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ca {

enum class LineKind : std::uint8_t { Rail, GasPipeline };

/// What a railway track is for; other than Line it costs more, so that routes keep to the line.
enum class TrackUse : std::uint8_t { Line, Crossover, Side };

/// Railways (of the main-line kind: no trams, metros, narrow gauge) or gas pipelines of an extract as a graph: nodes where
/// ways meet, end or cross themselves, edges between them with their vertices. Ways meet where they have a vertex at the
/// same place, whatever its id, so nodes mapped twice do no harm; a way with missing nodes is several. Compact: adjacency
/// in one array, vertices in another. Immutable after building; any thread.
class LineGraph {
public:
    static constexpr std::uint32_t noWay = 0xffff'ffff;

    struct Edge {
        std::uint32_t from = 0;      ///< nodes
        std::uint32_t to = 0;
        std::uint32_t first = 0;     ///< vertices, both ends included
        std::uint32_t count = 0;
        std::uint32_t way = noWay;   ///< index in the extract; noWay = a gap, one straight piece
        LifeCycle stage = LifeCycle::Operating;
        TrackUse use = TrackUse::Line;
        float headingFrom = 0;       ///< azimuth in which it leaves its from-node, degrees
        float headingTo = 0;         ///< azimuth in which it arrives at its to-node, degrees
        double metres = 0;           ///< geodesic
        [[nodiscard]] bool isGap() const { return way == noWay; }
    };

    /// An edge and the way along it: even = from → to, odd = to → from.
    using Directed = std::uint32_t;
    [[nodiscard]] static constexpr std::uint32_t edgeOf(Directed d) { return d >> 1; }
    [[nodiscard]] static constexpr bool reversed(Directed d) { return (d & 1) != 0; }

    /// Gaps of at most @p longestGap metres between the end of a track and another track are closed by an edge.
    LineGraph(const OsmExtract &extract, LineKind kind, double longestGap);

    [[nodiscard]] LineKind kind() const { return m_kind; }
    [[nodiscard]] std::size_t nodeCount() const { return m_outStart.empty() ? 0 : m_outStart.size() - 1; }
    [[nodiscard]] const std::vector<Edge> &edges() const { return m_edges; }
    [[nodiscard]] std::span<const Directed> outOf(std::uint32_t node) const
    {
        return {m_out.data() + m_outStart[node], m_outStart[node + 1] - m_outStart[node]};
    }
    [[nodiscard]] std::uint32_t startNode(Directed d) const { return reversed(d) ? m_edges[edgeOf(d)].to : m_edges[edgeOf(d)].from; }
    [[nodiscard]] std::uint32_t endNode(Directed d) const { return reversed(d) ? m_edges[edgeOf(d)].from : m_edges[edgeOf(d)].to; }
    [[nodiscard]] double headingOut(Directed d) const;   ///< azimuth in which it leaves, degrees
    [[nodiscard]] double headingIn(Directed d) const;    ///< azimuth in which it arrives, degrees
    [[nodiscard]] std::span<const OsmLocation> vertices(const Edge &edge) const { return {m_vertices.data() + edge.first, edge.count}; }
    [[nodiscard]] LatLon nodePosition(std::uint32_t node) const { return m_nodes[node].degrees(); }
    /// Metres between a node and a place as the crow flies through the Earth: never more than the way along any line.
    [[nodiscard]] double chord(std::uint32_t node, const std::array<double, 3> &place) const;
    [[nodiscard]] static std::array<double, 3> cartesian(LatLon p);

    /// The nearest place on each edge that has one within @p metres of @p p, nearest first; gaps are no track.
    struct Hit {
        std::uint32_t edge = 0;
        double along = 0;            ///< metres from the edge's from-node
        double metres = 0;           ///< distance
        LatLon foot;
    };
    [[nodiscard]] std::vector<Hit> near(LatLon p, double metres) const;

private:
    friend class LineGraphBuilder;
    LineKind m_kind;
    std::vector<OsmLocation> m_nodes;
    std::vector<std::array<double, 3>> m_cartesian;  ///< of the nodes, metres
    std::vector<Edge> m_edges;
    std::vector<OsmLocation> m_vertices;
    std::vector<std::uint32_t> m_outStart;           ///< adjacency of node n: m_out[m_outStart[n]] … m_outStart[n + 1]
    std::vector<Directed> m_out;
    struct Chunk {
        std::uint32_t edge;
        std::uint32_t first;                         ///< vertex of the edge
        std::uint32_t last;
    };
    std::vector<Chunk> m_chunks;
    SpatialIndex m_index;                            ///< of the chunks, degrees
};

/// 0 = straight on, 180 = back.
[[nodiscard]] double turnBetween(double headingIn, double headingOut);

} // namespace ca
