// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibraryFolder.h"
#include "document/TextExtractor.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace ca;
using namespace ca::test;

/// What the library keeps and finds.
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
    void nearCopiesAreOneGroup();
    void groupsPartWhenTheirLinkGoes();
    void sameAddressIsNoCopy();

private:
    QString write(const QString &name, const QByteArray &bytes) const { return m_folder->write(name, bytes); }
    [[nodiscard]] QString path() const { return m_folder->path(); }
    [[nodiscard]] std::unique_ptr<Library> library() const { return m_folder->library(); }
    [[nodiscard]] static QByteArray articleBytes() { return LibraryFolder::articleBytes(); }

    std::unique_ptr<LibraryFolder> m_folder;
    Atlas m_atlas = smallAtlas();
};

void LibraryTest::init()
{
    m_folder = std::make_unique<LibraryFolder>();
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
    QVERIFY(lib->add(m_folder->folderPath(), m_atlas).error().message.contains(QStringLiteral("folder")));
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

QTEST_GUILESS_MAIN(LibraryTest)
#include "LibraryTest.moc"
