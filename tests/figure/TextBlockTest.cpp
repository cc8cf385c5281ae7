// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/TextBlock.h"

#include "map/Fonts.h"

#include <QFontMetricsF>
#include <QTest>

using namespace ca;

class TextBlockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadFonts(); }
    void wrapsWithinTheWidth_data();
    void wrapsWithinTheWidth();
    void losesNoWord();
    void cutsOnlyWhenTold();
    void emptyTakesNoRoom();
};

void TextBlockTest::wrapsWithinTheWidth_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("Latin") << QStringLiteral("A long sentence about a railway that is told in many small words indeed");
    QTest::newRow("Azerbaijani") << QStringLiteral("Zəngəzur dəhlizi üzrə dəmir yolu xəttinin tikintisi davam edir");
    QTest::newRow("Armenian") << QStringLiteral("Հայաստանի Հանրապետության Սյունիքի մարզի երկաթուղային գիծը");
    QTest::newRow("Georgian") << QStringLiteral("საქართველოს რკინიგზის თბილისი ბათუმის მონაკვეთი");
    QTest::newRow("one long word") << QStringLiteral("https://example.org/a/very/long/address/without/any/space/at/all/index.html");
}

void TextBlockTest::wrapsWithinTheWidth()
{
    QFETCH(QString, text);
    const QFont font = mapFont(12);
    const TextBlock block(text, font, 120);
    QVERIFY(block.lines().size() > 2);
    for (const QString &line : block.lines())
        QVERIFY2(QFontMetricsF(font).horizontalAdvance(line) <= 120.5, qPrintable(line));
    QVERIFY(block.width() <= 120.5);
    QVERIFY(block.height() > block.lines().size() * 12);
}

void TextBlockTest::losesNoWord()
{
    const QString text = QStringLiteral("one two three four five six seven eight nine ten");
    QCOMPARE(TextBlock(text, mapFont(12), 60).lines().join(u' '), text);
}

void TextBlockTest::cutsOnlyWhenTold()
{
    const QString text = QStringLiteral("one two three four five six seven eight nine ten eleven twelve");
    QVERIFY(!TextBlock(text, mapFont(12), 60).elided());
    const TextBlock cut(text, mapFont(12), 60, 2);
    QVERIFY(cut.elided());
    QCOMPARE(cut.lines().size(), 2);
    QVERIFY(cut.lines().last().endsWith(u'…'));
}

void TextBlockTest::emptyTakesNoRoom()
{
    QCOMPARE(TextBlock(QString(), mapFont(12), 100).height(), 0.0);
    QVERIFY(TextBlock(QStringLiteral("x"), mapFont(12), 0).empty());
}

QTEST_MAIN(TextBlockTest)
#include "TextBlockTest.moc"
