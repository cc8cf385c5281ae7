// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/CoverArea.h"

#include "geo/Geodesic.h"
#include "geo/SphereMeasures.h"

#include <algorithm>
#include <array>

namespace ca {
namespace {

constexpr double beyondWorld = 400;   // degrees

Box planeBox(std::span<const LatLon> line)
{
    Box box;
    for (const LatLon p : line)
        box.extend(PointXY{p.lon, p.lat});
    return box;
}

} // namespace

CoverArea::CoverArea(std::vector<PlaneFace> faces) : m_faces(std::move(faces))
{
    std::vector<Box> boxes;
    for (std::uint32_t face = 0; face < m_faces.size(); ++face) {
        for (const GeoLine &ring : m_faces[face].rings) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                m_edges.push_back({ring[i - 1], ring[i], face});
                boxes.push_back(planeBox(std::span(ring).subspan(i - 1, 2)));
            }
        }
    }
    m_index = SpatialIndex(boxes);
}

/// Odd–even for each face, along a ray to the east.
bool CoverArea::contains(LatLon p) const
{
    std::vector<std::uint32_t> crossed;
    for (const std::uint32_t i : m_index.query({p.lon, p.lat, beyondWorld, p.lat})) {
        const auto &[a, b, face] = m_edges[i];
        if ((a.lat > p.lat) != (b.lat > p.lat) && p.lon < (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat) + a.lon)
            crossed.push_back(face);
    }
    std::sort(crossed.begin(), crossed.end());
    for (auto first = crossed.begin(); first != crossed.end();) {
        const auto end = std::upper_bound(first, crossed.end(), *first);
        if ((end - first) % 2 == 1)
            return true;
        first = end;
    }
    return false;
}

bool CoverArea::isNear(std::span<const LatLon> line) const
{
    return !m_index.query(planeBox(line)).empty();
}

bool CoverArea::followsOutline(std::span<const LatLon> line, double metres) const
{
    return std::all_of(line.begin(), line.end(), [&](LatLon p) {
        // Twice as far as the latitude has it: enough as far north as 60°.
        const double around = 2 * metres / metresPerDegree;
        const auto near = m_index.query({p.lon - around, p.lat - around, p.lon + around, p.lat + around});
        return std::any_of(near.begin(), near.end(), [&](std::uint32_t i) {
            return geodesic::nearest(std::array{m_edges[i].a, m_edges[i].b}, p).metres <= metres;
        });
    });
}

Result<std::vector<GeoLine>> CoverArea::cut(std::span<const LatLon> line, overlay::Side side) const
{
    if (line.size() < 2)
        return std::vector<GeoLine>();
    if (isNear(line))
        return overlay::cutLine(line, m_faces, side);
    const bool wanted = contains(line.front()) == (side == overlay::Side::Inside);
    return wanted ? std::vector<GeoLine>{GeoLine(line.begin(), line.end())} : std::vector<GeoLine>();
}

Result<std::vector<PlaneFace>> CoverArea::cut(const PlaneFace &face, overlay::Side side) const
{
    if (face.rings.empty())
        return std::vector<PlaneFace>();
    if (isNear(face.rings.front()))
        return overlay::cutFace(face, m_faces, side);
    const bool wanted = contains(face.rings.front().front()) == (side == overlay::Side::Inside);
    return wanted ? std::vector<PlaneFace>{face} : std::vector<PlaneFace>();
}

} // namespace ca
