// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/Columns.h"

#include <QTest>

#include <algorithm>

using namespace ca;

class ColumnsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneColumnStacks();
    void columnsAreLevel();
    void orderIsKept_data();
    void orderIsKept();
    void nothingTakesNoRoom();
};

void ColumnsTest::oneColumnStacks()
{
    const Columns columns = Columns::flow({10, 20, 30}, 5, 1);
    QCOMPARE(columns.places, (std::vector<Columns::Place>{{0, 0}, {0, 15}, {0, 40}}));
    QCOMPARE(columns.height, 70.0);
    QCOMPARE(columns.used, 1);
}

void ColumnsTest::columnsAreLevel()
{
    const Columns columns = Columns::flow({10, 10, 10, 10}, 0, 2);
    QCOMPARE(columns.height, 20.0);
    QCOMPARE(columns.places, (std::vector<Columns::Place>{{0, 0}, {0, 10}, {1, 0}, {1, 10}}));
}

void ColumnsTest::orderIsKept_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 3, 5, 40})
        QTest::addRow("%d columns", count) << count;
}

void ColumnsTest::orderIsKept()
{
    QFETCH(int, count);
    const std::vector<double> heights{30, 8, 8, 50, 12, 12, 12, 3, 90, 1};
    const Columns columns = Columns::flow(heights, 4, count);
    QVERIFY(columns.used <= count);
    QVERIFY(columns.height >= 90);
    for (std::size_t i = 1; i < heights.size(); ++i) {
        const Columns::Place before = columns.places[i - 1], here = columns.places[i];
        const bool below = here.column == before.column && here.top >= before.top + heights[i - 1] + 4;
        const bool next = here.column == before.column + 1 && here.top == 0;
        QVERIFY(below || next);
        QVERIFY(here.top + heights[i] <= columns.height);
    }
}

void ColumnsTest::nothingTakesNoRoom()
{
    const Columns columns = Columns::flow({}, 4, 3);
    QCOMPARE(columns.height, 0.0);
    QCOMPARE(columns.used, 0);
}

QTEST_APPLESS_MAIN(ColumnsTest)
#include "ColumnsTest.moc"
