// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/LineSegment.h"
#include "raster/Pixels.h"

#include <span>
#include <vector>

namespace ca::raster {

/// How much of each pixel the lines and discs of one colour cover, 0 … 255. Within one line coverage is that of its
/// whole outline (no darker joints); different lines add up as if painted one over the other, so that compose() gives
/// what painting them one by one would give, but touches the picture only once. Shapes whose pixels are full already
/// (from 240 of 255 on) are passed over at once: the cost of a crowd follows the pixels it fills and not its size.
class CoverageMask {
public:
    /// Empty, of this size; memory of an earlier use is kept.
    void reset(int width, int height);
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }

    /// A line @p width pixels wide with round joins; its ends are cut off straight, or round where @p roundEnds. Lines
    /// thinner than a pixel are drawn a pixel wide and paler. Vertices must be finite and within ±1e6.
    void addLine(std::span<const Point> line, float width, bool roundEnds = false);
    /// The same for a line of which some stretches are left out: @p ends are the numbers of points up to the end of each
    /// stretch that is there, ascending.
    void addLine(std::span<const Point> points, std::span<const std::size_t> ends, float width, bool roundEnds = false);
    void addDisc(Point centre, float radius);

    /// Whether nothing drawn within these bounds could change anything: every pixel of theirs is full.
    [[nodiscard]] bool fullWithin(Point leftTop, Point rightBottom);

    /// Paints @p colour (premultiplied) through the mask over @p target, of the same size, and empties the mask.
    void compose(const Pixels &target, Pixel colour);

    [[nodiscard]] std::uint8_t at(int x, int y) const { return m_mask[index(x, y)]; }

private:
    struct Area {
        int left, top, right, bottom;  ///< right and bottom excluded
    };
    struct Run {
        int left, right;
    };

    [[nodiscard]] std::size_t index(int x, int y) const { return std::size_t(y) * std::size_t(m_stride) + std::size_t(x); }
    [[nodiscard]] Area areaOf(std::span<const Point> line, float reach) const;
    void addSegments(std::span<const Point> line, LineSegment segment, bool roundEnds);
    [[nodiscard]] bool allFull(const Area &area);
    [[nodiscard]] bool tileFull(int column, int row);
    [[nodiscard]] bool hidden(const LineSegment &segment);
    void forgetTiles();
    void addSmall(std::span<const LineSegment> segments, const Area &area);
    void addSegment(const LineSegment &segment);
    void addToScratch(const LineSegment &segment);
    void takeScratch(const Area &area);
    template <class Draw>
    void forRuns(const LineSegment &segment, Draw draw) const;

    int m_width = 0;
    int m_height = 0;
    int m_stride = 0;                    ///< bytes in a row; some beyond the width, for whole lanes
    std::vector<std::uint8_t> m_mask;
    std::vector<std::uint8_t> m_scratch; ///< coverage of the line at hand, else 0
    std::vector<Run> m_rows;             ///< per row what the mask may hold
    std::vector<Run> m_scratchRows;
    std::vector<LineSegment> m_segments; ///< of the line at hand
    std::vector<std::uint8_t> m_fullTiles;  ///< squares of eight pixels known to be full
    int m_tileColumns = 0;
};

} // namespace ca::raster
