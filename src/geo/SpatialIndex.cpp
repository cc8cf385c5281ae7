// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/SpatialIndex.h"

#include <algorithm>

namespace ca {

SpatialIndex::SpatialIndex(std::span<const Box> boxes) : m_count(boxes.size())
{
    std::vector<std::uint32_t> items;
    std::vector<Box> present;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].empty()) {
            items.push_back(std::uint32_t(i));
            present.push_back(boxes[i]);
        }
    }
    std::vector<Box> ordered;
    for (const std::uint32_t i : hilbertOrder(present)) {
        m_items.push_back(items[i]);
        ordered.push_back(present[i]);
    }
    m_tree = PackedTree(ordered);
}

void SpatialIndex::query(const Box &box, std::vector<std::uint32_t> &out) const
{
    const auto before = std::ptrdiff_t(out.size());
    m_tree.query(box, [&](std::size_t first, std::size_t end) {
        out.insert(out.end(), m_items.begin() + std::ptrdiff_t(first), m_items.begin() + std::ptrdiff_t(end));
    });
    std::sort(out.begin() + before, out.end());
}

std::vector<std::uint32_t> SpatialIndex::query(const Box &box) const
{
    std::vector<std::uint32_t> out;
    query(box, out);
    return out;
}

} // namespace ca
