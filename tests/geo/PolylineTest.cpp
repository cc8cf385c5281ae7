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
    void vertexWithoutNumberKeepsTheDashes();
    void dashesCoverTheirShare();
    void dashesKeepTheirPhaseOverClips();
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
    QCOMPARE(lineLength({}), 0.0);
}

void PolylineTest::dashesCoverTheirShare()
{
    std::mt19937 random(12);
    const PlaneLine line = randomLine(random, 200);
    const std::vector<double> pattern{7, 3};
    double dashed = 0;
    for (const PlaneLine &dash : dashesOf({line, 0}, pattern)) {
        dashed += lineLength(dash);
        QVERIFY(lineLength(dash) <= 7 + 1e-9);
    }
    QVERIFY(std::abs(dashed - 0.7 * lineLength(line)) < 7);
    QVERIFY(dashesOf({{{0, 0}}, 0}, pattern).empty());
}

void PolylineTest::dashesKeepTheirPhaseOverClips()
{
    // However the line is cut, a place is on a dash or not by its distance from the line's start alone.
    const PlaneLine line{{0, 0}, {100, 0}};
    const std::vector<double> pattern{5, 2, 1, 2};
    const auto onDash = [&](double x) {
        const double at = std::fmod(x, 10);
        return at < 5 || (at >= 7 && at < 8);
    };
    for (const double cut : {0.0, 3.0, 5.0, 6.5, 7.0, 7.5, 8.0, 9.9, 23.4}) {
        const auto runs = clipLine(line, Box{cut, -1, 60, 1});
        const auto dashes = dashesOf(runs.front(), pattern);
        for (double x = cut + 0.05; x < 60; x += 0.1) {
            const bool covered = std::any_of(dashes.begin(), dashes.end(), [&](const PlaneLine &dash) {
                return x > dash.front().x && x < dash.back().x;
            });
            QCOMPARE(covered, onDash(x));
        }
    }
}

QTEST_APPLESS_MAIN(PolylineTest)
#include "PolylineTest.moc"
