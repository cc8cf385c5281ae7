// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Library.h"

#include "library/LibrarySchema.h"
#include "database/SqlConnection.h"
#include "document/TextExtractor.h"

#include <QDir>
#include <QJsonArray>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace ca;

namespace {

const QString first = QStringLiteral("The ferry to Lowport sails twice a week when the wind allows it.");
const QString second = QStringLiteral("Nobody has counted the wagons that wait at the far pier, but 40 is a common guess.");

Passage passageOf(const QString &id, const QString &text, int paragraph)
{
    const QStringList words = text.split(u' ');
    Passage passage;
    passage.id = id;
    passage.record = QStringLiteral("article-test");
    passage.paragraph = paragraph;
    passage.firstWords = words.mid(0, 4).join(u' ');
    passage.lastWords = words.mid(words.size() - 3).join(u' ');
    passage.wordCount = static_cast<int>(words.size());
    passage.sha256 = digest(normalise(text).text);
    return passage;
}

Atlas smallAtlas()
{
    AtlasData data;
    Record record;
    record.id = QStringLiteral("article-test");
    record.csl.insert(QStringLiteral("title"), QStringLiteral("The ferry"));
    data.records.push_back(record);
    data.passages = {passageOf(QStringLiteral("p1"), first, 2), passageOf(QStringLiteral("p2"), second, 3)};
    return Atlas(data);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
}

} // namespace

class LibraryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsWhatWasAdded();
    void inMemoryKeepsNothing();
    void sameBytesAreKeptOnce();
    void bestCopyOfARecord();
    void foreignTextIsNotRecognised();
    void removedIsGone();
    void idsAreNotUsedTwice();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void hugeFileIsRefused();
    void editedRecordIsKeptAndFound();
    void keptBytesComeBack();
    void normalisedTextLeadsBack();
    void filtersNarrow();
    void hitInsideAPassageNamesIt();
    void newerAtlasFindsItsPassages();
    void schemaOneIsMigrated();
    void schemaTwoKeepsItsIndex();
    void alteredTextIsFoundOut();
    void nearCopiesAreOneGroup();
    void groupsPartWhenTheirLinkGoes();
    void sameAddressIsNoCopy();
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
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("library.sqlite")); }
    [[nodiscard]] std::unique_ptr<Library> library() const
    {
        Result<std::unique_ptr<Library>> opened = Library::open(path());
        return opened ? std::move(*opened) : nullptr;
    }
    void makeLarge();
    [[nodiscard]] QByteArray articleBytes() const { return QStringLiteral("The ferry\n%1\n%2\n").arg(first, second).toUtf8(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Atlas m_atlas = smallAtlas();
};

void LibraryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void LibraryTest::keepsWhatWasAdded()
{
    const QString file = write(QStringLiteral("ferry.txt"), articleBytes().replace("\n", "\r\n"));
    {
        const auto lib = library();
        QVERIFY(lib);
        const Result<Document> added = lib->add(file, m_atlas);
        QVERIFY2(added.ok(), qPrintable(added.error().text()));
        QVERIFY(added.warnings().isEmpty());
        QCOMPARE(added->record, QStringLiteral("article-test"));
    }
    const auto lib = library();
    QVERIFY(lib);
    QCOMPARE(lib->path(), path());
    QCOMPARE(lib->documents().size(), std::size_t(1));
    const Document document = lib->documents().front();
    QCOMPARE(document.fileName, QStringLiteral("ferry.txt"));
    QCOMPARE(document.path, file);
    QCOMPARE(document.title, QStringLiteral("The ferry"));
    QCOMPARE(document.sha256.size(), 64);
    QCOMPARE(document.exact, 2);
    QCOMPARE(document.moved, 0);
    QVERIFY(std::abs(document.added.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(document.added.timeSpec(), Qt::UTC);
    QCOMPARE(lib->text(document.id).text, QString::fromUtf8(articleBytes()));
    QCOMPARE(lib->text(document.id).paragraphs.size(), std::size_t(3));
    QCOMPARE(lib->document(document.id)->sha256, document.sha256);
    QVERIFY(!lib->document(document.id + 1));
    QVERIFY(lib->text(document.id + 1).text.isEmpty());
}

void LibraryTest::inMemoryKeepsNothing()
{
    for (int round = 0; round < 2; ++round) {
        const Result<std::unique_ptr<Library>> lib = Library::open(QStringLiteral(":memory:"));
        QVERIFY(lib.ok());
        QVERIFY((*lib)->documents().empty());
        QVERIFY((*lib)->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
        QCOMPARE((*lib)->documents().size(), std::size_t(1));
    }
    QVERIFY(!QFile::exists(QStringLiteral(":memory:")));
}

void LibraryTest::sameBytesAreKeptOnce()
{
    const auto lib = library();
    const Result<Document> one = lib->add(write(QStringLiteral("a.txt"), articleBytes()), Atlas(AtlasData()));
    const Result<Document> two = lib->add(write(QStringLiteral("b.txt"), articleBytes()), m_atlas);
    QVERIFY(one.ok() && two.ok());
    QCOMPARE(two->id, one->id);
    QVERIFY(!one->known);
    QVERIFY(two->known);
    QCOMPARE(two->fileName, QStringLiteral("a.txt"));
    QCOMPARE(lib->documents().size(), std::size_t(1));
    // Added again with an atlas that knows it, it is recognised.
    QVERIFY(one->record.isEmpty());
    QCOMPARE(lib->documents().front().record, QStringLiteral("article-test"));
}

void LibraryTest::bestCopyOfARecord()
{
    const auto lib = library();
    QVERIFY(!lib->documentForRecord(QStringLiteral("article-test")));
    const QByteArray changed = articleBytes().replace("40 is", "50 is");
    const auto partly = lib->add(write(QStringLiteral("partly.txt"), changed), m_atlas);
    const auto moved = lib->add(write(QStringLiteral("moved.txt"), "Preface.\n" + articleBytes()), m_atlas);
    QCOMPARE(lib->documentForRecord(QStringLiteral("article-test"))->id, partly->id);
    const auto whole = lib->add(write(QStringLiteral("whole.txt"), articleBytes()), m_atlas);
    QCOMPARE(lib->documents().size(), std::size_t(3));
    QCOMPARE(partly->exact, 1);
    QCOMPARE(moved->moved, 2);
    QCOMPARE(lib->documentForRecord(QStringLiteral("article-test"))->id, whole->id);
    QVERIFY(!lib->documentForRecord(QString()));
}

void LibraryTest::foreignTextIsNotRecognised()
{
    const auto lib = library();
    const auto added = lib->add(write(QStringLiteral("other.md"), "# A *quite* different text\n\nThe ferry to Highfield is late.\n"), m_atlas);
    QVERIFY(added.ok());
    QVERIFY(added->record.isEmpty());
    QCOMPARE(added->title, QStringLiteral("A quite different text"));
    QVERIFY(!lib->documentForRecord(QString()));
}

void LibraryTest::removedIsGone()
{
    const auto lib = library();
    const auto added = lib->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas);
    QCOMPARE(lib->search(QStringLiteral("wagons")).size(), std::size_t(1));
    QVERIFY(lib->remove(added->id).ok());
    QVERIFY(lib->documents().empty());
    QVERIFY(lib->search(QStringLiteral("wagons")).empty());
    QVERIFY(lib->text(added->id).text.isEmpty());
    QVERIFY(!lib->documentForRecord(QStringLiteral("article-test")));
    QVERIFY(lib->remove(added->id).ok());
    QVERIFY(lib->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).warnings().isEmpty());
}

void LibraryTest::idsAreNotUsedTwice()
{
    const auto lib = library();
    const auto one = lib->add(write(QStringLiteral("a.txt"), "one text"), m_atlas);
    QVERIFY(lib->remove(one->id).ok());
    QVERIFY(lib->add(write(QStringLiteral("b.txt"), "another text"), m_atlas)->id > one->id);
}

void LibraryTest::badFilesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QStringLiteral("a.txt") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("white space") << QStringLiteral("a.txt") << QByteArray(" \n\t\n") << QStringLiteral("no text");
    QTest::newRow("invalid UTF-8") << QStringLiteral("a.txt") << QByteArray("ab\xFFzz") << QStringLiteral("byte 2 ");
    QTest::newRow("binary") << QStringLiteral("a.txt") << QByteArray("ab\0zz", 5) << QStringLiteral("binary");
    QTest::newRow("picture") << QStringLiteral("a.png") << QByteArray("text") << QStringLiteral("type");
    QTest::newRow("no suffix") << QStringLiteral("notes") << QByteArray("text") << QStringLiteral("type");
}

void LibraryTest::badFilesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const auto lib = library();
    const QString file = write(name, bytes);
    const Result<Document> added = lib->add(file, m_atlas);
    QVERIFY(!added.ok());
    QCOMPARE(added.error().file, file);
    QVERIFY2(added.error().message.contains(part), qPrintable(added.error().message));
    QVERIFY(lib->documents().empty());
    QVERIFY(lib->add(m_folder->path(), m_atlas).error().message.contains(QStringLiteral("folder")));
    QVERIFY(lib->add(m_folder->filePath(QStringLiteral("none.txt")), m_atlas).error().message.contains(QStringLiteral("no such")));
}

void LibraryTest::hugeFileIsRefused()
{
    const QString name = write(QStringLiteral("huge.txt"), "text");
    QVERIFY(QFile::resize(name, TextExtractor::maxBytes + 1));  // sparse: takes no room
    const auto lib = library();
    const Result<Document> added = lib->add(name, m_atlas);
    QVERIFY(!added.ok());
    QVERIFY2(added.error().message.contains(QStringLiteral("20 MB")), qPrintable(added.error().message));
}

void LibraryTest::editedRecordIsKeptAndFound()
{
    qint64 id = 0;
    const QJsonObject csl{{QStringLiteral("title"), QStringLiteral("Crossing to Lowport")},
                          {QStringLiteral("publisher"), QStringLiteral("Harbour Press")},
                          {QStringLiteral("x-own"), QJsonArray{1, QStringLiteral("two")}}};
    {
        const auto lib = library();
        id = lib->add(write(QStringLiteral("a.txt"), "The wind allows it."), m_atlas)->id;
        QVERIFY(lib->setCsl(id, csl).ok());
        QVERIFY(!lib->setCsl(id + 1, csl).ok());
    }
    const auto lib = library();
    const Document document = *lib->document(id);
    QCOMPARE(document.csl, csl);
    QCOMPARE(document.title, QStringLiteral("Crossing to Lowport"));
    QCOMPARE(lib->publishers(), QStringList{QStringLiteral("Harbour Press")});
    QCOMPARE(lib->search(QStringLiteral("crossing")).size(), std::size_t(1));
    QCOMPARE(lib->search(QStringLiteral("wind")).size(), std::size_t(1));
}

void LibraryTest::keptBytesComeBack()
{
    const auto lib = library();
    const QByteArray bytes = articleBytes().replace("\n", "\r\n");
    const auto kept = lib->add(write(QStringLiteral("kept.txt"), bytes), m_atlas, {.keepBytes = true});
    const auto left = lib->add(write(QStringLiteral("left.txt"), "Other words."), m_atlas);
    QVERIFY(kept->keepsBytes);
    QVERIFY(!left->keepsBytes);
    QCOMPARE(lib->original(kept->id), bytes);
    QVERIFY(lib->original(left->id).isEmpty());
    // Asked for later, and from where the file lies now.
    QVERIFY(QFile::rename(m_folder->filePath(QStringLiteral("left.txt")), m_folder->filePath(QStringLiteral("moved.txt"))));
    const auto again = lib->add(m_folder->filePath(QStringLiteral("moved.txt")), m_atlas, {.keepBytes = true});
    QVERIFY(again->known && again->keepsBytes);
    QCOMPARE(again->fileName, QStringLiteral("moved.txt"));
    QCOMPARE(lib->original(again->id), QByteArray("Other words."));
}

void LibraryTest::normalisedTextLeadsBack()
{
    const auto lib = library();
    const auto added = lib->add(write(QStringLiteral("a.txt"), "A \xE2\x80\x9Cquoted\xE2\x80\x9D   word \xE2\x80\x94 here."), m_atlas);
    const ArticleText text = lib->text(added->id);
    const NormalisedText stored = lib->normalised(added->id);
    const NormalisedText computed = normalise(text.text);
    QCOMPARE(stored.text, computed.text);
    QCOMPARE(stored.origin, computed.origin);
    QCOMPARE(digest(stored.text), added->textSha256);
    QVERIFY(lib->verify().ok());
}

void LibraryTest::filtersNarrow()
{
    const auto lib = library();
    const auto dated = [](int year, int month) {
        return QJsonObject{{QStringLiteral("date-parts"), QJsonArray{month > 0 ? QJsonArray{year, month} : QJsonArray{year}}}};
    };
    const auto add = [&](const QString &name, const QString &publisher, const QJsonObject &issued) {
        const qint64 id = lib->add(write(name, "A wagon at pier " + name.toUtf8()), m_atlas)->id;
        QJsonObject csl{{QStringLiteral("publisher"), publisher}};
        if (!issued.isEmpty())
            csl.insert(QStringLiteral("issued"), issued);
        return lib->setCsl(id, csl).ok() ? id : 0;
    };
    const qint64 march = add(QStringLiteral("a.txt"), QStringLiteral("North"), dated(2025, 3));
    const qint64 year = add(QStringLiteral("b.txt"), QStringLiteral("South"), dated(2025, 0));
    const qint64 later = add(QStringLiteral("c.txt"), QStringLiteral("South"), dated(2026, 1));
    const qint64 undated = add(QStringLiteral("d.txt"), QStringLiteral("South"), {});
    const auto found = [&](const DocumentFilter &filter) {
        QSet<qint64> ids;
        for (const SearchHit &hit : lib->search(QStringLiteral("wagon"), 50, filter))
            ids.insert(hit.id.toLongLong());
        return ids;
    };
    QCOMPARE(found({}), (QSet<qint64>{march, year, later, undated}));
    QCOMPARE(found({.publisher = QStringLiteral("South")}), (QSet<qint64>{year, later, undated}));
    QCOMPARE(found({.issuedFrom = QStringLiteral("2025-02"), .issuedTo = QStringLiteral("2025-12-31")}), (QSet<qint64>{march, year}));
    QCOMPARE(found({.issuedFrom = QStringLiteral("2025-04")}), (QSet<qint64>{year, later}));
    QCOMPARE(found({.issuedTo = QStringLiteral("2025-03")}), (QSet<qint64>{march, year}));
    QCOMPARE(found({.documents = QSet<qint64>{later}}), (QSet<qint64>{later}));
    QVERIFY(found({.documents = QSet<qint64>{}}).isEmpty());
}

void LibraryTest::hitInsideAPassageNamesIt()
{
    const auto lib = library();
    const auto added = lib->add(write(QStringLiteral("ferry.txt"), articleBytes() + "A lighthouse stands apart.\n"), m_atlas);
    QCOMPARE(lib->verdicts(added->id).size(), std::size_t(2));
    QCOMPARE(lib->search(QStringLiteral("wagons")).front().passage, QStringLiteral("p2"));
    QCOMPARE(lib->search(QStringLiteral("lighthouse")).front().passage, QString());
}

void LibraryTest::newerAtlasFindsItsPassages()
{
    const auto lib = library();
    const qint64 id = lib->add(write(QStringLiteral("ferry.txt"), articleBytes()), Atlas(AtlasData()))->id;
    QVERIFY(lib->document(id)->record.isEmpty());
    const CancelToken cancelled;
    cancelled.cancel();
    QVERIFY(lib->recogniseAgain(m_atlas, cancelled).ok());
    QVERIFY(lib->document(id)->record.isEmpty());
    QVERIFY(lib->recogniseAgain(m_atlas).ok());
    QCOMPARE(lib->document(id)->record, QStringLiteral("article-test"));
    QCOMPARE(lib->verdicts(id).size(), std::size_t(2));
}

/// A file as the first release wrote it.
void LibraryTest::schemaOneIsMigrated()
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

void LibraryTest::schemaTwoKeepsItsIndex()
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

void LibraryTest::alteredTextIsFoundOut()
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

namespace {

/// Prose enough to be told from other prose: sentences of numbered words.
QByteArray prose(int seed, int sentences)
{
    QByteArray text;
    for (int i = 0; i < sentences; ++i) {
        for (int word = 0; word < 12; ++word)
            text += "w" + QByteArray::number((seed * 7919 + i * 104729 + word * 31) % 9973) + ' ';
        text += ".\n";
    }
    return text;
}

} // namespace

void LibraryTest::nearCopiesAreOneGroup()
{
    const auto lib = library();
    const QByteArray text = prose(1, 40);
    const auto first = lib->add(write(QStringLiteral("a.txt"), text), m_atlas);
    const auto other = lib->add(write(QStringLiteral("b.txt"), prose(2, 40)), m_atlas);
    const auto reprint = lib->add(write(QStringLiteral("c.txt"), "Reprinted.\n" + QByteArray(text).replace("w31 ", "w32 ") + "Subscribe."), m_atlas);
    QCOMPARE(reprint->group, first->group);
    QVERIFY(other->group != first->group);
    QCOMPARE(lib->copiesOf(*first).size(), std::size_t(2));
    const auto hits = lib->search(QString::fromUtf8(text.left(text.indexOf(' '))));
    QCOMPARE(hits.size(), std::size_t(1));
    QCOMPARE(hits.front().copies, 2);
    QVERIFY(lib->remove(first->id).ok());
    QCOMPARE(lib->copiesOf(*lib->document(reprint->id)).size(), std::size_t(1));
}

/// One that held two others together goes: they are copies no more.
void LibraryTest::groupsPartWhenTheirLinkGoes()
{
    const auto lib = library();
    const QByteArray first = prose(11, 40), second = prose(12, 40);
    const auto a = lib->add(write(QStringLiteral("a.txt"), first), m_atlas);
    const auto b = lib->add(write(QStringLiteral("b.txt"), second), m_atlas);
    const auto both = lib->add(write(QStringLiteral("c.txt"), first + second), m_atlas);
    QCOMPARE(lib->document(a->id)->group, lib->document(b->id)->group);
    QVERIFY(lib->remove(both->id).ok());
    QVERIFY(lib->document(a->id)->group != lib->document(b->id)->group);
}

void LibraryTest::sameAddressIsNoCopy()
{
    const auto lib = library();
    const QJsonObject csl{{QStringLiteral("URL"), QStringLiteral("https://example.org/page")}};
    const auto a = lib->add(write(QStringLiteral("a.txt"), prose(3, 30)), m_atlas);
    const auto b = lib->add(write(QStringLiteral("b.txt"), prose(4, 30)), m_atlas);
    QVERIFY(lib->setCsl(a->id, csl).ok() && lib->setCsl(b->id, csl).ok());
    QVERIFY(lib->document(a->id)->group != lib->document(b->id)->group);
}

void LibraryTest::twoLibrariesOnOneFile()
{
    const auto one = library();
    const auto two = library();
    QVERIFY(one && two);
    QVERIFY(one->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
    QCOMPARE(two->documents().size(), std::size_t(1));
    QVERIFY(two->add(write(QStringLiteral("b.txt"), "another text"), m_atlas).ok());
    QCOMPARE(one->search(QStringLiteral("another")).size(), std::size_t(1));
}

void LibraryTest::badLibrariesAreRefusedAndLeftAlone_data()
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

void LibraryTest::badLibrariesAreRefusedAndLeftAlone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const QString file = write(QStringLiteral("library.sqlite"), bytes);
    const Result<std::unique_ptr<Library>> opened = Library::open(file);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().file, file);
    QVERIFY2(opened.error().message.contains(part), qPrintable(opened.error().message));
    QCOMPARE(contents(file), bytes);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("library.sqlite")});
}

/// Twenty megabytes with one article.
void LibraryTest::makeLarge()
{
    {
        const auto lib = library();
        QVERIFY(lib->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
    }
    const auto connection = SqlConnection::open(path());
    QVERIFY((*connection)->run(QStringLiteral("INSERT INTO originals SELECT id, zeroblob(20000000) FROM documents")).ok());
}

void LibraryTest::damagedAtEveryPlaceIsRefusedOrRead()
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
void LibraryTest::damagedLargeLibraryIsRefusedOrRead()
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

void LibraryTest::damageElsewhereInALargeLibraryIsToldByVerify()
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

void LibraryTest::folderIsNoLibrary()
{
    const auto opened = Library::open(m_folder->path());
    QVERIFY(!opened.ok());
    QVERIFY(opened.error().message.contains(QStringLiteral("folder")));
}

void LibraryTest::missingFolderIsNotMade()
{
    const auto opened = Library::open(m_folder->filePath(QStringLiteral("none/library.sqlite")));
    QVERIFY(!opened.ok());
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("none"))));
}

void LibraryTest::emptyFileBecomesALibrary()
{
    write(QStringLiteral("library.sqlite"), {});
    const auto opened = Library::open(path());
    QVERIFY(opened.ok());
    QCOMPARE(opened.warnings().size(), 1);
    QVERIFY((*opened)->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
}

void LibraryTest::newerSchemaIsRefused()
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

void LibraryTest::oldIndexIsBuiltAnew()
{
    QVERIFY(library()->add(write(QStringLiteral("a.txt"), articleBytes()), m_atlas).ok());
    {
        const auto connection = SqlConnection::open(path());
        QVERIFY((*connection)->run(QStringLiteral("UPDATE meta SET value = '0' WHERE key = 'index'")).ok());
        QVERIFY((*connection)->run(QStringLiteral("DELETE FROM words")).ok());
    }
    QCOMPARE(library()->search(QStringLiteral("wagons")).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(LibraryTest)
#include "LibraryTest.moc"
