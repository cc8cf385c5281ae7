// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/CitationFormat.h"
#include "citation/CslJson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace ca;

/// Golden text: what an editor with the two manuals at hand would print.
class CitationFormatTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void styles_data();
    void styles();
    void locators_data();
    void locators();
    void chicagoPutsTheLocatorBeforeTheAddress();
    void journalPageStandsForTheRange();
    void accessedOnlyWhereItIsGivenOrTheWorkUndated();
    void htmlHasItalicsAndEscapes();
    void onlyWebAddressesBecomeLinks();
    void linkCanBeLeftOut();
    void inTextCitations();
    void manyAuthorsInApa();
    void everyBundledRecordIsCited();
};

namespace {

QJsonObject item(const char *json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        qFatal("test item: %s at %d", qPrintable(problem.errorString()), problem.offset);
    return document.object();
}

} // namespace

void CitationFormatTest::styles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("chicago");
    QTest::addColumn<QString>("apa");

    QTest::newRow("newspaper, one author")
        << QByteArray(R"({"type":"article-newspaper","author":[{"family":"Moreau","given":"Anna Lise"}],"title":"Rails to the Border",
            "container-title":"The Daily Ledger","issued":{"date-parts":[[2025,11,13]]},"URL":"https://example.org/rails"})")
        << QStringLiteral("Anna Lise Moreau, “Rails to the Border,” The Daily Ledger, November 13, 2025, https://example.org/rails.")
        << QStringLiteral("Moreau, A. L. (2025, November 13). Rails to the Border. The Daily Ledger. https://example.org/rails");
    QTest::newRow("newspaper with section")
        << QByteArray(R"({"type":"article-newspaper","author":[{"family":"Moreau","given":"Anna"}],"title":"Rails","section":"Opinion",
            "container-title":"The Daily Ledger","issued":{"date-parts":[["2025","11","3"]]}})")
        << QStringLiteral("Anna Moreau, “Rails,” Opinion, The Daily Ledger, November 3, 2025.")
        << QStringLiteral("Moreau, A. (2025, November 3). Rails. The Daily Ledger.");
    QTest::newRow("magazine, two authors, month only")
        << QByteArray(R"({"type":"article-magazine","author":[{"family":"Moreau","given":"Anna"},{"family":"Kiraz","given":"Jean-Paul"}],
            "title":"Who Pays?","container-title":"Wagon","issued":{"date-parts":[[2026,1]]}})")
        << QStringLiteral("Anna Moreau and Jean-Paul Kiraz, “Who Pays?,” Wagon, January 2026.")
        << QStringLiteral("Moreau, A., & Kiraz, J.-P. (2026, January). Who Pays? Wagon.");
    QTest::newRow("journal, three authors, DOI before URL")
        << QByteArray(R"({"type":"article-journal","author":[{"family":"Aras","given":"B."},{"family":"Berg","given":"C.D."},{"family":"Chu","given":"E"}],
            "title":"Gauge and Trade","container-title":"Transit Studies","volume":12,"issue":"3","page":"45-67",
            "issued":{"date-parts":[[2024]],"season":1},"DOI":"10.1000/abc.1","URL":"https://example.org/x"})")
        << QStringLiteral("B. Aras et al., “Gauge and Trade,” Transit Studies 12, no. 3 (Spring 2024): 45–67, https://doi.org/10.1000/abc.1.")
        << QStringLiteral("Aras, B., Berg, C. D., & Chu, E. (2024). Gauge and Trade. Transit Studies, 12(3), 45–67. https://doi.org/10.1000/abc.1");
    QTest::newRow("book with edition and suffix")
        << QByteArray(R"({"type":"book","author":[{"family":"King","given":"Martin","suffix":"Jr."}],"title":"Lines on Maps","edition":"2",
            "publisher":"Ford Press","publisher-place":"London","issued":{"date-parts":[[2019,5]]}})")
        << QStringLiteral("Martin King Jr., Lines on Maps, 2nd ed. (Ford Press, 2019).")
        << QStringLiteral("King, M., Jr. (2019). Lines on Maps (2nd ed.). Ford Press.");
    QTest::newRow("edited book")
        << QByteArray(R"({"type":"book","editor":[{"family":"Adler","given":"Kim"},{"family":"Boz","given":"Ali"}],"title":"Ports",
            "publisher":"Ford Press","issued":{"date-parts":[[2020]]}})")
        << QStringLiteral("Kim Adler and Ali Boz, eds., Ports (Ford Press, 2020).")
        << QStringLiteral("Adler, K., & Boz, A. (Eds.). (2020). Ports. Ford Press.");
    QTest::newRow("chapter")
        << QByteArray(R"({"type":"chapter","author":[{"family":"Berg","given":"Vera","non-dropping-particle":"van den"}],"title":"Ferries",
            "container-title":"Ports","editor":[{"family":"Adler","given":"Kim"}],"page":"10-20","publisher":"Ford Press",
            "issued":{"date-parts":[[2020]]}})")
        << QStringLiteral("Vera van den Berg, “Ferries,” in Ports, ed. Kim Adler (Ford Press, 2020).")
        << QStringLiteral("van den Berg, V. (2020). Ferries. In K. Adler (Ed.), Ports (pp. 10–20). Ford Press.");
    QTest::newRow("report of an institution")
        << QByteArray(R"({"type":"report","author":[{"literal":"Transport Board"}],"title":"Wagons in Transit","genre":"Report","number":"7",
            "publisher":"Transport Board","issued":{"date-parts":[[2026,2,10]]},"URL":"https://example.org/r"})")
        << QStringLiteral("Transport Board, Wagons in Transit, Report 7 (February 10, 2026), https://example.org/r.")
        << QStringLiteral("Transport Board. (2026, February 10). Wagons in Transit (Report No. 7). https://example.org/r");
    QTest::newRow("dropping particle and apostrophe")
        << QByteArray(R"({"type":"post-weblog","author":[{"family":"Humboldt","given":"Alexander","dropping-particle":"von"},
            {"family":"Artagnan","given":"Charles","non-dropping-particle":"d’"}],"title":"Notes","container-title":"Slow Trains",
            "issued":{"date-parts":[[2023,7,1]]},"URL":"https://example.org/b"})")
        << QStringLiteral("Alexander von Humboldt and Charles d’Artagnan, “Notes,” Slow Trains (blog), July 1, 2023, https://example.org/b.")
        << QStringLiteral("Humboldt, A. von, & d’Artagnan, C. (2023, July 1). Notes. Slow Trains. https://example.org/b");
    QTest::newRow("web page without author")
        << QByteArray(R"({"type":"webpage","title":"Track laid","publisher":"Rail News","issued":{"date-parts":[[2026,1]],"circa":true},
            "URL":"https://example.org/t"})")
        << QStringLiteral("“Track laid,” Rail News, ca. January 2026, https://example.org/t.")
        << QStringLiteral("Track laid. (ca. 2026, January). Rail News. https://example.org/t");
    QTest::newRow("web page with site and publisher")
        << QByteArray(R"({"type":"webpage","title":"Track laid","container-title":"Track Watch","publisher":"Rail News",
            "issued":{"date-parts":[[2026]]}})")
        << QStringLiteral("“Track laid,” Track Watch, Rail News, 2026.")
        << QStringLiteral("Track laid. (2026). Track Watch. Rail News.");
    QTest::newRow("only publisher, date and address")
        << QByteArray(R"({"type":"webpage","publisher":"Rail News","issued":{"date-parts":[[2026,1]]},"URL":"https://example.org/t"})")
        << QStringLiteral("Rail News, January 2026, https://example.org/t.")
        << QStringLiteral("Rail News. (2026, January). [Web page]. https://example.org/t");
    QTest::newRow("author but no title")
        << QByteArray(R"({"type":"article-newspaper","author":[{"family":"Moreau","given":"Anna"}],"container-title":"The Daily Ledger",
            "issued":{"date-parts":[[2025,11,13]]},"custom":{"title_note":"no headline in the file"}})")
        << QStringLiteral("Anna Moreau, [title not known], The Daily Ledger, November 13, 2025.")
        << QStringLiteral("Moreau, A. (2025, November 13). [Newspaper article]. The Daily Ledger.");
    QTest::newRow("described instead of titled, undated")
        << QByteArray(R"({"type":"document","publisher":"Pipes","custom":{"description":"statement of an official"}})")
        << QStringLiteral("Statement of an official, Pipes, n.d.")
        << QStringLiteral("[Statement of an official]. (n.d.). Pipes.");
    QTest::newRow("copy of another's text")
        << QByteArray(R"({"type":"webpage","publisher":"Mirror Site","issued":{"date-parts":[[2026,3,4]]},"custom":{"copy_of":"Agency X"}})")
        << QStringLiteral("Mirror Site, copy of Agency X, March 4, 2026.")
        << QStringLiteral("Mirror Site. (2026, March 4). [Web page] [Copy of Agency X].");
    QTest::newRow("range of months")
        << QByteArray(R"({"type":"webpage","publisher":"Rail News","issued":{"date-parts":[[2026,1],[2026,2]],"circa":true}})")
        << QStringLiteral("Rail News, ca. January–February 2026.")
        << QStringLiteral("Rail News. (ca. 2026, January–February). [Web page].");
    QTest::newRow("range of days and of years")
        << QByteArray(R"({"type":"webpage","publisher":"Rail News","issued":{"date-parts":[[2025,12,30],[2026,1,2]]}})")
        << QStringLiteral("Rail News, December 30, 2025–January 2, 2026.")
        << QStringLiteral("Rail News. (2025, December 30–2026, January 2). [Web page].");
    QTest::newRow("range within a month")
        << QByteArray(R"({"type":"webpage","publisher":"Rail News","issued":{"date-parts":[[2025,11,10],[2025,11,12]]}})")
        << QStringLiteral("Rail News, November 10–12, 2025.")
        << QStringLiteral("Rail News. (2025, November 10–12). [Web page].");
    QTest::newRow("date in words")
        << QByteArray(R"({"type":"webpage","publisher":"Rail News","issued":{"literal":"before the war"}})")
        << QStringLiteral("Rail News, before the war.")
        << QStringLiteral("Rail News. (before the war). [Web page].");
    QTest::newRow("impossible month")
        << QByteArray(R"({"type":"webpage","publisher":"Rail News","issued":{"date-parts":[[2025,13,40]]}})")
        << QStringLiteral("Rail News, 2025.")
        << QStringLiteral("Rail News. (2025). [Web page].");
    QTest::newRow("quotation marks in the title")
        << QByteArray(R"({"type":"webpage","title":"They call it “the Route”","publisher":"Rail News","issued":{"date-parts":[[2025]]}})")
        << QStringLiteral("“They call it ‘the Route,’” Rail News, 2025.")
        << QStringLiteral("They call it “the Route.” (2025). Rail News.");
    QTest::newRow("other scripts stay")
        << QByteArray(R"({"type":"webpage","author":[{"family":"Սարգսյան","given":"Անի"}],"title":"Զանգեզուր","publisher":"Կայք",
            "language":"hy","issued":{"date-parts":[[2025,8,8]]}})")
        << QStringLiteral("Անի Սարգսյան, “Զանգեզուր,” Կայք, August 8, 2025.")
        << QStringLiteral("Սարգսյան, Ա. (2025, August 8). Զանգեզուր. Կայք.");
    QTest::newRow("site is the author")
        << QByteArray(R"({"type":"webpage","author":[{"literal":"Rail News"}],"title":"About","container-title":"Rail News",
            "issued":{"date-parts":[[2025]]}})")
        << QStringLiteral("Rail News, “About,” 2025.")
        << QStringLiteral("Rail News. (2025). About.");
    QTest::newRow("data set")
        << QByteArray(R"({"type":"dataset","title":"Tracks of the World","publisher":"Track Monitor","URL":"https://example.org/d"})")
        << QStringLiteral("Tracks of the World (Track Monitor, n.d.), https://example.org/d.")
        << QStringLiteral("Tracks of the World. (n.d.). Track Monitor. https://example.org/d");
    QTest::newRow("nothing at all")
        << QByteArray("{}") << QStringLiteral("[Title not known], n.d.") << QStringLiteral("[Document]. (n.d.).");
    QTest::newRow("wrong types of members")
        << QByteArray(R"({"type":7,"title":["x"],"author":"Nobody","issued":[2025],"publisher":{"a":1},"URL":false})")
        << QStringLiteral("[Title not known], n.d.") << QStringLiteral("[Document]. (n.d.).");
}

void CitationFormatTest::styles()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, chicago);
    QFETCH(QString, apa);
    const QJsonObject csl = item(json.constData());
    QCOMPARE(citationformat::chicagoNote(csl).plainText(), chicago);
    QCOMPARE(citationformat::apaReference(csl).plainText(), apa);
}

void CitationFormatTest::locators_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << int(Locator::Kind::None) << QStringLiteral("4") << QString();
    QTest::newRow("empty") << int(Locator::Kind::Page) << QStringLiteral(" ") << QString();
    QTest::newRow("page") << int(Locator::Kind::Page) << QStringLiteral("45") << QStringLiteral("p. 45");
    QTest::newRow("pages") << int(Locator::Kind::Page) << QStringLiteral("45-46") << QStringLiteral("pp. 45–46");
    QTest::newRow("newspaper page") << int(Locator::Kind::Page) << QStringLiteral("A-1") << QStringLiteral("p. A-1");
    QTest::newRow("paragraph") << int(Locator::Kind::Paragraph) << QStringLiteral("4") << QStringLiteral("para. 4");
    QTest::newRow("paragraphs") << int(Locator::Kind::Paragraph) << QStringLiteral("4 -- 6") << QStringLiteral("paras. 4–6");
}

void CitationFormatTest::locators()
{
    QFETCH(int, kind);
    QFETCH(QString, value);
    QFETCH(QString, text);
    QCOMPARE(citationformat::locatorText({Locator::Kind(kind), value}), text);
}

void CitationFormatTest::chicagoPutsTheLocatorBeforeTheAddress()
{
    const QJsonObject csl = item(R"({"type":"webpage","title":"Track laid","publisher":"Rail News","issued":{"date-parts":[[2026,1,5]]},
                                     "URL":"https://example.org/t"})");
    const CitationOptions options{{Locator::Kind::Paragraph, QStringLiteral("4")}, QStringLiteral("2026-02-03"), true};
    QCOMPARE(citationformat::chicagoNote(csl, options).plainText(),
             QStringLiteral("“Track laid,” Rail News, January 5, 2026, para. 4, accessed February 3, 2026, https://example.org/t."));
    QCOMPARE(citationformat::apaReference(csl, options).plainText(),
             QStringLiteral("Track laid. (2026, January 5). Rail News. Retrieved February 3, 2026, from https://example.org/t"));
}

void CitationFormatTest::journalPageStandsForTheRange()
{
    const QJsonObject csl = item(R"({"type":"article-journal","title":"Gauge","container-title":"Transit Studies","volume":"12","page":"45-67",
                                     "issued":{"date-parts":[[2024]]}})");
    QCOMPARE(citationformat::chicagoNote(csl, {{Locator::Kind::Page, QStringLiteral("50")}, {}, true}).plainText(),
             QStringLiteral("“Gauge,” Transit Studies 12 (2024): 50."));
}

void CitationFormatTest::accessedOnlyWhereItIsGivenOrTheWorkUndated()
{
    QJsonObject csl = item(R"({"type":"webpage","title":"T","publisher":"P","issued":{"date-parts":[[2026]]},
                               "accessed":{"date-parts":[[2026,2,3]]},"URL":"https://example.org/t"})");
    QCOMPARE(citationformat::chicagoNote(csl).plainText(), QStringLiteral("“T,” P, 2026, https://example.org/t."));
    csl.remove(QStringLiteral("issued"));
    QCOMPARE(citationformat::chicagoNote(csl).plainText(),
             QStringLiteral("“T,” P, n.d., accessed February 3, 2026, https://example.org/t."));
    QCOMPARE(citationformat::apaReference(csl).plainText(),
             QStringLiteral("T. (n.d.). P. Retrieved February 3, 2026, from https://example.org/t"));
    // Words that are no date are not passed on as one.
    QCOMPARE(citationformat::chicagoNote(csl, {{}, QStringLiteral("2026-02-31"), true}).plainText(),
             QStringLiteral("“T,” P, n.d., https://example.org/t."));
}

void CitationFormatTest::htmlHasItalicsAndEscapes()
{
    const QJsonObject csl = item(R"({"type":"article-newspaper","title":"A & B < C","container-title":"The \"Ledger\" & Co",
                                     "issued":{"date-parts":[[2025]]},"URL":"https://example.org/?a=1&b=2"})");
    QCOMPARE(citationformat::chicagoNote(csl).html(),
             QStringLiteral("“A &amp; B &lt; C,” <i>The &quot;Ledger&quot; &amp; Co</i>, 2025, "
                            "<a href=\"https://example.org/?a=1&amp;b=2\">https://example.org/?a=1&amp;b=2</a>."));
    QCOMPARE(citationformat::apaReference(csl).html(),
             QStringLiteral("A &amp; B &lt; C. (2025). <i>The &quot;Ledger&quot; &amp; Co</i>. "
                            "<a href=\"https://example.org/?a=1&amp;b=2\">https://example.org/?a=1&amp;b=2</a>"));
}

void CitationFormatTest::onlyWebAddressesBecomeLinks()
{
    for (const char *address : {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https:", "//example.org", "not an address"}) {
        QJsonObject csl{{QStringLiteral("type"), QStringLiteral("webpage")}, {QStringLiteral("publisher"), QStringLiteral("P")},
                        {QStringLiteral("URL"), QLatin1String(address)}};
        QVERIFY2(!citationformat::chicagoNote(csl).html().contains(QLatin1String("<a ")), address);
        QVERIFY2(!citationformat::apaReference(csl).html().contains(QLatin1String("<a ")), address);
    }
}

void CitationFormatTest::linkCanBeLeftOut()
{
    const QJsonObject csl = item(R"({"type":"webpage","publisher":"P","issued":{"date-parts":[[2026]]},"URL":"https://example.org/t"})");
    CitationOptions options;
    options.link = false;
    QCOMPARE(citationformat::chicagoNote(csl, options).plainText(), QStringLiteral("P, 2026."));
    QCOMPARE(citationformat::apaReference(csl, options).plainText(), QStringLiteral("P. (2026). [Web page]."));
}

void CitationFormatTest::inTextCitations()
{
    const Locator fourth{Locator::Kind::Paragraph, QStringLiteral("4")};
    QCOMPARE(citationformat::apaInText(item(R"({"author":[{"family":"Moreau","given":"A"},{"family":"Kiraz"}],"issued":{"date-parts":[[2025]]}})"), fourth),
             QStringLiteral("(Moreau & Kiraz, 2025, para. 4)"));
    QCOMPARE(citationformat::apaInText(item(R"({"author":[{"family":"A"},{"family":"B"},{"family":"C"}]})")), QStringLiteral("(A et al., n.d.)"));
    QCOMPARE(citationformat::apaInText(item(R"({"title":"Track laid","issued":{"date-parts":[[2026]],"circa":1}})")),
             QStringLiteral("(“Track laid,” ca. 2026)"));
    QCOMPARE(citationformat::apaInText(item(R"({"publisher":"Rail News"})")), QStringLiteral("(Rail News, n.d.)"));
}

void CitationFormatTest::manyAuthorsInApa()
{
    QJsonArray authors;
    for (int i = 1; i <= 22; ++i)
        authors.append(QJsonObject{{QStringLiteral("family"), QStringLiteral("N%1").arg(i)}, {QStringLiteral("given"), QStringLiteral("X")}});
    const QJsonObject csl{{QStringLiteral("type"), QStringLiteral("book")}, {QStringLiteral("title"), QStringLiteral("T")},
                          {QStringLiteral("author"), authors}};
    const QString text = citationformat::apaReference(csl).plainText();
    QVERIFY2(text.contains(QLatin1String("N19, X., . . . N22, X. (n.d.)")), qPrintable(text));
    QVERIFY(!text.contains(QLatin1String("N20")));
}

void CitationFormatTest::everyBundledRecordIsCited()
{
    QFile file(QStringLiteral(CA_RECORDS));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto items = csljson::read(file.readAll());
    QVERIFY(items);
    QVERIFY(items->size() > 100);
    for (const QJsonObject &csl : *items) {
        const QString id = csl.value(QLatin1String("id")).toString();
        const QString note = citationformat::chicagoNote(csl).plainText(), entry = citationformat::apaReference(csl).plainText();
        QVERIFY2(note.endsWith(u'.') && note.size() > 10 && entry.size() > 10, qPrintable(id));
        for (const QString &text : {note, entry}) {
            for (const char *fault : {"..", ",,", ", ,", "  ", "( ", " )", "()", "“”", ",.", ".,\""})
                QVERIFY2(!text.contains(QLatin1String(fault)), qPrintable(id + QStringLiteral(": ") + text));
        }
        const QString address = csl.value(QLatin1String("URL")).toString();
        QVERIFY(note.contains(address) && entry.endsWith(address));
        if (qEnvironmentVariableIsSet("CA_SHOW_CITATIONS"))
            qInfo().noquote() << id << '\n' << note << '\n' << entry;
    }
}

QTEST_GUILESS_MAIN(CitationFormatTest)
#include "CitationFormatTest.moc"
