// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/GeometryParts.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr std::size_t leastRing = 4;  ///< a triangle, closed

bool allDefined(std::span<const LatLon> points)
{
    // The difference of an infinite or undefined number with itself is undefined; no branch, so it is fast.
    double sum = 0;
    for (const LatLon &p : points)
        sum += (p.lat - p.lat) + (p.lon - p.lon);
    return sum == 0;
}

} // namespace

void GeometryParts::Kind::add(std::span<const LatLon> part)
{
    vertices.insert(vertices.end(), part.begin(), part.end());
    ends.push_back(std::uint32_t(vertices.size()));
}

void GeometryParts::clear()
{
    for (Kind &kind : m_kinds) {
        kind.vertices.clear();
        kind.ends.clear();
    }
    m_faults = {};
}

bool GeometryParts::empty() const
{
    return std::ranges::all_of(m_kinds, [](const Kind &kind) { return kind.ends.empty(); });
}

void GeometryParts::addPoint(LatLon point)
{
    if (point.defined())
        of(GeometryKind::Point).add({&point, 1});
    else if (!std::isnan(point.lat) || !std::isnan(point.lon))
        ++m_faults.notNumbers;
}

void GeometryParts::addLine(std::span<const LatLon> line)
{
    if (line.empty())
        return;
    if (allDefined(line) && line.size() > 1)
        return of(GeometryKind::Line).add(line);
    const std::size_t before = of(GeometryKind::Line).ends.size();
    bool gaps = false;
    for (auto first = line.begin(); first != line.end();) {
        const auto end = std::find_if_not(first, line.end(), [](const LatLon &p) { return p.defined(); });
        if (end - first > 1)
            of(GeometryKind::Line).add({first, end});
        gaps = gaps || end != line.end();
        first = end == line.end() ? end : end + 1;
    }
    m_faults.notNumbers += gaps ? 1 : 0;
    m_faults.tooFewPoints += !gaps && of(GeometryKind::Line).ends.size() == before ? 1 : 0;
}

void GeometryParts::beginPolygon()
{
    m_polygonRings = of(GeometryKind::Polygon).ends.size();
    m_polygonVertices = of(GeometryKind::Polygon).vertices.size();
    m_ringsSeen = 0;
    m_polygonSound = true;
}

void GeometryParts::addRing(std::span<const LatLon> ring)
{
    if (ring.empty())
        return;
    const bool shell = m_ringsSeen++ == 0;
    if (!allDefined(ring)) {
        ++m_faults.notNumbers;
        m_polygonSound = false;
        return;
    }
    const bool closed = ring.front() == ring.back();
    if (ring.size() + (closed ? 0 : 1) < leastRing) {
        ++m_faults.tooFewPoints;
        m_polygonSound = m_polygonSound && !shell;  // a hole without area changes nothing
        return;
    }
    Kind &rings = of(GeometryKind::Polygon);
    rings.add(ring);
    if (!closed) {
        ++m_faults.unclosed;
        rings.vertices.push_back(ring.front());
        ++rings.ends.back();
    }
}

void GeometryParts::endPolygon()
{
    if (m_polygonSound)
        return;
    of(GeometryKind::Polygon).ends.resize(m_polygonRings);
    of(GeometryKind::Polygon).vertices.resize(m_polygonVertices);
}

void GeometryParts::appendTo(FeatureTable &table, GeometryKind kind) const
{
    const Kind &parts = m_kinds[std::size_t(kind)];
    std::uint32_t first = 0;
    for (const std::uint32_t end : parts.ends) {
        table.addPart({parts.vertices.data() + first, end - first});
        first = end;
    }
}

} // namespace ca
