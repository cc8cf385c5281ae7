// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/LineGraph.h"

#include "osm/LineGraphBuilder.h"
#include "osm/TrackGeometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ca {
namespace {

constexpr double radianOfGraph = std::numbers::pi / 180;

double opposite(double heading)
{
    return heading > 0 ? heading - 180 : heading + 180;
}

} // namespace

LineGraph::LineGraph(const OsmExtract &extract, LineKind kind, double longestGap) : m_kind(kind)
{
    LineGraphBuilder(*this, extract).build(longestGap);
}

double LineGraph::headingOut(Directed d) const
{
    const Edge &edge = m_edges[edgeOf(d)];
    return reversed(d) ? opposite(edge.headingTo) : edge.headingFrom;
}

double LineGraph::headingIn(Directed d) const
{
    const Edge &edge = m_edges[edgeOf(d)];
    return reversed(d) ? opposite(edge.headingFrom) : edge.headingTo;
}

std::array<double, 3> LineGraph::cartesian(LatLon p)
{
    constexpr double a = 6378137, e2 = 0.00669437999014;
    const double sine = std::sin(p.lat * radianOfGraph), cosine = std::cos(p.lat * radianOfGraph);
    const double n = a / std::sqrt(1 - e2 * sine * sine);
    return {n * cosine * std::cos(p.lon * radianOfGraph), n * cosine * std::sin(p.lon * radianOfGraph), n * (1 - e2) * sine};
}

double LineGraph::chord(std::uint32_t node, const std::array<double, 3> &place) const
{
    const std::array<double, 3> &at = m_cartesian[node];
    const double x = at[0] - place[0], y = at[1] - place[1], z = at[2] - place[2];
    return std::sqrt(x * x + y * y + z * z);
}

std::vector<LineGraph::Hit> LineGraph::near(LatLon p, double metres) const
{
    std::vector<std::uint32_t> chunks;
    const double dLat = metres / 110'000;
    const double dLon = std::min(180.0, dLat / std::max(0.01, std::cos(p.lat * radianOfGraph)));
    for (const double turn : {-360.0, 0.0, 360.0})
        m_index.query({p.lon + turn - dLon, p.lat - dLat, p.lon + turn + dLon, p.lat + dLat}, chunks);
    std::vector<Hit> hits;
    const TangentPlane plane(p);
    for (const std::uint32_t c : chunks) {
        const Chunk &chunk = m_chunks[c];
        const Edge &edge = m_edges[chunk.edge];
        if (edge.isGap())
            continue;
        const auto line = vertices(edge);
        for (std::uint32_t i = chunk.first; i < chunk.last; ++i) {
            const LatLon a = line[i].degrees(), b = line[i + 1].degrees();
            const PieceFoot foot = footOfPiece(plane.at(a), plane.at(b));
            if (foot.metres > metres)
                continue;
            // Chunks of an edge need not follow each other: look for it among all.
            const auto same = std::find_if(hits.begin(), hits.end(), [&](const Hit &hit) { return hit.edge == chunk.edge; });
            if (same != hits.end() && same->metres <= foot.metres)
                continue;
            const Hit hit{chunk.edge, double(i) + foot.t, foot.metres, placeBetween(a, b, foot.t)};
            same == hits.end() ? hits.push_back(hit) : void(*same = hit);
        }
    }
    for (Hit &hit : hits) {  // vertices to metres
        const auto line = vertices(m_edges[hit.edge]);
        const std::size_t i = std::min(std::size_t(hit.along), line.size() - 2);
        const double piece = track::length(line.subspan(i, 2));
        hit.along = track::length(line.first(i + 1)) + (hit.along - double(i)) * piece;
    }
    std::sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return std::tie(a.metres, a.edge) < std::tie(b.metres, b.edge); });
    return hits;
}

double turnBetween(double headingIn, double headingOut)
{
    return std::abs(std::remainder(headingOut - headingIn, 360.0));
}

} // namespace ca
