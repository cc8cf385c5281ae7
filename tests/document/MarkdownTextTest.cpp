// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/MarkdownInline.h"
#include "document/TextExtractor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace ca;

class MarkdownTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inlineMarks_data();
    void inlineMarks();
    void blocks_data();
    void blocks();
    void frontMatter();
    void dashesAreNoFrontMatter();
    void hostileMarksAreText_data();
    void hostileMarksAreText();
    void invalidBytesAreRefused();

private:
    static QString read(const QByteArray &bytes)
    {
        const Result<ExtractedText> text = TextExtractor::readBytes(QStringLiteral("a.md"), bytes);
        return text ? text->text : QStringLiteral("FAILED: ") + text.error().message;
    }
};

void MarkdownTextTest::inlineMarks_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("plain");
    QTest::newRow("emphasis") << "an *important* and **very _deep_ gorge**" << "an important and very deep gorge";
    QTest::newRow("three") << "***all***" << "all";
    QTest::newRow("struck out") << "the ~~old~~ new" << "the old new";
    QTest::newRow("arithmetic") << "2 * 3 * 4 = 24" << "2 * 3 * 4 = 24";
    QTest::newRow("names") << "file_name_here and *.txt" << "file_name_here and *.txt";
    QTest::newRow("unmatched") << "a *b and c" << "a *b and c";
    QTest::newRow("link") << "see [the report](https://example.org/a_(b) \"t\") now" << "see the report now";
    QTest::newRow("reference") << "see [the report][1] now" << "see the report now";
    QTest::newRow("link with emphasis") << "[*deep* words](x)" << "deep words";
    QTest::newRow("brackets stay") << "he said [sic] so" << "he said [sic] so";
    QTest::newRow("picture") << "before ![a map](map.png) after" << "before  after";
    QTest::newRow("linked picture") << "[![a map](m.png)](x)end" << "end";
    QTest::newRow("code") << "the `a*b*c` way" << "the a*b*c way";
    QTest::newRow("two ticks") << "``a`b``" << "a`b";
    QTest::newRow("address") << "<https://example.org/x>" << "https://example.org/x";
    QTest::newRow("tags") << "H<sub>2</sub>O <!-- x --> a < b > c" << "H2O  a < b > c";
    QTest::newRow("escapes") << "\\*not\\* 1\\. \\a" << "*not* 1. \\a";
    QTest::newRow("entities") << "A &amp; B &#x2013; C &unknown; &#0;" << QStringLiteral("A & B \u2013 C &unknown; &#0;");
    QTest::newRow("Cyrillic") << QStringLiteral("**\u041c\u0435\u0433\u0440\u0438** \u0438") << QStringLiteral("\u041c\u0435\u0433\u0440\u0438 \u0438");
}

void MarkdownTextTest::inlineMarks()
{
    QFETCH(QString, marked);
    QFETCH(QString, plain);
    QCOMPARE(withoutMarkdownMarks(marked), plain);
}

void MarkdownTextTest::blocks_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QString>("plain");
    QTest::newRow("wrapped") << QByteArray("One line\r\ngoes on.\r\n\r\nTwo.") << "One line goes on.\nTwo.";
    QTest::newRow("hard breaks") << QByteArray("up  \ndown\\\nend") << "up\ndown\nend";
    QTest::newRow("headings") << QByteArray("# Head #\ntext\n\nUnder\n=====\nmore\n#hash") << "Head\ntext\nUnder\nmore #hash";
    QTest::newRow("lists") << QByteArray("* one\n  more\n* two\n\n1. three\n2) four\n- [x] done") << "one more\ntwo\nthree\nfour\ndone";
    QTest::newRow("a year is no list") << QByteArray("It opened in\n2026. Nobody came.") << "It opened in 2026. Nobody came.";
    QTest::newRow("quote") << QByteArray("> said\n> he\n>\n> > and she") << "said he\nand she";
    QTest::newRow("rule") << QByteArray("a\n\n---\n\nb\n***\nc") << "a\nb\nc";
    QTest::newRow("code") << QByteArray("```text\n# as *it* is\n```\nend") << "# as *it* is\nend";
    QTest::newRow("table") << QByteArray("| Route | km |\n|:--|--:|\n| North | **12** |\n\nend") << "Route\tkm\nNorth\t12\nend";
    QTest::newRow("definitions") << QByteArray("A [b][1].\n\n[1]: https://example.org \"t\"\n") << "A b.";
    QTest::newRow("notes") << QByteArray("A fact.[^1]\n\n[^1]: Its source.") << "A fact.\nIts source.";
    QTest::newRow("comment") << QByteArray("a\n\n<!-- hidden\n\nwords -->\n\nb") << "a\nb";
}

void MarkdownTextTest::blocks()
{
    QFETCH(QByteArray, marked);
    QFETCH(QString, plain);
    QCOMPARE(read(marked), plain);
}

void MarkdownTextTest::frontMatter()
{
    const QByteArray bytes = "---\ntitle: \"Rails: a history\"\nauthors:\n  - Jane Roe\n  - name: 'John Doe'\ndate: 2026-11-05\n"
                             "url: https://example.org/rails\nlang: en\nlayout: post\n---\n# Rails\n\nWords.";
    const Result<ExtractedText> read = TextExtractor::readBytes(QStringLiteral("a.md"), bytes);
    QVERIFY(read.ok());
    QCOMPARE(read->text, QStringLiteral("Rails\nWords."));
    QCOMPARE(read->title, QStringLiteral("Rails: a history"));
    QCOMPARE(read->csl.value(QStringLiteral("author")).toArray().size(), 2);
    QCOMPARE(read->csl.value(QStringLiteral("URL")).toString(), QStringLiteral("https://example.org/rails"));
    QCOMPARE(QJsonDocument(read->csl.value(QStringLiteral("issued")).toObject()).toJson(QJsonDocument::Compact),
             QByteArray("{\"date-parts\":[[2026,11,5]]}"));
}

void MarkdownTextTest::dashesAreNoFrontMatter()
{
    QCOMPARE(read("---\n\nWords after a rule.\n\n---\n\nMore."), QStringLiteral("Words after a rule.\nMore."));
    QCOMPARE(read("Words.\n---\ntitle: x"), QStringLiteral("Words.\ntitle: x"));
}

void MarkdownTextTest::hostileMarksAreText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    constexpr int count = 1'000'000;
    QTest::newRow("brackets") << QByteArray(count, '[');
    QTest::newRow("pictures") << QByteArray("![](").repeated(count / 4);
    QTest::newRow("backticks") << QByteArray("`a``").repeated(count / 4);
    QTest::newRow("stars") << QByteArray("*a _b ").repeated(count / 6);
    QTest::newRow("angles") << QByteArray(count, '<');
    QTest::newRow("comments") << QByteArray("<!---->").repeated(count / 7) + "a";
    QTest::newRow("ampersands") << QByteArray(count, '&');
    QTest::newRow("spaces in a heading") << "# " + QByteArray(count, ' ') + "a";
    QTest::newRow("rule and more") << QByteArray("- ").repeated(count / 2) + "a";
    QTest::newRow("bars") << QByteArray("a|b\n-|-\n") + QByteArray(count, '|') + "x";
    QTest::newRow("quotes") << QByteArray("> ").repeated(count / 2) + "a";
}

void MarkdownTextTest::hostileMarksAreText()
{
    QFETCH(QByteArray, bytes);
    const QString text = read(bytes);
    QVERIFY(!text.isEmpty());
    QVERIFY2(!text.startsWith(QStringLiteral("FAILED")) || text.contains(QStringLiteral("no text")), qPrintable(text.left(100)));
}

void MarkdownTextTest::invalidBytesAreRefused()
{
    QVERIFY(read("caf\xE9").contains(QStringLiteral("byte 3")));
}

QTEST_GUILESS_MAIN(MarkdownTextTest)
#include "MarkdownTextTest.moc"
