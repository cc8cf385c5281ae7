// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RouteRun.h"

#include "base/Tr.h"
#include "geo/Geodesic.h"
#include "osm/MissingTracks.h"
#include "osm/RouteAssembly.h"
#include "osm/RouteText.h"
#include "osm/TrackEnd.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ca {
namespace {

constexpr double alternativeFactor = 1.02;   ///< routes within two per cent are equally good
constexpr double alternativeApart = 150;     ///< metres; nearer is the other track of the same line
constexpr double leastDiffering = 2000;      ///< metres
constexpr int mostTries = 6;                 ///< each takes away the parallel track found by the one before
constexpr double deviationStep = 100;
constexpr double farthestTrackEnd = 5000;

} // namespace

RouteRun::RouteRun(const LineGraph &graph, const OsmExtract &extract, const CountryCutter *cutter, const RouteRequest &request, const CancelToken &cancel)
    : m_graph(graph), m_extract(extract), m_cutter(cutter), m_request(request), m_cancel(cancel)
{
    m_match.segment = request.segment;
    m_match.from = request.from;
    m_match.to = request.to;
    m_match.mode = request.mode;
    m_match.bundledMetres = request.bundledMetres;
    m_match.extractDate = extract.date;
    m_match.extractFiles = extract.files;
}

RouteMatch RouteRun::run()
{
    m_stops = stopsWith(m_request.rules);
    for (std::size_t i = 0; i < m_stops.size(); ++i) {
        if (!m_stops[i].candidates.empty())
            m_usable.push_back(i);
    }
    joinStops();
    finish();
    return std::move(m_match);
}

std::vector<RouteStop> RouteRun::stopsWith(const TrackRules &rules) const
{
    std::vector<RouteStop> stops;
    for (const RequestedStop &stop : m_request.stops) {
        const RoutePlace &place = stop.place;
        stops.push_back({place.position, place.tolerance, candidatesNear(m_graph, rules, place.position, place.tolerance), stop.longestLeg});
    }
    return stops;
}

/// A stop to run to from the usable one before it, past those between that have no track.
RouteStop RouteRun::legStop(std::span<const std::size_t> usable, std::size_t i) const
{
    RouteStop stop = m_stops[usable[i]];
    for (std::size_t skipped = i > 0 ? usable[i - 1] + 1 : usable[i]; skipped < usable[i]; ++skipped)
        stop.longestLeg += m_stops[skipped].longestLeg;
    return stop;
}

RouteSearch RouteRun::newSearch() const
{
    RouteSearch search(m_graph, m_request.rules, m_cancel);
    if (m_request.followBundled)
        search.follow(m_request.bundled);
    return search;
}

void RouteRun::joinStops()
{
    const std::size_t last = m_stops.size() - 1;
    if (m_usable.empty())
        return noteMissing(0, last);
    if (m_usable.front() > 0)
        noteMissing(0, m_usable.front());
    RouteSearch search = newSearch();
    for (std::size_t begin = 0; begin + 1 < m_usable.size() && !m_cancel.cancelled();) {
        const std::span<const std::size_t> rest = std::span<const std::size_t>(m_usable).subspan(begin);
        std::vector<RouteStop> stops;
        for (std::size_t i = 0; i < rest.size(); ++i)
            stops.push_back(legStop(rest, i));
        RouteSearch::Outcome outcome = search.run(stops);
        const std::size_t reached = outcome.reached;
        if (!outcome.found && reached > 0)
            outcome = search.run(std::span(stops).first(reached + 1));
        if (outcome.found)
            addRun(rest.first(reached + 1), *outcome.found);
        if (reached + 1 < rest.size())
            noteMissing(rest[reached], rest[reached + 1]);
        begin += reached + 1;
    }
    if (m_usable.back() < last)
        noteMissing(m_usable.back(), last);
}

void RouteRun::addRun(std::span<const std::size_t> stops, const RouteSearch::Found &found)
{
    m_found = found;
    followToEnd(stops);
    RoutePart part = assembly::partOf(m_graph, m_extract, m_found.pieces);
    if (part.line.size() < 2)
        return;
    part.bundledFrom = m_request.stops[stops.front()].along;
    part.bundledTo = m_request.stops[stops.back()].along;
    noteReversals(part, stops, found);
    m_parts.push_back(std::move(part));
    for (std::size_t i = 1; i < stops.size(); ++i) {
        for (std::size_t skipped = stops[i - 1] + 1; skipped < stops[i]; ++skipped)
            m_match.remarks << tr("no track within %1 m of %2, which the route passes by").arg(qRound(m_stops[skipped].tolerance)).arg(name(skipped));
    }
}

void RouteRun::followToEnd(std::span<const std::size_t> stops)
{
    const auto follow = [&](std::size_t stop) {
        if (!m_request.stops[stop].place.toEndOfTrack)
            return;
        const double more = extendToTrackEnd(m_graph, m_request.rules, m_found.pieces, farthestTrackEnd);
        if (more > 0)
            m_match.remarks << tr("goes on to where the track is mapped no further, %1 km from %2").arg(routetext::kilometres(more), name(stop));
    };
    follow(stops.back());
    const std::size_t before = m_found.pieces.size();
    reversePieces(m_found.pieces);
    follow(stops.front());
    reversePieces(m_found.pieces);
    for (std::size_t &piece : m_found.reversals)
        piece += m_found.pieces.size() - before;
}

/// The way that a run from @p first on, or back from there, begins with.
std::int64_t RouteRun::wayFrom(std::size_t first, bool onward) const
{
    constexpr double nothing = 0.02;  // metres
    for (std::size_t i = first; i < m_found.pieces.size(); onward ? ++i : --i) {
        const RoutePiece &piece = m_found.pieces[i];
        const LineGraph::Edge &edge = m_graph.edges()[piece.edge];
        if (!edge.isGap() && std::abs(piece.to - piece.from) > nothing)
            return m_extract.ways[edge.way].id;
    }
    return 0;
}

std::size_t RouteRun::nearestStop(LatLon at) const
{
    const auto nearer = [&](const RouteStop &a, const RouteStop &b) { return geodesic::distance(a.position, at) < geodesic::distance(b.position, at); };
    return std::size_t(std::min_element(m_stops.begin(), m_stops.end(), nearer) - m_stops.begin());
}

/// Whether a run that turns back at @p stop, none of its ends, would do so if it passed by.
void RouteRun::compareWithout(std::size_t stop, std::span<const std::size_t> stops, const RouteSearch::Found &found, RouteReversal &turn) const
{
    if (stops.size() < 3 || std::find(stops.begin() + 1, stops.end() - 1, stop) == stops.end() - 1)
        return;
    std::vector<std::size_t> others(stops.begin(), stops.end());
    std::erase(others, stop);
    std::vector<RouteStop> legs;
    for (std::size_t i = 0; i < others.size(); ++i)
        legs.push_back(legStop(others, i));
    const RouteSearch::Outcome past = newSearch().run(legs);
    turn.onlyWay = !past.found || past.found->reversals.size() >= found.reversals.size();
    if (turn.onlyWay)
        return;
    const auto metres = [](const std::vector<RoutePiece> &pieces) {
        return std::accumulate(pieces.begin(), pieces.end(), 0.0, [](double sum, const RoutePiece &piece) { return sum + std::abs(piece.to - piece.from); });
    };
    turn.spared = metres(found.pieces) - metres(past.found->pieces);
}

void RouteRun::noteReversals(const RoutePart &part, std::span<const std::size_t> stops, const RouteSearch::Found &found)
{
    double before = 0;  // the parts that there are already
    for (const RoutePart &other : m_parts)
        before += other.metres;
    for (const std::size_t piece : m_found.reversals) {
        RouteReversal turn;
        for (std::size_t i = 0; i < piece; ++i)
            turn.along += std::abs(m_found.pieces[i].to - m_found.pieces[i].from);
        turn.at = geodesic::pointAlong(part.line, turn.along);
        turn.along += before;
        const std::size_t stop = nearestStop(turn.at);
        turn.stop = name(stop);
        turn.stopMetres = geodesic::distance(m_stops[stop].position, turn.at);
        turn.wayBefore = wayFrom(piece - 1, false);
        turn.wayAfter = wayFrom(piece, true);
        compareWithout(stop, stops, found, turn);
        m_match.reversals.push_back(turn);
    }
}

void RouteRun::noteMissing(std::size_t from, std::size_t to)
{
    // A stop that is joined to neither side belongs to one missing stretch.
    if (!m_missing.empty() && m_missing.back().to == from)
        m_missing.back().to = to;
    else
        m_missing.push_back({from, to});
}

/// Metres of another route that are neither on the route's own track nor on one beside it.
double RouteRun::metresElsewhere(std::span<const RoutePiece> pieces) const
{
    std::vector<bool> used(m_graph.edges().size());
    for (const RoutePiece &piece : m_found.pieces)
        used[piece.edge] = true;
    double metres = 0;
    for (const RoutePiece &piece : pieces) {
        if (!used[piece.edge])
            metres += assembly::metresApart(assembly::partOf(m_graph, m_extract, {&piece, 1}).line, m_match.parts.front().line, alternativeApart);
    }
    return metres;
}

void RouteRun::lookForAlternative()
{
    const RoutePart &best = m_match.parts.front();
    std::vector<RouteStop> stops;
    for (std::size_t i = 0; i < m_usable.size(); ++i)
        stops.push_back(legStop(m_usable, i));
    RouteSearch search = newSearch();
    std::vector<RoutePiece> dearer = m_found.pieces;
    for (int i = 0; i < mostTries && !m_cancel.cancelled(); ++i) {
        search.makeDearer(dearer, alternativeFactor);
        const RouteSearch::Outcome outcome = search.run(stops);
        if (!outcome.found || outcome.found->cost > m_found.cost * alternativeFactor - 1)
            return;
        const double differing = metresElsewhere(outcome.found->pieces);
        if (differing >= std::max(leastDiffering, (alternativeFactor - 1) * best.metres)) {
            const RoutePart other = assembly::partOf(m_graph, m_extract, outcome.found->pieces);
            m_match.alternative = RouteAlternative{other.line, other.metres, differing};
            return;
        }
        dearer = outcome.found->pieces;
    }
}

void RouteRun::finish()
{
    const MissingTracks explaining(m_graph, m_request, m_stops, m_cancel);
    for (const Missing &missing : m_missing)
        m_match.missing.push_back(explaining.between(missing.from, missing.to));
    if (m_missing.empty() && m_parts.size() == 1) {
        m_match.parts = std::move(m_parts);
        m_match.lengthMetres = m_match.parts.front().metres;
        lookForAlternative();
    } else {
        m_match.partial = std::move(m_parts);
        for (const RoutePart &part : m_match.partial)
            m_match.partialMetres += part.metres;
    }
    assembly::summarise(m_match);
    m_match.deviation = assembly::deviationFrom(m_request.bundled, m_match.matched(), deviationStep);
    for (const RoutePart &part : m_match.matched()) {
        if (m_cutter)
            m_cutter->addLengths(part.line, m_request.kind == LineKind::Rail, m_match.countries);
    }
    if (m_match.hasRoute())
        m_match.verdict = m_match.alternative ? MatchVerdict::Ambiguous : m_match.gaps.empty() ? MatchVerdict::Matched : MatchVerdict::Bridged;
    m_match.remarks += routetext::remarks(m_match);
    m_match.text = routetext::verdict(m_match);
}

} // namespace ca
