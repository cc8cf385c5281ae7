// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmRings.h"

#include "geo/Polyline.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unordered_map>

namespace ca {
namespace {

constexpr double unitsPerDegree = 1e7;

/// Ways that end at a node, in the order of the relation. Those before @c next are used: no way is looked at twice, however
/// many meet here.
struct WaysAtNode {
    std::vector<std::size_t> ways;
    std::size_t next = 0;
};

bool allKnown(std::span<const OsmExtract::Vertex> vertices)
{
    return vertices.size() > 1
        && std::all_of(vertices.begin(), vertices.end(), [](const OsmExtract::Vertex &vertex) { return vertex.at.defined(); });
}

/// Chains ways; made for one relation.
class RingJoiner {
public:
    RingJoiner(const OsmExtract &extract, std::span<const std::uint8_t> meets, const std::vector<const OsmExtract::Way *> &ways)
        : m_used(ways.size(), false)
    {
        for (const OsmExtract::Way *way : ways) {
            m_ways.push_back(extract.verticesOf(*way));
            m_meets.push_back(meets.subspan(way->vertices.first, way->vertices.count));
        }
        for (std::size_t i = 0; i < m_ways.size(); ++i) {
            if (!allKnown(m_ways[i]))
                m_whole = false;
            else
                addEnds(i);
        }
    }

    bool join(std::vector<OsmRing> &out)
    {
        for (std::size_t i = 0; m_whole && i < m_ways.size(); ++i) {
            if (!m_used[i])
                m_whole = chainFrom(i, out);
        }
        return m_whole;
    }

private:
    void addEnds(std::size_t i)
    {
        m_ends[m_ways[i].front().node].ways.push_back(i);
        m_ends[m_ways[i].back().node].ways.push_back(i);
    }

    /// The next way at @p node that is not used; of several the one that comes first in the relation.
    [[nodiscard]] std::size_t nextAt(std::int64_t node)
    {
        WaysAtNode &here = m_ends[node];
        while (here.next < here.ways.size() && m_used[here.ways[here.next]])
            ++here.next;
        return here.next < here.ways.size() ? here.ways[here.next] : m_ways.size();
    }

    bool chainFrom(std::size_t first, std::vector<OsmRing> &out)
    {
        OsmRing ring;
        const std::int64_t start = m_ways[first].front().node;
        std::int64_t node = start;
        std::size_t way = first;
        do {
            if (way == m_ways.size())
                return false;
            node = take(way, node, ring);
            way = node == start ? way : nextAt(node);
        } while (node != start);
        if (ring.size() > 3)
            out.push_back(std::move(ring));
        return true;
    }

    /// Adds a way to the ring, turned so that it begins at @p from. @returns its other end.
    std::int64_t take(std::size_t i, std::int64_t from, OsmRing &ring)
    {
        m_used[i] = true;
        const auto way = m_ways[i];
        const bool forward = way.front().node == from;
        if (!ring.empty())
            ring.pop_back();
        for (std::size_t k = 0; k < way.size(); ++k) {
            const std::size_t vertex = forward ? k : way.size() - 1 - k;
            ring.push_back({way[vertex].at, m_meets[i][vertex] != 0});
        }
        return forward ? way.back().node : way.front().node;
    }

    std::vector<std::span<const OsmExtract::Vertex>> m_ways;
    std::vector<std::span<const std::uint8_t>> m_meets;
    std::vector<bool> m_used;
    std::unordered_map<std::int64_t, WaysAtNode> m_ends;
    bool m_whole = true;
};

PlaneLine planeRing(const OsmRing &ring)
{
    PlaneLine out;
    out.reserve(ring.size());
    for (const OsmRingVertex &vertex : ring)
        out.push_back({vertex.at.lon / unitsPerDegree, vertex.at.lat / unitsPerDegree});
    return out;
}

/// Odd–even; a point on the edge may be in or out.
bool contains(const PlaneLine &ring, PointXY p)
{
    bool inside = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const PointXY a = ring[i], b = ring[i + 1];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

/// Whether most of the first vertices of @p hole are in @p ring: one of them may lie on its edge.
bool holds(const PlaneLine &ring, const PlaneLine &hole)
{
    const std::size_t asked = std::min<std::size_t>(hole.size() - 1, 3);
    std::size_t inside = 0;
    for (std::size_t i = 0; i < asked; ++i)
        inside += contains(ring, hole[i]);
    return 2 * inside > asked;
}

/// @p ring without jumps; its longitudes may leave -180 … 180.
PlaneLine unrolled(const OsmRing &ring)
{
    PlaneLine out = planeRing(ring);
    for (std::size_t i = 1; i < out.size(); ++i)
        out[i].x -= 360 * std::round((out[i].x - out[i - 1].x) / 360);
    return out;
}

void addPiece(const PlaneLine &ring, double west, std::vector<OsmRing> &out)
{
    PlaneLine piece = clipRing(ring, Box{west, -90, west + 360, 90});
    if (piece.size() < 3)
        return;
    OsmRing closed;
    for (const PointXY &p : piece) {
        const OsmLocation at{std::int32_t(std::lround((p.x - west - 180) * unitsPerDegree)),
                             std::int32_t(std::lround(p.y * unitsPerDegree))};
        closed.push_back({at, std::abs(at.lon) == 1'800'000'000});
    }
    if (!(closed.front().at == closed.back().at))
        closed.push_back(closed.front());
    if (closed.size() > 3)
        out.push_back(std::move(closed));
}

bool jumps(const OsmRing &ring)
{
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (jumpsAntimeridian(ring[i - 1].at, ring[i].at))
            return true;
    }
    return false;
}

} // namespace

bool joinRings(const OsmExtract &extract, std::span<const std::uint8_t> meets, const std::vector<const OsmExtract::Way *> &ways,
               std::vector<OsmRing> &out)
{
    return RingJoiner(extract, meets, ways).join(out);
}

std::vector<OsmPolygon> polygonsOf(std::vector<OsmRing> outer, std::vector<OsmRing> inner)
{
    std::vector<PlaneLine> shells;
    std::vector<Box> boxes;
    for (const OsmRing &ring : outer) {
        shells.push_back(planeRing(ring));
        boxes.push_back(boundsOf(shells.back()));
    }
    std::vector<OsmPolygon> polygons(outer.size());
    for (std::size_t i = 0; i < outer.size(); ++i)
        polygons[i].rings.push_back(std::move(outer[i]));
    for (OsmRing &ring : inner) {
        const PlaneLine hole = planeRing(ring);
        const Box box = boundsOf(hole);
        std::size_t best = shells.size();
        for (std::size_t i = 0; i < shells.size(); ++i) {
            const bool smaller = best == shells.size() || boxes[best].contains(boxes[i]);
            if (smaller && boxes[i].contains(box) && holds(shells[i], hole))
                best = i;
        }
        if (best < shells.size())
            polygons[best].rings.push_back(std::move(ring));
    }
    return polygons;
}

std::vector<OsmRing> cutAtAntimeridian(std::vector<OsmRing> rings, bool &cut)
{
    cut = std::any_of(rings.begin(), rings.end(), jumps);
    if (!cut)
        return rings;
    std::vector<OsmRing> out;
    for (OsmRing &ring : rings) {
        if (!jumps(ring)) {
            out.push_back(std::move(ring));
            continue;
        }
        const PlaneLine line = unrolled(ring);
        if (std::abs(line.front().x - line.back().x) > 1)
            continue;
        for (const double west : {-540.0, -180.0, 180.0})
            addPiece(line, west, out);
    }
    return out;
}

} // namespace ca
