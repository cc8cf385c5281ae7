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
