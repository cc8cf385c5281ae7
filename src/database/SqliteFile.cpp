// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/SqliteFile.h"

#include "base/Logging.h"
#include "base/Tr.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace ca {
namespace {

constexpr int headerSize = 100;
constexpr int applicationIdAt = 68;  // https://www.sqlite.org/fileformat.html, "the database header"

QString objectionToPlace(const QFileInfo &info, const QString &noun)
{
    const QFileInfo folder(info.absolutePath());
    if (info.isDir())
        return tr("It is a folder, not a %1.").arg(noun);
    if (info.exists() && !info.isFile())
        return tr("It is not an ordinary file.");
    if (!folder.isDir())
        return tr("The folder of the %1 does not exist.").arg(noun);
    if (!folder.isWritable())
        return tr("The folder of the %1 cannot be written to.").arg(noun);
    if (info.exists() && (!info.isReadable() || !info.isWritable()))
        return tr("The %1 cannot be read and written: permission denied.").arg(noun);
    return {};
}

/// Looks at the bytes of an existing file without SQLite, which might roll back another
/// program's journal.
QString objectionToHeader(const QString &path, const SqliteFileKind &kind)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("It cannot be read: %1.").arg(file.errorString());
    const QByteArray header = file.read(headerSize);
    if (!header.startsWith(QByteArrayLiteral("SQLite format 3").append('\0')))
        return tr("It is not a %1 (not an SQLite file).").arg(kind.noun);
    if (header.size() < headerSize)
        return tr("The %1 is damaged: the file ends within its header.").arg(kind.noun);
    if (qFromBigEndian<quint32>(header.constData() + applicationIdAt) != kind.applicationId)
        return tr("It is an SQLite file, but not a %1 of Corridor Atlas.").arg(kind.noun);
    return {};
}

QString damaged(const QString &noun, const QString &detail)
{
    return tr("The %1 is damaged (%2). It was left as it is; restore a copy or name another file.").arg(noun, detail);
}

QString madeByNewer(const QString &noun, int found, int known)
{
    return tr("The %1 was made by a newer version of Corridor Atlas (its schema is %2, known is %3).").arg(noun).arg(found).arg(known);
}

Result<Done> checkPages(const SqlConnection &connection, const SqliteFileKind &kind)
{
    const bool whole = kind.vitalTables.isEmpty() || QFileInfo(connection.path()).size() <= kind.checkedWholeUpTo;
    // Without an argument but the most faults to tell, all tables.
    for (const QString &what : whole ? QStringList{QStringLiteral("1")} : kind.vitalTables) {
        const Result<QVariant> check = connection.value(QStringLiteral("PRAGMA quick_check(%1)").arg(what));
        if (!check)
            return check.error();
        if (check->toString() != QLatin1String("ok"))
            return Error{check->toString().simplified(), connection.path()};
    }
    return Done{};
}

/// The version of an undamaged file. A newer file's own tables are not looked into: they may be others.
Result<int> checkContent(const SqlConnection &connection, const SqliteFileKind &kind)
{
    const auto refuse = [&](const QString &detail) { return Error{damaged(kind.noun, detail), connection.path()}; };
    const Result<Done> pages = checkPages(connection, kind);
    if (!pages)
        return refuse(pages.error().message);
    const Result<QVariant> schema = connection.value(QStringLiteral("SELECT value FROM meta WHERE key = 'schema'"));
    if (!schema || schema->toInt() < 1)
        return refuse(schema ? tr("its version is missing") : schema.error().message);
    if (schema->toInt() > kind.version() || kind.probe.isEmpty())
        return schema->toInt();
    const Result<Done> probe = connection.run(kind.probe);
    return probe ? Result<int>(schema->toInt()) : Result<int>(refuse(probe.error().message));
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

/// In the first transaction, so that no file has the tables without the number or the reverse.
QStringList firstStatements(const SqliteFileKind &kind)
{
    QStringList statements{QStringLiteral("PRAGMA application_id = %1").arg(kind.applicationId),
                           QStringLiteral("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")};
    if (kind.recordsMigrations)
        statements << QStringLiteral("CREATE TABLE migrations (version INTEGER PRIMARY KEY, ran TEXT NOT NULL, program TEXT NOT NULL)");
    return statements;
}

Result<Done> recordMigration(const SqlConnection &connection, int version)
{
    const QString program = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
    return connection.run(QStringLiteral("INSERT INTO migrations (version, ran, program) VALUES (?, ?, ?)"),
                          {version, QDateTime::currentDateTimeUtc().toString(Qt::ISODate), program});
}

/// One step, whole or not at all. The version is read under the write lock: another program may
/// be creating or migrating the same file. Returns the version reached.
Result<int> migrateOnce(const SqlConnection &connection, const SqliteFileKind &kind)
{
    SqlTransaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun().error();
    Result<int> stored = storedVersion(connection);
    if (!stored || *stored >= kind.version())
        return stored;
    QStringList statements = *stored == 0 ? firstStatements(kind) : QStringList();
    statements += kind.migrations[static_cast<std::size_t>(*stored)];
    statements << QStringLiteral("INSERT OR REPLACE INTO meta (key, value) VALUES ('schema', '%1')").arg(*stored + 1);
    Result<Done> done = runAll(connection, statements);
    if (done && kind.recordsMigrations)
        done = recordMigration(connection, *stored + 1);
    if (done)
        done = transaction.commit();
    return done ? Result<int>(*stored + 1) : Result<int>(done.error());
}

Result<Done> migrate(const SqlConnection &connection, const SqliteFileKind &kind)
{
    Result<int> reached = 0;
    while (reached && *reached < kind.version())
        reached = migrateOnce(connection, kind);
    return reached ? Result<Done>(Done{}) : Result<Done>(reached.error());
}

Result<Done> configure(const SqlConnection &connection)
{
    return runAll(connection, {
        QStringLiteral("PRAGMA foreign_keys = ON"),
        QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral("PRAGMA synchronous = NORMAL"),
        QStringLiteral("PRAGMA cache_size = -16000"),   // kB; SQLite's own 2 MB hold no full-text index
    });
}

/// What the kind says about files newer than this program.
Result<std::unique_ptr<SqlConnection>> openNewer(const QString &path, const SqliteFileKind &kind, int version)
{
    const QString reason = madeByNewer(kind.noun, version, kind.version());
    if (!kind.readsNewer)
        return Error{reason, path};
    Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::open(path, SqlConnection::Access::ReadOnly);
    connection.warn({reason + u' ' + tr("It is opened for reading only.")});
    return connection;
}

} // namespace

Result<Done> runAll(const SqlConnection &connection, const QStringList &statements)
{
    for (const QString &sql : statements) {
        Result<Done> done = connection.run(sql);
        if (!done)
            return done;
    }
    return Done{};
}

Result<std::unique_ptr<SqlConnection>> openSqliteFile(const QString &path, const SqliteFileKind &kind)
{
    QElapsedTimer timer;
    timer.start();
    const bool inMemory = path == QLatin1String(":memory:");
    const QFileInfo info(path);
    const bool isNew = inMemory || !info.exists() || info.size() == 0;
    QString reason = inMemory ? QString() : objectionToPlace(info, kind.noun);
    if (reason.isEmpty() && !isNew)
        reason = objectionToHeader(path, kind);
    if (!reason.isEmpty())
        return Error{reason, path};
    Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::open(path);
    if (!connection)
        return Error{tr("The %1 cannot be opened: %2.").arg(kind.noun, connection.error().message), path};
    const Result<int> version = isNew ? Result<int>(0) : checkContent(**connection, kind);
    if (!version)
        return version.error();
    if (*version > kind.version()) {
        connection->reset();
        return openNewer(path, kind, *version);
    }
    Result<Done> ready = migrate(**connection, kind);
    if (ready)
        ready = configure(**connection);
    if (!ready)
        return Error{tr("The %1 cannot be written to: %2.").arg(kind.noun, ready.error().message), path};
    if (!inMemory && info.exists() && isNew)
        connection.warn({tr("%1 was empty; a new %2 was made in it.").arg(path, kind.noun)});
    qCDebug(logLibrary) << "opened" << path << "in" << timer.elapsed() << "ms";
    return connection;
}

} // namespace ca
