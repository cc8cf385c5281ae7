// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ca {

/// Looks for places where the rings of a polygon cross themselves or each other: two segments that truly cross, not
/// rings that only touch in a vertex or run along each other, which odd–even filling draws well. The work is
/// near-linear for outlines as they occur (a grid of about as many cells as segments) and bounded for any other:
/// what would take more is left unsaid. Coordinates of any unit. Private to this room; reuse it, it keeps its memory.
class RingCrossing {
public:
    enum class Verdict { None, Crossing, Unknown };

    /// @param starts where each ring begins in @p vertices, counted from the same origin as @p end, its last end.
    [[nodiscard]] Verdict search(std::span<const LatLon> vertices, std::span<const std::uint32_t> starts);
    /// Where the crossing that search() found is.
    [[nodiscard]] LatLon place() const { return m_place; }

private:
    struct Grid {
        double west = 0;
        double south = 0;
        double cellsPerLon = 0;
        double cellsPerLat = 0;
        int side = 1;
    };
    void gatherSegments(std::span<const std::uint32_t> starts);
    [[nodiscard]] Verdict searchAll();
    [[nodiscard]] Verdict searchGrid();
    void fitGrid();
    [[nodiscard]] bool fillGrid();
    [[nodiscard]] bool crosses(std::uint32_t a, std::uint32_t b);
    /// Calls @p take(cell) for each cell segment @p s passes.
    template <class Take>
    void forEachCell(std::uint32_t s, Take take) const;

    std::span<const LatLon> m_vertices;
    std::vector<std::uint32_t> m_segments;   ///< first vertex of each; the second is the one behind it
    std::vector<std::uint32_t> m_cellStart;
    std::vector<std::uint32_t> m_cells;      ///< segments, cell by cell
    Grid m_grid;
    LatLon m_place;
};

} // namespace ca
