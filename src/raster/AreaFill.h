// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/Pixels.h"

#include <cstdint>
#include <vector>

namespace ca::raster {

/// Fills rings by the non-zero rule without anti-aliasing: a pixel is inside when its centre is. All areas of a layer go into
/// one fill, holes the other way round than what they are in: where areas overlap, the pixels are painted once. Edges may
/// lie anywhere; only those that cross the picture's rows are kept, and those wholly to the right of it may be left out.
class AreaFill {
public:
    /// Forgets all edges; the picture to be filled has this size.
    void reset(int width, int height);
    /// One edge of a ring, in the ring's direction, device pixels. Coordinates must be finite.
    void addEdge(double x0, double y0, double x1, double y1);
    /// Paints @p colour (premultiplied) over what is inside. The edges stay.
    void paint(const Pixels &target, Pixel colour);

private:
    struct Edge {
        int top, bottom;       ///< rows, bottom excluded
        double x, perRow;      ///< where it crosses the middle of row top, and how that moves
        bool down;
    };
    void sortCrossings();

    int m_width = 0;
    int m_height = 0;
    std::vector<Edge> m_edges;
    std::vector<std::uint32_t> m_rowStart;   ///< per row, in m_crossings; one more than rows
    std::vector<std::int32_t> m_crossings;   ///< by row, ascending: twice the first pixel to the right, + 1 if downwards
};

} // namespace ca::raster
