// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/Credits.h"

#include "figure/SampleFigure.h"

#include <QTest>

using namespace ca;

class CreditsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingDrawnOwesNothing();
    void layersThatOweTheSameStandTogether();
    void linesOweByProvenance();
    void extractsAreNamedWithTheirDate();
    void licencesAreWrittenForReaders();
};

void CreditsTest::nothingDrawnOwesNothing()
{
    const Credits credits = Credits::of({}, test::baseMap().credits, {});
    QVERIFY(credits.lines.isEmpty());
    QCOMPARE(credits.text(), QString());
}

void CreditsTest::layersThatOweTheSameStandTogether()
{
    DrawnSummary drawn;
    drawn.layers = {QStringLiteral("land"), QStringLiteral("borders"), QStringLiteral("places"), QStringLiteral("rivers")};
    const Credits credits = Credits::of(drawn, test::baseMap().credits, QStringLiteral("Some projection"));
    QCOMPARE(credits.lines, (QStringList{QStringLiteral("Land, borders: © OpenStreetMap contributors, 2017 (ODbL 1.0)"),
                                         QStringLiteral("Places: GeoNames (CC BY 4.0)"),
                                         QStringLiteral("Projection: Some projection")}));
    QCOMPARE(credits.brief(), QStringLiteral("Map data: © OpenStreetMap contributors; GeoNames."));
    QCOMPARE(credits.licences, (QStringList{QStringLiteral("ODbL 1.0"), QStringLiteral("CC BY 4.0")}));
}

void CreditsTest::linesOweByProvenance()
{
    DrawnSummary drawn;
    drawn.provenances = {QStringLiteral("estimated"), QStringLiteral("gem"), QStringLiteral("osm")};
    QCOMPARE(Credits::of(drawn, test::baseMap().credits, {}).lines,
             QStringList{QStringLiteral("Corridor lines: © OpenStreetMap contributors (ODbL 1.0); Global Energy Monitor (CC BY 4.0); own estimates")});
}

void CreditsTest::extractsAreNamedWithTheirDate()
{
    DrawnSummary drawn;
    drawn.provenances = {QStringLiteral("gem"), QStringLiteral("osm")};
    drawn.extractDates = {QStringLiteral("2026-02-26"), QStringLiteral("2026-05-20")};
    const Credit owed{QStringLiteral("user:osm"), QStringLiteral("© OpenStreetMap contributors"), QStringLiteral("ODbL-1.0"), {}, QStringLiteral("2026-02-26")};
    for (const char *title : {"roads", "rivers"})
        drawn.added.push_back({QString::fromLatin1(title), {}, GeometryKind::Line, owed});
    drawn.added.push_back({QStringLiteral("my sketch"), {}, GeometryKind::Line, {}});
    QCOMPARE(Credits::of(drawn, {}, {}).lines,
             (QStringList{QStringLiteral("Corridor lines: © OpenStreetMap contributors, extracts of 2026-02-26 and 2026-05-20 (ODbL 1.0); Global Energy Monitor (CC BY 4.0)"),
                          QStringLiteral("Layers of OpenStreetMap: © OpenStreetMap contributors, extract of 2026-02-26 (ODbL 1.0)"),
                          QStringLiteral("Added by the maker of this map: my sketch")}));
}

void CreditsTest::licencesAreWrittenForReaders()
{
    BaseMap base = test::baseMap();
    base.credits = {{QStringLiteral("land"), QStringLiteral("Names of the isle: Survey 4.2, A. Mapper"), QStringLiteral("CC-BY-4.0"), {}, QStringLiteral("2020")}};
    DrawnSummary drawn;
    drawn.layers = {QStringLiteral("land")};
    const Credits credits = Credits::of(drawn, base.credits, {});
    QCOMPARE(credits.lines, QStringList{QStringLiteral("Names of the isle: Survey 4.2, A. Mapper, 2020 (CC BY 4.0)")});
    QCOMPARE(credits.names, QStringList{QStringLiteral("Survey 4.2")});
}

QTEST_MAIN(CreditsTest)
#include "CreditsTest.moc"
