// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Polyline.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace ca {

namespace {

PointXY between(PointXY a, PointXY b, double t)
{
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

double distanceToSegment(PointXY a, PointXY b, PointXY p)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0);
    return planeDistance(p, between(a, b, t));
}

/// Part of a–b inside @p box as parameters t0 <= t1 (Liang & Barsky 1984); false when none.
bool insidePart(PointXY a, PointXY b, const Box &box, double &t0, double &t1)
{
    t0 = 0;
    t1 = 1;
    const double dx = b.x - a.x, dy = b.y - a.y;
    const std::pair<double, double> edges[] = {
        {-dx, a.x - box.minX}, {dx, box.maxX - a.x}, {-dy, a.y - box.minY}, {dy, box.maxY - a.y}};
    for (const auto &[p, q] : edges) {
        if (p == 0) {
            if (q < 0)
                return false;
        } else if (p < 0) {
            t0 = std::max(t0, q / p);
        } else {
            t1 = std::min(t1, q / p);
        }
    }
    return t0 <= t1;
}

/// Ring cut along one edge of a box: @p inside tells the kept side, @p cut finds the crossing.
template <class Inside, class Cut>
PlaneLine cutRing(const PlaneLine &ring, Inside inside, Cut cut)
{
    PlaneLine out;
    out.reserve(ring.size() + 8);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const PointXY a = ring[i == 0 ? ring.size() - 1 : i - 1], b = ring[i];
        if (inside(a) != inside(b))
            out.push_back(cut(a, b));
        if (inside(b))
            out.push_back(b);
    }
    return out;
}

PointXY cutAtX(PointXY a, PointXY b, double x)
{
    return {x, a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y)};
}

PointXY cutAtY(PointXY a, PointXY b, double y)
{
    return {a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x), y};
}

} // namespace

std::vector<ClippedRun> clipLine(std::span<const PointXY> line, const Box &box)
{
    std::vector<ClippedRun> runs;
    if (line.size() < 2)
        return runs;
    if (box.contains(boundsOf(line))) {
        runs.push_back({PlaneLine(line.begin(), line.end()), 0});
        return runs;
    }
    double before = 0;
    bool open = false;  // the last run may be continued
    for (std::size_t i = 1; i < line.size(); ++i) {
        const PointXY a = line[i - 1], b = line[i];
        const double step = planeDistance(a, b);
        double t0 = 0, t1 = 1;
        if (!(step > 0) || !insidePart(a, b, box, t0, t1)) {
            open = open && step == 0;
        } else {
            if (!open || t0 > 0)
                runs.push_back({{between(a, b, t0)}, before + t0 * step});
            runs.back().points.push_back(t1 < 1 ? between(a, b, t1) : b);
            open = t1 >= 1;
        }
        before += step > 0 ? step : 0;  // a vertex that is no number must not spoil the phase of what follows
    }
    return runs;
}

std::vector<PlaneLine> dashesOf(const ClippedRun &run, std::span<const double> pattern)
{
    std::vector<PlaneLine> dashes;
    const double period = std::accumulate(pattern.begin(), pattern.end(), 0.0);
    if (run.points.size() < 2 || !(period > 0))
        return dashes;
    // Where in the pattern the run begins: at @c left before the end of element @c at.
    double left = std::fmod(run.startLength, period);
    std::size_t at = 0;
    while (left >= pattern[at])
        left -= pattern[at++];
    left = pattern[at] - left;
    const auto isDash = [&] { return at % 2 == 0; };
    if (isDash())
        dashes.push_back({run.points.front()});
    for (std::size_t i = 1; i < run.points.size(); ++i) {
        const PointXY a = run.points[i - 1], b = run.points[i];
        const double edge = planeDistance(a, b);
        double walked = 0;
        while (edge - walked > left) {
            walked += left;
            const PointXY cut = between(a, b, walked / edge);
            if (isDash())
                dashes.back().push_back(cut);
            at = (at + 1) % pattern.size();
            left = pattern[at];
            if (isDash())
                dashes.push_back({cut});
        }
        left -= edge - walked;
        if (isDash())
            dashes.back().push_back(b);
    }
    return dashes;
}

PlaneLine clipRing(std::span<const PointXY> ring, const Box &box)
{
    const Box bounds = boundsOf(ring);
    if (ring.size() < 3 || !bounds.intersects(box))
        return {};
    PlaneLine out(ring.begin(), ring.end());
    if (box.contains(bounds))
        return out;
    if (out.front() == out.back())
        out.pop_back();
    out = cutRing(out, [&](PointXY p) { return p.x >= box.minX; }, [&](PointXY a, PointXY b) { return cutAtX(a, b, box.minX); });
    out = cutRing(out, [&](PointXY p) { return p.x <= box.maxX; }, [&](PointXY a, PointXY b) { return cutAtX(a, b, box.maxX); });
    out = cutRing(out, [&](PointXY p) { return p.y >= box.minY; }, [&](PointXY a, PointXY b) { return cutAtY(a, b, box.minY); });
    out = cutRing(out, [&](PointXY p) { return p.y <= box.maxY; }, [&](PointXY a, PointXY b) { return cutAtY(a, b, box.maxY); });
    if (out.size() < 3)
        return {};
    out.push_back(out.front());
    return out;
}

double lineLength(std::span<const PointXY> line)
{
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += planeDistance(line[i - 1], line[i]);
    return sum;
}

double distanceToLine(std::span<const PointXY> line, PointXY p)
{
    double best = std::numeric_limits<double>::infinity();
    if (line.size() == 1)
        return planeDistance(line[0], p);
    for (std::size_t i = 1; i < line.size(); ++i)
        best = std::min(best, distanceToSegment(line[i - 1], line[i], p));
    return best;
}

Box boundsOf(std::span<const PointXY> line)
{
    Box box;
    for (const PointXY p : line)
        box.extend(p);
    return box;
}

} // namespace ca
