// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/PackedTree.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ca {

/// Finds boxes in any order: a packed R-tree and the order it needs. Immutable after construction; queries are
/// thread-safe.
class SpatialIndex {
public:
    SpatialIndex() = default;
    /// Item i is @p boxes[i]. Empty boxes are never found.
    explicit SpatialIndex(std::span<const Box> boxes);

    [[nodiscard]] std::size_t size() const { return m_count; }
    /// Items whose box meets @p box, ascending, appended to @p out.
    void query(const Box &box, std::vector<std::uint32_t> &out) const;
    [[nodiscard]] std::vector<std::uint32_t> query(const Box &box) const;

private:
    std::size_t m_count = 0;
    PackedTree m_tree;
    std::vector<std::uint32_t> m_items;  ///< in the tree's order
};

} // namespace ca
