// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <memory>
#include <string_view>

/// Ownership of SQLite's C interface. Private to this room.
namespace ca::sqlite {

struct CloseDatabase {
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
};
struct FinaliseStatement {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinaliseStatement>;

/// Null where @p sql cannot be prepared; sqlite3_errmsg() tells why.
[[nodiscard]] inline Statement prepare(sqlite3 *database, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(database, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return Statement(statement);
}

[[nodiscard]] inline bool run(sqlite3 *database, const QByteArray &sql)
{
    return sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

/// Runs a statement that returns no rows and makes it ready for the next.
[[nodiscard]] inline bool step(sqlite3_stmt *statement)
{
    const bool done = sqlite3_step(statement) == SQLITE_DONE;
    return sqlite3_reset(statement) == SQLITE_OK && done;
}

/// @p text stays as it is until the statement has run.
inline void bind(sqlite3_stmt *statement, int parameter, std::string_view text)
{
    sqlite3_bind_text(statement, parameter, text.data(), int(text.size()), SQLITE_STATIC);
}

/// "name" in double quotes, as a name in SQL.
[[nodiscard]] inline QByteArray quoted(const QString &name)
{
    return '"' + name.toUtf8().replace('"', "\"\"") + '"';
}

} // namespace ca::sqlite
