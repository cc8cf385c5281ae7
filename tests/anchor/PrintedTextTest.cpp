// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/PrintedText.h"

#include <QTest>

using namespace ca;

/// What typesetting added is taken back, and nothing else is.
class PrintedTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takenBack_data();
    void takenBack();
    void keepsHyphensWhenAsked();
    void originLeadsBack();
};

void PrintedTextTest::takenBack_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *name, const QString &raw, const QString &written) { QTest::newRow(name) << raw << written; };
    row("broken word", QStringLiteral("the rail-\nway line"), QStringLiteral("the railway line"));
    row("broken word in Armenian", QString::fromUtf8("երկա֊\nթուղի"), QString::fromUtf8("երկաթուղի"));
    row("name with a hyphen", QStringLiteral("Baku-\nTbilisi"), QStringLiteral("Baku-\nTbilisi"));
    row("years", QStringLiteral("2025-\n2026"), QStringLiteral("2025-\n2026"));
    row("dash at a line's end", QStringLiteral("the line -\nit says"), QStringLiteral("the line -\nit says"));
    row("across a blank line", QStringLiteral("rail-\n\nway"), QStringLiteral("rail-\nway"));
    row("page number", QStringLiteral("goes on\n\n12\n\fhere"), QStringLiteral("goes on\nhere"));
    row("decorated page number", QStringLiteral("goes on\n- 12 -\nhere"), QStringLiteral("goes on\nhere"));
    row("page of pages", QStringLiteral("goes on\nPage 3 of 12\nhere"), QStringLiteral("goes on\nhere"));
    row("year on a line of its own", QStringLiteral("opened in\n\n2026\n\nhere"), QStringLiteral("opened in\n2026\nhere"));
    row("number within the text", QStringLiteral("it has\n12\nwagons"), QStringLiteral("it has\n12\nwagons"));
    row("running head", QStringLiteral("My Review\n\ngoes on\n\n12\n\nMy Review\n\nhere"), QStringLiteral("My Review\ngoes on\nhere"));
    row("head that stands once", QStringLiteral("goes on\n\n12\n\nMy Review\n\nhere"), QStringLiteral("goes on\nMy Review\nhere"));
    row("bullets", QString::fromUtf8("• one thing\n• another"), QStringLiteral("one thing\nanother"));
    row("minus", QStringLiteral("it fell to\n- 5 degrees"), QStringLiteral("it fell to\n- 5 degrees"));
    row("dash within a sentence", QString::fromUtf8("the line\n– as they say"), QString::fromUtf8("the line\n– as they say"));
    row("ligatures", QString::fromUtf8("ﬁrst oﬃce ﬂoor"), QStringLiteral("first office floor"));
    row("full width", QString::fromUtf8("２０２６ ＡＢ"), QStringLiteral("2026 AB"));
    row("footnotes", QString::fromUtf8("the line[12] was built.³ It stands†"), QStringLiteral("the line was built. It stands"));
    row("square kilometres", QString::fromUtf8("40 km² and 3 metres² and 10³"), QString::fromUtf8("40 km² and 3 metres² and 10³"));
    row("year in brackets", QStringLiteral("the act [2025] says"), QStringLiteral("the act [2025] says"));
}

void PrintedTextTest::takenBack()
{
    QFETCH(QString, raw);
    QFETCH(QString, written);
    QCOMPARE(asWritten(ArticleText::fromPlainText(raw)).text, written);
}

void PrintedTextTest::keepsHyphensWhenAsked()
{
    const ArticleText article = ArticleText::fromPlainText(QStringLiteral("a cross-\nborder rail-\nway"));
    const PrintedText kept = asWritten(article, PrintedText::Hyphens::Kept);
    QCOMPARE(kept.text, QStringLiteral("a cross-border rail-way"));
    QCOMPARE(kept.joints.size(), std::size_t(2));
    QCOMPARE(kept.text.mid(kept.joints[0].at), QStringLiteral("border rail-way"));
    const PrintedText joined = asWritten(article);
    QCOMPARE(joined.text.mid(joined.joints[1].at), QStringLiteral("way"));
}

void PrintedTextTest::originLeadsBack()
{
    const QString raw = QString::fromUtf8("• The ﬁrst rail-\n\n7\n\nway[3] of ２");
    const ArticleText article = ArticleText::fromPlainText(raw);
    const PrintedText written = asWritten(article);
    QCOMPARE(written.origin.size(), static_cast<std::size_t>(written.text.size()) + 1);
    for (const QString &word : {QStringLiteral("The"), QStringLiteral("way"), QStringLiteral("of")}) {
        const auto at = static_cast<int>(written.text.indexOf(word));
        const TextRange range = written.sourceRange({at, static_cast<int>(word.size())});
        QCOMPARE(raw.mid(range.start, range.length), word);
    }
    QCOMPARE(raw.mid(written.sourceRange({4, 5}).start, 4), QString::fromUtf8("ﬁrst"));
}

QTEST_APPLESS_MAIN(PrintedTextTest)
#include "PrintedTextTest.moc"
