// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/SqliteFile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ca;

namespace {

using Opened = Result<std::unique_ptr<SqlConnection>>;

/// A kind of file of our own with as many steps as wanted: tables t1, t2 …
SqliteFileKind kindOf(int versions)
{
    SqliteFileKind kind;
    kind.applicationId = 0x54657374;
    kind.noun = QStringLiteral("register");
    for (int version = 1; version <= versions; ++version)
        kind.migrations.push_back({QStringLiteral("CREATE TABLE t%1 (value TEXT)").arg(version)});
    return kind;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
}

int valueOf(const SqlConnection &connection, const char *sql)
{
    const Result<QVariant> value = connection.value(QLatin1String(sql));
    return value ? value->toInt() : -1;
}

} // namespace

class SqliteFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void newFileHasEverything();
    void olderFileIsMigrated();
    void failedStepLeavesTheVersionBefore();
    void migrationsAreRecorded();
    void newerIsRefused();
    void newerIsReadOnlyWhereAllowed();
    void otherFilesAreLeftAlone_data();
    void otherFilesAreLeftAlone();
    void readOnlyConnectionCannotWrite();
    void vitalTablesOfLargeFilesAreChecked_data();
    void vitalTablesOfLargeFilesAreChecked();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("register.sqlite")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void SqliteFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void SqliteFileTest::newFileHasEverything()
{
    const Opened opened = openSqliteFile(path(), kindOf(3));
    QVERIFY2(opened.ok(), qPrintable(opened.error().text()));
    QVERIFY(opened.warnings().isEmpty());
    QVERIFY(!(*opened)->readOnly());
    QCOMPARE(valueOf(**opened, "SELECT value FROM meta WHERE key = 'schema'"), 3);
    QCOMPARE(valueOf(**opened, "SELECT count(*) FROM t3"), 0);
    QCOMPARE(valueOf(**opened, "PRAGMA application_id"), 0x54657374);
    QCOMPARE(valueOf(**opened, "PRAGMA foreign_keys"), 1);
    QCOMPARE((*opened)->value(QStringLiteral("PRAGMA journal_mode"))->toString(), QStringLiteral("wal"));
    QCOMPARE(valueOf(**opened, "SELECT count(*) FROM sqlite_master WHERE name = 'migrations'"), 0);
}

void SqliteFileTest::olderFileIsMigrated()
{
    {
        const Opened old = openSqliteFile(path(), kindOf(1));
        QVERIFY(old.ok());
        QVERIFY((*old)->run(QStringLiteral("INSERT INTO t1 VALUES ('kept')")).ok());
    }
    const Opened opened = openSqliteFile(path(), kindOf(4));
    QVERIFY(opened.ok());
    QCOMPARE(valueOf(**opened, "SELECT value FROM meta WHERE key = 'schema'"), 4);
    QCOMPARE((*opened)->value(QStringLiteral("SELECT value FROM t1"))->toString(), QStringLiteral("kept"));
    QCOMPARE(valueOf(**opened, "SELECT count(*) FROM t4"), 0);
}

void SqliteFileTest::failedStepLeavesTheVersionBefore()
{
    QVERIFY(openSqliteFile(path(), kindOf(1)).ok());
    SqliteFileKind broken = kindOf(2);
    broken.migrations.push_back({QStringLiteral("CREATE TABLE t3 (value TEXT)"), QStringLiteral("this is no SQL")});
    QVERIFY(!openSqliteFile(path(), broken).ok());
    const Opened opened = openSqliteFile(path(), kindOf(2));
    QVERIFY(opened.ok());
    QCOMPARE(valueOf(**opened, "SELECT value FROM meta WHERE key = 'schema'"), 2);
    QCOMPARE(valueOf(**opened, "SELECT count(*) FROM sqlite_master WHERE name = 't3'"), 0);
}

void SqliteFileTest::migrationsAreRecorded()
{
    SqliteFileKind kind = kindOf(1);
    kind.recordsMigrations = true;
    QVERIFY(openSqliteFile(path(), kind).ok());
    SqliteFileKind later = kindOf(3);
    later.recordsMigrations = true;
    const Opened opened = openSqliteFile(path(), later);
    QVERIFY(opened.ok());
    Result<QSqlQuery> rows = (*opened)->query(QStringLiteral("SELECT version, ran, program FROM migrations ORDER BY version"));
    QVERIFY(rows.ok());
    int count = 0;
    while (rows->next()) {
        QCOMPARE(rows->value(0).toInt(), ++count);
        const QDateTime ran = QDateTime::fromString(rows->value(1).toString(), Qt::ISODate);
        QVERIFY(ran.isValid() && ran <= QDateTime::currentDateTimeUtc().addSecs(1));
        QVERIFY(!rows->value(2).toString().isEmpty());
    }
    QCOMPARE(count, 3);
}

void SqliteFileTest::newerIsRefused()
{
    QVERIFY(openSqliteFile(path(), kindOf(3)).ok());
    const QByteArray before = contents(path());
    const Opened opened = openSqliteFile(path(), kindOf(2));
    QVERIFY(!opened.ok());
    QVERIFY2(opened.error().message.contains(QStringLiteral("newer")), qPrintable(opened.error().message));
    QCOMPARE(contents(path()), before);
}

void SqliteFileTest::newerIsReadOnlyWhereAllowed()
{
    {
        const Opened newer = openSqliteFile(path(), kindOf(3));
        QVERIFY(newer.ok() && (*newer)->run(QStringLiteral("INSERT INTO t1 VALUES ('seen')")).ok());
    }
    const QByteArray before = contents(path());
    SqliteFileKind kind = kindOf(2);
    kind.readsNewer = true;
    {
        const Opened opened = openSqliteFile(path(), kind);
        QVERIFY2(opened.ok(), qPrintable(opened.error().text()));
        QCOMPARE(opened.warnings().size(), 1);
        QVERIFY(opened.warnings().front().contains(QStringLiteral("newer")));
        QVERIFY((*opened)->readOnly());
        QCOMPARE((*opened)->value(QStringLiteral("SELECT value FROM t1"))->toString(), QStringLiteral("seen"));
        QVERIFY(!(*opened)->run(QStringLiteral("DELETE FROM t1")).ok());
    }
    QCOMPARE(contents(path()), before);
}

void SqliteFileTest::otherFilesAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Not a database at all, only a line of text.\n");
    QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("header of another kind") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0');
    QByteArray ours = QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0');
    ours.replace(68, 4, QByteArray("Test"));
    QTest::newRow("our header and nothing behind it") << ours;
}

void SqliteFileTest::otherFilesAreLeftAlone()
{
    QFETCH(QByteArray, bytes);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    SqliteFileKind kind = kindOf(1);
    kind.readsNewer = true;
    const Opened opened = openSqliteFile(path(), kind);
    QVERIFY(!opened.ok());
    QVERIFY(!opened.error().message.isEmpty());
    QCOMPARE(opened.error().file, path());
    QCOMPARE(contents(path()), bytes);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

void SqliteFileTest::readOnlyConnectionCannotWrite()
{
    QVERIFY(!SqlConnection::open(path(), SqlConnection::Access::ReadOnly).ok());
    QVERIFY(!QFile::exists(path()));
    QVERIFY(openSqliteFile(path(), kindOf(1)).ok());
    const Opened opened = SqlConnection::open(path(), SqlConnection::Access::ReadOnly);
    QVERIFY(opened.ok());
    QVERIFY((*opened)->readOnly());
    QVERIFY(!(*opened)->run(QStringLiteral("INSERT INTO t1 VALUES ('x')")).ok());
}

void SqliteFileTest::vitalTablesOfLargeFilesAreChecked_data()
{
    QTest::addColumn<int>("damagedTable");
    QTest::addColumn<int>("checkedWholeUpTo");
    QTest::addColumn<bool>("opens");
    QTest::newRow("vital in a large file") << 1 << 0 << false;
    QTest::newRow("other in a large file") << 2 << 0 << true;
    QTest::newRow("vital in a small file") << 1 << 1'000'000 << false;
    QTest::newRow("other in a small file") << 2 << 1'000'000 << false;
}

void SqliteFileTest::vitalTablesOfLargeFilesAreChecked()
{
    QFETCH(int, damagedTable);
    QFETCH(int, checkedWholeUpTo);
    SqliteFileKind kind = kindOf(2);
    kind.vitalTables = QStringList{QStringLiteral("meta"), QStringLiteral("t1")};
    kind.checkedWholeUpTo = checkedWholeUpTo;
    int root = 0;
    {
        const Opened opened = openSqliteFile(path(), kind);
        QVERIFY(opened.ok());
        QVERIFY((*opened)->run(QStringLiteral("INSERT INTO t1 VALUES ('one')")).ok());
        QVERIFY((*opened)->run(QStringLiteral("INSERT INTO t2 VALUES ('two')")).ok());
        root = (*opened)->value(QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = ?"), {QStringLiteral("t%1").arg(damagedTable)})->toInt();
    }
    QVERIFY(root > 1);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((root - 1) * 4096) && file.write(QByteArray(4096, 'x')) == 4096);
    file.close();
    const Opened opened = openSqliteFile(path(), kind);
    QTEST(opened.ok(), "opens");
    if (opened) {
        QVERIFY(!(*opened)->value(QStringLiteral("SELECT value FROM t2")).ok());
        QCOMPARE((*opened)->value(QStringLiteral("SELECT value FROM t1"))->toString(), QStringLiteral("one"));
    }
}

QTEST_GUILESS_MAIN(SqliteFileTest)
#include "SqliteFileTest.moc"
