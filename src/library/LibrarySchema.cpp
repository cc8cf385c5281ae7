// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibrarySchema.h"

#include "base/Logging.h"
#include "library/SqlConnection.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <vector>

namespace ca::LibrarySchema {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

/// "CaLi" in SQLite's header: tells a library from any other SQLite file before SQLite touches it.
constexpr quint32 applicationId = 0x43614C69;
constexpr int headerSize = 100;
constexpr int applicationIdAt = 68;  // https://www.sqlite.org/fileformat.html, "the database header"

/// migrations()[n] leads from version n to n + 1. Never change a step that was released: add one.
const std::vector<QStringList> &migrations()
{
    static const std::vector<QStringList> steps{{
        // In the first transaction, so that no file has the tables without the number or the reverse.
        QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
        QStringLiteral("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
        // Ids are never used twice: links elsewhere may outlive a document.
        QStringLiteral("CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, file_name TEXT NOT NULL, "
                       "path TEXT NOT NULL, title TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, "
                       "bytes INTEGER NOT NULL, added TEXT NOT NULL, record TEXT, "
                       "exact INTEGER NOT NULL DEFAULT 0, moved INTEGER NOT NULL DEFAULT 0)"),
        QStringLiteral("CREATE INDEX documents_record ON documents (record)"),
        // Apart from documents, so that listing them reads no text.
        QStringLiteral("CREATE TABLE texts (document INTEGER PRIMARY KEY REFERENCES documents (id) "
                       "ON DELETE CASCADE, text TEXT NOT NULL)"),
        // Folded words of a document, one blank after each (see LibraryIndex); rowid = documents.id.
        QStringLiteral("CREATE VIRTUAL TABLE words USING fts5 (title, body, names, "
                       "tokenize = 'unicode61 remove_diacritics 0')"),
    }};
    return steps;
}

Error refusal(const QString &path, const QString &reason)
{
    return {reason, path, 0};
}

QString objectionToPlace(const QFileInfo &info)
{
    const QFileInfo folder(info.absolutePath());
    if (info.isDir())
        return Text::tr("It is a folder, not a library.");
    if (info.exists() && !info.isFile())
        return Text::tr("It is not an ordinary file.");
    if (!folder.isDir())
        return Text::tr("The folder of the library does not exist.");
    if (!folder.isWritable())
        return Text::tr("The folder of the library cannot be written to.");
    if (info.exists() && (!info.isReadable() || !info.isWritable()))
        return Text::tr("The library cannot be read and written: permission denied.");
    return {};
}

/// Looks at the bytes of an existing file without SQLite, which might roll back another
/// program's journal.
QString objectionToHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Text::tr("It cannot be read: %1.").arg(file.errorString());
    const QByteArray header = file.read(headerSize);
    if (!header.startsWith(QByteArrayLiteral("SQLite format 3").append('\0')))
        return Text::tr("It is not a library (not an SQLite file).");
    if (header.size() < headerSize)
        return Text::tr("The library is damaged: the file ends within its header.");
    if (qFromBigEndian<quint32>(header.constData() + applicationIdAt) != applicationId)
        return Text::tr("It is an SQLite file, but not a library of Corridor Atlas.");
    return {};
}

QString damaged(const QString &detail)
{
    return Text::tr("The library is damaged (%1). It was left as it is; restore a copy or name another file.").arg(detail);
}

QString objectionToContent(const SqlConnection &connection)
{
    const Result<QVariant> check = connection.value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!check)
        return damaged(check.error().message);
    if (check->toString() != QLatin1String("ok"))
        return damaged(check->toString().simplified());
    const Result<QVariant> schema = connection.value(QStringLiteral("SELECT value FROM meta WHERE key = 'schema'"));
    if (!schema || schema->toInt() < 1)
        return damaged(schema ? Text::tr("its version is missing") : schema.error().message);
    if (schema->toInt() > version)
        return Text::tr("The library was made by a newer version of Corridor Atlas (its schema is %1, known is %2).")
            .arg(schema->toInt()).arg(version);
    // quick_check does not look into the full-text index.
    const Result<QVariant> index = connection.value(QStringLiteral("SELECT count(*) FROM words WHERE words MATCH 'a'"));
    return index ? QString() : damaged(index.error().message);
}

Result<Done> runAll(const SqlConnection &connection, const QStringList &statements)
{
    for (const QString &sql : statements) {
        Result<Done> done = connection.run(sql);
        if (!done)
            return done;
    }
    return Done{};
}

/// 0 = no tables yet.
Result<int> storedVersion(const SqlConnection &connection)
{
    const Result<QVariant> tables = connection.value(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'meta'"));
    if (!tables || tables->toInt() == 0)
        return tables ? Result<int>(0) : Result<int>(tables.error());
    const Result<QVariant> schema = connection.value(QStringLiteral("SELECT value FROM meta WHERE key = 'schema'"));
    return schema ? Result<int>(schema->toInt()) : Result<int>(schema.error());
}

/// One step, whole or not at all. The version is read under the write lock: another program may
/// be creating or migrating the same file. Returns the version reached.
Result<int> migrateOnce(const SqlConnection &connection)
{
    SqlTransaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun().error();
    Result<int> stored = storedVersion(connection);
    if (!stored || *stored >= version)
        return stored;
    QStringList statements = migrations()[static_cast<std::size_t>(*stored)];
    statements << QStringLiteral("INSERT OR REPLACE INTO meta (key, value) VALUES ('schema', '%1')").arg(*stored + 1);
    Result<Done> done = runAll(connection, statements);
    if (done)
        done = transaction.commit();
    return done ? Result<int>(*stored + 1) : Result<int>(done.error());
}

Result<Done> migrate(const SqlConnection &connection)
{
    Result<int> reached = 0;
    while (reached && *reached < version)
        reached = migrateOnce(connection);
    return reached ? Result<Done>(Done{}) : Result<Done>(reached.error());
}

Result<Done> configure(const SqlConnection &connection)
{
    return runAll(connection, {
        QStringLiteral("PRAGMA foreign_keys = ON"),
        QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral("PRAGMA synchronous = NORMAL"),
    });
}

} // namespace

Result<std::unique_ptr<SqlConnection>> open(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    const bool inMemory = path == QLatin1String(":memory:");
    const QFileInfo info(path);
    const bool isNew = inMemory || !info.exists() || info.size() == 0;
    QString reason = inMemory ? QString() : objectionToPlace(info);
    if (reason.isEmpty() && !isNew)
        reason = objectionToHeader(path);
    if (!reason.isEmpty())
        return refusal(path, reason);
    Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::open(path);
    if (!connection)
        return refusal(path, Text::tr("The library cannot be opened: %1.").arg(connection.error().message));
    reason = isNew ? QString() : objectionToContent(**connection);
    if (!reason.isEmpty())
        return refusal(path, reason);
    Result<Done> ready = migrate(**connection);
    if (ready)
        ready = configure(**connection);
    if (!ready)
        return refusal(path, Text::tr("The library cannot be written to: %1.").arg(ready.error().message));
    if (!inMemory && info.exists() && isNew)
        connection.warn({Text::tr("%1 was empty; a new library was made in it.").arg(path)});
    qCDebug(logLibrary) << "opened" << path << "in" << timer.elapsed() << "ms";
    return connection;
}

} // namespace ca::LibrarySchema
