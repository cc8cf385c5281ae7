// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/GeoPackageWriter.h"
#include "store/RowInserter.h"
#include "store/RtreePacker.h"
#include "store/TemporaryFile.h"

namespace ca {

/// The side of GeoPackageWriter that has the database. The file goes away without finish(). One thread at a time.
class GeoPackageDatabase {
public:
    GeoPackageDatabase(const QString &target, const QDateTime &changed);

    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Done> beginLayer(const GeoPackageLayer &layer);
    [[nodiscard]] Result<Done> addRows(const RowBatch &batch);
    /// @p extent is empty without rows.
    [[nodiscard]] Result<Done> endLayer(RtreeRows index, const Box &extent);
    [[nodiscard]] Result<Done> addTable(const QString &table, const QString &title, const QStringList &columns,
                                        const std::vector<QStringList> &rows);
    [[nodiscard]] Result<Done> finish();
    [[nodiscard]] const QString &target() const { return m_target; }

private:
    [[nodiscard]] Error failure() const;
    [[nodiscard]] bool run(const QByteArray &sql) const { return sqlite::run(m_database.get(), sql); }
    /// @p box empty = a table without geometry, or without rows.
    [[nodiscard]] bool describe(const QString &table, const char *type, const QString &title, const Box &box) const;
    [[nodiscard]] bool describeGeometry(std::size_t count) const;

    QString m_target;
    TemporaryFile m_file;  // outlives the database
    QByteArray m_changed;
    sqlite::Database m_database;
    GeoPackageLayer m_layer;
    RowInserter m_rows;
};

} // namespace ca
