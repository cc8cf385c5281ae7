// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>
#include <unordered_map>

namespace ca {

/// One SQLite connection with a name of its own, closed and forgotten on destruction. Belongs to
/// the thread that opened it. Private to this room: the one place that knows which database it is.
class SqlConnection {
public:
    enum class Access { ReadWrite, ReadOnly };
    /// Read-only, the file must exist and nothing of it can be changed.
    static Result<std::unique_ptr<SqlConnection>> open(const QString &path, Access access = Access::ReadWrite);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool readOnly() const { return m_access == Access::ReadOnly; }
    /// Prepares and executes; the query is ready for next().
    Result<QSqlQuery> query(const QString &sql, const QVariantList &values = {}) const;
    Result<Done> run(const QString &sql, const QVariantList &values = {}) const;
    /// First column of the first row; a null variant when there is no row. The statement is kept prepared for the next
    /// time, so what differs from call to call belongs into @p values.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {}) const;

private:
    SqlConnection(QString path, QString name, Access access);
    [[nodiscard]] Result<QSqlQuery> prepared(const QString &sql) const;
    [[nodiscard]] Result<Done> execute(QSqlQuery &query, const QVariantList &values) const;
    QString m_path;
    QString m_name;
    Access m_access;
    mutable std::unordered_map<QString, QSqlQuery> m_kept;  ///< prepared, by their text; not running
};

/// Takes the write lock at once; rolls back on destruction unless committed.
class SqlTransaction {
public:
    explicit SqlTransaction(const SqlConnection &connection);
    ~SqlTransaction();
    Q_DISABLE_COPY_MOVE(SqlTransaction)

    [[nodiscard]] const Result<Done> &begun() const { return m_begun; }
    Result<Done> commit();

private:
    const SqlConnection &m_connection;
    Result<Done> m_begun;
    bool m_open = false;
};

} // namespace ca
