// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/CslItem.h"
#include "document/TextExtractor.h"

#include <QJsonDocument>
#include <QTest>

using namespace ca;

class HtmlMetadataTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dates_data();
    void dates();
    void statedOnly();
    void jsonLd();
    void jsonLdInGraph();
    void brokenJsonLdIsPassedOver();
    void openGraph();
    void journals();
    void dublinCore();
    void bylineInTheArticle();
    void siteIsCutFromTheTitle_data();
    void siteIsCutFromTheTitle();
    void authors_data();
    void authors();
    void badAddressesAreNotTaken();

private:
    static QJsonObject csl(const QByteArray &html)
    {
        const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("a.html"), html + "<p>Words.</p>");
        return read ? read->csl : QJsonObject();
    }
    static QByteArray json(const QJsonValue &value)
    {
        return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    }
};

void HtmlMetadataTest::dates_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QByteArray>("parts");
    QTest::newRow("ISO") << "2026-11-05" << QByteArray("[2026,11,5]");
    QTest::newRow("day as written") << "2026-11-05T23:30:00+04:00" << QByteArray("[2026,11,5]");
    QTest::newRow("with a space") << "2026-11-05 10:00" << QByteArray("[2026,11,5]");
    QTest::newRow("month") << "2026-11" << QByteArray("[2026,11]");
    QTest::newRow("year") << "2026" << QByteArray("[2026]");
    QTest::newRow("slashes") << "2026/11/5" << QByteArray("[2026,11,5]");
    QTest::newRow("packed") << "20261105T101010" << QByteArray("[2026,11,5]");
    QTest::newRow("PDF") << "D:20261105101010+04'00'" << QByteArray("[2026,11,5]");
    QTest::newRow("dots") << "05.11.2026 10:00" << QByteArray("[2026,11,5]");
    QTest::newRow("English") << "5 November 2026" << QByteArray("[2026,11,5]");
    QTest::newRow("American") << "Nov. 5, 2026" << QByteArray("[2026,11,5]");
    QTest::newRow("mail") << "Thu, 05 Nov 2026 10:00:00 GMT" << QByteArray("[2026,11,5]");
    QTest::newRow("ambiguous") << "05/11/2026" << QByteArray();
    QTest::newRow("no such day") << "2026-02-30" << QByteArray();
    QTest::newRow("words") << "yesterday" << QByteArray();
    QTest::newRow("a large number") << "20261" << QByteArray();
}

void HtmlMetadataTest::dates()
{
    QFETCH(QString, date);
    QFETCH(QByteArray, parts);
    QCOMPARE(QJsonDocument(cslDateParts(date)).toJson(QJsonDocument::Compact), parts.isEmpty() ? QByteArray("[]") : '[' + parts + ']');
}

void HtmlMetadataTest::statedOnly()
{
    const QJsonObject item = csl("<html><body>");
    QCOMPARE(item.value(QStringLiteral("type")).toString(), QStringLiteral("webpage"));
    QCOMPARE(item.size(), 2);
    QCOMPARE(json(item.value(QStringLiteral("custom"))), QByteArray("[{\"type_source\":\"default\"}]"));
}

void HtmlMetadataTest::jsonLd()
{
    const QJsonObject item = csl(R"(<html lang="en-GB"><head><title>Other</title><script type="application/ld+json">
        {"@context":"https://schema.org","@type":"NewsArticle","headline":"Rails &amp; rivers","inLanguage":"en",
         "author":[{"@type":"Person","name":"Jane Roe"},{"@type":"Person","givenName":"John","familyName":"Doe"},"Desk"],
         "datePublished":"2026-11-05T10:00:00Z","dateModified":"2026-11-06","publisher":{"@type":"Organization","name":"The Valley Post"},
         "mainEntityOfPage":{"@id":"https://example.org/rails"}}</script><meta name=author content="Not this one">)");
    QCOMPARE(item.value(QStringLiteral("type")).toString(), QStringLiteral("article-newspaper"));
    QCOMPARE(json(item.value(QStringLiteral("author"))),
             QByteArray(R"([[{"literal":"Jane Roe"},{"family":"Doe","given":"John"},{"literal":"Desk"}]])"));
    QCOMPARE(json(item.value(QStringLiteral("issued"))), QByteArray(R"([{"date-parts":[[2026,11,5]]}])"));
    QCOMPARE(item.value(QStringLiteral("publisher")).toString(), QStringLiteral("The Valley Post"));
    QCOMPARE(item.value(QStringLiteral("URL")).toString(), QStringLiteral("https://example.org/rails"));
    QCOMPARE(item.value(QStringLiteral("language")).toString(), QStringLiteral("en"));
    const QJsonObject custom = item.value(QStringLiteral("custom")).toObject();
    QCOMPARE(custom.value(QStringLiteral("issued_source")).toString(), QStringLiteral("JSON-LD datePublished"));
    QCOMPARE(custom.value(QStringLiteral("author_source")).toString(), QStringLiteral("JSON-LD author"));
    QCOMPARE(custom.value(QStringLiteral("modified")).toString(), QStringLiteral("2026-11-06"));
}

void HtmlMetadataTest::jsonLdInGraph()
{
    const QJsonObject item = csl(R"(<script type='application/ld+json'>{"@graph":[{"@type":"WebSite","@id":"#s","name":"Upland"},
        {"@type":"Person","@id":"#p","name":"Jane Roe"},{"@type":["Article"],"headline":"Rails","author":{"@id":"#p"},
         "isPartOf":{"@id":"#s"}}]}</script>)");
    QCOMPARE(item.value(QStringLiteral("title")).toString(), QStringLiteral("Rails"));
    QCOMPARE(item.value(QStringLiteral("container-title")).toString(), QStringLiteral("Upland"));
    QCOMPARE(json(item.value(QStringLiteral("author"))), QByteArray(R"([[{"literal":"Jane Roe"}]])"));
}

void HtmlMetadataTest::brokenJsonLdIsPassedOver()
{
    const QByteArray deep = QByteArray("[").repeated(5000);
    for (const QByteArray &script : {QByteArray("{\"@type\":\"NewsArticle\",\"headline\":"), QByteArray("[]"), QByteArray("7"), deep,
                                     QByteArray(R"({"@type":"NewsArticle","author":[null,7,[]],"headline":{"a":1}})")}) {
        const QJsonObject item = csl("<title>Rails</title><script type=application/ld+json>" + script + "</script>");
        QCOMPARE(item.value(QStringLiteral("title")).toString(), QStringLiteral("Rails"));
        QVERIFY(!item.contains(QStringLiteral("author")));
    }
}

void HtmlMetadataTest::openGraph()
{
    const QJsonObject item = csl("<meta property='og:title' content='Rails'><meta property='og:site_name' content='The Valley Post'>"
                                 "<meta property='og:url' content='https://example.org/og'><meta property='article:published_time' content='2026-11-05T08:00:00+0400'>"
                                 "<meta property='article:author' content='https://social.example/jane'><meta name='author' content='Jane Roe'>"
                                 "<link rel='canonical' href='https://example.org/rails'><html lang='az'>");
    QCOMPARE(item.value(QStringLiteral("title")).toString(), QStringLiteral("Rails"));
    QCOMPARE(item.value(QStringLiteral("container-title")).toString(), QStringLiteral("The Valley Post"));
    QCOMPARE(item.value(QStringLiteral("URL")).toString(), QStringLiteral("https://example.org/rails"));
    QCOMPARE(json(item.value(QStringLiteral("author"))), QByteArray(R"([[{"literal":"Jane Roe"}]])"));
}

void HtmlMetadataTest::journals()
{
    const QJsonObject item = csl("<meta name=citation_title content=Rails><meta name=citation_author content='Roe, Jane'><meta name=citation_author content='Doe, John'>"
                                 "<meta name=citation_journal_title content='Journal of Passes'><meta name=citation_publication_date content='2026/11/05'>"
                                 "<meta name=citation_doi content='10.1000/x'><meta name=citation_volume content=7>");
    QCOMPARE(item.value(QStringLiteral("type")).toString(), QStringLiteral("article-journal"));
    QCOMPARE(json(item.value(QStringLiteral("author"))),
             QByteArray(R"([[{"family":"Roe","given":"Jane"},{"family":"Doe","given":"John"}]])"));
    QCOMPARE(item.value(QStringLiteral("DOI")).toString(), QStringLiteral("10.1000/x"));
    QCOMPARE(item.value(QStringLiteral("volume")).toString(), QStringLiteral("7"));
}

void HtmlMetadataTest::dublinCore()
{
    const QJsonObject item = csl("<meta name='DC.Title' content='Rails'><meta name='DC.Creator' content='Roe, Jane'><meta name='DC.Date' content='2026'>"
                                 "<meta name='DC.Publisher' content='Upland Press'><meta name='DC.Language' content='hy'>");
    QCOMPARE(item.value(QStringLiteral("publisher")).toString(), QStringLiteral("Upland Press"));
    QCOMPARE(item.value(QStringLiteral("language")).toString(), QStringLiteral("hy"));
    QCOMPARE(json(item.value(QStringLiteral("issued"))), QByteArray(R"([{"date-parts":[[2026]]}])"));
}

void HtmlMetadataTest::bylineInTheArticle()
{
    const QJsonObject item = csl("<article><span itemprop=author>By <b>Jane Roe</b></span><time datetime='2026-11-05'>today</time><p>Text</p></article>");
    QCOMPARE(json(item.value(QStringLiteral("author"))), QByteArray(R"([[{"literal":"Jane Roe"}]])"));
    QCOMPARE(json(item.value(QStringLiteral("issued"))), QByteArray(R"([{"date-parts":[[2026,11,5]]}])"));
    QCOMPARE(json(csl("<meta name=date content='last spring'>").value(QStringLiteral("issued"))), QByteArray(R"([{"literal":"last spring"}])"));
}

void HtmlMetadataTest::siteIsCutFromTheTitle_data()
{
    QTest::addColumn<QByteArray>("titleText");
    QTest::addColumn<QString>("title");
    QTest::newRow("bar") << QByteArray("Rails and rivers | The Valley Post") << "Rails and rivers";
    QTest::newRow("dash") << QByteArray("Rails \xE2\x80\x93 rivers \xE2\x80\x93 The Valley Post") << QStringLiteral("Rails \u2013 rivers");
    QTest::newRow("another site") << QByteArray("Rails | Rivers") << "Rails | Rivers";
    QTest::newRow("no separator") << QByteArray("Why I read The Valley Post") << "Why I read The Valley Post";
    QTest::newRow("only the site") << QByteArray("The Valley Post") << "The Valley Post";
}

void HtmlMetadataTest::siteIsCutFromTheTitle()
{
    QFETCH(QByteArray, titleText);
    QFETCH(QString, title);
    QCOMPARE(csl("<meta charset=utf-8><title>" + titleText + "</title><meta property=og:site_name content='The Valley Post'>").value(QStringLiteral("title")).toString(), title);
}

void HtmlMetadataTest::authors_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("authors");
    QTest::newRow("by") << QByteArray("By Jane Roe") << QByteArray(R"([{"literal":"Jane Roe"}])");
    QTest::newRow("two") << QByteArray("Jane Roe and John Doe") << QByteArray(R"([{"literal":"Jane Roe"},{"literal":"John Doe"}])");
    QTest::newRow("inverted stays whole") << QByteArray("Roe, Jane") << QByteArray(R"([{"literal":"Roe, Jane"}])");
}

void HtmlMetadataTest::authors()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, authors);
    QCOMPARE(json(csl("<meta name=author content='" + content + "'>").value(QStringLiteral("author"))), '[' + authors + ']');
}

void HtmlMetadataTest::badAddressesAreNotTaken()
{
    for (const char *address : {"/rails", "javascript:alert(1)", "file:///etc/passwd", "https://"})
        QVERIFY(!csl("<link rel=canonical href='" + QByteArray(address) + "'>").contains(QStringLiteral("URL")));
}

QTEST_GUILESS_MAIN(HtmlMetadataTest)
#include "HtmlMetadataTest.moc"
