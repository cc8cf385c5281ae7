// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/PackedTree.h"
#include "store/SqliteHandles.h"

#include <span>
#include <vector>

namespace ca {

/// The rows of an R-tree along a Hilbert curve.
struct RtreeRows {
    struct Cell {
        std::int64_t id = 0;
        PackedTree::Node box{};
    };
    std::vector<Cell> cells;
    std::vector<std::uint32_t> placeOf;  ///< where in @c cells each row is, in the order of the ids
};

/// @p boxes under the ids @p ids (ascending). Any thread.
[[nodiscard]] RtreeRows sortRtreeRows(std::span<const std::int64_t> ids, std::span<const Box> boxes);

/// Fills the empty rtree table @p name by writing the module's own tables (sqlite.org/rtree.html, "Shadow tables"; the node
/// format is at the head of SQLite's rtree.c). Much faster than inserting, and the nodes are full. False on an error of the
/// database.
[[nodiscard]] bool writeRtree(sqlite3 *database, const QString &name, RtreeRows rows);

} // namespace ca
