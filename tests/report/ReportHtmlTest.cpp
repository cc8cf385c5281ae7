// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleReport.h"
#include "report/ReportHtml.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace ca;

class ReportHtmlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isWellFormedAndComplete();
    void everyReferenceHasItsTarget();
    void fetchesAndRunsNothing();
    void hostileTextStaysText();
};

namespace {

/// Element names with their attributes; empty with a message where it is not well-formed.
struct Parsed {
    QStringList elements;
    QSet<QString> ids;
    QStringList links;
    QString text;
    QString error;
};

Parsed parsed(const QByteArray &html)
{
    Parsed page;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            page.elements << reader.name().toString();
            if (reader.attributes().hasAttribute(QStringLiteral("id")))
                page.ids.insert(reader.attributes().value(QStringLiteral("id")).toString());
            if (reader.attributes().hasAttribute(QStringLiteral("href")))
                page.links << reader.attributes().value(QStringLiteral("href")).toString();
        } else if (reader.isCharacters()) {
            page.text += reader.text();
        }
    }
    page.error = reader.hasError() ? reader.errorString() : QString();
    return page;
}

} // namespace

void ReportHtmlTest::isWellFormedAndComplete()
{
    const QByteArray html = reportHtml(test::sampleReport());
    const Parsed page = parsed(html);
    QCOMPARE(page.error, QString());
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    QCOMPARE(page.elements.count(QStringLiteral("h1")), 1);
    for (const char *part : {"North corridor", "Zəngəzur dəhlizi", "Զանգեզուրի միջանցք", "ზანგეზურის დერეფანი", "Зангезурский коридор",
                             "7 & more <perhaps>", "sources differ", "“My “own” words\nstand here.”", "changed in the copy", "Check <this> & that.",
                             "It was otherwise.", "CC BY 4.0"})
        QVERIFY2(page.text.contains(QString::fromUtf8(part)), part);
    // A style sheet is no text for HTML: XML's escapes would be taken literally.
    static const QRegularExpression sheet(QStringLiteral("<style>([^<]*)</style>"));
    QVERIFY(!sheet.match(QString::fromUtf8(html)).captured(1).contains(u'&'));
    // HTML takes <p/> for an opening tag.
    static const QRegularExpression empty(QStringLiteral("<(?!meta|col )[a-z0-9]+[^>]*/>"));
    QVERIFY2(!QString::fromUtf8(html).contains(empty), qPrintable(empty.match(QString::fromUtf8(html)).captured()));
}

void ReportHtmlTest::everyReferenceHasItsTarget()
{
    const Parsed page = parsed(reportHtml(test::sampleReport()));
    int inside = 0;
    for (const QString &link : page.links) {
        if (!link.startsWith(u'#'))
            continue;
        ++inside;
        QVERIFY2(page.ids.contains(link.mid(1)), qPrintable(link));
    }
    QVERIFY(inside > 5);
}

void ReportHtmlTest::fetchesAndRunsNothing()
{
    const Parsed page = parsed(reportHtml(test::sampleReport()));
    for (const char *element : {"script", "link", "img", "iframe", "object", "form", "base"})
        QVERIFY2(!page.elements.contains(QLatin1String(element)), element);
    QVERIFY(!reportHtml(test::sampleReport()).contains("url("));
}

void ReportHtmlTest::hostileTextStaysText()
{
    QRandomGenerator random(7);
    const QStringList allowed{"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "div", "table", "colgroup", "col", "thead", "tbody", "tr",
                              "th", "td", "a", "strong", "i", "span", "blockquote", "ol", "li"};
    for (int round = 0; round < 400; ++round) {
        const ReportContent content = test::randomReport(random);
        const Parsed page = parsed(reportHtml(content));
        QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
        for (const QString &element : page.elements)
            QVERIFY2(allowed.contains(element), qPrintable(element));
        for (const QString &link : page.links)
            QVERIFY2(link.startsWith(u'#') || link.startsWith(QLatin1String("https://example.org/")), qPrintable(link));
    }
}

QTEST_GUILESS_MAIN(ReportHtmlTest)
#include "ReportHtmlTest.moc"
