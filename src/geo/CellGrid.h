// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"

#include <array>
#include <cstdint>
#include <vector>

namespace ca {

/// The globe in cells of 5°, columns counted eastward from @c origin: which of them may be projected just so, and
/// between which neighbours the map is torn. A question about any box takes a handful of look-ups. Filled once, then
/// read from any thread.
class CellGrid {
public:
    static constexpr int columns = 72, rows = 36;
    static constexpr double step = 5;  ///< degrees

    explicit CellGrid(double origin = -180);

    [[nodiscard]] double origin() const { return m_origin; }
    [[nodiscard]] double west(int column) const { return m_origin + column * step; }   ///< degrees, may pass 180
    [[nodiscard]] double south(int row) const { return -90 + row * step; }
    void setBad(int column, int row) { ++m_bad[index(column, row)]; }
    void setTornEast(int column, int row) { ++m_tornEast[index(column, row)]; }        ///< at its east side
    void setTornNorth(int column, int row) { ++m_tornNorth[index(column, row)]; }
    void finish();                                                                     ///< call once, after the last set

    /// All cells of [c0, c1) × [r0, r1) are good and hang together.
    [[nodiscard]] bool clear(int c0, int r0, int c1, int r1) const;
    /// The same for the cells that @p box touches; @p seamIsExact when a place on the origin's meridian is
    /// surely projected to the side that its longitude says.
    [[nodiscard]] bool clear(const GeoBox &box, bool seamIsExact) const;

private:
    using Counts = std::vector<std::int32_t>;
    [[nodiscard]] static std::size_t index(int column, int row)
    {
        return std::size_t(row + 1) * (columns + 1) + std::size_t(column + 1);
    }
    static void addUp(Counts &counts);
    [[nodiscard]] static int sum(const Counts &counts, int c0, int r0, int c1, int r1);

    double m_origin;
    Counts m_bad, m_tornEast, m_tornNorth;  ///< after finish(): sums over all cells to the south-west
};

} // namespace ca
