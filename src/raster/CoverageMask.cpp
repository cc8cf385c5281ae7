// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/CoverageMask.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace ca::raster {
namespace {

constexpr int nowhere = std::numeric_limits<int>::max();
constexpr int smallSide = 16;  // pixels; shapes up to here are drawn at once
constexpr int tile = 8;        // pixels; the side of the squares that are known to be full or not

/// From here on a pixel counts as full, and is painted so. Where many lines meet, edges would come near to 255 for ever, and
/// never be done.
constexpr std::uint8_t fullShare = 0xf0;
constexpr std::uint64_t eightFull = 0xf0f0f0f0f0f0f0f0u;

/// Whether four pixels can take no more.
bool full(const std::uint8_t *mask)
{
    constexpr auto high = std::uint32_t(eightFull);
    std::uint32_t four;
    std::memcpy(&four, mask, 4);
    return (four & high) == high;
}

void addShare(std::uint8_t *mask, Lanes share)
{
    const Lanes before = loadBytes(mask);
    storeBytes(mask, before + (255 - before) * share);
}

std::uint64_t eightAt(const std::uint8_t *mask)
{
    std::uint64_t eight;
    std::memcpy(&eight, mask, sizeof eight);
    return eight;
}

/// Paints a colour through one row's coverage. Most of a row is empty or full: eight pixels are dealt with at a time.
void composeRow(std::span<const std::uint8_t> mask, Pixel *out, Pixel colour)
{
    const bool opaque = colour >> 24 == 255;
    for (std::size_t x = 0; x < mask.size();) {
        if (x + 8 <= mask.size()) {
            const std::uint64_t eight = eightAt(&mask[x]);
            if (eight == 0 || ((eight & eightFull) == eightFull && opaque)) {
                if (eight != 0)
                    std::fill_n(out + x, 8, colour);
                x += 8;
                continue;
            }
        }
        for (const std::size_t end = std::min(x + 8, mask.size()); x < end; ++x) {
            const std::uint8_t share = mask[x];
            if (share != 0)
                out[x] = share >= fullShare ? over(colour, out[x]) : over(scaledPixel(colour, share), out[x]);
        }
    }
}

} // namespace

void CoverageMask::reset(int width, int height)
{
    const int stride = (width / tile + 2) * tile;
    if (stride != m_stride || height != m_height) {
        m_mask.assign(std::size_t(stride) * std::size_t(height), 0);
        m_scratch.assign(m_mask.size(), 0);
        m_rows.assign(std::size_t(height), {nowhere, 0});
        m_scratchRows.assign(std::size_t(height), {nowhere, 0});
    } else {
        for (int y = 0; y < m_height; ++y) {
            Run &run = m_rows[std::size_t(y)];
            if (run.left < run.right)
                std::memset(&m_mask[index(run.left, y)], 0, std::size_t(run.right - run.left));
            run = {nowhere, 0};
        }
    }
    m_width = width;
    m_height = height;
    m_stride = stride;
    m_tileColumns = stride / tile;
    forgetTiles();
}

void CoverageMask::forgetTiles()
{
    m_fullTiles.assign(std::size_t(m_tileColumns) * std::size_t(m_height / tile + 1), 0);
}

CoverageMask::Area CoverageMask::areaOf(std::span<const Point> line, float reach) const
{
    float left = line[0].x, right = left, top = line[0].y, bottom = top;
    for (const Point p : line) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    // A pixel counts by its centre. Truncation towards zero only adds pixels.
    return {std::max(0, int(left - reach)), std::max(0, int(top - reach)), std::min(m_width, int(right + reach + 1)),
            std::min(m_height, int(bottom + reach + 1))};
}

bool CoverageMask::fullWithin(Point leftTop, Point rightBottom)
{
    return allFull({std::max(0, int(leftTop.x)), std::max(0, int(leftTop.y)), std::min(m_width, int(rightBottom.x) + 1),
                    std::min(m_height, int(rightBottom.y) + 1)});
}

bool CoverageMask::allFull(const Area &area)
{
    for (int row = area.top / tile; row * tile < area.bottom; ++row) {
        for (int column = area.left / tile; column * tile < area.right; ++column) {
            if (!tileFull(column, row))
                return false;
        }
    }
    return true;
}

bool CoverageMask::tileFull(int column, int row)
{
    std::uint8_t &known = m_fullTiles[std::size_t(row * m_tileColumns + column)];
    if (known)
        return true;
    // Pixels beyond the right edge exist and stay empty, so that tiles there are never full: of no consequence.
    const int bottom = std::min((row + 1) * tile, m_height);
    for (int y = row * tile; y < bottom; ++y) {
        const std::uint8_t *pixels = &m_mask[index(column * tile, y)];
        if (!full(pixels) || !full(pixels + 4))
            return false;
    }
    known = 1;
    return true;
}

void CoverageMask::addLine(std::span<const Point> line, float width, bool roundEnds)
{
    const std::size_t end = line.size();
    addLine(line, {&end, 1}, width, roundEnds);
}

void CoverageMask::addLine(std::span<const Point> points, std::span<const std::size_t> ends, float width, bool roundEnds)
{
    if (points.size() < 2)
        return;
    LineSegment segment{};
    segment.half = std::max(width, 1.f) / 2 + LineSegment::smooth;
    segment.strength = std::min(width, 1.f);
    const Area area = areaOf(points, segment.half);
    if (area.left >= area.right || area.top >= area.bottom)
        return;
    const bool small = area.right - area.left <= smallSide && area.bottom - area.top <= smallSide;
    if (small && allFull(area))
        return;
    m_segments.clear();
    std::size_t first = 0;
    for (const std::size_t end : ends) {
        addSegments(points.subspan(first, end - first), segment, roundEnds);
        first = end;
    }
    if (m_segments.empty())
        return;
    if (small)
        return addSmall(m_segments, area);
    if (m_segments.size() == 1)
        return addSegment(m_segments.front());
    for (const LineSegment &piece : m_segments) {
        if (!hidden(piece))
            addToScratch(piece);
    }
    takeScratch(area);
}

/// Whether a piece of a line lies on full pixels only. Not asked for long ones: their bounds hold much that they do not touch.
bool CoverageMask::hidden(const LineSegment &g)
{
    const Point ends[] = {{g.x, g.y}, {g.x + g.ux * g.length, g.y + g.uy * g.length}};
    return g.length <= 2 * smallSide && allFull(areaOf(ends, g.half));
}

/// Appends the pieces of a line to those at hand; they look like @p segment.
void CoverageMask::addSegments(std::span<const Point> line, LineSegment segment, bool roundEnds)
{
    constexpr float round = std::numeric_limits<float>::max();
    const std::size_t before = m_segments.size();
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1], b = line[i];
        const float dx = b.x - a.x, dy = b.y - a.y;
        segment.length = std::sqrt(dx * dx + dy * dy);
        if (!(segment.length > 0))
            continue;
        segment.x = a.x;
        segment.y = a.y;
        segment.ux = dx / segment.length;
        segment.uy = dy / segment.length;
        segment.flatStart = segment.flatEnd = round;
        m_segments.push_back(segment);
    }
    if (!roundEnds && m_segments.size() > before)
        m_segments[before].flatStart = m_segments.back().flatEnd = 0;
}

void CoverageMask::addDisc(Point centre, float radius)
{
    constexpr float round = std::numeric_limits<float>::max();
    const Point only[] = {centre};
    const LineSegment segment{centre.x, centre.y, 1, 0, 0, radius + LineSegment::smooth, 1, round, round};
    const Area area = areaOf(only, segment.half);
    if (area.left < area.right && area.top < area.bottom && !allFull(area))
        addSmall({&segment, 1}, area);
}

void CoverageMask::addSmall(std::span<const LineSegment> segments, const Area &area)
{
    for (int y = area.top; y < area.bottom; ++y) {
        std::uint8_t *row = &m_mask[index(0, y)];
        for (int x = area.left; x < area.right; x += lanesWide) {
            if (full(row + x))
                continue;
            Lanes share = SegmentRow(segments[0], y).coverage(x);
            for (std::size_t i = 1; i < segments.size(); ++i)
                share = most(share, SegmentRow(segments[i], y).coverage(x));
            addShare(row + x, share);
        }
        Run &known = m_rows[std::size_t(y)];
        known = {std::min(known.left, area.left), std::max(known.right, area.right + lanesWide)};
    }
}

/// Calls draw(y, run) for the pixels of each row that a segment can reach.
template <class Draw>
void CoverageMask::forRuns(const LineSegment &g, Draw draw) const
{
    constexpr float steepest = 1e6f;
    const Point ends[] = {{g.x, g.y}, {g.x + g.ux * g.length, g.y + g.uy * g.length}};
    const Area area = areaOf(ends, g.half);
    // Both coordinates are linear along a row: s = s0 − uy·x, t = t0 + ux·x. What counts is |s| < half and
    // −half < t < length + half.
    const float perS = std::abs(g.uy) * steepest > 1 ? 1 / std::abs(g.uy) : steepest;
    const float perT = std::abs(g.ux) * steepest > 1 ? 1 / std::abs(g.ux) : steepest;
    const float halfS = g.half * perS, halfT = (g.length / 2 + g.half) * perT;
    const float signS = g.uy < 0 ? -perS : perS, signT = g.ux < 0 ? -perT : perT;
    const float dx = 0.5f - g.x;
    for (int y = area.top; y < area.bottom; ++y) {
        const float dy = float(y) + 0.5f - g.y;
        const float middleS = (g.ux * dy - g.uy * dx) * signS;
        const float middleT = (g.length / 2 - g.ux * dx - g.uy * dy) * signT;
        const float from = std::max({float(area.left), middleS - halfS, middleT - halfT});
        const float to = std::min({float(area.right - 1), middleS + halfS, middleT + halfT});
        if (from <= to)
            draw(y, Run{int(from), std::min(area.right, int(to) + 2)});
    }
}

void CoverageMask::addSegment(const LineSegment &segment)
{
    forRuns(segment, [&](int y, Run run) {
        const SegmentRow line(segment, y);
        std::uint8_t *row = &m_mask[index(0, y)];
        for (int x = run.left; x < run.right; x += lanesWide) {
            if (!full(row + x))
                addShare(row + x, line.coverage(x));
        }
        Run &known = m_rows[std::size_t(y)];
        known = {std::min(known.left, run.left), std::max(known.right, run.right + lanesWide)};
    });
}

void CoverageMask::addToScratch(const LineSegment &segment)
{
    forRuns(segment, [&](int y, Run run) {
        const SegmentRow line(segment, y);
        const std::uint8_t *row = &m_mask[index(0, y)];
        std::uint8_t *own = &m_scratch[index(0, y)];
        bool any = false;
        for (int x = run.left; x < run.right; x += lanesWide) {
            if (full(row + x))
                continue;
            storeBytes(own + x, most(loadBytes(own + x), 255 * line.coverage(x)));
            any = true;
        }
        if (!any)
            return;
        Run &known = m_scratchRows[std::size_t(y)];
        known = {std::min(known.left, run.left), std::max(known.right, run.right + lanesWide)};
    });
}

void CoverageMask::takeScratch(const Area &area)
{
    for (int y = area.top; y < area.bottom; ++y) {
        Run &run = m_scratchRows[std::size_t(y)];
        if (run.left >= run.right)
            continue;
        std::uint8_t *mask = &m_mask[index(0, y)];
        std::uint8_t *own = &m_scratch[index(0, y)];
        run.right = std::min(run.right, m_stride);
        for (int x = run.left; x < run.right;) {
            const int end = std::min(x + 8, run.right);
            if (end - x == 8 && eightAt(own + x) == 0) {
                x = end;
                continue;
            }
            for (; x + lanesWide <= end; x += lanesWide)
                addShare(mask + x, loadBytes(own + x) * (1 / 255.f));
            for (; x < end; ++x)
                mask[x] = std::uint8_t(mask[x] + scaled(255u - mask[x], own[x]));
        }
        std::memset(own + run.left, 0, std::size_t(run.right - run.left));
        Run &known = m_rows[std::size_t(y)];
        known = {std::min(known.left, run.left), std::max(known.right, run.right)};
        run = {nowhere, 0};
    }
}

void CoverageMask::compose(const Pixels &target, Pixel colour)
{
    for (int y = 0; y < m_height; ++y) {
        Run &run = m_rows[std::size_t(y)];
        if (run.left >= run.right)
            continue;
        composeRow({&m_mask[index(run.left, y)], std::size_t(std::min(run.right, m_width) - run.left)},
                   target.row(y) + run.left, colour);
        std::memset(&m_mask[index(run.left, y)], 0, std::size_t(std::min(run.right, m_stride) - run.left));
        run = {nowhere, 0};
    }
    forgetTiles();
}

} // namespace ca::raster
