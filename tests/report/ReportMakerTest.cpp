// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleReport.h"
#include "report/ReportOutline.h"

#include <QTest>

using namespace ca;

class ReportMakerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unknownIdsGiveNothing();
    void segmentReport();
    void corridorReport();
    void searchSpellingsAreNoNames();
    void numbersAreThoseOfTheSources();
    void theAtlasAloneQuotesNothing();
    void bundledPassageQuotedFromTheCopy();
    void ownPassagesOfOtherSubjectsAreLeftOut();
    void ownSourceIsNumberedOnce();
    void verdictsAreTold();
    void sameInputSameReport();
};

namespace {

QString plainText(const ReportContent &content)
{
    QString text;
    const auto add = [&text](const ReportText &runs) {
        for (const ReportRun &run : runs)
            text += run.text;
        text += u'\n';
    };
    for (const ReportBlock &block : reportOutline(content)) {
        add(block.text);
        for (const auto &row : block.rows) {
            for (const ReportText &cell : row)
                add(cell);
        }
    }
    return text;
}

OwnPassage own(const QString &subject)
{
    OwnPassage one;
    one.passage.subjects = {{subject, false}};
    one.passage.citation = {{QStringLiteral("id"), QStringLiteral("mine")}, {QStringLiteral("type"), QStringLiteral("webpage")},
                            {QStringLiteral("publisher"), QStringLiteral("My Paper")}};
    one.quotation = {QStringLiteral("Words of my copy."), Verdict::Exact, {}};
    return one;
}

} // namespace

void ReportMakerTest::unknownIdsGiveNothing()
{
    QCOMPARE(makeReport(Atlas(test::sampleAtlas()), QStringLiteral("nowhere")), ReportContent());
}

void ReportMakerTest::segmentReport()
{
    const ReportContent content = makeReport(Atlas(test::sampleAtlas()), QStringLiteral("a"));
    QCOMPARE(content.title, QStringLiteral("Alpha – Beta"));
    QCOMPARE(content.subtitle, QStringLiteral("Segment of North corridor"));
    QCOMPARE(content.asOf, QStringLiteral("2026-01-31"));
    QCOMPARE(content.summary[1].label, QStringLiteral("Status"));
    QCOMPARE(content.summary[1].value, QStringLiteral("operating, as of 2025"));
    QCOMPARE(content.facts.front().heading, QStringLiteral("Status"));
    QCOMPARE(content.facts.front().facts.size(), std::size_t(3));
    QVERIFY(content.segments.empty());
    // p2 and p3 speak of the corridor, p1 of the segment; in article order.
    QCOMPARE(content.passages.size(), std::size_t(4));
    QCOMPARE(content.passages[1].marks, QStringList{QStringLiteral("a")});
    QCOMPARE(content.passages[1].claim, QStringLiteral("figure"));
    QCOMPARE(content.passages[1].claimedBy, QStringLiteral("The article-1 Post"));
    QVERIFY(content.passages[0].scope.contains(QLatin1String("North corridor")));
    QCOMPARE(content.caveats.size(), std::size_t(1));
}

void ReportMakerTest::corridorReport()
{
    const ReportContent content = test::sampleReport();
    QCOMPARE(content.title, QStringLiteral("North corridor"));
    QCOMPARE(content.subtitle, QStringLiteral("Corridor of 2 segments"));
    QCOMPARE(content.segments.size(), std::size_t(2));
    QCOMPARE(content.segments[1].title, QStringLiteral("Beta route"));
    QVERIFY(content.segments[0].lengthKm > 80 && content.segments[0].lengthKm < 90);
    QVERIFY(content.facts.front().disagree);
    QCOMPARE(content.passages.back().noteAuthor, QStringLiteral("A. Reader"));
    ReportOptions options;
    options.passages = {own(QStringLiteral("a"))};
    options.passages.front().quotation = {{}, Verdict::Orphan, QStringLiteral("no copy")};
    options.passages.front().paraphrase = QStringLiteral("told in our words");
    const ReportPassage told = makeReport(Atlas(test::sampleAtlas()), QStringLiteral("north"), options).passages.back();
    QCOMPARE(told.paraphrase, QStringLiteral("told in our words"));
    QVERIFY(!told.verdict && told.reason.isEmpty());
    QVERIFY(content.passages.back().link.contains(QLatin1String(":~:text=my%20own%20words")));
}

void ReportMakerTest::searchSpellingsAreNoNames()
{
    for (const ReportName &name : makeReport(Atlas(test::sampleAtlas()), QStringLiteral("b")).names)
        QVERIFY(name.language != QLatin1String("ru"));
}

void ReportMakerTest::numbersAreThoseOfTheSources()
{
    const ReportContent content = test::sampleReport();
    const int most = int(content.sources.size());
    QVERIFY(most >= 3);
    std::vector<bool> cited(std::size_t(most) + 1);
    for (const ReportBlock &block : reportOutline(content)) {
        ReportText all = block.text;
        for (const auto &row : block.rows) {
            for (const ReportText &cell : row)
                all.insert(all.end(), cell.begin(), cell.end());
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            const ReportRun &run = all[i];
            // "[5]–[9]" cites those between as well.
            if (run.text == QStringLiteral("–")) {
                for (int between = all[i - 1].link.mid(8).toInt() + 1; between < all[i + 1].link.mid(8).toInt(); ++between)
                    cited[std::size_t(between)] = true;
            }
            if (!run.link.startsWith(QLatin1String("#source-")))
                continue;
            const int number = run.link.mid(8).toInt();
            QVERIFY(number >= 1 && number <= most);
            QCOMPARE(run.text, QStringLiteral("[%1]").arg(number));
            cited[std::size_t(number)] = true;
        }
    }
    for (int number = 1; number <= most; ++number)
        QVERIFY2(cited[std::size_t(number)], qPrintable(QStringLiteral("source %1 is cited nowhere").arg(number)));
}

void ReportMakerTest::theAtlasAloneQuotesNothing()
{
    for (const char *id : {"a", "b", "c", "north", "south", "place-x"}) {
        const ReportContent content = makeReport(Atlas(test::sampleAtlas()), QLatin1String(id));
        for (const ReportPassage &passage : content.passages)
            QVERIFY(passage.quotation.isEmpty() && !passage.paraphrase.isEmpty());
        const QString text = plainText(content);
        // Not even the anchors.
        QVERIFY(!text.contains(QLatin1String("One two three")) && !text.contains(QLatin1String("nine ten")));
    }
}

void ReportMakerTest::bundledPassageQuotedFromTheCopy()
{
    ReportOptions options;
    options.quotations.insert(QStringLiteral("p1"), {QStringLiteral("One two three, as my copy has it, nine ten."), Verdict::Moved, {}});
    const ReportContent content = makeReport(Atlas(test::sampleAtlas()), QStringLiteral("a"), options);
    const QString text = plainText(content);
    QVERIFY(text.contains(QStringLiteral("“One two three, as my copy has it, nine ten.”")));
    QVERIFY(text.contains(QLatin1String("found elsewhere in the copy")));
    QVERIFY(!text.contains(QLatin1String("Told in other words (p1).")));
    QVERIFY(text.contains(QLatin1String("Told in other words (p2).")));
}

void ReportMakerTest::ownPassagesOfOtherSubjectsAreLeftOut()
{
    ReportOptions options;
    options.passages = {own(QStringLiteral("c")), own(QStringLiteral("b"))};
    const std::size_t before = makeReport(Atlas(test::sampleAtlas()), QStringLiteral("north")).passages.size();
    QCOMPARE(makeReport(Atlas(test::sampleAtlas()), QStringLiteral("north"), options).passages.size(), before + 1);
}

void ReportMakerTest::ownSourceIsNumberedOnce()
{
    ReportOptions options;
    options.passages = {own(QStringLiteral("a")), own(QStringLiteral("a")), {}};
    options.passages[1].passage.anchor.exact = QStringLiteral("else");
    OwnPassage bundled = own(QStringLiteral("a"));
    bundled.passage.citation = test::sampleRecord(QStringLiteral("page-1")).csl;
    options.passages.push_back(bundled);
    const ReportContent content = makeReport(Atlas(test::sampleAtlas()), QStringLiteral("a"), options);
    const std::size_t size = content.passages.size();
    QCOMPARE(content.passages[size - 3].source, content.passages[size - 2].source);
    QCOMPARE(content.sources[std::size_t(content.passages[size - 2].source) - 1].plainText(), QStringLiteral("My Paper, n.d."));
    QVERIFY(content.sources[std::size_t(content.passages[size - 1].source) - 1].plainText().contains(QLatin1String("The page-1 Post")));
}

void ReportMakerTest::verdictsAreTold()
{
    const QString text = plainText(test::sampleReport());
    QVERIFY(text.contains(QLatin1String("changed in the copy: a number differs")));
    ReportOptions options;
    options.passages = {own(QStringLiteral("a"))};
    options.passages.front().quotation = {};
    const QString lost = plainText(makeReport(Atlas(test::sampleAtlas()), QStringLiteral("a"), options));
    QVERIFY(lost.contains(QLatin1String("not found in the copy")));
    QVERIFY(lost.contains(QLatin1String("The words of this passage were not found")));
}

void ReportMakerTest::sameInputSameReport()
{
    QCOMPARE(test::sampleReport(), test::sampleReport());
}

QTEST_GUILESS_MAIN(ReportMakerTest)
#include "ReportMakerTest.moc"
