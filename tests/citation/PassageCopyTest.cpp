// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomText.h"
#include "citation/PassageCopy.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace ca;

class PassageCopyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quotationCitationLink();
    void partsMayBeMissing();
    void hostileTextIsEscaped();
    void randomTextIsWellFormed();
};

void PassageCopyTest::quotationCitationLink()
{
    RichText citation(QStringLiteral("“Rails,” "));
    citation.add(QStringLiteral("Ledger"), true).add(QStringLiteral(", 2025."));
    const PassageCopy copy = copyPassage(QStringLiteral("Four wagons.\r\n\r\nAnd “one”.\n"), citation,
                                         QStringLiteral("https://example.org/a#:~:text=Four,one"), QStringLiteral("en"));
    QCOMPARE(copy.text, QStringLiteral("“Four wagons.\n\nAnd “one”.”\n\n— “Rails,” Ledger, 2025.\nhttps://example.org/a#:~:text=Four,one"));
    QCOMPARE(copy.html, QStringLiteral("<blockquote cite=\"https://example.org/a#:~:text=Four,one\" lang=\"en\"><p>Four wagons.</p>"
                                       "<p>And “one”.</p></blockquote><p>— “Rails,” <i>Ledger</i>, 2025.<br>"
                                       "<a href=\"https://example.org/a#:~:text=Four,one\">https://example.org/a#:~:text=Four,one</a></p>"));
}

void PassageCopyTest::partsMayBeMissing()
{
    QCOMPARE(copyPassage({}, {}, {}), PassageCopy());
    QCOMPARE(copyPassage(QStringLiteral("a"), {}, {}), (PassageCopy{QStringLiteral("“a”"), QStringLiteral("<blockquote><p>a</p></blockquote>")}));
    QCOMPARE(copyPassage({}, RichText(QStringLiteral("X")), {}), (PassageCopy{QStringLiteral("— X"), QStringLiteral("<p>— X</p>")}));
}

void PassageCopyTest::hostileTextIsEscaped()
{
    const PassageCopy copy = copyPassage(QStringLiteral("<script>\"'&"), RichText(QStringLiteral("<b>")), QStringLiteral("javascript:alert(1)"),
                                         QStringLiteral("\"><x"));
    QVERIFY(!copy.html.contains(QLatin1String("<script")) && !copy.html.contains(QLatin1String("<b>")) && !copy.html.contains(QLatin1String("<x")));
    QVERIFY(!copy.html.contains(QLatin1String("javascript")) && !copy.text.contains(QLatin1String("javascript")));
}

void PassageCopyTest::randomTextIsWellFormed()
{
    QRandomGenerator random(4);
    for (int round = 0; round < 1000; ++round) {
        const QString link = random.bounded(2) ? QStringLiteral("https://example.org/?") + test::randomText(random, 6, true) : test::randomText(random, 6, true);
        const PassageCopy copy = copyPassage(test::randomText(random, 20, true), {}, link, test::randomText(random, 3, true));
        QXmlStreamReader reader(QStringLiteral("<x>%1</x>").arg(QString(copy.html).replace(QLatin1String("<br>"), QLatin1String("<br/>"))));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString() + copy.html));
    }
}

QTEST_GUILESS_MAIN(PassageCopyTest)
#include "PassageCopyTest.moc"
