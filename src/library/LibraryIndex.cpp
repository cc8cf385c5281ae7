// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibraryIndex.h"

#include "database/SqlConnection.h"
#include "library/CopyGroups.h"
#include "library/IndexMap.h"
#include "library/LibrarySchema.h"

#include <QSqlError>

namespace ca::LibraryIndex {
namespace {

/// One text's row: its normalised form, its place among near copies, its words.
Result<Done> rebuild(const SqlConnection &connection, qint64 id, const QString &title, const QString &text)
{
    const NormalisedText normalised = normalise(text);
    Result<Done> done = connection.run(QStringLiteral("UPDATE texts SET normalised = ?, origins = ? WHERE document = ?"),
                                       {normalised.text, packOffsets(normalised.origin), id});
    if (done)
        done = connection.run(QStringLiteral("UPDATE documents SET text_sha256 = ? WHERE id = ?"), {digest(normalised.text), id});
    if (done)
        done = CopyGroups(connection).assign(id, CopyGroups::signatureOf(normalised.text));
    return done ? insert(connection, id, ShadowText::of(title, text)) : done;
}

Result<Done> rebuildAll(const SqlConnection &connection)
{
    Result<Done> done = connection.run(QStringLiteral("DELETE FROM words"));
    if (done)
        done = CopyGroups(connection).clear();
    // Ids first: a cursor over rows that are being changed would be no cursor.
    std::vector<qint64> ids;
    Result<QSqlQuery> rows = connection.query(QStringLiteral("SELECT id FROM documents ORDER BY id"));
    while (rows && rows->next())
        ids.push_back(rows->value(0).toLongLong());
    if (!rows || rows->lastError().isValid())
        return rows ? Error{rows->lastError().text(), connection.path()} : rows.error();
    for (const qint64 id : ids) {
        Result<QSqlQuery> row = connection.query(
            QStringLiteral("SELECT title, text FROM documents JOIN texts ON document = id WHERE id = ?"), {id});
        if (!row)
            return row.error();
        if (done && row->next())
            done = rebuild(connection, id, row->value(0).toString(), row->value(1).toString());
    }
    return done;
}

} // namespace

Result<Done> insert(const SqlConnection &connection, qint64 document, const ShadowText &shadow)
{
    return connection.run(QStringLiteral("INSERT INTO words (rowid, title, body, names) VALUES (?, ?, ?, ?)"),
                          {document, shadow.title, shadow.body, shadow.names});
}

Result<Done> setTitle(const SqlConnection &connection, qint64 document, const QString &title)
{
    return connection.run(QStringLiteral("UPDATE words SET title = ? WHERE rowid = ?"), {ShadowText::of(title, {}).title, document});
}

Result<Done> remove(const SqlConnection &connection, qint64 document)
{
    return connection.run(QStringLiteral("DELETE FROM words WHERE rowid = ?"), {document});
}

Result<Done> bringUpToDate(const SqlConnection &connection)
{
    const Result<QVariant> known = connection.value(QStringLiteral("SELECT value FROM meta WHERE key = 'index'"));
    if (known && known->toInt() == LibrarySchema::indexVersion)
        return Done{};
    SqlTransaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun();
    Result<Done> done = rebuildAll(connection);
    if (done)
        done = connection.run(QStringLiteral("INSERT OR REPLACE INTO meta (key, value) VALUES ('index', '%1')")
                                  .arg(LibrarySchema::indexVersion));
    return done ? transaction.commit() : done;
}

} // namespace ca::LibraryIndex
