// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/PackedTree.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace ca {

namespace {

constexpr std::uint32_t hilbertSide = 1u << 16;

/// Position of (x, y) on the Hilbert curve of order 16 (Wikipedia, "Hilbert curve", xy2d).
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y)
{
    std::uint32_t d = 0;
    for (std::uint32_t s = hilbertSide / 2; s > 0; s /= 2) {
        const std::uint32_t rx = (x & s) ? 1 : 0;
        const std::uint32_t ry = (y & s) ? 1 : 0;
        d += s * s * ((3 * rx) ^ ry);
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

float below(double value)
{
    const auto rounded = float(value);
    return double(rounded) <= value ? rounded : std::nextafterf(rounded, -std::numeric_limits<float>::infinity());
}

float above(double value)
{
    const auto rounded = float(value);
    return double(rounded) >= value ? rounded : std::nextafterf(rounded, std::numeric_limits<float>::infinity());
}

constexpr PackedTree::Node nowhere{std::numeric_limits<float>::infinity(), std::numeric_limits<float>::infinity(),
                                   -std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};

} // namespace

std::vector<std::uint32_t> hilbertOrder(std::span<const Box> boxes)
{
    Box all;
    for (const Box &box : boxes)
        all.extend(box);
    std::vector<std::uint64_t> keys(boxes.size());  // place on the curve, then the index
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const PointXY c = boxes[i].centre();
        const std::uint64_t key = hilbert(gridCell(c.x, all.minX, all.width()), gridCell(c.y, all.minY, all.height()));
        keys[i] = key << 32 | i;
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> order(boxes.size());
    std::transform(keys.begin(), keys.end(), order.begin(), [](std::uint64_t key) { return std::uint32_t(key); });
    return order;
}

PackedTree::Node PackedTree::outward(const Box &box)
{
    return {below(box.minX), below(box.minY), above(box.maxX), above(box.maxY)};
}

PackedTree::PackedTree(std::span<const Box> boxes) : m_count(boxes.size())
{
    setLevels();
    std::vector<Node> nodes;
    nodes.reserve(nodeCount(m_count));
    for (const Box &box : boxes)
        nodes.push_back(outward(box));
    for (std::size_t level = 1; level < m_levelCount; ++level) {
        const Level &children = m_levels[level - 1];
        for (std::size_t first = 0; first < children.count; first += fanOut) {
            Node parent = nowhere;
            for (std::size_t i = first; i < std::min(first + fanOut, children.count); ++i) {
                const Node &child = nodes[children.first + i];
                parent = {std::min(parent.minX, child.minX), std::min(parent.minY, child.minY),
                          std::max(parent.maxX, child.maxX), std::max(parent.maxY, child.maxY)};
            }
            nodes.push_back(parent);
        }
    }
    m_nodes = std::move(nodes);
}

PackedTree::PackedTree(std::size_t count, SharedArray<Node> nodes) : m_count(count), m_nodes(std::move(nodes))
{
    assert(m_nodes.size() == nodeCount(count));
    setLevels();
}

std::size_t PackedTree::nodeCount(std::size_t count)
{
    std::size_t nodes = count;
    while (count > 1) {
        count = (count + fanOut - 1) / fanOut;
        nodes += count;
    }
    return nodes;
}

void PackedTree::setLevels()
{
    std::size_t first = 0, count = m_count;
    m_levelCount = 0;
    while (count > 0) {
        m_levels[m_levelCount++] = {first, count};
        first += count;
        count = count > 1 ? (count + fanOut - 1) / fanOut : 0;
    }
}

Box PackedTree::bounds() const
{
    if (m_count == 0)
        return {};
    const Node &root = m_nodes.back();
    return {root.minX, root.minY, root.maxX, root.maxY};
}

} // namespace ca
