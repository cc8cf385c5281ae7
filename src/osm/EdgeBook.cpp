// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/EdgeBook.h"

#include "geo/TangentPlane.h"

#include <cmath>

namespace ca {
namespace {

constexpr double spotsPerDegree = 1e9;   // far finer than data, far coarser than the rounding of crossings
constexpr double onLine = 1e-8;          // degrees, a millimetre: as near as a part of a line is to it

/// Degrees, in the plane of longitude and latitude.
double distanceToPiece(LatLon a, LatLon b, LatLon p)
{
    return footOfPiece({a.lon - p.lon, a.lat - p.lat}, {b.lon - p.lon, b.lat - p.lat}).metres;
}

} // namespace

EdgeBook::Spot EdgeBook::spot(LatLon p)
{
    return {std::llround(p.lon * spotsPerDegree), std::llround(p.lat * spotsPerDegree)};
}

EdgeBook::Edge EdgeBook::edge(LatLon from, LatLon to, bool &turned)
{
    const Spot a = spot(from), b = spot(to);
    turned = std::pair(b.x, b.y) < std::pair(a.x, a.y);
    return turned ? Edge{b, a} : Edge{a, b};
}

void EdgeBook::add(std::span<const LatLon> line, int source)
{
    for (std::size_t i = 1; i < line.size(); ++i) {
        bool turned = false;
        if (m_edges.try_emplace(edge(line[i - 1], line[i], turned), m_pieces.size()).second)
            m_pieces.push_back({line[i - 1], line[i], source});
    }
}

const EdgeBook::Piece *EdgeBook::pieceOf(LatLon from, LatLon to)
{
    bool turned = false;
    if (const auto whole = m_edges.find(edge(from, to, turned)); whole != m_edges.end())
        return &m_pieces[whole->second];
    if (m_index.size() != m_pieces.size()) {
        std::vector<Box> boxes(m_pieces.size());
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            boxes[i].extend(PointXY{m_pieces[i].from.lon, m_pieces[i].from.lat});
            boxes[i].extend(PointXY{m_pieces[i].to.lon, m_pieces[i].to.lat});
        }
        m_index = SpatialIndex(boxes);
    }
    const LatLon middle{(from.lat + to.lat) / 2, (from.lon + to.lon) / 2};
    const Box around{middle.lon - onLine, middle.lat - onLine, middle.lon + onLine, middle.lat + onLine};
    const Piece *best = nullptr;
    double nearest = onLine;
    for (const std::uint32_t i : m_index.query(around)) {
        if (const double distance = distanceToPiece(m_pieces[i].from, m_pieces[i].to, middle); distance < nearest) {
            nearest = distance;
            best = &m_pieces[i];
        }
    }
    return best;
}

int EdgeBook::sourceOf(LatLon from, LatLon to)
{
    const Piece *piece = pieceOf(from, to);
    return piece ? piece->source : unknown;
}

int EdgeBook::direction(LatLon from, LatLon to, int source)
{
    const Piece *piece = pieceOf(from, to);
    if (!piece || piece->source != source)
        return 0;
    const double along = (to.lon - from.lon) * (piece->to.lon - piece->from.lon) + (to.lat - from.lat) * (piece->to.lat - piece->from.lat);
    return along > 0 ? 1 : -1;
}

} // namespace ca
