// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/VertexRank.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ca {

namespace {

constexpr double stepsPerOctave = 8;
constexpr double lowestOctave = -10;  // 2^-10 m, about a millimetre

struct Farthest {
    std::size_t vertex = 0;
    double squared = -1;
};

/// The vertex strictly between @p first and @p last that is farthest from the edge between them.
Farthest farthestFromEdge(std::span<const PointXY> line, std::size_t first, std::size_t last)
{
    const PointXY a = line[first], b = line[last];
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double squaredLength = dx * dx + dy * dy;
    const double perLength = squaredLength > 0 ? 1 / squaredLength : 0;
    Farthest best{first + 1, -1};
    for (std::size_t i = first + 1; i < last; ++i) {
        const double px = line[i].x - a.x, py = line[i].y - a.y;
        const double t = std::clamp((px * dx + py * dy) * perLength, 0.0, 1.0);
        const double ex = px - t * dx, ey = py - t * dy;
        const double squared = ex * ex + ey * ey;
        if (squared > best.squared)
            best = {i, squared};
    }
    return best;
}

} // namespace

std::vector<float> vertexRanks(std::span<const PointXY> line)
{
    std::vector<float> ranks(line.size(), 0.f);
    if (line.empty())
        return ranks;
    ranks.front() = ranks.back() = std::numeric_limits<float>::infinity();
    struct Run {
        std::size_t first, last;
        float limit;  // rank of the vertex that made this run: children may not outrank it
    };
    std::vector<Run> stack{{0, line.size() - 1, std::numeric_limits<float>::infinity()}};
    while (!stack.empty()) {
        const Run run = stack.back();
        stack.pop_back();
        if (run.last - run.first < 2)
            continue;
        const Farthest farthest = farthestFromEdge(line, run.first, run.last);
        if (!(farthest.squared > 0))
            continue;  // all on the chord (rank 0): splitting it vertex by vertex would take quadratic time
        const float rank = std::min(float(std::sqrt(farthest.squared)), run.limit);
        ranks[farthest.vertex] = rank;
        stack.push_back({run.first, farthest.vertex, rank});
        stack.push_back({farthest.vertex, run.last, rank});
    }
    return ranks;
}

RankCode rankCode(float metres)
{
    if (!(metres > 0))
        return 0;
    const double code = std::floor((std::log2(double(metres)) - lowestOctave) * stepsPerOctave) + 1;
    return RankCode(std::clamp(code, 0.0, double(endRank)));
}

RankCode leastRank(double toleranceMetres)
{
    // Of an infinite tolerance only ends are left.
    return rankCode(float(toleranceMetres));
}

} // namespace ca
