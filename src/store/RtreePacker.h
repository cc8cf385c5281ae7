// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "store/SqliteHandles.h"

#include <span>

namespace ca {

/// Fills the empty rtree table @p name with @p boxes under the ids @p ids (ascending), packed along a Hilbert curve, by
/// writing the module's own tables (sqlite.org/rtree.html, "Shadow tables"; the node format is at the head of SQLite's
/// rtree.c). Much faster than inserting, and the nodes are full. False on an error of the database.
[[nodiscard]] bool packRtree(sqlite3 *database, const QString &name, std::span<const std::int64_t> ids,
                             std::span<const Box> boxes);

} // namespace ca
