// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RouteRequest.h"

#include "geo/Geodesic.h"

#include <QRegularExpression>

#include <algorithm>

namespace ca {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double lessLikely = 1.5;  ///< a metre on track that a line of this status need not have
/// A station's node stands beside the tracks, at times beside the square in front.
constexpr double stationTolerance = 300;
constexpr double tracedTolerance = 2000;
constexpr double townTolerance = 5000;
constexpr double mostTolerance = 15'000;

TrackRules rulesOf(double operating, double construction, double proposed, double disused, double abandoned, double razed)
{
    return {{operating, construction, proposed, disused, abandoned, razed}};
}

/// How much longer than the bundled line a leg may be before it is a detour.
double longestLeg(const Leg &leg, double metres)
{
    switch (leg.precision) {
    case Precision::Surveyed:
    case Precision::Traced:
    case Precision::Generalised: return 1.3 * metres + 3000;
    case Precision::Schematic: return 2 * metres + 10'000;
    case Precision::Estimated: return 2 * metres + 10'000 + 2 * leg.errorMetres.value_or(0);
    }
    return never;
}

/// The longest that the way from @p from to @p to, metres along the segment, may be.
double longestBetween(const Segment &segment, double from, double to)
{
    double begin = 0, longest = 0;
    for (const Leg &leg : segment.legs) {
        const double end = begin + geodesic::length(leg.line);
        const double shared = std::min(end, to) - std::max(begin, from);
        if (shared > 0)
            longest = std::max(longest, longestLeg(leg, to - from));
        begin = end;
    }
    return longest > 0 ? longest : 1.3 * (to - from) + 3000;
}

} // namespace

TrackRules rulesAllowing(std::initializer_list<LifeCycle> stages)
{
    TrackRules rules = rulesOf(never, never, never, never, never, never);
    for (const LifeCycle stage : stages)
        rules.stageCost[std::size_t(stage)] = 1;
    return rules;
}

TrackRules rulesFor(Status status)
{
    switch (status) {
    case Status::Operating: return rulesOf(1, never, never, never, never, never);
    case Status::Construction: return rulesOf(1, 1, lessLikely, lessLikely, lessLikely, never);
    case Status::Planned:
    case Status::Announced: return rulesOf(1, 1, 1, lessLikely, lessLikely, never);
    case Status::Suspended:
    case Status::Closed: return rulesOf(1, lessLikely, never, 1, 1, never);
    case Status::Dismantled: return rulesOf(1, lessLikely, never, 1, 1, 1);
    case Status::Unknown: return rulesOf(1, lessLikely, never, lessLikely, never, never);
    }
    return rulesOf(1, never, never, never, never, never);
}

std::optional<LineKind> lineKindOf(Mode mode)
{
    if (mode == Mode::Rail)
        return LineKind::Rail;
    return mode == Mode::GasPipeline ? std::optional(LineKind::GasPipeline) : std::nullopt;
}

double toleranceOf(const Waypoint &waypoint, const Segment &segment)
{
    static const QRegularExpression stated(QStringLiteral("\\+/-\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(km|m)\\b"));
    if (const auto match = stated.match(waypoint.ref); match.hasMatch()) {
        const double metres = match.captured(1).toDouble() * (match.captured(2) == QLatin1String("km") ? 1000 : 1);
        return std::clamp(metres, stationTolerance, mostTolerance);
    }
    if (waypoint.provenance == QLatin1String("osm"))
        return stationTolerance;
    if (waypoint.provenance == QLatin1String("geonames"))
        return townTolerance;
    if (waypoint.provenance != QLatin1String("estimated"))
        return tracedTolerance;
    double error = tracedTolerance;
    for (const Leg &leg : segment.legs)
        error = std::max(error, leg.errorMetres.value_or(0));
    return std::min(error, mostTolerance);
}

RouteRequest requestFor(const Atlas &atlas, const Segment &segment, LineKind kind)
{
    RouteRequest request;
    request.segment = segment.id;
    request.from = segment.from;
    request.to = segment.to;
    request.mode = segment.mainMode();
    request.kind = kind;
    request.rules = rulesFor(atlas.status(segment.id).status);
    request.bundled = segment.line();
    request.followBundled = segment.weakestPrecision() <= Precision::Generalised;
    request.bundledMetres = segment.lengthMetres;
    // Pipelines have few waypoints, and some segments none at their ends: the line's own ends are stops, too.
    const double endTolerance = kind == LineKind::GasPipeline ? tracedTolerance : stationTolerance;
    constexpr double atEnd = 1000;
    const std::vector<Waypoint> &waypoints = segment.waypoints;
    if (waypoints.empty() || waypoints.front().along > atEnd)
        request.stops.push_back({{segment.from, request.bundled.front(), endTolerance}});
    double along = 0;
    for (const Waypoint &waypoint : waypoints) {
        const double leg = request.stops.empty() ? never : longestBetween(segment, along, waypoint.along);
        request.stops.push_back({{waypoint.name, waypoint.position, toleranceOf(waypoint, segment)}, leg, waypoint.along});
        along = waypoint.along;
    }
    if (waypoints.empty() || waypoints.back().along < segment.lengthMetres - atEnd)
        request.stops.push_back({{segment.to, request.bundled.back(), endTolerance}, longestBetween(segment, along, segment.lengthMetres), segment.lengthMetres});
    return request;
}

} // namespace ca
