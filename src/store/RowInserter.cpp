// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RowInserter.h"

#include "store/GeoPackageSchema.h"

namespace ca {
namespace {

constexpr std::size_t rowsAtOnce = 16;  // more gain nothing; SQLite allows 32,766 values in a statement and 2,000 columns

struct CellBinder {
    const RowBatch &batch;
    sqlite3_stmt *insert;
    int parameter;
    void operator()(std::monostate) const { sqlite3_bind_null(insert, parameter); }
    void operator()(std::int64_t value) const { sqlite3_bind_int64(insert, parameter, value); }
    void operator()(double value) const { sqlite3_bind_double(insert, parameter, value); }
    void operator()(RowBatch::Bytes text) const { sqlite::bind(insert, parameter, batch.text(text)); }
};

} // namespace

bool RowInserter::prepare(sqlite3 *database, const GeoPackageLayer &layer)
{
    m_columns = layer.columns.size();
    m_groups[0].rows = rowsAtOnce;
    m_groups[1].rows = 1;
    for (Group &group : m_groups) {
        group.statement = sqlite::prepare(database, geopackage::insertRows(layer, group.rows));
        group.bound.assign(m_columns * group.rows, false);
        if (!group.statement)
            return false;
    }
    return true;
}

void RowInserter::close()
{
    for (Group &group : m_groups)
        group.statement.reset();
}

bool RowInserter::insert(const RowBatch &batch)
{
    std::size_t row = 0;
    for (Group &group : m_groups) {
        for (; row + group.rows <= batch.rows.size(); row += group.rows) {
            if (!insert(batch, row, group))
                return false;
        }
    }
    return true;
}

bool RowInserter::insert(const RowBatch &batch, std::size_t first, Group &group) const
{
    for (std::size_t place = 0; place < group.rows; ++place)
        bindRow(batch, first + place, group, place);
    return sqlite::step(group.statement.get());
}

/// A column without a value stays as it is: most are in most rows.
void RowInserter::bindRow(const RowBatch &batch, std::size_t row, Group &group, std::size_t place) const
{
    sqlite3_stmt *insert = group.statement.get();
    int parameter = int(place * (2 + m_columns));
    const std::string_view geometry = batch.text(batch.rows[row].geometry);
    sqlite3_bind_int64(insert, ++parameter, batch.rows[row].fid);
    sqlite3_bind_blob64(insert, ++parameter, geometry.data(), geometry.size(), SQLITE_STATIC);
    for (std::size_t i = 0; i < m_columns; ++i) {
        const RowBatch::Cell &cell = batch.cells[row * m_columns + i];
        char &bound = group.bound[place * m_columns + i];
        const bool valued = !std::holds_alternative<std::monostate>(cell);
        ++parameter;
        if (valued || bound)
            std::visit(CellBinder{batch, insert, parameter}, cell);
        bound = valued;
    }
}

} // namespace ca
