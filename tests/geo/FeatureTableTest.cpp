// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/FeatureTable.h"

#include <QTest>

using namespace ca;

class FeatureTableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void partsBelongToTheFeatureBegunLast();
    void unknownColumnsAreNull();
};

void FeatureTableTest::partsBelongToTheFeatureBegunLast()
{
    FeatureTable table;
    table.beginFeature(7);
    table.addPart(GeoLine{{1, 2}, {3, 4}});
    table.addPart(GeoLine{{5, 6}});
    table.beginFeature(9);
    table.addPart(GeoLine{{7, 8}, {9, 10}, {11, 12}});
    QCOMPARE(table.featureCount(), std::size_t(2));
    QCOMPARE(table.featureStart, (std::vector<std::uint32_t>{0, 2, 3}));
    QCOMPARE(table.part(2).size(), std::size_t(3));
    QVERIFY(table.part(1)[0] == (LatLon{5, 6}));
}

void FeatureTableTest::unknownColumnsAreNull()
{
    FeatureTable table;
    table.beginFeature(1);
    table.columns.push_back({QStringLiteral("name"), {QStringLiteral("Meghri")}});
    QCOMPARE(table.value(0, QStringLiteral("name")).toString(), QStringLiteral("Meghri"));
    QVERIFY(table.value(0, QStringLiteral("rank")).isNull());
    QVERIFY(table.value(5, QStringLiteral("name")).isNull());
    QCOMPARE(table.columnIndex(QStringLiteral("rank")), -1);
}

QTEST_APPLESS_MAIN(FeatureTableTest)
#include "FeatureTableTest.moc"
