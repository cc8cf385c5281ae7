// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/CellGrid.h"

#include <algorithm>
#include <cmath>

namespace ca {

CellGrid::CellGrid(double origin)
    : m_origin(origin), m_bad((columns + 1) * (rows + 1)), m_tornEast(m_bad.size()), m_tornNorth(m_bad.size())
{
}

void CellGrid::addUp(Counts &counts)
{
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            counts[index(column, row)] += counts[index(column - 1, row)] + counts[index(column, row - 1)]
                - counts[index(column - 1, row - 1)];
}

void CellGrid::finish()
{
    for (Counts *counts : {&m_bad, &m_tornEast, &m_tornNorth})
        addUp(*counts);
}

int CellGrid::sum(const Counts &counts, int c0, int r0, int c1, int r1)
{
    return counts[index(c1 - 1, r1 - 1)] - counts[index(c0 - 1, r1 - 1)] - counts[index(c1 - 1, r0 - 1)]
        + counts[index(c0 - 1, r0 - 1)];
}

bool CellGrid::clear(int c0, int r0, int c1, int r1) const
{
    return sum(m_bad, c0, r0, c1, r1) == 0 && sum(m_tornEast, c0, r0, c1 - 1, r1) == 0
        && sum(m_tornNorth, c0, r0, c1, r1 - 1) == 0;
}

bool CellGrid::clear(const GeoBox &box, bool seamIsExact) const
{
    constexpr double nudge = 1e-6;  // degrees: a place on a cell's edge counts for both sides
    if (!(box.west >= -180 && box.east <= 180 && box.south >= -90 && box.north <= 90))
        return false;
    double west = std::fmod(box.west - m_origin, 360);
    west += west < 0 ? 360 : 0;
    const double east = west + (box.east - box.west);
    const double edge = seamIsExact ? 0 : nudge;
    if (west < edge || east > 360 - edge)
        return false;
    const auto cell = [](double degrees, int count) { return std::clamp(int(std::floor(degrees / step)), 0, count - 1); };
    return clear(cell(west - nudge, columns), cell(box.south + 90 - nudge, rows), cell(east + nudge, columns) + 1,
                 cell(box.north + 90 + nudge, rows) + 1);
}

} // namespace ca
