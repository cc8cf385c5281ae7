// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/VertexRank.h"

#include "geo/Polyline.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace ca;

namespace {

PlaneLine randomLine(std::mt19937 &random, int count)
{
    std::uniform_real_distribution<double> step(-30, 30);
    PlaneLine line{{0, 0}};
    for (int i = 1; i < count; ++i)
        line.push_back({line.back().x + step(random), line.back().y + step(random)});
    return line;
}

} // namespace

class VertexRankTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ranksAreMonotone();
    void simplifiedLineStaysWithinTolerance();
    void manyVerticesInOnePlace();
    void noVertices();
    void codesKeepTheOrder();
    void codesKeepWhatATolerancesNeeds();
};

void VertexRankTest::ranksAreMonotone()
{
    std::mt19937 random(9);
    const PlaneLine line = randomLine(random, 300);
    const std::vector<float> ranks = vertexRanks(line);
    QCOMPARE(ranks.size(), line.size());
    QVERIFY(std::isinf(ranks.front()) && std::isinf(ranks.back()));
    std::size_t before = line.size();
    for (const float tolerance : {1.f, 5.f, 20.f, 100.f}) {
        const auto kept = std::size_t(std::count_if(ranks.begin(), ranks.end(), [&](float r) { return r >= tolerance; }));
        QVERIFY(kept <= before);
        before = kept;
    }
}

void VertexRankTest::simplifiedLineStaysWithinTolerance()
{
    std::mt19937 random(10);
    for (const double tolerance : {2.0, 8.0, 25.0}) {
        const PlaneLine line = randomLine(random, 200);
        const std::vector<float> ranks = vertexRanks(line);
        PlaneLine kept;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (ranks[i] >= tolerance)
                kept.push_back(line[i]);
        }
        for (const PointXY p : line)
            QVERIFY(distanceToLine(kept, p) <= tolerance + 1e-3);
    }
}

void VertexRankTest::manyVerticesInOnePlace()
{
    // Split vertex by vertex this would take hours.
    const PlaneLine line(1'000'000, PointXY{3, 4});
    const std::vector<float> ranks = vertexRanks(line);
    QVERIFY(std::isinf(ranks.front()) && std::isinf(ranks.back()));
    QVERIFY(std::all_of(ranks.begin() + 1, ranks.end() - 1, [](float r) { return r == 0; }));
}

void VertexRankTest::noVertices()
{
    QVERIFY(vertexRanks({}).empty());
}

void VertexRankTest::codesKeepTheOrder()
{
    RankCode before = rankCode(0);
    QCOMPARE(int(before), 0);
    for (float rank = 1e-4f; rank < 1e8f; rank *= 1.01f) {
        QVERIFY(rankCode(rank) >= before);
        before = rankCode(rank);
    }
    QCOMPARE(rankCode(std::numeric_limits<float>::infinity()), endRank);
    QCOMPARE(int(rankCode(std::numeric_limits<float>::quiet_NaN())), 0);
}

void VertexRankTest::codesKeepWhatATolerancesNeeds()
{
    // All vertices that matter are kept, and none that matters less than eleven twelfths of the tolerance.
    for (double tolerance = 0.01; tolerance < 1e6; tolerance *= 1.37) {
        QVERIFY(rankCode(float(tolerance * 1.0001)) >= leastRank(tolerance));
        QVERIFY(rankCode(float(tolerance * 0.916)) < leastRank(tolerance) || tolerance < 0.01);
    }
}

QTEST_APPLESS_MAIN(VertexRankTest)
#include "VertexRankTest.moc"
