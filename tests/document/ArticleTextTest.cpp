// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/ArticleText.h"

#include <QTest>

using namespace ca;

class ArticleTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLineEndCounts_data();
    void everyLineEndCounts();
    void blankLinesAreNoParagraphs();
    void blocksAreRunsOfLines();
    void paragraphAtFindsTheLine();
    void hardWrapIsSeenByItsEmptyLines();
};

void ArticleTextTest::everyLineEndCounts_data()
{
    QTest::addColumn<QString>("raw");
    QTest::newRow("LF") << QStringLiteral("one\ntwo\n");
    QTest::newRow("CR LF") << QStringLiteral("one\r\ntwo\r\n");
    QTest::newRow("CR") << QStringLiteral("one\rtwo\r");
    QTest::newRow("line separator") << QString::fromUtf8("one\u2028two\u2028");
    QTest::newRow("paragraph separator") << QString::fromUtf8("one\u2029two\u2029");
    QTest::newRow("next line") << QString::fromUtf8("one\u0085two\u0085");
    QTest::newRow("form feed") << QStringLiteral("one\ftwo\f");
    QTest::newRow("byte order mark") << QString::fromUtf8("\ufeffone\ntwo\n");
}

void ArticleTextTest::everyLineEndCounts()
{
    QFETCH(QString, raw);
    const ArticleText article = ArticleText::fromPlainText(raw);
    QCOMPARE(article.text, QStringLiteral("one\ntwo\n"));
    QCOMPARE(article.paragraphs.size(), std::size_t(2));
    QCOMPARE(article.text.mid(article.paragraphs[1].start, article.paragraphs[1].length), QStringLiteral("two"));
}

void ArticleTextTest::blankLinesAreNoParagraphs()
{
    const ArticleText article = ArticleText::fromPlainText(QString::fromUtf8("\n \t\none\n\u00a0\u200b\n\ntwo"));
    QCOMPARE(article.paragraphs.size(), std::size_t(2));
    QVERIFY(ArticleText::fromPlainText(QStringLiteral(" \n\n\t")).paragraphs.empty());
    QVERIFY(ArticleText::fromPlainText(QString()).paragraphs.empty());
}

void ArticleTextTest::blocksAreRunsOfLines()
{
    const ArticleText article = ArticleText::fromPlainText(QStringLiteral("\none\ntwo\n\n\nthree\n\nfour\n"));
    std::vector<int> blocks;
    for (const auto &paragraph : article.paragraphs)
        blocks.push_back(paragraph.block);
    QCOMPARE(blocks, (std::vector<int>{1, 1, 2, 3}));
}

void ArticleTextTest::paragraphAtFindsTheLine()
{
    const ArticleText article = ArticleText::fromPlainText(QStringLiteral("one\n\ntwo\n"));
    QCOMPARE(article.paragraphAt(0), 1);
    QCOMPARE(article.paragraphAt(2), 1);
    QCOMPARE(article.paragraphAt(4), 2);  // between the two: the next
    QCOMPARE(article.paragraphAt(7), 2);
    QCOMPARE(article.paragraphAt(99), 0);
}

void ArticleTextTest::hardWrapIsSeenByItsEmptyLines()
{
    const auto wrapped = [](const char *text) {
        return ArticleText::fromPlainText(QString::fromLatin1(text)).isHardWrapped();
    };
    QVERIFY(wrapped("a first\nparagraph\n\na second\nparagraph\n"));
    QVERIFY(!wrapped("one\ntwo\nthree\n"));       // a paragraph a line
    QVERIFY(!wrapped("one\n\ntwo\n\nthree\n"));   // the same, set apart
    QVERIFY(!wrapped(""));
}

QTEST_APPLESS_MAIN(ArticleTextTest)
#include "ArticleTextTest.moc"
