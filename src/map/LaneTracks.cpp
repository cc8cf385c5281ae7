// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LaneTracks.h"

#include "geo/Polyline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ca::lanes {
namespace {

constexpr double sharedDistance = 500;   // metres between lines that count as one track
constexpr double shortestShare = 6000;   // metres; lines that only meet or cross share nothing
constexpr double shortestStart = 1300;   // metres; where one of the lines ends, they share a track much sooner (meeting
                                         // squarely, they already lie near each other for a kilometre)
constexpr double sharedFraction = 0.7;   // of a segment: shorter ones share when most of them lies on the other
constexpr double smallestGap = 4000;     // metres; shorter interruptions are bridged
constexpr int halvings = 8;              // of an edge, to find where a track is left

bool liesOn(const Track &track, PointXY p)
{
    return track.box.contains(p) && distanceToLine(track.line, p) <= sharedDistance;
}

/// Where on the edge before vertex @p i of @p a the track @p b is left or met: one end lies on it, the other does not.
double turnover(const Track &a, std::size_t i, bool startsOn, const Track &b)
{
    double low = 0, high = 1;
    for (int n = 0; n < halvings; ++n) {
        const double t = (low + high) / 2;
        const PointXY p{a.line[i - 1].x + t * (a.line[i].x - a.line[i - 1].x), a.line[i - 1].y + t * (a.line[i].y - a.line[i - 1].y)};
        (liesOn(b, p) == startsOn ? low : high) = t;
    }
    return a.length[i - 1] + low * (a.length[i] - a.length[i - 1]);
}

/// Stretches of @p a on @p b's track, as its vertices tell.
std::vector<Stretch> stretchesOn(const Track &a, const Track &b)
{
    std::vector<Stretch> stretches;
    bool before = false;
    for (std::size_t i = 0; i < a.line.size(); ++i) {
        const bool on = liesOn(b, a.line[i]);
        if (on && !before)
            stretches.push_back({i == 0 ? 0 : turnover(a, i, false, b), a.length[i]});
        else if (on)
            stretches.back().to = a.length[i];
        else if (before)
            stretches.back().to = turnover(a, i, true, b);
        before = on;
    }
    return stretches;
}

/// Whether an end of @p b lies on a stretch of @p a.
bool endsWithin(const Track &b, const Track &a, const Stretch &stretch)
{
    const auto within = [&](PointXY end) {
        const double along = nearestAlong(a, end);
        return liesOn(a, end) && along >= stretch.from && along <= stretch.to;
    };
    return within(b.line.front()) || within(b.line.back());
}

} // namespace

std::vector<Track> tracksOf(const std::vector<PlaneLine> &lines)
{
    std::vector<Track> tracks;
    for (const PlaneLine &line : lines) {
        Track track{line, std::vector<double>(line.size(), 0), boundsOf(line).grown(sharedDistance)};
        for (std::size_t i = 1; i < line.size(); ++i)
            track.length[i] = track.length[i - 1] + std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        tracks.push_back(std::move(track));
    }
    return tracks;
}

std::vector<Stretch> sharedStretches(const Track &a, const Track &b)
{
    std::vector<Stretch> shared;
    if (a.line.size() < 2 || b.line.size() < 2 || !a.box.intersects(b.box))
        return shared;
    for (const Stretch &stretch : stretchesOn(a, b)) {
        if (!shared.empty() && stretch.from - shared.back().to < smallestGap)
            shared.back().to = stretch.to;
        else
            shared.push_back(stretch);
    }
    const double least = std::min(shortestShare, std::min(a.length.back(), b.length.back()) * sharedFraction);
    std::erase_if(shared, [&](const Stretch &stretch) {
        // Where one of the two ends it is no mere crossing.
        const bool ends = stretch.from <= 0 || stretch.to >= a.length.back() || endsWithin(b, a, stretch);
        return stretch.to - stretch.from < (ends ? std::min(least, shortestStart) : least);
    });
    return shared;
}

double sense(const PlaneLine &line)
{
    if (line.size() < 2)
        return 1;
    const double west = line.front().x - line.back().x;
    const double south = line.front().y - line.back().y;
    return west + 0.5 * south >= 0 ? 1 : -1;
}

PointXY pointAt(const Track &track, double metres)
{
    const auto next = std::upper_bound(track.length.begin(), track.length.end(), metres);
    if (next == track.length.begin() || next == track.length.end())
        return next == track.length.begin() ? track.line.front() : track.line.back();
    const auto i = std::size_t(next - track.length.begin());
    const double t = (metres - track.length[i - 1]) / (track.length[i] - track.length[i - 1]);
    return {track.line[i - 1].x + t * (track.line[i].x - track.line[i - 1].x), track.line[i - 1].y + t * (track.line[i].y - track.line[i - 1].y)};
}

double nearestAlong(const Track &track, PointXY p)
{
    double least = std::numeric_limits<double>::infinity(), along = 0;
    for (std::size_t i = 1; i < track.line.size(); ++i) {
        const PointXY a = track.line[i - 1], b = track.line[i];
        const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
        const double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
        const double distance = std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
        if (distance < least) {
            least = distance;
            along = track.length[i - 1] + t * (track.length[i] - track.length[i - 1]);
        }
    }
    return along;
}

double agreement(const Track &a, const Stretch &stretch, const Track &b)
{
    const double from = nearestAlong(b, pointAt(a, stretch.from)), to = nearestAlong(b, pointAt(a, stretch.to));
    if (from != to)
        return from < to ? 1 : -1;
    return sense(a.line) * sense(b.line);
}

double vertexAt(const Track &track, double metres)
{
    const auto next = std::upper_bound(track.length.begin(), track.length.end(), metres);
    if (next == track.length.begin() || next == track.length.end())
        return next == track.length.begin() ? 0 : double(track.length.size() - 1);
    const auto i = std::size_t(next - track.length.begin());
    return double(i - 1) + (metres - track.length[i - 1]) / (track.length[i] - track.length[i - 1]);
}

} // namespace ca::lanes
