// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "store/GeoPackageWriter.h"

#include <string>

namespace ca {

/// Rows of a GeoPackage's table, encoded by one thread for another that inserts them. Plain data, with a copy of all texts.
struct RowBatch {
    struct Bytes {
        std::size_t first = 0;
        std::size_t count = 0;
    };
    using Cell = std::variant<std::monostate, std::int64_t, double, Bytes>;  ///< as GeoPackageCell
    struct Row {
        std::int64_t fid = 0;
        Bytes geometry;
    };

    std::string bytes;        ///< geometries and texts
    std::vector<Row> rows;
    std::vector<Cell> cells;  ///< row after row, each with one for each column

    [[nodiscard]] std::string_view text(Bytes range) const { return {bytes.data() + range.first, range.count}; }
    /// Keeps the room.
    void clear();
    /// @returns the extent of @p shape in degrees.
    Box add(GeometryKind kind, std::int64_t fid, const GeoPackageShape &shape, std::span<const GeoPackageCell> cells);
};

} // namespace ca
