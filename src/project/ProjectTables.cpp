// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectTables.h"

#include "base/Tr.h"
#include "database/SqlConnection.h"
#include "project/RecordColumns.h"

#include <QSqlError>

namespace ca::ProjectTables {
namespace {

/// Far above what people make; below what would fill the memory.
constexpr int mostRecords = 500'000;

template <class T>
QString selectAll()
{
    return QStringLiteral("SELECT %1 FROM %2 ORDER BY position, id").arg(RecordColumns<T>::names().join(QStringLiteral(", ")), RecordColumns<T>::table());
}

template <class T>
QString insertOne()
{
    const QStringList names = RecordColumns<T>::names();
    const QStringList marks(names.size(), QStringLiteral("?"));
    return QStringLiteral("INSERT OR REPLACE INTO %1 (%2) VALUES (%3)").arg(RecordColumns<T>::table(), names.join(u','), marks.join(u','));
}

template <class T>
Result<Done> readTable(const SqlConnection &connection, ProjectModel &model, QStringList &remarks)
{
    const QString table = RecordColumns<T>::table();
    const Result<QVariant> count = connection.value(QStringLiteral("SELECT count(*) FROM ") + table);
    if (!count)
        return count.error();
    if (count->toLongLong() > mostRecords)
        return Error{tr("Its table %1 has %2 records, more than can be read (%3).").arg(table).arg(count->toLongLong()).arg(mostRecords),
                     connection.path()};
    Result<QSqlQuery> rows = connection.query(selectAll<T>());
    if (!rows)
        return rows.error();
    while (rows->next()) {
        RowReader row(*rows);
        const T record = RecordColumns<T>::read(row);
        if (!row.usable())
            remarks << tr("A record of table %1 was left out: %2 (%3).").arg(table, row.problems().join(QStringLiteral(", ")), record.id);
        else if (!row.problems().isEmpty())
            remarks << tr("A record of table %1 was not wholly understood: %2 (%3).").arg(table, row.problems().join(QStringLiteral(", ")), record.id);
        if (row.usable())
            model.apply({RecordChange<T>{std::nullopt, record}});
    }
    return rows->lastError().isValid() ? Result<Done>(Error{rows->lastError().databaseText(), connection.path()}) : Result<Done>(Done{});
}

template <class T>
Result<Done> writeRecord(const SqlConnection &connection, const RecordChange<T> &change)
{
    if (change.after)
        return connection.run(insertOne<T>(), RecordColumns<T>::values(*change.after));
    return connection.run(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(RecordColumns<T>::table()), {change.before->id});
}

template <class... T>
Result<Done> readTables(const SqlConnection &connection, ProjectModel &model, QStringList &remarks)
{
    Result<Done> done = Done{};
    (void)(... && (done = readTable<T>(connection, model, remarks)).ok());
    return done;
}

} // namespace

Result<ProjectModel> read(const SqlConnection &connection)
{
    ProjectModel model;
    QStringList remarks;
    const Result<Done> done =
        readTables<ProjectPassage, ProjectLink, ProjectNote, RejectedSuggestion, ProjectView, ProjectSetting, ProjectMatch>(connection, model, remarks);
    if (!done)
        return Error{tr("The project cannot be read: %1.").arg(done.error().message), connection.path()};
    Result<ProjectModel> result(std::move(model));
    result.warn(remarks);
    return result;
}

Result<Done> write(const SqlConnection &connection, const ProjectEdit &edit)
{
    SqlTransaction transaction(connection);
    Result<Done> done = transaction.begun();
    for (const AnyRecordChange &one : edit) {
        if (!done)
            return done;
        done = std::visit([&](const auto &change) { return writeRecord(connection, change); }, one);
    }
    if (done)
        done = connection.run(QStringLiteral("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'revision'"));
    return done ? transaction.commit() : done;
}

} // namespace ca::ProjectTables
