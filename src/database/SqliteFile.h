// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "database/SqlConnection.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace ca {

/// What a kind of SQLite file of ours looks like inside, and the gate through which every such file must pass.
struct SqliteFileKind {
    /// Kept in SQLite's header: tells the kind from any other SQLite file before SQLite touches it.
    quint32 applicationId = 0;
    QString noun;                         ///< "library": for messages, translated
    /// migrations[n] leads from version n to n + 1. Never change a step that was released: add one.
    std::vector<QStringList> migrations;
    /// A query that must not fail in an undamaged file (quick_check does not look into full-text indexes); may be empty.
    QString probe = {};
    /// Tables whose pages are checked at every opening; those of the others only in files of at most @c checkedWholeUpTo
    /// bytes, for looking through everything takes a second for each gigabyte or so, many more from a slow disk. Empty =
    /// everything is always checked. What is damaged elsewhere is an error when it is read.
    QStringList vitalTables = {};
    qint64 checkedWholeUpTo = 16 * 1024 * 1024;
    /// Keeps a table migrations (version, ran, program): when each step ran (UTC) and by which version of the program.
    bool recordsMigrations = false;
    /// A file of a newer version is opened read-only, with a warning, instead of being refused.
    bool readsNewer = false;

    [[nodiscard]] int version() const { return static_cast<int>(migrations.size()); }
};

/// Opens or creates @p path; ":memory:" keeps nothing. Refuses folders, files that are no SQLite file, of another kind,
/// damaged or newer (see readsNewer), without writing to them; migrates older ones step by step. The version is kept in
/// table meta (key, value) under "schema". WAL, foreign keys on.
[[nodiscard]] Result<std::unique_ptr<SqlConnection>> openSqliteFile(const QString &path, const SqliteFileKind &kind);

/// Runs all, or up to the first that fails.
[[nodiscard]] Result<Done> runAll(const SqlConnection &connection, const QStringList &statements);

} // namespace ca
