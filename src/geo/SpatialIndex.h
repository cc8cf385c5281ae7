// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ca {

/// Static packed R-tree over boxes, filled once in Hilbert order (after the flatbush design:
/// flat arrays, fixed fan-out, no pointers). Immutable after construction; queries are thread-safe.
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
    std::vector<Box> m_boxes;
    std::vector<std::uint32_t> m_indices;
    std::vector<std::size_t> m_levelBounds;
};

} // namespace ca
