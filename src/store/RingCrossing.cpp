// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RingCrossing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace ca {

namespace {

constexpr std::size_t fewSegments = 24;      ///< below, all pairs are quicker than a grid
constexpr int mostCellsASide = 2048;
constexpr double leastExtent = 1e-9;
constexpr double cellRounding = 1e-6;        ///< of a cell
constexpr std::size_t entriesPerSegment = 12;
constexpr std::size_t testsPerSegment = 200;
constexpr std::size_t freeOfBudget = 100'000;

/// On which side of the line a → b the point c lies: 1 left, -1 right, 0 on it or too near to tell. The bound is
/// that of J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997, for the rounding of this expression.
int sideOf(LatLon a, LatLon b, LatLon c)
{
    const double left = (a.lon - c.lon) * (b.lat - c.lat);
    const double right = (a.lat - c.lat) * (b.lon - c.lon);
    const double bound = 3.3306690738754716e-16 * (std::abs(left) + std::abs(right));
    return left - right > bound ? 1 : left - right < -bound ? -1 : 0;
}

/// Where two segments that cross do so.
LatLon crossingOf(LatLon a, LatLon b, LatLon c, LatLon d)
{
    const double across = (b.lon - a.lon) * (d.lat - c.lat) - (b.lat - a.lat) * (d.lon - c.lon);
    const double t = ((c.lon - a.lon) * (d.lat - c.lat) - (c.lat - a.lat) * (d.lon - c.lon)) / across;
    return {a.lat + t * (b.lat - a.lat), a.lon + t * (b.lon - a.lon)};
}

bool apart(double a, double b, double c, double d)
{
    return std::max(a, b) < std::min(c, d) || std::max(c, d) < std::min(a, b);
}

} // namespace

RingCrossing::Verdict RingCrossing::search(std::span<const LatLon> vertices, std::span<const std::uint32_t> starts)
{
    m_vertices = vertices;
    gatherSegments(starts);
    // Across the date line the plane of longitude and latitude says nothing about what is drawn.
    const auto leaps = [&](std::uint32_t s) { return std::abs(vertices[s].lon - vertices[s + 1].lon) > 180; };
    if (std::ranges::any_of(m_segments, leaps))
        return Verdict::Unknown;
    return m_segments.size() <= fewSegments ? searchAll() : searchGrid();
}

void RingCrossing::gatherSegments(std::span<const std::uint32_t> starts)
{
    m_segments.clear();
    for (std::size_t r = 0; r + 1 < starts.size(); ++r) {
        for (std::uint32_t v = starts[r] - starts[0]; v + 1 < starts[r + 1] - starts[0]; ++v)
            m_segments.push_back(v);
    }
}

bool RingCrossing::crosses(std::uint32_t a, std::uint32_t b)
{
    const LatLon p = m_vertices[a];
    const LatLon q = m_vertices[a + 1];
    const LatLon r = m_vertices[b];
    const LatLon s = m_vertices[b + 1];
    if (apart(p.lon, q.lon, r.lon, s.lon) || apart(p.lat, q.lat, r.lat, s.lat))
        return false;
    if (sideOf(p, q, r) * sideOf(p, q, s) >= 0 || sideOf(r, s, p) * sideOf(r, s, q) >= 0)
        return false;
    m_place = crossingOf(p, q, r, s);
    return true;
}

RingCrossing::Verdict RingCrossing::searchAll()
{
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        for (std::size_t j = i + 1; j < m_segments.size(); ++j) {
            if (crosses(m_segments[i], m_segments[j]))
                return Verdict::Crossing;
        }
    }
    return Verdict::None;
}

RingCrossing::Verdict RingCrossing::searchGrid()
{
    fitGrid();
    if (!fillGrid())
        return Verdict::Unknown;
    std::size_t budget = freeOfBudget + testsPerSegment * m_segments.size();
    for (std::size_t cell = 0; cell + 1 < m_cellStart.size(); ++cell) {
        const std::size_t count = m_cellStart[cell + 1] - m_cellStart[cell];
        if (count * count / 2 > budget)
            return Verdict::Unknown;
        budget -= count * count / 2;
        for (std::size_t i = m_cellStart[cell]; i < m_cellStart[cell + 1]; ++i) {
            for (std::size_t j = i + 1; j < m_cellStart[cell + 1]; ++j) {
                if (crosses(m_cells[i], m_cells[j]))
                    return Verdict::Crossing;
            }
        }
    }
    return Verdict::None;
}

void RingCrossing::fitGrid()
{
    double east = -std::numeric_limits<double>::infinity();
    double north = east;
    m_grid.west = m_grid.south = -east;
    for (const LatLon &p : m_vertices) {
        m_grid.west = std::min(m_grid.west, p.lon);
        m_grid.south = std::min(m_grid.south, p.lat);
        east = std::max(east, p.lon);
        north = std::max(north, p.lat);
    }
    m_grid.side = std::clamp(int(std::sqrt(double(m_segments.size()))), 1, mostCellsASide);
    const auto perUnit = [&](double extent) { return extent > leastExtent ? m_grid.side / extent : 0; };
    m_grid.cellsPerLon = perUnit(east - m_grid.west);
    m_grid.cellsPerLat = perUnit(north - m_grid.south);
}

template <class Take>
void RingCrossing::forEachCell(std::uint32_t s, Take take) const
{
    const auto cellOf = [&](double value) { return std::clamp(int(value), 0, m_grid.side - 1); };
    const auto columnOf = [&](LatLon p) { return (p.lon - m_grid.west) * m_grid.cellsPerLon; };
    const auto rowOf = [&](LatLon p) { return (p.lat - m_grid.south) * m_grid.cellsPerLat; };
    LatLon low = m_vertices[s];
    LatLon high = m_vertices[s + 1];
    if (low.lat > high.lat)
        std::swap(low, high);
    const double lowRow = rowOf(low);
    const double highRow = rowOf(high);
    const double lowColumn = columnOf(low);
    const double slope = highRow > lowRow ? (columnOf(high) - lowColumn) / (highRow - lowRow) : 0;
    for (int row = cellOf(lowRow); row <= cellOf(highRow); ++row) {
        // Where the segment enters and leaves this row, with a little room for rounding.
        const double in = lowColumn + slope * (std::max<double>(row, lowRow) - lowRow);
        const double out = slope != 0 ? lowColumn + slope * (std::min<double>(row + 1, highRow) - lowRow) : columnOf(high);
        const int last = cellOf(std::max(in, out) + cellRounding);
        for (int c = cellOf(std::min(in, out) - cellRounding); c <= last; ++c)
            take(std::size_t(row) * std::size_t(m_grid.side) + std::size_t(c));
    }
}

/// Sorts the segments into the cells. @returns false when they pass too many.
bool RingCrossing::fillGrid()
{
    m_cellStart.assign(std::size_t(m_grid.side) * std::size_t(m_grid.side) + 1, 0);
    const std::size_t budget = freeOfBudget + entriesPerSegment * m_segments.size();
    std::size_t entries = 0;
    for (const std::uint32_t s : m_segments) {
        forEachCell(s, [&](std::size_t cell) { ++m_cellStart[cell]; ++entries; });
        if (entries > budget)
            return false;
    }
    std::exclusive_scan(m_cellStart.begin(), m_cellStart.end(), m_cellStart.begin(), 0u);
    m_cells.resize(entries);
    for (const std::uint32_t s : m_segments)
        forEachCell(s, [&](std::size_t cell) { m_cells[m_cellStart[cell]++] = s; });
    // Each start has moved to its cell's end, which is the next one's start.
    std::rotate(m_cellStart.begin(), m_cellStart.end() - 1, m_cellStart.end());
    m_cellStart.front() = 0;
    return true;
}

} // namespace ca
