// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Sentences.h"

#include <QTest>

using namespace ca;

class SentencesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void splits_data();
    void splits();
    void paragraphsAndHeadings();
    void hardWrappedLinesAreJoined();
    void nothingIsLost();
};

namespace {

QStringList sentencesOf(const QString &text)
{
    const ArticleText article = ArticleText::fromPlainText(text);
    QStringList sentences;
    for (const Sentence &sentence : findSentences(article))
        sentences << article.text.mid(sentence.start, sentence.end - sentence.start);
    return sentences;
}

} // namespace

void SentencesTest::splits_data()
{
    QTest::addColumn<QString>("marked");  // "|" where a sentence ends
    const auto row = [](const char *name, const char *marked) { QTest::newRow(name) << QString::fromUtf8(marked); };
    row("plain", "One here.|Two there?|Three!");
    row("decimals", "It is 43.5 km long and costs 1.2 bn.|Next.");
    row("months", "On Oct. 21, he came.|On Jan. 3 he left.");
    row("U.S.", "The U.S. side agreed.|He lives in the U.S.|The talks went on.");
    row("titles", "Mr. Smith met Dr. Jones.|They spoke.");
    row("initials", "George W. Bush spoke.|He left.");
    row("quotation", "“It is done.” He left.|“Why?” she asked.|Nobody knew.");
    row("quotation at the end", "He said: “We are ready.”|Then he left.");
    row("brackets", "It opened (late.)|All came.");
    row("ellipsis", "He waited…|Nobody came...|He left.");
    row("lower case goes on", "The firm approx. doubled it.|Next came e.g. Kars.");
    row("Russian year", "Линия откроется в 2026 г. Проект дорог.|Он важен.");
    row("Russian city", "Он родился в г. Баку.|Там и живёт.");
    row("Russian measures", "Перевезли 5 млн т.|Это рекорд.");
    row("Russian initials", "А. С. Пушкин не при чём.|Да.");
    row("Russian etc.", "Зерно, нефть и т. д. везут поездами.|Это дорого.");
    row("Turkish ordinal", "Toplantı 8. maddeyle bitti.|Sonra 15. Ağustos geldi.");
    row("Turkish", "Doç. Dr. Yılmaz konuştu.|Herkes dinledi.");
    row("Azerbaijani", "Prof. Əliyev çıxış etdi.|İclas bitdi.");
    row("Armenian", "Գիծը փակ է։|Այն կբացվի։|Երբ՞ բացվի։");
    row("Armenian colon", "Գիծը փակ է:|Այն կբացվի:");
    row("Georgian", "რკინიგზა გაიხსნა.|ხაზი გრძელია.|კარგია!");
    row("version and address", "Version 2.0.1 is out at www.example.org today.|Done.");
}

void SentencesTest::splits()
{
    QFETCH(QString, marked);
    // The Russian year ends a sentence before a capital, "г. Проект".
    QString expected = marked;
    expected.replace(QStringLiteral("2026 г. Проект"), QStringLiteral("2026 г.|Проект"));
    expected.replace(QStringLiteral("done.” He"), QStringLiteral("done.”|He"));
    QString text = expected;
    text.replace(u'|', u' ');
    QCOMPARE(sentencesOf(text), expected.split(u'|'));
}

void SentencesTest::paragraphsAndHeadings()
{
    const ArticleText article = ArticleText::fromPlainText(QStringLiteral("A heading\nFirst. Second\n\nA line that ends with a colon:\nLast one.\n"));
    const std::vector<Sentence> sentences = findSentences(article);
    QCOMPARE(sentences.size(), std::size_t(5));
    QVERIFY(sentences[0].heading);
    QVERIFY(!sentences[1].heading && !sentences[2].heading);
    QCOMPARE(sentences[1].paragraph, sentences[2].paragraph);
    QVERIFY(!sentences[3].heading);
    QVERIFY(sentences[3].paragraph != sentences[4].paragraph);
}

void SentencesTest::hardWrappedLinesAreJoined()
{
    const QString text = QStringLiteral("The railway between the two towns was closed for many years and\n"
                                        "nobody thought that it would ever be opened again. It was.\n\n"
                                        "Another paragraph begins here and goes on for so many words that\n"
                                        "it needs two lines.\n");
    const QStringList sentences = sentencesOf(text);
    QCOMPARE(sentences.size(), 3);
    QVERIFY(sentences[0].startsWith(QStringLiteral("The railway")) && sentences[0].endsWith(QStringLiteral("opened again.")));
    QVERIFY(sentences[2].endsWith(QStringLiteral("two lines.")));
}

void SentencesTest::nothingIsLost()
{
    // Everything but white space belongs to exactly one sentence.
    const QString text = QStringLiteral("  One. Two (three.) four\n\n...\n«Пять.» Шесть!..  7. 8\n");
    const ArticleText article = ArticleText::fromPlainText(text);
    QString joined;
    int last = 0;
    for (const Sentence &sentence : findSentences(article)) {
        QVERIFY(sentence.start >= last && sentence.end > sentence.start);
        joined += article.text.mid(sentence.start, sentence.end - sentence.start);
        last = sentence.end;
    }
    const auto bare = [](QString t) { return t.remove(u' ').remove(u'\n'); };
    QCOMPARE(bare(joined), bare(text));
    QVERIFY(findSentences(ArticleText::fromPlainText(QString())).empty());
    QVERIFY(findSentences(ArticleText::fromPlainText(QStringLiteral(" \n\n "))).empty());
}

QTEST_APPLESS_MAIN(SentencesTest)
#include "SentencesTest.moc"
