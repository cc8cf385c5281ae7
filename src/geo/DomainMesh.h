// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/ProjectionDomain.h"

#include <array>
#include <unordered_map>
#include <vector>

namespace ca {

/// Where a projection of unknown habits can be trusted, found by trying: the globe in squares of 5°, those that fold, tear,
/// end or stretch beyond use divided further into squares of 5/32°. What is lost beside a tear is less than that.
/// Immutable; thread-safe.
class DomainMesh {
public:
    static constexpr int fine = 32;                     ///< squares along the side of a cell
    /// Row by row from the south-west: 0 = not good, else the side of the square block, a power of two, that was found
    /// good as a whole. Between two blocks there may be a tear.
    using Squares = std::array<std::uint8_t, std::size_t(fine) * fine>;

    /// Tries @p domain's projection over the globe and marks the result in @p cells, too.
    DomainMesh(const ProjectionDomain &domain, CellGrid &cells);

    [[nodiscard]] double usualScale() const { return m_usualScale; }
    /// @p p with λ within −180..180.
    [[nodiscard]] bool contains(FramePoint p) const;
    /// Good squares of a cell that is not good as a whole; null when there are none.
    [[nodiscard]] const Squares *squares(int column, int row) const;
    [[nodiscard]] const CellGrid &cells() const { return m_cells; }

private:
    static constexpr int side = 4;                      ///< places tried along the side of a square
    static constexpr int quads = (side - 1) * (side - 1);
    using Sample = std::array<PointXY, side * side>;    ///< row by row from the south-west
    [[nodiscard]] Sample sample(const FrameRect &rect) const;
    [[nodiscard]] static bool isSmooth(const Sample &plane);
    [[nodiscard]] int goodQuads(const Sample &plane, const FrameRect &rect) const;
    void findUsualScale();
    void refine(const FrameRect &rect, int column, int row, int size, Squares &squares) const;
    void markTears(const std::vector<Sample> &samples, CellGrid &cells) const;

    const ProjectionDomain &m_domain;
    const CellGrid &m_cells;
    double m_usualScale = 1;
    std::unordered_map<int, Squares> m_squares;         ///< by row × columns + column
};

} // namespace ca
