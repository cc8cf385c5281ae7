// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomText.h"
#include "citation/BibTex.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace ca;

class BibTexTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void escapesWhatTexTakesForItself();
    void biblatexEntry();
    void classicEntry();
    void institutionsAndParticles();
    void approximateDates();
    void keysAreUnique();
    void keysOfOtherScripts();
    void lossesAreReported();
    void sameLossesShareOneLine();
    void randomItemsGiveBalancedEntries();
};

namespace {

QJsonObject item(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QString bib(const char *json, bibtex::Dialect dialect = bibtex::Dialect::BibLaTeX)
{
    return QString::fromUtf8(*bibtex::write({item(json)}, dialect));
}

/// Entries as BibTeX's scanner sees them: "@type{" up to the brace that closes it, braces counted whether escaped or
/// not. -1 where one never closes or something stands between entries.
int entriesIn(const QString &text)
{
    int entries = 0, depth = 0;
    for (const QChar c : text) {
        if (c == u'{')
            entries += depth++ == 0;
        else if (c == u'}' && --depth < 0)
            return -1;
    }
    return depth == 0 ? entries : -1;
}

} // namespace

void BibTexTest::escapesWhatTexTakesForItself()
{
    QCOMPARE(bibtex::escaped(QStringLiteral("50 % of $5 & #1_a {b} ~c^d\\e \"f\"")),
             QStringLiteral("50 \\% of \\$5 \\& \\#1\\_a \\textbraceleft{}b\\textbraceright{} \\textasciitilde{}c\\textasciicircum{}d"
                            "\\textbackslash{}e \"f\""));
    QCOMPARE(bibtex::escaped(QStringLiteral("a\r\n b\tc\u2028d")), QStringLiteral("a b c d"));
    QCOMPARE(bibtex::escaped(QStringLiteral("Zəngəzur Зангезур")), QStringLiteral("Zəngəzur Зангезур"));
}

void BibTexTest::biblatexEntry()
{
    const char *json = R"({"id":"n1","type":"article-newspaper","author":[{"family":"Moreau","given":"Anna"},{"family":"Kiraz","given":"Ali"}],
                     "title":"Rails & Borders","container-title":"The Daily Ledger","issued":{"date-parts":[[2025,11,13]]},
                     "URL":"https://example.org/a_b?x=1&y=%20","language":"en","page":"A4"})";
    QCOMPARE(bib(json),
             QStringLiteral("@article{moreau2025rails,\n"
                            "  author = {Moreau, Anna and Kiraz, Ali},\n"
                            "  title = {{Rails \\& Borders}},\n"
                            "  journaltitle = {The Daily Ledger},\n"
                            "  entrysubtype = {newspaper},\n"
                            "  date = {2025-11-13},\n"
                            "  pages = {A4},\n"
                            "  langid = {english},\n"
                            "  language = {en},\n"
                            "  url = {https://example.org/a_b?x=1&y=%20},\n"
                            "}\n"));
}

void BibTexTest::classicEntry()
{
    const char *json = R"({"id":"w","type":"webpage","title":"Track laid","publisher":"Rail News","issued":{"date-parts":[[2026,1,5]]},
                     "URL":"https://example.org/t"})";
    QCOMPARE(bib(json, bibtex::Dialect::BibTeX),
             QStringLiteral("@misc{railnews2026track,\n"
                            "  title = {{Track laid}},\n"
                            "  publisher = {Rail News},\n"
                            "  year = {2026},\n"
                            "  month = jan,\n"
                            "  url = {https://example.org/t},\n"
                            "}\n"));
}

void BibTexTest::institutionsAndParticles()
{
    const QString text = bib(R"({"id":"x","type":"book","author":[{"literal":"Roads and Rails, Ltd"},
        {"family":"Berg","given":"Vera","non-dropping-particle":"van den"},{"family":"King","given":"M.","suffix":"Jr."},
        {"family":"Garcia Lopez","given":"Ana"}],"title":"T"})");
    QVERIFY2(text.contains(QLatin1String("author = {{Roads and Rails, Ltd} and van den Berg, Vera and King, Jr., M. and {Garcia Lopez}, Ana}")),
             qPrintable(text));
}

void BibTexTest::approximateDates()
{
    QVERIFY(bib(R"({"id":"x","type":"webpage","issued":{"date-parts":[[2026,1],[2026,2]],"circa":true}})").contains(QLatin1String("date = {2026-01~/2026-02~}")));
    QVERIFY(bib(R"({"id":"x","type":"webpage","issued":{"date-parts":[[2026]],"season":2}})").contains(QLatin1String("date = {2026-22}")));
    QVERIFY(bib(R"({"id":"x","type":"webpage","issued":{"date-parts":[[2026,1]],"circa":true}})", bibtex::Dialect::BibTeX).contains(QLatin1String("year = {ca. 2026}")));
}

void BibTexTest::keysAreUnique()
{
    const QJsonObject one = item(R"({"id":"x","author":[{"family":"Moreau"}],"title":"The Rails","issued":{"date-parts":[[2025]]}})");
    const std::vector<QJsonObject> items(60, one);
    const QStringList keys = bibtex::keys(items);
    QCOMPARE(keys[0], QStringLiteral("moreau2025rails"));
    QCOMPARE(keys[1], QStringLiteral("moreau2025brails"));
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), 60);
}

void BibTexTest::keysOfOtherScripts()
{
    const QStringList keys = bibtex::keys({item(R"({"id":"x","author":[{"family":"Սարգսյան"}],"title":"Զանգեզուր"})"),
                                           item(R"({"id":"y","author":[{"family":"漢字"}],"title":"漢字"})"), item("{}")});
    static const QRegularExpression plain(QStringLiteral("^[a-z0-9]+$"));
    for (const QString &key : keys)
        QVERIFY2(plain.match(key).hasMatch(), qPrintable(key));
    QVERIFY2(keys[0].contains(QLatin1String("sargs")), qPrintable(keys[0]));
    QCOMPARE(keys[1], QStringLiteral("ynd"));
}

void BibTexTest::lossesAreReported()
{
    const auto text = bibtex::write({item(R"({"id":"x","type":"webpage","section":"Opinion","custom":{"a":1},"title":"T"})")});
    QCOMPARE(text.warnings(), QStringList{QStringLiteral("x: biblatex cannot hold custom, section")});
    QVERIFY(bibtex::write({item(R"({"id":"x","type":"book","title":"T"})")}).warnings().isEmpty());
}

/// A bibliography of hundreds does not end in hundreds of remarks.
void BibTexTest::sameLossesShareOneLine()
{
    std::vector<QJsonObject> items{item(R"({"id":"odd","type":"webpage","section":"Opinion","custom":{"a":1},"title":"T"})")};
    for (int i = 1; i <= 5; ++i) {
        QJsonObject same = item(R"({"type":"webpage","custom":{"a":1},"title":"T"})");
        same.insert(QStringLiteral("id"), QStringLiteral("s%1").arg(i));
        items.push_back(same);
    }
    QCOMPARE(bibtex::write(items).warnings(), (QStringList{QStringLiteral("odd: biblatex cannot hold custom, section"),
                                                           QStringLiteral("s1, s2, s3 and 2 more: biblatex cannot hold custom")}));
}

void BibTexTest::randomItemsGiveBalancedEntries()
{
    QRandomGenerator random(2);
    const QStringList types{QStringLiteral("webpage"), QStringLiteral("article-newspaper"), QStringLiteral("book"), QStringLiteral("chapter"),
                            QStringLiteral("report"), QStringLiteral("x")};
    for (int round = 0; round < 1500; ++round) {
        const auto text = [&random] { return test::randomText(random, 12, true); };
        QJsonObject csl{{QStringLiteral("id"), text()}, {QStringLiteral("type"), types[random.bounded(int(types.size()))]},
                        {QStringLiteral("title"), text()}, {QStringLiteral("container-title"), text()}, {QStringLiteral("publisher"), text()},
                        {QStringLiteral("URL"), text()}, {QStringLiteral("DOI"), text()}, {QStringLiteral("note"), text()},
                        {QStringLiteral("page"), text()}, {QStringLiteral("language"), text()},
                        {QStringLiteral("issued"), QJsonObject{{QStringLiteral("literal"), text()}}},
                        {QStringLiteral("author"), QJsonArray{QJsonObject{{QStringLiteral("family"), text()}, {QStringLiteral("given"), text()},
                                                                          {QStringLiteral("suffix"), text()}},
                                                              QJsonObject{{QStringLiteral("literal"), text()}}}}};
        for (const auto dialect : {bibtex::Dialect::BibLaTeX, bibtex::Dialect::BibTeX}) {
            const QString written = QString::fromUtf8(*bibtex::write({csl, csl, {}}, dialect));
            QCOMPARE(entriesIn(written), 3);
            static const QRegularExpression line(QStringLiteral("^(?:@[a-z]+\\{[a-z0-9]+,|  [a-z]+ = .*,|\\}|)$"));
            for (const QString &one : written.split(u'\n'))
                QVERIFY2(line.match(one).hasMatch(), qPrintable(one));
        }
    }
}

QTEST_GUILESS_MAIN(BibTexTest)
#include "BibTexTest.moc"
