// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "geo/FeatureTable.h"
#include "store/GeometryParts.h"
#include "store/LayerReport.h"

#include <array>
#include <vector>

namespace ca {

/// A layer, or a part of one, as it stands in the file: a table for each kind of geometry, in the layer's own
/// coordinates (x in lon, y in lat), and what was found so far. Private to this room.
struct RawLayer {
    std::array<FeatureTable, 3> tables;       ///< by GeometryKind
    std::array<std::vector<int>, 3> lines;    ///< line of each feature in a text file; empty = unknown
    Box bounds;                               ///< of all vertices, x and y of the layer
    LayerReport report;
    QString damage;                           ///< why reading ended early; empty = it did not

    RawLayer();
    [[nodiscard]] FeatureTable &table(GeometryKind kind) { return tables[std::size_t(kind)]; }
    /// Adds an empty column of this name to each table.
    void addColumn(const QString &name);
    /// Adds a feature to the table of each kind it has, and says in the report what was wrong with it.
    /// @returns the tables that took it, as bits 1 << kind; the caller adds its cells there. 0 = left out.
    unsigned add(std::int64_t id, int line, const GeometryParts &parts);
    /// Says that a feature is left out, and counts it.
    void leaveOut(LayerFault fault, std::int64_t id, int line = 0, const QString &detail = {});
    void append(const RawLayer &later);
    /// Removes features and findings, keeps columns and memory.
    void clear();
};

} // namespace ca
