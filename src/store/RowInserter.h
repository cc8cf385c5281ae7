// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/RowBatch.h"
#include "store/SqliteHandles.h"

#include <array>

namespace ca {

/// Puts batches of rows into a table, several with each statement: to begin and end one costs as much as a row.
class RowInserter {
public:
    /// False on an error of the database; likewise insert().
    [[nodiscard]] bool prepare(sqlite3 *database, const GeoPackageLayer &layer);
    [[nodiscard]] bool insert(const RowBatch &batch);
    void close();

private:
    /// A statement for some rows.
    struct Group {
        std::size_t rows = 1;
        sqlite::Statement statement;
        std::vector<char> bound;  ///< by row and column: whether the statement has a value there
    };
    [[nodiscard]] bool insert(const RowBatch &batch, std::size_t first, Group &group) const;
    void bindRow(const RowBatch &batch, std::size_t row, Group &group, std::size_t place) const;

    std::size_t m_columns = 0;
    std::array<Group, 2> m_groups;  ///< many rows, one row
};

} // namespace ca
