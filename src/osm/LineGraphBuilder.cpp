// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/LineGraphBuilder.h"

#include "base/Parallel.h"
#include "osm/GapFinder.h"
#include "osm/LineTags.h"
#include "osm/TrackGeometry.h"

#include <algorithm>
#include <bit>

namespace ca {
namespace {

using Edge = LineGraph::Edge;

/// Over which a heading is taken: longer than the error of rounded vertices, shorter than a curve.
constexpr double headingMetres = 20;
constexpr std::uint32_t chunkVertices = 16;

std::uint64_t placeKey(OsmLocation at)
{
    return (std::uint64_t(std::bit_cast<std::uint32_t>(at.lon)) << 32) | std::bit_cast<std::uint32_t>(at.lat);
}

OsmLocation placeOf(std::uint64_t key)
{
    return {std::bit_cast<std::int32_t>(std::uint32_t(key >> 32)), std::bit_cast<std::int32_t>(std::uint32_t(key))};
}

/// 180° east and west are the same places.
OsmLocation oneSided(OsmLocation at)
{
    constexpr std::int32_t antimeridian = 1'800'000'000;
    return at.lon == -antimeridian ? OsmLocation{antimeridian, at.lat} : at;
}

} // namespace

void LineGraphBuilder::build(double longestGap)
{
    takeWays();
    cutAtJunctions();
    connect();
    closeGaps(longestGap);
}

void LineGraphBuilder::takeWays()
{
    for (std::size_t i = 0; i < m_extract.ways.size(); ++i) {
        const OsmExtract::Way &way = m_extract.ways[i];
        const std::vector<OsmTag> tags = m_extract.tagsOf(way.tags);
        const std::optional<LifeCycle> stage = linetags::stageAs(tags, m_graph.kind());
        if (!stage)
            continue;
        Edge like;
        like.way = std::uint32_t(i);
        like.stage = *stage;
        like.use = m_graph.kind() == LineKind::Rail ? linetags::useOf(tags) : TrackUse::Line;
        takeChain(m_extract.verticesOf(way), like);
    }
}

void LineGraphBuilder::takeChain(std::span<const OsmExtract::Vertex> vertices, const Edge &like)
{
    std::vector<OsmLocation> &all = m_graph.m_vertices;
    Edge edge = like;
    const auto close = [&] {
        edge.count = std::uint32_t(all.size()) - edge.first;
        if (edge.count >= 2)
            m_graph.m_edges.push_back(edge);
        else
            all.resize(edge.first);
        edge.first = std::uint32_t(all.size());
    };
    edge.first = std::uint32_t(all.size());
    for (const OsmExtract::Vertex &vertex : vertices) {
        if (!vertex.at.defined()) {
            close();
            continue;
        }
        const OsmLocation at = oneSided(vertex.at);
        if (all.size() == edge.first || all.back() != at)
            all.push_back(at);
    }
    close();
}

void LineGraphBuilder::cutAtJunctions()
{
    std::vector<std::uint64_t> uses;
    uses.reserve(m_graph.m_vertices.size());
    for (const Edge &edge : m_graph.m_edges) {
        for (const OsmLocation &at : m_graph.vertices(edge))
            uses.push_back(placeKey(at));
    }
    std::sort(uses.begin(), uses.end());
    std::vector<std::uint64_t> shared;
    for (std::size_t i = 1; i < uses.size(); ++i) {
        if (uses[i] == uses[i - 1] && (shared.empty() || shared.back() != uses[i]))
            shared.push_back(uses[i]);
    }
    std::vector<Edge> cut;
    cut.reserve(m_graph.m_edges.size() * 2);
    for (const Edge &edge : m_graph.m_edges) {
        Edge piece = edge;
        for (std::uint32_t i = 1; i < edge.count; ++i) {
            const bool last = i + 1 == edge.count;
            if (!last && !std::binary_search(shared.begin(), shared.end(), placeKey(m_graph.m_vertices[edge.first + i])))
                continue;
            piece.count = edge.first + i + 1 - piece.first;
            cut.push_back(piece);
            piece.first = edge.first + i;
        }
    }
    m_graph.m_edges = std::move(cut);
}

void LineGraphBuilder::connect()
{
    findNodes();
    measure();
    listEdgesOfNodes();
    makeIndex();
}

void LineGraphBuilder::findNodes()
{
    std::vector<std::uint64_t> ends;
    ends.reserve(m_graph.m_edges.size() * 2);
    for (const Edge &edge : m_graph.m_edges) {
        const auto line = m_graph.vertices(edge);
        ends.push_back(placeKey(line.front()));
        ends.push_back(placeKey(line.back()));
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    const auto node = [&](OsmLocation at) {
        return std::uint32_t(std::lower_bound(ends.begin(), ends.end(), placeKey(at)) - ends.begin());
    };
    for (Edge &edge : m_graph.m_edges) {
        const auto line = m_graph.vertices(edge);
        edge.from = node(line.front());
        edge.to = node(line.back());
    }
    m_graph.m_nodes.clear();
    m_graph.m_cartesian.clear();
    for (const std::uint64_t key : ends) {
        m_graph.m_nodes.push_back(placeOf(key));
        m_graph.m_cartesian.push_back(LineGraph::cartesian(placeOf(key).degrees()));
    }
}

void LineGraphBuilder::measure()
{
    constexpr std::size_t block = 2000;
    std::vector<Edge> &edges = m_graph.m_edges;
    parallelFor((edges.size() + block - 1) / block, {}, [&](std::size_t b) {
        for (std::size_t i = b * block; i < std::min(edges.size(), (b + 1) * block); ++i) {
            const auto line = m_graph.vertices(edges[i]);
            edges[i].metres = track::length(line);
            edges[i].headingFrom = float(track::headingAtStart(line, headingMetres));
            edges[i].headingTo = float(track::headingAtEnd(line, headingMetres));
        }
    });
}

void LineGraphBuilder::listEdgesOfNodes()
{
    std::vector<std::uint32_t> &start = m_graph.m_outStart;
    start.assign(m_graph.m_nodes.size() + 1, 0);
    for (const Edge &edge : m_graph.m_edges) {
        ++start[edge.from + 1];
        ++start[edge.to + 1];
    }
    for (std::size_t n = 1; n < start.size(); ++n)
        start[n] += start[n - 1];
    m_graph.m_out.resize(m_graph.m_edges.size() * 2);
    std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
    for (std::uint32_t e = 0; e < m_graph.m_edges.size(); ++e) {
        m_graph.m_out[next[m_graph.m_edges[e].from]++] = 2 * e;
        m_graph.m_out[next[m_graph.m_edges[e].to]++] = 2 * e + 1;
    }
}

void LineGraphBuilder::makeIndex()
{
    m_graph.m_chunks.clear();
    std::vector<Box> boxes;
    for (std::uint32_t e = 0; e < m_graph.m_edges.size(); ++e) {
        const auto line = m_graph.vertices(m_graph.m_edges[e]);
        for (std::uint32_t i = 0; i + 1 < line.size(); i += chunkVertices) {
            const std::uint32_t last = std::min(i + chunkVertices, std::uint32_t(line.size()) - 1);
            Box box;
            const LatLon first = line[i].degrees();
            for (std::uint32_t v = i; v <= last; ++v) {
                LatLon p = line[v].degrees();
                // Across the antimeridian the box goes on beyond 180°.
                p.lon += p.lon - first.lon > 180 ? -360 : p.lon - first.lon < -180 ? 360 : 0;
                box.extend(PointXY{p.lon, p.lat});
            }
            m_graph.m_chunks.push_back({e, i, last});
            boxes.push_back(box);
        }
    }
    m_graph.m_index = SpatialIndex(boxes);
}

void LineGraphBuilder::closeGaps(double longestGap)
{
    const std::vector<Gap> gaps = findGaps(m_graph, longestGap);
    if (gaps.empty())
        return;
    std::vector<std::vector<const Gap *>> cuts(m_graph.m_edges.size());
    for (const Gap &gap : gaps)
        cuts[gap.edge].push_back(&gap);
    std::vector<Edge> edges;
    for (std::size_t e = 0; e < cuts.size(); ++e) {
        std::sort(cuts[e].begin(), cuts[e].end(), [](const Gap *a, const Gap *b) { return std::tie(a->segment, a->t) < std::tie(b->segment, b->t); });
        const Edge whole = m_graph.m_edges[e];
        const std::vector<OsmLocation> line(m_graph.vertices(whole).begin(), m_graph.vertices(whole).end());
        std::vector<OsmLocation> piece{line.front()};
        const auto finish = [&](OsmLocation at) {
            if (piece.back() != at)
                piece.push_back(at);
            if (piece.size() < 2)
                return;
            Edge part = whole;
            part.first = std::uint32_t(m_graph.m_vertices.size());
            part.count = std::uint32_t(piece.size());
            m_graph.m_vertices.insert(m_graph.m_vertices.end(), piece.begin(), piece.end());
            edges.push_back(part);
            piece.assign(1, at);
        };
        std::size_t next = 0;
        for (std::uint32_t i = 1; i < line.size(); ++i) {
            for (; next < cuts[e].size() && cuts[e][next]->segment == i - 1; ++next)
                finish(cuts[e][next]->to);
            if (piece.back() != line[i])
                piece.push_back(line[i]);
        }
        finish(line.back());
    }
    for (const Gap &gap : gaps) {
        Edge bridge;
        bridge.first = std::uint32_t(m_graph.m_vertices.size());
        bridge.count = 2;
        m_graph.m_vertices.push_back(gap.from);
        m_graph.m_vertices.push_back(gap.to);
        edges.push_back(bridge);
    }
    m_graph.m_edges = std::move(edges);
    connect();
}

} // namespace ca
