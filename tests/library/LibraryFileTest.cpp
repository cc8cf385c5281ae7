// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibraryFolder.h"
#include "database/SqlConnection.h"
#include "library/LibrarySchema.h"

#include <QDir>
#include <QTest>

using namespace ca;
using namespace ca::test;

/// The library as a file: older, newer, foreign, damaged, shared.
class LibraryFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void schemaOneIsMigrated();
    void schemaTwoKeepsItsIndex();
    void alteredTextIsFoundOut();
    void twoLibrariesOnOneFile();
    void badLibrariesAreRefusedAndLeftAlone_data();
    void badLibrariesAreRefusedAndLeftAlone();
    void damagedAtEveryPlaceIsRefusedOrRead();
    void damagedLargeLibraryIsRefusedOrRead();
    void damageElsewhereInALargeLibraryIsToldByVerify();
    void folderIsNoLibrary();
    void missingFolderIsNotMade();
    void emptyFileBecomesALibrary();
    void newerSchemaIsRefused();
    void oldIndexIsBuiltAnew();

private:
    QString write(const QString &name, const QByteArray &bytes) const { return m_folder->write(name, bytes); }
    [[nodiscard]] QString path() const { return m_folder->path(); }
    [[nodiscard]] std::unique_ptr<Library> library() const { return m_folder->library(); }
    [[nodiscard]] static QByteArray articleBytes() { return LibraryFolder::articleBytes(); }
    void makeLarge();

    std::unique_ptr<LibraryFolder> m_folder;
    Atlas m_atlas = smallAtlas();
};

void LibraryFileTest::init()
{
    m_folder = std::make_unique<LibraryFolder>();
    QVERIFY(m_folder->isValid());
}

/// A file as the first release wrote it.
void LibraryFileTest::schemaOneIsMigrated()
{
    {
        const auto connection = *SqlConnection::open(path());
        const QStringList statements{
            QStringLiteral("PRAGMA application_id = %1").arg(0x43614C69),
            QStringLiteral("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, file_name TEXT NOT NULL, path TEXT NOT "
                           "NULL, title TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, added TEXT NOT NULL, "
                           "record TEXT, exact INTEGER NOT NULL DEFAULT 0, moved INTEGER NOT NULL DEFAULT 0)"),
            QStringLiteral("CREATE TABLE texts (document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE, text TEXT NOT NULL)"),
            QStringLiteral("CREATE VIRTUAL TABLE words USING fts5 (title, body, names, tokenize = 'unicode61 remove_diacritics 0')"),
            QStringLiteral("INSERT INTO meta VALUES ('schema', '1'), ('index', '1')"),
            QStringLiteral("INSERT INTO documents VALUES (7, 'old.txt', '/tmp/old.txt', 'Old', 'abc', 12, '2026-01-02T03:04:05.000Z', NULL, 0, 0)"),
            QStringLiteral("INSERT INTO texts VALUES (7, 'An old lighthouse.')"),
            QStringLiteral("INSERT INTO words (rowid, title, body, names) VALUES (7, 'old ', 'an old lighthouse ', '   ')")};
        for (const QString &sql : statements)
            QVERIFY2(connection->run(sql).ok(), qPrintable(sql));
    }
    const auto lib = library();
    QVERIFY(lib);
    const Document document = *lib->document(7);
    QCOMPARE(document.format, QStringLiteral("text/plain"));
    QCOMPARE(document.textSha256, digest(normalise(QStringLiteral("An old lighthouse.")).text));
    QCOMPARE(document.group, 7);
    QCOMPARE(lib->search(QStringLiteral("lighthouse")).size(), std::size_t(1));
}

void LibraryFileTest::schemaTwoKeepsItsIndex()
{
    QVERIFY(library()->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
    {
        const auto connection = *SqlConnection::open(path());
        for (const char *sql : {"CREATE VIRTUAL TABLE before USING fts5 (title, body, names, tokenize = 'unicode61 remove_diacritics 0')",
                                "INSERT INTO before (rowid, title, body, names) SELECT rowid, title, body, names FROM words",
                                "DROP TABLE words", "ALTER TABLE before RENAME TO words",
                                "UPDATE meta SET value = '2' WHERE key = 'schema'"})
            QVERIFY2(connection->run(QLatin1String(sql)).ok(), sql);
    }
    const auto lib = library();
    QVERIFY(lib);
    QCOMPARE(lib->search(QStringLiteral("wagons")).size(), std::size_t(1));
    QCOMPARE(lib->search(QStringLiteral("wag")).size(), std::size_t(1));
    QVERIFY(lib->verify().ok());
}

void LibraryFileTest::alteredTextIsFoundOut()
{
    {
        const auto lib = library();
        QVERIFY(lib->add(write(QStringLiteral("a.txt"), "Forty wagons wait."), m_atlas).ok());
        QVERIFY(lib->verify().ok());
    }
    QVERIFY((*SqlConnection::open(path()))->run(QStringLiteral("UPDATE texts SET normalised = 'Fifty wagons wait.'")).ok());
    const auto lib = library();
    QVERIFY(lib);
    QVERIFY(!lib->verify().ok());
}

void LibraryFileTest::twoLibrariesOnOneFile()
{
    const auto one = library();
    const auto two = library();
    QVERIFY(one && two);
    QVERIFY(one->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
    QCOMPARE(two->documents().size(), std::size_t(1));
    QVERIFY(two->add(write(QStringLiteral("b.txt"), "another text"), m_atlas).ok());
    QCOMPARE(one->search(QStringLiteral("another")).size(), std::size_t(1));
}

void LibraryFileTest::badLibrariesAreRefusedAndLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    {
        QTemporaryDir folder;
        const QString good = folder.filePath(QStringLiteral("good.sqlite"));
        {
            const auto lib = *Library::open(good);
            QFile file(folder.filePath(QStringLiteral("a.txt")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray("Some words of a long text. ").repeated(2000));
            file.close();
            QVERIFY(lib->add(file.fileName(), m_atlas).ok());
        }
        const QByteArray whole = contents(good);
        QVERIFY(whole.size() > 20000);
        QTest::newRow("truncated") << whole.left(whole.size() / 2) << QStringLiteral("damaged");
        QTest::newRow("within the header") << whole.left(60) << QStringLiteral("damaged");
        QTest::newRow("header only") << whole.left(100) << QStringLiteral("damaged");
        QTest::newRow("overwritten") << QByteArray(whole).replace(4096, 8192, QByteArray(8192, 'x')) << QStringLiteral("damaged");
        QTest::newRow("text") << QByteArray("plain text, quite long enough to be a header of an SQLite file ").repeated(3) << QStringLiteral("not an SQLite");
        QTest::newRow("short text") << QByteArray("x") << QStringLiteral("not an SQLite");
    }
    QTemporaryDir folder;
    const QString other = folder.filePath(QStringLiteral("other.sqlite"));
    {
        const auto connection = SqlConnection::open(other);
        QVERIFY((*connection)->run(QStringLiteral("CREATE TABLE meta (key, value)")).ok());
    }
    QTest::newRow("another program's") << contents(other) << QStringLiteral("not a library of Corridor Atlas");
}

void LibraryFileTest::badLibrariesAreRefusedAndLeftAlone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const QString file = write(QStringLiteral("library.sqlite"), bytes);
    const Result<std::unique_ptr<Library>> opened = Library::open(file);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().file, file);
    QVERIFY2(opened.error().message.contains(part), qPrintable(opened.error().message));
    QCOMPARE(contents(file), bytes);
    QCOMPARE(QDir(m_folder->folderPath()).entryList(QDir::Files), QStringList{QStringLiteral("library.sqlite")});
}

/// Twenty megabytes with one article.
void LibraryFileTest::makeLarge()
{
    {
        const auto lib = library();
        QVERIFY(lib->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
    }
    const auto connection = SqlConnection::open(path());
    QVERIFY((*connection)->run(QStringLiteral("INSERT INTO originals SELECT id, zeroblob(20000000) FROM documents")).ok());
}

void LibraryFileTest::damagedAtEveryPlaceIsRefusedOrRead()
{
    {
        const auto lib = library();
        QVERIFY(lib->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
    }
    const QByteArray whole = contents(path());
    int refused = 0;
    for (int at = 100; at < whole.size(); at += 1531) {
        const QString file = write(QStringLiteral("damaged.sqlite"), QByteArray(whole).replace(at, 16, QByteArray(16, '\xEE')));
        const Result<std::unique_ptr<Library>> opened = Library::open(file);
        refused += opened ? 0 : 1;
        if (opened) {  // what was hit may be text or free room; reading must not fall over it
            (void)(*opened)->documents();
            (void)(*opened)->search(QStringLiteral("ferry"));
        }
    }
    QVERIFY(refused > 0);
}

/// Not all pages of a large file are looked through when it is opened.
void LibraryFileTest::damagedLargeLibraryIsRefusedOrRead()
{
    makeLarge();
    const QByteArray whole = contents(path());
    int refused = 0;
    for (int at = 100; at < 300'000; at += 6131) {
        // Another name each time: what a refused one left in its journal is not to be read into the next.
        const QString file = write(QStringLiteral("damaged-%1.sqlite").arg(at), QByteArray(whole).replace(at, 64, QByteArray(64, '\xEE')));
        const Result<std::unique_ptr<Library>> opened = Library::open(file);
        refused += opened ? 0 : 1;
        if (opened) {
            for (const Document &document : (*opened)->documents()) {
                (void)(*opened)->text(document.id);
                (void)(*opened)->normalised(document.id);
                (void)(*opened)->verdicts(document.id);
            }
            (void)(*opened)->search(QStringLiteral("ferry"));
            (void)(*opened)->add(write(QStringLiteral("b.txt"), "A sentence about a lighthouse."), m_atlas);
            (void)(*opened)->verify();
        }
        QFile::remove(file);
    }
    QVERIFY(refused > 0);
    QVERIFY(!Library::open(write(QStringLiteral("cut.sqlite"), whole.left(whole.size() / 2))).ok());
}

void LibraryFileTest::damageElsewhereInALargeLibraryIsToldByVerify()
{
    makeLarge();
    int root = 0;
    {
        const auto connection = SqlConnection::open(path());
        root = (*connection)->value(QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = 'texts'"))->toInt();
    }
    QVERIFY(root > 1);
    const QByteArray whole = contents(path());
    write(QFileInfo(path()).fileName(), QByteArray(whole).replace((root - 1) * 4096, 4096, QByteArray(4096, 'x')));
    const auto lib = library();
    QVERIFY(lib);
    QCOMPARE(lib->documents().size(), std::size_t(1));
    QVERIFY(lib->text(lib->documents().front().id).text.isEmpty());
    QVERIFY(!lib->verify().ok());
}

void LibraryFileTest::folderIsNoLibrary()
{
    const auto opened = Library::open(m_folder->folderPath());
    QVERIFY(!opened.ok());
    QVERIFY(opened.error().message.contains(QStringLiteral("folder")));
}

void LibraryFileTest::missingFolderIsNotMade()
{
    const auto opened = Library::open(m_folder->filePath(QStringLiteral("none/library.sqlite")));
    QVERIFY(!opened.ok());
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("none"))));
}

void LibraryFileTest::emptyFileBecomesALibrary()
{
    write(QStringLiteral("library.sqlite"), {});
    const auto opened = Library::open(path());
    QVERIFY(opened.ok());
    QCOMPARE(opened.warnings().size(), 1);
    QVERIFY((*opened)->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
}

void LibraryFileTest::newerSchemaIsRefused()
{
    QVERIFY(library());
    {
        const auto connection = SqlConnection::open(path());
        QVERIFY((*connection)->run(QStringLiteral("UPDATE meta SET value = '%1' WHERE key = 'schema'").arg(99)).ok());
    }
    const QByteArray before = contents(path());
    const auto opened = Library::open(path());
    QVERIFY(!opened.ok());
    QVERIFY2(opened.error().message.contains(QStringLiteral("newer")), qPrintable(opened.error().message));
    QCOMPARE(contents(path()), before);
}

void LibraryFileTest::oldIndexIsBuiltAnew()
{
    QVERIFY(library()->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
    {
        const auto connection = SqlConnection::open(path());
        QVERIFY((*connection)->run(QStringLiteral("UPDATE meta SET value = '0' WHERE key = 'index'")).ok());
        QVERIFY((*connection)->run(QStringLiteral("DELETE FROM words")).ok());
    }
    QCOMPARE(library()->search(QStringLiteral("wagons")).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(LibraryFileTest)
#include "LibraryFileTest.moc"
