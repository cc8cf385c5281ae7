// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/FeatureTable.h"

#include <QTest>

#include <algorithm>

using namespace ca;

class FeatureTableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void partsBelongToTheFeatureBegunLast();
    void unknownColumnsAreNull();
    void appendsTablesOfOtherColumns();
    void retainsTheMarked();
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

namespace {

/// Features with ids from @p id, of one, two, … parts of one, two, … points each.
FeatureTable steps(std::int64_t id, int count)
{
    FeatureTable table;
    double at = double(id);
    for (int f = 1; f <= count; ++f) {
        table.beginFeature(id++);
        for (int p = 1; p <= f; ++p) {
            GeoLine line;
            for (int i = 0; i < p; ++i, at += 0.125)
                line.push_back({at, -at});
            table.addPart(line);
        }
    }
    return table;
}

} // namespace

void FeatureTableTest::appendsTablesOfOtherColumns()
{
    FeatureTable table = steps(1, 2);
    table.columns = {{QStringLiteral("a"), {1, 2}}, {QStringLiteral("b"), {QStringLiteral("x"), QStringLiteral("y")}}};
    FeatureTable more = steps(10, 3);
    more.columns = {{QStringLiteral("c"), {7, 8, 9}}, {QStringLiteral("a"), {3, 4, 5}}};
    table.append(more);
    QCOMPARE(table.ids, (std::vector<std::int64_t>{1, 2, 10, 11, 12}));
    QCOMPARE(table.featureStart, (std::vector<std::uint32_t>{0, 1, 3, 4, 6, 9}));
    QVERIFY(std::ranges::equal(table.verticesOf(4), more.verticesOf(2)));
    QVERIFY(std::ranges::equal(table.part(8), more.part(5)));
    QCOMPARE(table.value(3, QStringLiteral("a")).toInt(), 4);
    QCOMPARE(table.value(1, QStringLiteral("b")).toString(), QStringLiteral("y"));
    QVERIFY(table.value(2, QStringLiteral("b")).isNull());
    QVERIFY(table.value(0, QStringLiteral("c")).isNull());
    QCOMPARE(table.value(4, QStringLiteral("c")).toInt(), 9);
    for (const FeatureTable::Column &column : table.columns)
        QCOMPARE(column.values.size(), table.featureCount());
}

void FeatureTableTest::retainsTheMarked()
{
    const FeatureTable whole = steps(1, 5);
    for (unsigned pattern = 0; pattern < 32; ++pattern) {
        FeatureTable table = whole;
        table.columns = {{QStringLiteral("n"), {1, 2, 3, 4, 5}}};
        std::vector<bool> marks;
        for (unsigned f = 0; f < 5; ++f)
            marks.push_back((pattern >> f) & 1u);
        table.retain(marks);
        std::size_t at = 0;
        for (std::size_t f = 0; f < 5; ++f) {
            if (!marks[f])
                continue;
            QCOMPARE(table.ids[at], whole.ids[f]);
            QVERIFY(std::ranges::equal(table.verticesOf(at), whole.verticesOf(f)));
            QCOMPARE(table.featureStart[at + 1] - table.featureStart[at], std::uint32_t(f + 1));
            QCOMPARE(table.value(at, QStringLiteral("n")).toInt(), int(f + 1));
            ++at;
        }
        QCOMPARE(table.featureCount(), at);
        QCOMPARE(table.partStart.back(), std::uint32_t(table.vertices.size()));
    }
}

QTEST_APPLESS_MAIN(FeatureTableTest)
#include "FeatureTableTest.moc"
