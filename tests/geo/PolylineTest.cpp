// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Polyline.h"

#include <QTest>

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

const Box window{-40, -25, 35, 30};

} // namespace

class PolylineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clippedRunsLieInsideAndKeepTheirPhase();
    void clipKeepsTheLengthInside();
    void lineThroughCornerAndAlongEdge();
    void lineOutsideLeavesNothing();
    void clippedRingLosesOnlyArea();
    void ranksAreMonotone();
    void simplifiedLineStaysWithinTolerance();
    void manyVerticesInOnePlace();
    void vertexWithoutNumberKeepsTheDashes();
    void degenerateLines();
};

void PolylineTest::clippedRunsLieInsideAndKeepTheirPhase()
{
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const PlaneLine line = randomLine(random, 40);
        for (const ClippedRun &run : clipLine(line, window)) {
            QVERIFY(run.points.size() >= 2);
            for (const PointXY p : run.points)
                QVERIFY(window.grown(1e-9).contains(p));
            // The run begins where walking startLength along the line ends.
            double left = run.startLength;
            std::size_t i = 1;
            while (i + 1 < line.size() && left > std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y)) {
                left -= std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
                ++i;
            }
            const double step = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
            const PointXY at{line[i - 1].x + left / step * (line[i].x - line[i - 1].x),
                             line[i - 1].y + left / step * (line[i].y - line[i - 1].y)};
            QVERIFY(std::hypot(at.x - run.points[0].x, at.y - run.points[0].y) < 1e-6);
        }
    }
}

void PolylineTest::clipKeepsTheLengthInside()
{
    std::mt19937 random(8);
    for (int round = 0; round < 100; ++round) {
        const PlaneLine line = randomLine(random, 30);
        double inside = 0;  // measured by fine sampling
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double dx = line[i].x - line[i - 1].x, dy = line[i].y - line[i - 1].y;
            constexpr int samples = 400;
            for (int s = 0; s < samples; ++s) {
                const double t = (s + 0.5) / samples;
                if (window.contains(PointXY{line[i - 1].x + t * dx, line[i - 1].y + t * dy}))
                    inside += std::hypot(dx, dy) / samples;
            }
        }
        double clipped = 0;
        for (const ClippedRun &run : clipLine(line, window))
            clipped += lineLength(run.points);
        QVERIFY2(std::abs(clipped - inside) < 2, qPrintable(QStringLiteral("%1 %2").arg(clipped).arg(inside)));
    }
}

void PolylineTest::lineThroughCornerAndAlongEdge()
{
    const Box unit{0, 0, 1, 1};
    const auto along = clipLine(PlaneLine{{-1, 0}, {2, 0}}, unit);
    QCOMPARE(along.size(), std::size_t(1));
    QVERIFY(std::abs(lineLength(along[0].points) - 1) < 1e-12);
    for (const ClippedRun &run : clipLine(PlaneLine{{-1, 1}, {1, -1}}, unit))
        QVERIFY(lineLength(run.points) < 1e-12);
}

void PolylineTest::lineOutsideLeavesNothing()
{
    QVERIFY(clipLine(PlaneLine{{50, 50}, {60, 40}, {70, 80}}, window).empty());
    QVERIFY(clipLine(PlaneLine{{-100, 0}, {0, 100}}, Box{-10, -10, 10, 10}).empty());  // boxes meet, line does not
    QVERIFY(clipRing(PlaneLine{{50, 50}, {60, 40}, {70, 80}, {50, 50}}, window).empty());
}

void PolylineTest::clippedRingLosesOnlyArea()
{
    const auto signedArea = [](const PlaneLine &ring) {  // of a closed ring, counter-clockwise positive
        double twice = 0;
        for (std::size_t i = 1; i < ring.size(); ++i)
            twice += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
        return twice / 2;
    };
    const PlaneLine square{{-100, -100}, {100, -100}, {100, 100}, {-100, 100}, {-100, -100}};
    const PlaneLine cut = clipRing(square, window);
    QVERIFY(std::abs(signedArea(cut) - window.width() * window.height()) < 1e-6);
    const PlaneLine triangle{{0, 0}, {60, 0}, {0, 10}, {0, 0}};
    const double area = signedArea(clipRing(triangle, window));
    // Right of x = 35 a small similar triangle is lost.
    QVERIFY(std::abs(area - (300 - 25.0 * (10 * 25.0 / 60) / 2)) < 1e-6);
}

void PolylineTest::ranksAreMonotone()
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

void PolylineTest::simplifiedLineStaysWithinTolerance()
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

void PolylineTest::manyVerticesInOnePlace()
{
    // Split vertex by vertex this would take hours.
    const PlaneLine line(1'000'000, PointXY{3, 4});
    const std::vector<float> ranks = vertexRanks(line);
    QVERIFY(std::isinf(ranks.front()) && std::isinf(ranks.back()));
    QVERIFY(std::all_of(ranks.begin() + 1, ranks.end() - 1, [](float r) { return r == 0; }));
}

void PolylineTest::vertexWithoutNumberKeepsTheDashes()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto runs = clipLine(PlaneLine{{-100, 0}, {0, 0}, {nan, nan}, {0, 5}, {100, 5}}, Box{-10, -10, 10, 10});
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[0].startLength, 90.0);
    QCOMPARE(runs[1].startLength, 100.0);
}

void PolylineTest::degenerateLines()
{
    QVERIFY(clipLine({}, window).empty());
    QVERIFY(clipLine(PlaneLine{{1, 1}}, window).empty());
    QVERIFY(clipRing(PlaneLine{{1, 1}, {2, 2}}, window).empty());
    QVERIFY(vertexRanks({}).empty());
    QCOMPARE(lineLength({}), 0.0);
}

QTEST_APPLESS_MAIN(PolylineTest)
#include "PolylineTest.moc"
