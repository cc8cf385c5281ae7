// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/SpatialIndex.h"

#include <algorithm>
#include <numeric>

namespace ca {

namespace {

constexpr std::size_t fanOut = 16;
constexpr std::uint32_t hilbertSide = 1u << 16;

/// Position of (x, y) on the Hilbert curve of order 16 (Wikipedia, "Hilbert curve", xy2d).
std::uint64_t hilbert(std::uint32_t x, std::uint32_t y)
{
    std::uint64_t d = 0;
    for (std::uint32_t s = hilbertSide / 2; s > 0; s /= 2) {
        const std::uint32_t rx = (x & s) ? 1 : 0;
        const std::uint32_t ry = (y & s) ? 1 : 0;
        d += std::uint64_t(s) * s * ((3 * rx) ^ ry);
        if (ry == 0) {
            if (rx == 1) {
                x = hilbertSide - 1 - x;
                y = hilbertSide - 1 - y;
            }
            std::swap(x, y);
        }
    }
    return d;
}

std::uint32_t gridCell(double value, double low, double extent)
{
    if (!(extent > 0))
        return 0;
    return std::uint32_t(std::clamp((value - low) / extent, 0.0, 1.0) * (hilbertSide - 1));
}

std::vector<std::uint32_t> hilbertOrder(std::span<const Box> boxes, std::vector<std::uint32_t> items)
{
    Box all;
    for (const std::uint32_t i : items)
        all.extend(boxes[i]);
    std::vector<std::uint64_t> keys(boxes.size());
    for (const std::uint32_t i : items) {
        const PointXY c = boxes[i].centre();
        keys[i] = hilbert(gridCell(c.x, all.minX, all.width()), gridCell(c.y, all.minY, all.height()));
    }
    std::sort(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) {
        return keys[a] != keys[b] ? keys[a] < keys[b] : a < b;
    });
    return items;
}

} // namespace

SpatialIndex::SpatialIndex(std::span<const Box> boxes) : m_count(boxes.size())
{
    std::vector<std::uint32_t> items;
    items.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].empty())
            items.push_back(std::uint32_t(i));
    }
    if (items.empty())
        return;
    m_indices = hilbertOrder(boxes, std::move(items));
    m_boxes.reserve(m_indices.size() + m_indices.size() / (fanOut - 1) + 1);
    for (const std::uint32_t i : m_indices)
        m_boxes.push_back(boxes[i]);
    m_levelBounds.push_back(m_boxes.size());

    // Each level's nodes box runs of fanOut children; the index of a node is its first child.
    std::size_t first = 0;
    while (m_levelBounds.back() - first > 1) {
        const std::size_t end = m_levelBounds.back();
        for (std::size_t child = first; child < end; child += fanOut) {
            Box box;
            for (std::size_t i = child; i < std::min(child + fanOut, end); ++i)
                box.extend(m_boxes[i]);
            m_boxes.push_back(box);
            m_indices.push_back(std::uint32_t(child));
        }
        first = end;
        m_levelBounds.push_back(m_boxes.size());
    }
}

void SpatialIndex::query(const Box &box, std::vector<std::uint32_t> &out) const
{
    if (m_boxes.empty() || box.empty())
        return;
    const std::size_t before = out.size();
    struct Visit {
        std::size_t node;
        std::size_t level;
    };
    std::vector<Visit> stack{{m_boxes.size() - 1, m_levelBounds.size() - 1}};
    while (!stack.empty()) {
        const Visit visit = stack.back();
        stack.pop_back();
        if (!m_boxes[visit.node].intersects(box))
            continue;
        if (visit.level == 0) {
            out.push_back(m_indices[visit.node]);
            continue;
        }
        const std::size_t child = m_indices[visit.node];
        const std::size_t end = std::min(child + fanOut, m_levelBounds[visit.level - 1]);
        for (std::size_t i = child; i < end; ++i)
            stack.push_back({i, visit.level - 1});
    }
    std::sort(out.begin() + std::ptrdiff_t(before), out.end());
}

std::vector<std::uint32_t> SpatialIndex::query(const Box &box) const
{
    std::vector<std::uint32_t> out;
    query(box, out);
    return out;
}

} // namespace ca
