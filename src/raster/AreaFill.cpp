// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/AreaFill.h"

#include <algorithm>
#include <cmath>

namespace ca::raster {
namespace {

/// First row or column whose middle is at or beyond @p v.
int firstBeyond(double v, int end)
{
    return int(std::ceil(std::clamp(v, 0.0, double(end)) - 0.5));
}

void paintSpan(Pixel *from, Pixel *to, Pixel colour)
{
    if (colour >> 24 == 255)
        std::fill(from, to, colour);
    else
        std::transform(from, to, from, [colour](Pixel below) { return over(colour, below); });
}

} // namespace

void AreaFill::reset(int width, int height)
{
    m_width = width;
    m_height = height;
    m_edges.clear();
}

void AreaFill::addEdge(double x0, double y0, double x1, double y1)
{
    const bool down = y0 <= y1;
    if (!down) {
        std::swap(x0, x1);
        std::swap(y0, y1);
    }
    if (y1 <= 0 || y0 >= m_height)
        return;
    const int top = firstBeyond(y0, m_height), bottom = firstBeyond(y1, m_height);
    if (top >= bottom)
        return;
    const double perRow = (x1 - x0) / (y1 - y0);
    m_edges.push_back({top, bottom, x0 + (top + 0.5 - y0) * perRow, perRow, down});
}

void AreaFill::sortCrossings()
{
    m_rowStart.assign(std::size_t(m_height) + 2, 0);
    // How many edges cross each row: first as differences, then summed up.
    for (const Edge &edge : m_edges) {
        m_rowStart[std::size_t(edge.top) + 1] += 1;
        m_rowStart[std::size_t(edge.bottom) + 1] -= 1;
    }
    std::uint32_t crossing = 0, before = 0;
    for (int y = 0; y < m_height; ++y) {
        crossing += m_rowStart[std::size_t(y) + 1];
        m_rowStart[std::size_t(y)] = before;
        before += crossing;
    }
    m_rowStart[std::size_t(m_height)] = before;
    m_crossings.resize(before);
    std::vector<std::uint32_t> next(m_rowStart.begin(), m_rowStart.end() - 1);
    for (const Edge &edge : m_edges) {
        double x = edge.x;
        for (int y = edge.top; y < edge.bottom; ++y, x += edge.perRow)
            m_crossings[next[std::size_t(y)]++] = 2 * firstBeyond(x, m_width) + edge.down;
    }
    for (std::size_t y = 0; y < std::size_t(m_height); ++y)
        std::sort(m_crossings.begin() + m_rowStart[y], m_crossings.begin() + m_rowStart[y + 1]);
}

void AreaFill::paint(const Pixels &target, Pixel colour)
{
    sortCrossings();
    for (int y = 0; y < m_height; ++y) {
        Pixel *row = target.row(y);
        int winding = 0, from = 0;
        for (std::uint32_t i = m_rowStart[std::size_t(y)]; i < m_rowStart[std::size_t(y) + 1]; ++i) {
            const int x = m_crossings[i] / 2;
            if (winding == 0)
                from = x;
            winding += m_crossings[i] % 2 != 0 ? 1 : -1;
            if (winding == 0)
                paintSpan(row + from, row + x, colour);
        }
        if (winding != 0)
            paintSpan(row + from, row + m_width, colour);
    }
}

} // namespace ca::raster
