// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/SqlConnection.h"

#include <QSqlDatabase>
#include <QSqlError>

#include <atomic>
#include <utility>

namespace ca {
namespace {

QString nextName()
{
    static std::atomic<quint64> count{0};
    return QStringLiteral("ca-library-%1").arg(count.fetch_add(1));
}

Error failure(const QString &path, const QSqlError &error)
{
    return {error.databaseText().isEmpty() ? error.driverText() : error.databaseText(), path, 0};
}

} // namespace

SqlConnection::SqlConnection(QString path, QString name, Access access)
    : m_path(std::move(path)), m_name(std::move(name)), m_access(access)
{
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString &path, Access access)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection(path, nextName(), access));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
    database.setDatabaseName(path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (access == Access::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    database.setConnectOptions(options);
    if (!database.open())
        return failure(path, database.lastError());
    return connection;
}

SqlConnection::~SqlConnection()
{
    QSqlDatabase::removeDatabase(m_name);  // closes it: nothing else holds the handle
}

Result<QSqlQuery> SqlConnection::query(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(m_path, query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(m_path, query.lastError());
    return query;
}

Result<Done> SqlConnection::run(const QString &sql, const QVariantList &values) const
{
    const Result<QSqlQuery> done = query(sql, values);
    return done ? Result<Done>(Done{}) : Result<Done>(done.error());
}

Result<QVariant> SqlConnection::value(const QString &sql, const QVariantList &values) const
{
    Result<QSqlQuery> rows = query(sql, values);
    if (!rows)
        return rows.error();
    if (rows->next())
        return rows->value(0);
    if (rows->lastError().isValid())
        return failure(m_path, rows->lastError());
    return QVariant();
}

SqlTransaction::SqlTransaction(const SqlConnection &connection)
    : m_connection(connection), m_begun(connection.run(QStringLiteral("BEGIN IMMEDIATE"))), m_open(m_begun.ok())
{
}

SqlTransaction::~SqlTransaction()
{
    if (m_open)
        (void)m_connection.run(QStringLiteral("ROLLBACK"));
}

Result<Done> SqlTransaction::commit()
{
    Result<Done> done = m_connection.run(QStringLiteral("COMMIT"));
    m_open = m_open && !done;
    return done;
}

} // namespace ca
