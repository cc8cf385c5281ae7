// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/Lanes.h"

namespace ca::raster {

/// One piece of a line, in the frame along it: t runs from 0 at its start to length at its end, s is the distance to
/// its side. The coverage of a pixel is that of its centre, faded over one pixel across each edge.
struct LineSegment {
    static constexpr float smooth = 0.5f;  ///< pixels over which an edge fades, to each side

    float x, y;               ///< start
    float ux, uy;             ///< unit vector along
    float length;
    float half;               ///< half the width plus smooth: where coverage reaches 0
    float strength;           ///< 1, less for lines thinner than a pixel
    float flatStart, flatEnd; ///< 0 = cut off straight, else huge: round
};

/// The pixels of one row as a segment sees them. A value of its own, since the compiler must assume that writing
/// to a mask changes anything it does not hold itself.
class SegmentRow {
public:
    SegmentRow(const LineSegment &g, int row)
        : m_ux(g.ux), m_uy(g.uy), m_t(lanes(g.uy * (float(row) + smooth - g.y))), m_s(lanes(g.ux * (float(row) + smooth - g.y))),
          m_x(Lanes{0.5f, 1.5f, 2.5f, 3.5f} - g.x), m_length(g.length), m_half(g.half), m_strength(g.strength),
          m_start(g.flatStart + smooth), m_end(g.flatEnd + smooth)
    {
    }

    /// Coverage 0 … 1 of the four pixels from @p column on.
    [[nodiscard]] Lanes coverage(int column) const
    {
        const Lanes dx = m_x + float(column);
        const Lanes t = m_ux * dx + m_t;
        const Lanes s = m_s - m_uy * dx;
        const Lanes left = m_length - t;
        const Lanes beyond = most(most(-t, -left), lanes(0));
        // Straight ends cover as much of a pixel's length as lies within; round ones what is near enough.
        const Lanes within = most(least(t + m_start, lanes(1)) + least(left + m_end, lanes(1)) - 1, lanes(0));
        return fraction(m_half - root(s * s + beyond * beyond)) * within * m_strength;
    }

private:
    static constexpr float smooth = LineSegment::smooth;
    float m_ux, m_uy;
    Lanes m_t, m_s, m_x;
    float m_length, m_half, m_strength, m_start, m_end;
};

} // namespace ca::raster
