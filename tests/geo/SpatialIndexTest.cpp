// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/SpatialIndex.h"

#include <QTest>

#include <random>

using namespace ca;

class SpatialIndexTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatASearchOfAllFinds_data();
    void findsWhatASearchOfAllFinds();
    void emptyBoxesAreNeverFound();
};

void SpatialIndexTest::findsWhatASearchOfAllFinds_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 15, 16, 17, 255, 256, 257, 5000})
        QTest::newRow(qPrintable(QString::number(count))) << count;
}

void SpatialIndexTest::findsWhatASearchOfAllFinds()
{
    QFETCH(int, count);
    std::mt19937 random{unsigned(count)};
    std::uniform_real_distribution<double> place(-1000, 1000), size(0, 60);
    std::vector<Box> boxes;
    for (int i = 0; i < count; ++i) {
        const double x = place(random), y = place(random);
        boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    const SpatialIndex index(boxes);
    QCOMPARE(index.size(), std::size_t(count));
    for (int round = 0; round < 50; ++round) {
        const double x = place(random), y = place(random);
        const Box query{x, y, x + 4 * size(random), y + 4 * size(random)};
        std::vector<std::uint32_t> expected;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (boxes[i].intersects(query))
                expected.push_back(std::uint32_t(i));
        }
        QCOMPARE(index.query(query), expected);
    }
}

void SpatialIndexTest::emptyBoxesAreNeverFound()
{
    const std::vector<Box> boxes{{}, {0, 0, 1, 1}, {}};
    const SpatialIndex index(boxes);
    QCOMPARE(index.query(Box{-1e9, -1e9, 1e9, 1e9}), std::vector<std::uint32_t>{1});
    QVERIFY(index.query(Box{}).empty());
    QVERIFY(SpatialIndex(std::vector<Box>(3)).query(Box{-1, -1, 1, 1}).empty());
}

QTEST_APPLESS_MAIN(SpatialIndexTest)
#include "SpatialIndexTest.moc"
