// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/SharedArray.h"
#include "geo/Box.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ca {

/// Static R-tree over boxes that already lie in an order in which neighbours are near each other (hilbertOrder()).
/// Its nodes are runs of sixteen, so it holds boxes and nothing else: no pointers, no indices (after the flatbush
/// design). That makes one flat array of it, which can lie in a mapped file. Immutable; queries are thread-safe.
class PackedTree {
public:
    /// A box in single precision, rounded outwards: it contains what it was made from.
    struct Node {
        float minX, minY, maxX, maxY;
        [[nodiscard]] bool meets(const Node &b) const
        {
            return minX <= b.maxX && maxX >= b.minX && minY <= b.maxY && maxY >= b.minY;
        }
        [[nodiscard]] bool contains(const Node &b) const
        {
            return minX <= b.minX && maxX >= b.maxX && minY <= b.minY && maxY >= b.maxY;
        }
    };
    static constexpr std::size_t fanOut = 16;

    PackedTree() = default;
    /// Item i is @p boxes[i]; none may be empty.
    explicit PackedTree(std::span<const Box> boxes);
    /// From nodes() of another; @p count is its size(). Whoever reads them from a file checks nodeCount() first.
    PackedTree(std::size_t count, SharedArray<Node> nodes);

    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] const SharedArray<Node> &nodes() const { return m_nodes; }
    /// Number of nodes of a tree over @p count items.
    [[nodiscard]] static std::size_t nodeCount(std::size_t count);
    [[nodiscard]] const Node &node(std::size_t item) const { return m_nodes[item]; }
    /// The item's box, rounded outwards.
    [[nodiscard]] Box box(std::size_t item) const
    {
        const Node &n = m_nodes[item];
        return {n.minX, n.minY, n.maxX, n.maxY};
    }
    /// What all items lie in; empty without items.
    [[nodiscard]] Box bounds() const;
    [[nodiscard]] static Node outward(const Box &box);

    /// Calls visit(first, end) for runs of items, ascending, that together are exactly those meeting @p box
    /// (within single precision).
    template <class Visit>
    void query(const Box &box, Visit visit) const
    {
        query(box, [](const Node &) { return true; }, visit);
    }
    /// The same, but asks worthwhile(node) before it looks into a node of several items, at the moment when the items
    /// before it have been visited.
    template <class Worthwhile, class Visit>
    void query(const Box &box, Worthwhile worthwhile, Visit visit) const;

private:
    struct Level {
        std::size_t first;
        std::size_t count;
    };
    void setLevels();
    template <class Worthwhile, class Visit>
    void visitNode(const Node &wanted, std::size_t level, std::size_t index, Worthwhile &worthwhile, Visit &visit) const;

    static constexpr std::size_t mostLevels = 12;
    std::size_t m_count = 0;
    std::size_t m_levelCount = 0;
    std::array<Level, mostLevels> m_levels{};
    SharedArray<Node> m_nodes;  ///< items, then each level above
};

/// The order that puts @p boxes along a Hilbert curve through their centres (ties by index).
[[nodiscard]] std::vector<std::uint32_t> hilbertOrder(std::span<const Box> boxes);

template <class Worthwhile, class Visit>
void PackedTree::query(const Box &box, Worthwhile worthwhile, Visit visit) const
{
    if (m_count > 0 && !box.empty())
        visitNode(outward(box), m_levelCount - 1, 0, worthwhile, visit);
}

template <class Worthwhile, class Visit>
void PackedTree::visitNode(const Node &wanted, std::size_t level, std::size_t index, Worthwhile &worthwhile,
                           Visit &visit) const
{
    const Node &node = m_nodes[m_levels[level].first + index];
    if (!node.meets(wanted))
        return;
    if (level == 0)
        return visit(index, index + 1);
    if (!worthwhile(node))
        return;
    const std::size_t child = index * fanOut;
    const std::size_t end = std::min(child + fanOut, m_levels[level - 1].count);
    if (level == 1 && wanted.contains(node))
        return visit(child, end);
    for (std::size_t i = child; i < end; ++i)
        visitNode(wanted, level - 1, i, worthwhile, visit);
}

} // namespace ca
