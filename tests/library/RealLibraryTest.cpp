// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Library.h"

#include "support/RealAtlas.h"

#include <QTest>

using namespace ca;

/// The library with the real articles and the real atlas.
class RealLibraryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyArticleIsItsRecord();
    void everyPassageIsExactInItsCopy();
    void namesAreFoundInAnySpelling_data();
    void namesAreFoundInAnySpelling();

private:
    std::unique_ptr<Library> m_library;
};

void RealLibraryTest::initTestCase()
{
    CA_NEED_TEST_DATA();
    Result<std::unique_ptr<Library>> opened = Library::open(QStringLiteral(":memory:"));
    QVERIFY(opened.ok());
    m_library = std::move(*opened);
    const ImportReport report = importInto(*m_library, {test::externalPath(QStringLiteral("sources"))}, *test::realAtlas());
    QVERIFY2(report.allProblems().isEmpty(), qPrintable(report.allProblems().join(u'\n')));
    QCOMPARE(report.recognised(), 5);
}

void RealLibraryTest::everyArticleIsItsRecord()
{
    for (const Document &document : m_library->documents()) {
        const Record *record = test::realAtlas()->record(document.record);
        QVERIFY2(record, qPrintable(document.fileName));
        QCOMPARE(record->custom(QStringLiteral("file")), document.fileName);
        QVERIFY(document.exact > 0);
        QCOMPARE(document.moved, 0);
    }
}

void RealLibraryTest::everyPassageIsExactInItsCopy()
{
    for (const Passage &passage : test::realAtlas()->data().passages) {
        const auto document = m_library->documentForRecord(passage.record);
        QVERIFY(document.has_value());
        QCOMPARE(findPassage(m_library->text(document->id), passage).verdict, Verdict::Exact);
    }
}

void RealLibraryTest::namesAreFoundInAnySpelling_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"zengezur", "Zəngəzur", "Зангезур", "naxcivan", "Нахчыван", "aliev"})
        QTest::newRow(words) << QString::fromUtf8(words);
}

void RealLibraryTest::namesAreFoundInAnySpelling()
{
    QFETCH(QString, words);
    const std::vector<SearchHit> hits = m_library->search(words);
    QVERIFY(!hits.empty());
    for (const SearchHit &hit : hits) {
        QVERIFY(hit.offset >= 0);
        QVERIFY(!hit.snippet.isEmpty());
    }
}

QTEST_GUILESS_MAIN(RealLibraryTest)
#include "RealLibraryTest.moc"
