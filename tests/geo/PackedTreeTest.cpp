// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/PackedTree.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace ca;

class PackedTreeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsInOrderWhatASearchOfAllFinds_data();
    void findsInOrderWhatASearchOfAllFinds();
    void refusedNodesAreLeftOut();
    void surviveBeingStored();
    void boxesAreRoundedOutwards();
    void hilbertNeighboursAreNear();
};

namespace {

std::vector<Box> randomBoxes(int count)
{
    std::mt19937 random{unsigned(count)};
    std::uniform_real_distribution<double> place(-1000, 1000), size(0, 60);
    std::vector<Box> boxes, ordered;
    for (int i = 0; i < count; ++i) {
        const double x = place(random), y = place(random);
        boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    for (const std::uint32_t i : hilbertOrder(boxes))
        ordered.push_back(boxes[i]);
    return ordered;
}

std::vector<std::size_t> found(const PackedTree &tree, const Box &box)
{
    std::vector<std::size_t> items;
    tree.query(box, [&](std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i)
            items.push_back(i);
    });
    return items;
}

} // namespace

void PackedTreeTest::findsInOrderWhatASearchOfAllFinds_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 15, 16, 17, 255, 256, 257, 5000})
        QTest::newRow(qPrintable(QString::number(count))) << count;
}

void PackedTreeTest::findsInOrderWhatASearchOfAllFinds()
{
    QFETCH(int, count);
    const std::vector<Box> boxes = randomBoxes(count);
    const PackedTree tree(boxes);
    QCOMPARE(tree.size(), std::size_t(count));
    QCOMPARE(tree.nodes().size(), PackedTree::nodeCount(std::size_t(count)));
    std::mt19937 random(1);
    std::uniform_real_distribution<double> place(-1200, 1000), size(0, 900);
    for (int round = 0; round < 50; ++round) {
        const double x = place(random), y = place(random);
        const Box query{x, y, x + size(random), y + size(random)};
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (boxes[i].intersects(query))
                expected.push_back(i);
        }
        QCOMPARE(found(tree, query), expected);
    }
    QCOMPARE(found(tree, {-1e9, -1e9, 1e9, 1e9}).size(), boxes.size());
    QVERIFY(found(tree, Box()).empty());
}

void PackedTreeTest::refusedNodesAreLeftOut()
{
    const std::vector<Box> boxes = randomBoxes(1000);
    const PackedTree tree(boxes);
    std::size_t visited = 0;
    tree.query({-1e9, -1e9, 1e9, 1e9}, [](const PackedTree::Node &node) { return node.maxX < 500; },
               [&](std::size_t first, std::size_t end) { visited += end - first; });
    QCOMPARE(visited, std::size_t(0));  // the root reaches beyond
    tree.query({-1e9, -1e9, 1e9, 1e9}, [](const PackedTree::Node &) { return true; },
               [&](std::size_t first, std::size_t end) { visited += end - first; });
    QCOMPARE(visited, std::size_t(1000));
}

void PackedTreeTest::surviveBeingStored()
{
    const PackedTree tree(randomBoxes(777));
    const PackedTree copy(tree.size(), tree.nodes());
    const Box query{-100, -100, 250, 300};
    QCOMPARE(found(copy, query), found(tree, query));
    QVERIFY(!found(copy, query).empty());
}

void PackedTreeTest::boxesAreRoundedOutwards()
{
    const Box box{16777217.3, -16777217.3, 16777219.1, -16777215.2};  // beyond what a float can tell apart
    const PackedTree tree(std::vector<Box>{box});
    QVERIFY(tree.box(0).contains(box));
    QVERIFY(tree.bounds().contains(box));
    QCOMPARE(found(tree, box).size(), std::size_t(1));
}

void PackedTreeTest::hilbertNeighboursAreNear()
{
    std::vector<Box> boxes;
    for (int i = 0; i < 32 * 32; ++i)
        boxes.push_back({double(i % 32), double(i / 32), double(i % 32), double(i / 32)});
    const auto order = hilbertOrder(boxes);
    double longest = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const Box a = boxes[order[i - 1]], b = boxes[order[i]];
        longest = std::max(longest, std::hypot(b.minX - a.minX, b.minY - a.minY));
    }
    QVERIFY(longest < 3);
    QVERIFY(std::is_permutation(order.begin(), order.end(), [] {
        std::vector<std::uint32_t> all(32 * 32);
        std::iota(all.begin(), all.end(), 0u);
        return all;
    }().begin()));
}

QTEST_APPLESS_MAIN(PackedTreeTest)
#include "PackedTreeTest.moc"
