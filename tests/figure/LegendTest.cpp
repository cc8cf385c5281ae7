// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/Legend.h"

#include "figure/LegendBlock.h"
#include "figure/SampleFigure.h"

#include <QTest>

using namespace ca;

class LegendTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadFonts(); }
    void namesNothingThatIsNotDrawn();
    void namesAllThatIsDrawn();
    void corridorsGoByThePolicy();
    void plannedCorridorDoesNotLookBuilt();
    void knownLinesNeedNoPrecisionKey();
    void columnsShareTheRows();
    void statusesStandInTheirKeyOnce();
    void selectionIsNamed();
    void briefKeepsTheLines();

private:
    const Atlas m_atlas{test::sourcedAtlas()};
    [[nodiscard]] QString text(const DrawnSummary &drawn, NamePolicy policy = NamePolicy::Neutral) const;
};

/// The legend as golden text: a section a line.
QString LegendTest::text(const DrawnSummary &drawn, NamePolicy policy) const
{
    QStringList lines;
    for (const LegendSection &section : Legend::of(drawn, m_atlas, policy, QStringLiteral("en")).sections) {
        QStringList entries;
        for (const LegendEntry &entry : section.entries)
            entries << entry.text;
        lines << section.title + QStringLiteral(": ") + entries.join(QStringLiteral(" | "));
    }
    return lines.join(u'\n');
}

void LegendTest::namesNothingThatIsNotDrawn()
{
    QVERIFY(Legend::of({}, m_atlas, NamePolicy::Neutral, QStringLiteral("en")).empty());
    DrawnSummary drawn;
    drawn.lines = {{QStringLiteral("red"), Mode::Rail, Status::Operating}};
    QCOMPARE(text(drawn), QStringLiteral("Corridors: Red route\nKind of line: Railway"));
}

void LegendTest::namesAllThatIsDrawn()
{
    DrawnSummary drawn;
    drawn.lines = {{QStringLiteral("pipe"), Mode::GasPipeline, Status::Operating},
                   {QStringLiteral("red"), Mode::Rail, Status::Operating},
                   {QStringLiteral("red"), Mode::Rail, Status::Planned}};
    drawn.precisions = {Precision::Generalised, Precision::Schematic, Precision::Estimated};
    drawn.symbols = {WaypointKind::Station, WaypointKind::BorderCrossing};
    drawn.subjectSymbols = true;
    drawn.gaugeBreaks = true;
    drawn.layers = {QStringLiteral("land"), QStringLiteral("disputed"), QStringLiteral("overlaps")};
    QCOMPARE(text(drawn), QStringLiteral("Corridors: Red route | pipe way\n"
                                         "Kind of line: Railway | Gas pipeline\n"
                                         "How well the line is known: Schematic: true stops, straight line between them | Estimated course\n"
                                         "Symbols: Station | Border crossing | Break of gauge | Place named in an article\n"
                                         "Borders: Disputed, by the sources cited | Area within the outlines of two countries"));
}

void LegendTest::corridorsGoByThePolicy()
{
    DrawnSummary drawn;
    drawn.lines = {{QStringLiteral("red"), Mode::Rail, Status::Operating}};
    QVERIFY(text(drawn, NamePolicy::Armenian).contains(QStringLiteral("Scarlet road")));
    QVERIFY(!text(drawn, NamePolicy::Neutral).contains(QStringLiteral("Scarlet road")));
}

void LegendTest::plannedCorridorDoesNotLookBuilt()
{
    DrawnSummary drawn;
    drawn.lines = {{QStringLiteral("red"), Mode::Road, Status::Planned}};
    const Legend legend = Legend::of(drawn, m_atlas, NamePolicy::Neutral, QStringLiteral("en"));
    QCOMPARE(legend.sections.front().entries.front().status, Status::Planned);
    QCOMPARE(legend.sections.front().entries.front().mode, Mode::Road);
}

void LegendTest::knownLinesNeedNoPrecisionKey()
{
    DrawnSummary drawn;
    drawn.precisions = {Precision::Surveyed, Precision::Traced, Precision::Generalised};
    QCOMPARE(text(drawn), QString());
}

void LegendTest::columnsShareTheRows()
{
    DrawnSummary drawn;
    drawn.lines = {{QStringLiteral("pipe"), Mode::GasPipeline, Status::Operating}, {QStringLiteral("red"), Mode::Rail, Status::Planned}};
    drawn.symbols = {WaypointKind::Station, WaypointKind::Port};
    const Legend legend = Legend::of(drawn, m_atlas, NamePolicy::Neutral, QStringLiteral("en"));
    const double one = LegendBlock(legend, 800, 1).height(), four = LegendBlock(legend, 800, 4).height();
    QVERIFY(four > 0 && four < one / 2);
    // At its natural width no row wraps: narrower is taller.
    const double natural = LegendBlock::naturalWidth(legend);
    QCOMPARE(LegendBlock(legend, natural, 1).height(), one);
    QVERIFY(LegendBlock(legend, natural / 2, 1).height() > one);
}

void LegendTest::statusesStandInTheirKeyOnce()
{
    QVERIFY(Legend::statusKey({}).empty());
    DrawnSummary drawn;
    drawn.lines = {{QStringLiteral("pipe"), Mode::GasPipeline, Status::Operating}, {QStringLiteral("red"), Mode::Rail, Status::Operating},
                   {QStringLiteral("red"), Mode::Rail, Status::Planned}};
    const Legend several = Legend::statusKey(drawn);
    QCOMPARE(several.sections.size(), std::size_t(1));
    QCOMPARE(several.sections.front().entries.size(), std::size_t(2));
    QCOMPARE(several.sections.front().entries.front().corridor, QString());
    QVERIFY(!text(drawn).contains(QStringLiteral("Planned")));
    drawn.lines.erase(drawn.lines.begin());
    QCOMPARE(Legend::statusKey(drawn).sections.front().entries.front().corridor, QStringLiteral("red"));
    // The rows of a key alone share the columns.
    QVERIFY(LegendBlock(several, 600, 2).height() < LegendBlock(several, 600, 1).height());
}

void LegendTest::selectionIsNamed()
{
    DrawnSummary drawn;
    drawn.lines = {{QStringLiteral("red"), Mode::Rail, Status::Operating}};
    drawn.segments = {QStringLiteral("trunk"), QStringLiteral("twin")};
    const Legend legend = Legend::of(drawn, m_atlas, NamePolicy::Neutral, QStringLiteral("en"), {QStringLiteral("trunk"), QStringLiteral("not-drawn")});
    QCOMPARE(legend.sections.front().entries.size(), std::size_t(1));
    QVERIFY(legend.sections.front().entries.front().kind == LegendEntry::Kind::Selected);
}

void LegendTest::briefKeepsTheLines()
{
    DrawnSummary drawn;
    drawn.lines = {{QStringLiteral("red"), Mode::Rail, Status::Operating}};
    drawn.symbols = {WaypointKind::Station};
    const Legend brief = Legend::of(drawn, m_atlas, NamePolicy::Neutral, QStringLiteral("en")).brief();
    QCOMPARE(brief.sections.size(), std::size_t(1));
    QCOMPARE(brief.sections.front().title, QStringLiteral("Corridors"));
}

QTEST_MAIN(LegendTest)
#include "LegendTest.moc"
