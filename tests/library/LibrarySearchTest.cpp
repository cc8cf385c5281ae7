// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibrarySearch.h"

#include "library/Library.h"
#include "library/ShadowText.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace ca;

class LibrarySearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void wordsAreRunsOfLetters();
    void findsEverySpelling_data();
    void findsEverySpelling();
    void offsetsDoNotDrift_data();
    void offsetsDoNotDrift();
    void allWordsMustOccur();
    void aWordMayBeTheBeginning();
    void onlyNamesSoundAlike();
    void bestFirst();
    void snippetIsOfThePlace();
    void nothingInAQueryIsSyntax_data();
    void nothingInAQueryIsSyntax();
    void limitIsKept();

private:
    [[nodiscard]] QStringList titles(const QString &words, int limit = 50) const
    {
        QStringList out;
        for (const SearchHit &hit : m_library->search(words, limit))
            out << hit.title;
        return out;
    }
    QTemporaryDir m_folder;
    std::unique_ptr<Library> m_library;
};

void LibrarySearchTest::initTestCase()
{
    Result<std::unique_ptr<Library>> opened = Library::open(QStringLiteral(":memory:"));
    QVERIFY(opened.ok());
    m_library = std::move(*opened);
    const QList<std::pair<const char *, const char *>> texts{
        {"az", "Bir xəbər\nYol Zəngəzur dağlarından keçir, İRƏVAN isə uzaqdadır."},
        {"en", "A report\nNobody knows when the Zangezur line will open; the wagons wait."},
        {"ru", "Заметка\nДорога через Зангезур пока закрыта."},
        {"hy", "Լուր\nՃանապարհը Զանգեզուր տանող փակ է։"},
        {"ka", "ცნობა\nმატარებელი ფოთში დგას."},
        {"gas", "Fuel\nThe gas was led by pipe. Gas, gas and more gas: Zürnək sends it."},
        {"port", "Harbour\nA port has gas in one tank. The lad sang of the old pier, and a railway."},
    };
    for (const auto &[name, text] : texts) {
        QFile file(m_folder.filePath(QString::fromLatin1(name) + QStringLiteral(".txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(m_library->add(file.fileName(), Atlas(AtlasData())).ok());
    }
}

void LibrarySearchTest::wordsAreRunsOfLetters()
{
    const QString text = QString::fromUtf8(" Baku-Tbilisi's 2nd line,\u00a0car\u00adries e\u0301t\u0435 ");
    QStringList words;
    for (const TextRange &word : shadowWords(text))
        words << text.mid(word.start, word.length);
    QCOMPARE(words, (QStringList{QStringLiteral("Baku"), QStringLiteral("Tbilisi"), QStringLiteral("s"), QStringLiteral("2nd"),
                                 QStringLiteral("line"), QString::fromUtf8("car\u00adries"), QString::fromUtf8("e\u0301t\u0435")}));
    QVERIFY(shadowWords(QString()).empty());
}

void LibrarySearchTest::findsEverySpelling_data()
{
    QTest::addColumn<QString>("words");
    for (const char *spelling : {"zengezur", "Zəngəzur", "Zangezur", "ZANGEZUR", "Зангезур", "Զանգեզուր", "zangezour"})
        QTest::newRow(spelling) << QString::fromUtf8(spelling);
}

void LibrarySearchTest::findsEverySpelling()
{
    QFETCH(QString, words);
    QStringList found = titles(words);
    found.sort();
    QStringList expected{QString::fromUtf8("Bir xəbər"), QStringLiteral("A report"), QString::fromUtf8("Заметка"), QString::fromUtf8("Լուր")};
    expected.sort();
    QCOMPARE(found, expected);
}

void LibrarySearchTest::offsetsDoNotDrift_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("stands");
    QTest::newRow("as spelled") << QStringLiteral("wagons") << QStringLiteral("wagons");
    QTest::newRow("after letters that fold to two") << QStringLiteral("irevan") << QString::fromUtf8("İRƏVAN");
    QTest::newRow("after that one") << QStringLiteral("uzaqdadir") << QString::fromUtf8("uzaqdadır");
    QTest::newRow("sounds alike") << QStringLiteral("zurnak") << QString::fromUtf8("Zürnək");
    QTest::newRow("Georgian") << QStringLiteral("potshi") << QString::fromUtf8("ფოთში");
    QTest::newRow("Armenian") << QString::fromUtf8("տանող") << QString::fromUtf8("տանող");
}

void LibrarySearchTest::offsetsDoNotDrift()
{
    QFETCH(QString, words);
    QFETCH(QString, stands);
    const std::vector<SearchHit> hits = m_library->search(words);
    QCOMPARE(hits.size(), std::size_t(1));
    const QString text = m_library->text(hits[0].id.toLongLong()).text;
    QCOMPARE(text.mid(hits[0].offset, stands.size()), stands);
}

void LibrarySearchTest::allWordsMustOccur()
{
    QCOMPARE(titles(QStringLiteral("gas tank")), QStringList{QStringLiteral("Harbour")});
    QVERIFY(titles(QStringLiteral("gas wagons")).isEmpty());
}

void LibrarySearchTest::aWordMayBeTheBeginning()
{
    QCOMPARE(titles(QStringLiteral("rail")), QStringList{QStringLiteral("Harbour")});
    QVERIFY(titles(QStringLiteral("way")).isEmpty());
}

void LibrarySearchTest::onlyNamesSoundAlike()
{
    QCOMPARE(titles(QStringLiteral("led")), QStringList{QStringLiteral("Fuel")});      // not: lad
    QCOMPARE(titles(QStringLiteral("sang")), QStringList{QStringLiteral("Harbour")});
    QVERIFY(titles(QStringLiteral("seng")).isEmpty());
}

void LibrarySearchTest::bestFirst()
{
    QCOMPARE(titles(QStringLiteral("gas")), (QStringList{QStringLiteral("Fuel"), QStringLiteral("Harbour")}));
    QCOMPARE(titles(QStringLiteral("harbour")), QStringList{QStringLiteral("Harbour")});
}

void LibrarySearchTest::snippetIsOfThePlace()
{
    const SearchHit hit = m_library->search(QStringLiteral("tank")).front();
    QCOMPARE(hit.kind, SearchHit::Kind::Document);
    QVERIFY(hit.snippet.contains(QStringLiteral("tank")));
    QVERIFY(!hit.snippet.contains(u'\n'));
    QVERIFY(hit.snippet.size() <= 165);
}

void LibrarySearchTest::nothingInAQueryIsSyntax_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"\"", "wagons\"", "*", "wagons*", "(wagons", "wagons)", "wagons AND", "NOT", "OR", "NEAR(wagons wait)",
                              "body:wagons", "^wagons", "wagons -wait", "wagons + wait", "{body} : wagons", "'", "wagons;--", "\\", "%", "\x01"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void LibrarySearchTest::nothingInAQueryIsSyntax()
{
    QFETCH(QString, words);
    const bool holdsWord = words.contains(QStringLiteral("wagons")) && !words.contains(QStringLiteral("body"))
        && !words.contains(QStringLiteral("AND")) && !words.contains(QStringLiteral("NEAR"));
    // A failed query is logged as a warning: none may be.
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QCOMPARE(titles(words), holdsWord ? QStringList{QStringLiteral("A report")} : QStringList());
}

void LibrarySearchTest::limitIsKept()
{
    QCOMPARE(titles(QStringLiteral("zengezur"), 2).size(), 2);
    QVERIFY(titles(QStringLiteral("zengezur"), 0).isEmpty());
    QVERIFY(titles(QString()).isEmpty());
    QVERIFY(titles(QStringLiteral(" ,.- ")).isEmpty());
}

QTEST_GUILESS_MAIN(LibrarySearchTest)
#include "LibrarySearchTest.moc"
