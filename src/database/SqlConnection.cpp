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
    m_kept.clear();
    QSqlDatabase::removeDatabase(m_name);  // closes it: nothing else holds the handle
}

Result<QSqlQuery> SqlConnection::prepared(const QString &sql) const
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(m_path, query.lastError());
    return query;
}

Result<Done> SqlConnection::execute(QSqlQuery &query, const QVariantList &values) const
{
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec() ? Result<Done>(Done{}) : Result<Done>(failure(m_path, query.lastError()));
}

Result<QSqlQuery> SqlConnection::query(const QString &sql, const QVariantList &values) const
{
    Result<QSqlQuery> query = prepared(sql);
    if (!query)
        return query;
    const Result<Done> done = execute(*query, values);
    return done ? std::move(query) : Result<QSqlQuery>(done.error());
}

Result<Done> SqlConnection::run(const QString &sql, const QVariantList &values) const
{
    const Result<QSqlQuery> done = query(sql, values);
    return done ? Result<Done>(Done{}) : Result<Done>(done.error());
}

Result<QVariant> SqlConnection::value(const QString &sql, const QVariantList &values) const
{
    auto kept = m_kept.find(sql);
    if (kept == m_kept.end()) {
        Result<QSqlQuery> fresh = prepared(sql);
        if (!fresh)
            return fresh.error();
        kept = m_kept.emplace(sql, std::move(*fresh)).first;
    }
    QSqlQuery &row = kept->second;
    const Result<Done> done = execute(row, values);
    if (!done)
        return done.error();
    const QVariant found = row.next() ? row.value(0) : QVariant();
    const QSqlError error = row.lastError();
    row.finish();   // a statement at rest holds no lock
    return error.isValid() ? Result<QVariant>(failure(m_path, error)) : Result<QVariant>(found);
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
