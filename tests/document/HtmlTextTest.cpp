// SPDX-License-Identifier: GPL-3.0-or-later
// Saved pages, written for these tests, as sites of newspapers, ministries and blogs build them.
#include "document/ArticleText.h"
#include "document/TextExtractor.h"

#include <QTest>

using namespace ca;

namespace {

const QString first = QStringLiteral("The ministry said on Tuesday that surveyors had reached the gorge, a month earlier than planned.");
const QString second = QStringLiteral("Residents of three villages fear that the road will be closed for most of the winter, their mayor told reporters.");
const QString third = QStringLiteral("No contract has been signed, and the bank that is to lend the money has not commented on the plan so far.");

QByteArray p(const QString &text)
{
    return "<p>" + text.toUtf8() + "</p>\n";
}

QByteArray article()
{
    return p(first) + p(second) + p(third);
}

QString plain()
{
    return first + u'\n' + second + u'\n' + third;
}

} // namespace

class HtmlTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lines_data();
    void lines();
    void articleOnly_data();
    void articleOnly();
    void sentencesAreNotLost_data();
    void sentencesAreNotLost();
    void encodings_data();
    void encodings();
    void unreadableBytesAreCounted();
    void savedAsOneFile();
    void savedAsOneFileInBase64();
    void selectionKeepsAll();

private:
    static QString read(const QByteArray &html, const char *name = "a.html")
    {
        const Result<ExtractedText> text = TextExtractor::readBytes(QLatin1String(name), html);
        return text ? text->text : QStringLiteral("FAILED: ") + text.error().message;
    }
};

void HtmlTextTest::lines_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("text");
    QTest::newRow("paragraphs") << QByteArray("<p>One\n two</p><p>three</p>") << "One two\nthree";
    QTest::newRow("inline elements") << QByteArray("<p>One <b>two</b><i>three</i> <a href=x>four</a></p>") << "One twothree four";
    QTest::newRow("breaks") << QByteArray("<div>up<br>down<br/><br/>end</div>") << "up\ndown\nend";
    QTest::newRow("headings and lists") << QByteArray("<h1>Head</h1><ul><li>one<li>two<ul><li>three</ul></ul>") << "Head\none\ntwo\nthree";
    QTest::newRow("definition list") << QByteArray("<dl><dt>TAP<dd>a pipeline</dl>") << "TAP\na pipeline";
    QTest::newRow("table") << QByteArray("<table><tr><th>Route<th>km<tr><td>North<td>12</table>") << "Route\tkm\nNorth\t12";
    QTest::newRow("preformatted") << QByteArray("<pre>a  b\nc</pre>") << "a  b\nc";
    QTest::newRow("quotation") << QByteArray("<p>He:</p><blockquote>So.<footer>She</footer></blockquote>") << "He:\nSo.\nShe";
    QTest::newRow("caption") << QByteArray("<figure><img alt=gone src=x><figcaption>The bridge</figcaption></figure><p>Text") << "The bridge\nText";
    QTest::newRow("entities") << QByteArray("<p>A&amp;B &lt;c&gt; &eacute;&#x259;&#399; &mdash; &nbsp;x</p>")
                              << QStringLiteral("A&B <c> \u00e9\u0259\u018f \u2014 \u00a0x");
    QTest::newRow("numbers of windows-1252") << QByteArray("<p>&#147;so&#148; &#150; &#128;</p>") << QStringLiteral("\u201cso\u201d \u2013 \u20ac");
    QTest::newRow("programs and styles") << QByteArray("<p>a</p><script>var x='<p>no</p>';</script><style>p{}</style><p>b</p>") << "a\nb";
    QTest::newRow("hidden") << QByteArray("<p>a</p><p hidden>no</p><div style='display: none'>no</div><span class='x sr-only'>no</span><p>b</p>") << "a\nb";
    QTest::newRow("unclosed") << QByteArray("<div><p>a<div>b<p>c") << "a\nb\nc";
    QTest::newRow("text after the end") << QByteArray("<html><body><p>a</p></body></html><p>b</p>") << "a\nb";
    QTest::newRow("XHTML") << QByteArray("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p/><p>a<br/>b</p></body></html>") << "a\nb";
    const QByteArray many(300, 'a');
    QTest::newRow("NUL") << "<p>" + many + QByteArray(1, '\0') + "b</p>" << QString::fromLatin1(many) + u'b';
}

void HtmlTextTest::lines()
{
    QFETCH(QByteArray, html);
    QFETCH(QString, text);
    QCOMPARE(read(html), text);
    QCOMPARE(ArticleText::fromPlainText(text).text, text);
}

void HtmlTextTest::articleOnly_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("text");
    const QByteArray head = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Surveyors reach the gorge | The Valley Post</title></head><body>";
    const QByteArray menu = "<header class=top><a href=/>The Valley Post</a><nav><ul><li><a href=/w>World</a><li><a href=/e>Economy</a></ul></nav></header>";
    const QByteArray cookies = "<div id=\"cookieConsent\"><p>We and our partners store cookies on your device in order to show pages that suit you, and to "
                               "measure how often they are read by others.</p><button>Accept</button></div>";
    const QByteArray related = "<section class=\"related-posts\"><h3>Related</h3><ul><li><a href=1>Another story about the dam</a><li>"
                               "<a href=2>A bridge is opened</a><li><a href=3>Snow on the pass</a></ul></section>";
    const QByteArray share = "<div class=\"social-share\"><a href=f>Share</a> <a href=t>Post</a></div>";
    const QByteArray footer = "<footer><p>Copyright The Valley Post. All rights are reserved, and nothing may be printed without permission of the publisher.</p></footer>";
    const QByteArray letter = "<form class=signup><label>Our newsletter</label><input><p>Every morning</p></form>";

    QTest::newRow("article element") << head + cookies + menu + "<main><article><header><h1>Surveyors reach the gorge</h1><p class=by>By Jane Roe</p></header>"
            + share + p(first) + p(second) + "<aside class=pull>Read our page on the dam, which was built forty years ago by the same firm.</aside>" + p(third)
            + "<p>Read also: <a href=x>The dam that never was</a></p>" + letter + "</article>" + related + "</main>" + footer
        << "Surveyors reach the gorge\nBy Jane Roe\n" + plain();
    QTest::newRow("divs only") << head + menu + "<div id=wrap><div class=left>" + related + "</div><div class=content><h1>Surveyors reach the gorge</h1>" + article()
            + "</div></div>" + cookies + footer
        << "Surveyors reach the gorge\n" + plain();
    QTest::newRow("itemprop, headline outside") << head + menu + "<h1>Surveyors reach the gorge</h1>" + share + "<div itemprop=articleBody>" + article() + "</div>" + related + footer
        << "Surveyors reach the gorge\n" + plain();
    QTest::newRow("line breaks instead of paragraphs") << head + menu + "<table><tr><td>" + related + "</td><td><div class=text>" + first.toUtf8() + "<br><br>"
            + second.toUtf8() + "<br><br>" + third.toUtf8() + "</div></td></tr></table>" + footer
        << plain();
    QTest::newRow("comments of readers") << head + "<article>" + article() + "</article><div id=comments><div class=c><p>This will never be built, I have lived here for forty years and "
            "heard it all before, believe me.</p></div><div class=c><p>And yet the trucks are standing at the gate every morning, so something is going on there.</p></div></div>"
        << plain();
    QTest::newRow("teasers as articles") << head + "<article class=main>" + article() + "</article><article class=teaser><a href=1><h3>The dam</h3></a></article>"
            "<article class=teaser><a href=2><h3>The bridge</h3></a></article>"
        << plain();
    QTest::newRow("a form around the page") << head + "<form id=aspnetForm>" + menu + article() + "</form>" << plain();
    QTest::newRow("names that mislead") << head + "<body class=\"modal-open has-sidebar newsletter\"><div class=\"share-container related\">" + article() + "</div>" << plain();
    QTest::newRow("links within a paragraph") << head + "<article>" + p(first) + "<p>The <a href=1>ministry</a> and the <a href=2>bank</a> and the <a href=3>mayor</a> met in the capital on Monday "
            "to talk about it once more.</p>" + p(third) + "</article>"
        << first + QStringLiteral("\nThe ministry and the bank and the mayor met in the capital on Monday to talk about it once more.\n") + third;
}

void HtmlTextTest::articleOnly()
{
    QFETCH(QByteArray, html);
    QFETCH(QString, text);
    QCOMPARE(read(html), text);
}

/// Wherever the three paragraphs stand: none may be missing.
void HtmlTextTest::sentencesAreNotLost_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("several sections") << "<article><section>" + p(first) + "</section></article><article><section>" + p(second) + p(third) + "</section></article>";
    QTest::newRow("body split in two") << "<div><div itemprop=articleBody>" + p(first) + "</div><div class=ad>x</div><div itemprop=articleBody>" + p(second) + p(third) + "</div></div>";
    QTest::newRow("in an aside only") << "<body><aside>" + article() + "</aside></body>";
    QTest::newRow("in a footer only") << "<body><footer>" + article() + "</footer></body>";
    QTest::newRow("in the header") << "<body><header>" + article() + "</header><p>x</p></body>";
    QTest::newRow("standfirst outside") << "<div class=sub><h2>" + first.toUtf8() + "</h2></div><article>" + p(second) + p(third) + "</article>";
    QTest::newRow("last one apart") << "<div><div>" + p(first) + p(second) + "</div><div class=more>" + p(third) + "</div></div>";
    QTest::newRow("named related") << "<div>" + p(first) + "<p class=related>" + second.toUtf8() + "</p>" + p(third) + "</div>";
    QTest::newRow("table of layout") << "<table><tr><td>" + first.toUtf8() + "<tr><td>" + second.toUtf8() + "<tr><td>" + third.toUtf8() + "</table>";
    QTest::newRow("list items") << "<nav><a href=1>x</a></nav><ul><li>" + first.toUtf8() + "<li>" + second.toUtf8() + "<li>" + third.toUtf8() + "</ul>";
    QTest::newRow("spans") << "<div><span>" + first.toUtf8() + "</span><br><span>" + second.toUtf8() + "</span><br><span>" + third.toUtf8() + "</span></div>";
    QTest::newRow("deep") << QByteArray("<div>").repeated(700) + article() + QByteArray("</div>").repeated(700);
    QTest::newRow("hidden page") << "<html><body style='visibility:hidden'>" + article() + "</body></html>";
}

void HtmlTextTest::sentencesAreNotLost()
{
    QFETCH(QByteArray, html);
    const QString text = read(html);
    for (const QString &sentence : {first, second, third})
        QVERIFY2(text.split(u'\n').contains(sentence), qPrintable(text));
}

void HtmlTextTest::encodings_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("text");
    const QString megri = QStringLiteral("\u041c\u0435\u0433\u0440\u0438");
    QTest::newRow("windows-1251") << QByteArray("<meta charset=windows-1251><p>\xCC\xE5\xE3\xF0\xE8") << megri;
    QTest::newRow("http-equiv") << QByteArray("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\xED\xC5\xC7\xD2\xC9") << megri;
    QTest::newRow("latin1 means windows-1252") << QByteArray("<meta charset=iso-8859-1><p>caf\xE9 \x93so\x94") << QStringLiteral("caf\u00e9 \u201cso\u201d");
    QTest::newRow("windows-1254") << QByteArray("<meta charset=iso-8859-9><p>Me\xF0ri \xDD") << QStringLiteral("Me\u011fri \u0130");
    QTest::newRow("by language") << QByteArray("<html lang=ru><p>\xCC\xE5\xE3\xF0\xE8") << megri;
    QTest::newRow("nothing said") << QByteArray("<html><p>caf\xE9") << QStringLiteral("caf\u00e9");
    QTest::newRow("UTF-8 that claims otherwise") << "<meta charset=windows-1251><p>" + megri.toUtf8() << megri;
    QTest::newRow("UTF-8 mark") << "\xEF\xBB\xBF<p>" + megri.toUtf8() << megri;
    const QString page = QStringLiteral("\ufeff<html><p>") + megri;
    QTest::newRow("UTF-16") << QByteArray(reinterpret_cast<const char *>(page.utf16()), page.size() * 2) << megri;
    QTest::newRow("unknown") << "<meta charset=x-martian><p>" + megri.toUtf8() << megri;
}

void HtmlTextTest::encodings()
{
    QFETCH(QByteArray, html);
    QFETCH(QString, text);
    QCOMPARE(read(html), text);
}

void HtmlTextTest::unreadableBytesAreCounted()
{
    const Result<ExtractedText> text = TextExtractor::readBytes(QStringLiteral("a.html"), "<meta charset=utf-8><p>a\xFFz \xC3\x28 \xEF\xBF\xBD");
    QVERIFY(text.ok());
    QCOMPARE(text->text, QStringLiteral("a\ufffdz \ufffd( \ufffd"));
    QCOMPARE(text->remarks.size(), 1);
    QVERIFY2(text->remarks.front().startsWith(QStringLiteral("2 ")), qPrintable(text->remarks.front()));
}

void HtmlTextTest::savedAsOneFile()
{
    const QByteArray mht = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
                           "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--Mark--42\"\r\n\r\n\r\n"
                           "----Mark--42\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                           "<html><body><p>M=C9=99hri and a line that is so=\r\n broken =3D here</p></body></html>\r\n"
                           "----Mark--42\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----Mark--42--\r\n";
    for (const char *name : {"a.mht", "a.html"}) {
        const Result<ExtractedText> text = TextExtractor::readBytes(QLatin1String(name), mht);
        QVERIFY2(text.ok(), qPrintable(text.error().text()));
        QCOMPARE(text->text, QStringLiteral("M\u0259hri and a line that is so broken = here"));
        QCOMPARE(text->csl.value(QStringLiteral("URL")).toString(), QStringLiteral("https://example.org/a"));
    }
}

void HtmlTextTest::savedAsOneFileInBase64()
{
    const QByteArray start = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n";
    const QByteArray page = QByteArray("<p>\xCC\xE5\xE3\xF0\xE8</p>").toBase64();
    QCOMPARE(read(start + "--b\nContent-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: base64\n\n" + page + "\n--b--", "a.mht"),
             QStringLiteral("\u041c\u0435\u0433\u0440\u0438"));
    QVERIFY(read(start + "--b\nContent-Type: image/png\n\nx\n--b--", "a.mht").contains(QStringLiteral("No page")));
    QVERIFY(read("MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "a.mht").contains(QStringLiteral("damaged")));
}

void HtmlTextTest::selectionKeepsAll()
{
    const Result<ExtractedText> text = TextExtractor::readSelection(QStringLiteral("<!--StartFragment--><nav>Menu</nav><p>M\u0259hri</p><aside>Box</aside><!--EndFragment-->"));
    QVERIFY(text.ok());
    QCOMPARE(text->text, QStringLiteral("Menu\nM\u0259hri\nBox"));
    QCOMPARE(text->format, QStringLiteral("text/html"));
}

QTEST_GUILESS_MAIN(HtmlTextTest)
#include "HtmlTextTest.moc"
