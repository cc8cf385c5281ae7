// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RouteSearch.h"

#include "osm/TrackGeometry.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace ca {
namespace {

constexpr double unreachable = std::numeric_limits<double>::infinity();
constexpr double sideFactor = 1.5;            ///< yards, sidings, spurs
constexpr double crossoverFactor = 2;
constexpr double gapFixedCost = 300;          ///< metres that a gap is worth
constexpr double gapFactor = 6;
constexpr double straightDegrees = 3;         ///< less than a switch turns
constexpr double metresPerDegreeOfTurn = 10;  ///< at a junction: changing tracks costs more than a curve's inner track saves
constexpr double reverseDegrees = 90;
constexpr double reverseCost = 3000;          ///< turning back on the way
constexpr double stopReverseCost = 1000;      ///< at a stop, where trains may change ends
constexpr double detourAllowance = 3000;      ///< penalties that may come atop the longest leg
constexpr double afterFirst = 5000;           ///< how much dearer other candidates may be than the best
constexpr std::size_t mostCandidates = 32;
constexpr double guideMetres = 1000;          ///< generalised lines are nearer than that
constexpr double offGuideFactor = 1.3;

} // namespace

std::vector<RouteStop::Candidate> candidatesNear(const LineGraph &graph, const TrackRules &rules, LatLon place, double tolerance)
{
    std::vector<LineGraph::Hit> hits = graph.near(place, tolerance);
    std::erase_if(hits, [&](const LineGraph::Hit &hit) { return !rules.allows(graph.edges()[hit.edge].stage); });
    // Where the nearest place of an edge is its end and the track comes nearer beyond, that place is none of its own.
    const auto comesNearer = [&](std::uint32_t node, const LineGraph::Hit &hit) {
        return std::any_of(hits.begin(), hits.end(), [&](const LineGraph::Hit &other) {
            const LineGraph::Edge &edge = graph.edges()[other.edge];
            return other.edge != hit.edge && (edge.from == node || edge.to == node)
                && (other.metres < hit.metres - 1e-6 || (other.metres < hit.metres + 1e-6 && other.edge < hit.edge));
        });
    };
    std::vector<RouteStop::Candidate> candidates;
    for (const LineGraph::Hit &hit : hits) {
        const LineGraph::Edge &edge = graph.edges()[hit.edge];
        const bool atFrom = hit.along < 1e-6, atTo = hit.along > edge.metres - 1e-6;
        if ((atFrom && comesNearer(edge.from, hit)) || (atTo && comesNearer(edge.to, hit)))
            continue;
        candidates.push_back({hit.edge, std::min(hit.along, edge.metres), hit.metres});
        if (candidates.size() == mostCandidates)
            break;
    }
    return candidates;
}

RouteSearch::RouteSearch(const LineGraph &graph, const TrackRules &rules, const CancelToken &cancel)
    : m_graph(graph), m_rules(rules), m_cancel(cancel), m_stamp(graph.edges().size() * 2), m_cost(m_stamp.size()),
      m_previous(m_stamp.size()), m_targetStamp(graph.edges().size())
{
}

void RouteSearch::makeDearer(std::span<const RoutePiece> pieces, double factor)
{
    m_dearer.resize(m_graph.edges().size(), 1.0F);
    for (const RoutePiece &piece : pieces)
        m_dearer[piece.edge] = float(factor);
}

double RouteSearch::guideCost(const LineGraph::Edge &edge, std::size_t index)
{
    if (!m_guide)
        return 1;
    m_guideCost.resize(m_graph.edges().size());
    if (m_guideCost[index] == 0) {
        const LatLon middle = m_graph.vertices(edge)[edge.count / 2].degrees();
        m_guideCost[index] = track::distanceTo(*m_guide, middle) > guideMetres ? float(offGuideFactor) : 1.0F;
    }
    return double(m_guideCost[index]);
}

double RouteSearch::edgeCost(const LineGraph::Edge &edge)
{
    const double use = edge.use == TrackUse::Side ? sideFactor : edge.use == TrackUse::Crossover ? crossoverFactor : 1;
    const auto index = std::size_t(&edge - m_graph.edges().data());
    return use * guideCost(edge, index) * m_rules.costOf(edge.stage) * (m_dearer.empty() ? 1.0 : double(m_dearer[index]));
}

double RouteSearch::turnCost(Directed in, Directed out, bool junction) const
{
    if (m_graph.kind() != LineKind::Rail)
        return 0;
    const double turn = turnBetween(m_graph.headingIn(in), m_graph.headingOut(out));
    if (turn > reverseDegrees)
        return reverseCost;
    return junction ? std::max(0.0, turn - straightDegrees) * metresPerDegreeOfTurn : 0;
}

bool RouteSearch::turnsBack(Directed in, Directed out) const
{
    return m_graph.kind() == LineKind::Rail && turnBetween(m_graph.headingIn(in), m_graph.headingOut(out)) > reverseDegrees;
}

RouteSearch::Outcome RouteSearch::run(std::span<const RouteStop> stops)
{
    std::vector<std::vector<Arrival>> legs(1);
    legs[0].resize(stops.front().candidates.size() * 2);
    for (std::size_t s = 0; s < legs[0].size(); ++s)
        legs[0][s].cost = stops.front().candidates[s / 2].cost;
    for (std::size_t i = 1; i < stops.size(); ++i) {
        const std::vector<Arrival> &before = legs.back();
        std::vector<Source> sources(before.size());
        for (std::size_t s = 0; s < before.size(); ++s) {
            const double turned = before[s ^ 1].cost + (i == 1 ? 0 : stopReverseCost);
            sources[s] = turned < before[s].cost ? Source{turned, true} : Source{before[s].cost, false};
        }
        std::vector<Arrival> arrivals = leg(stops[i - 1], sources, stops[i]);
        if (std::none_of(arrivals.begin(), arrivals.end(), [](const Arrival &a) { return a.cost < unreachable; }))
            return {std::nullopt, i - 1};
        legs.push_back(std::move(arrivals));
    }
    return {trace(stops, legs), stops.size() - 1};
}

std::vector<RouteSearch::Arrival> RouteSearch::leg(const RouteStop &from, std::span<const Source> sources, const RouteStop &to)
{
    ++m_round;
    m_target = &to;
    m_targetPlace = LineGraph::cartesian(to.position);
    m_targetCost.assign(to.candidates.size() * 2, unreachable);
    m_targetPrevious.assign(m_targetCost.size(), 0);
    for (const RouteStop::Candidate &candidate : to.candidates)
        m_targetStamp[candidate.edge] = m_round;
    m_queue.clear();
    seed(from, sources);

    const auto cheapest = std::min_element(sources.begin(), sources.end(), [](const Source &a, const Source &b) { return a.cost < b.cost; });
    double limit = cheapest->cost + to.longestLeg + detourAllowance;
    std::vector<Arrival> arrivals(m_targetCost.size());
    const auto states = std::uint32_t(m_cost.size());
    bool first = true;
    for (std::uint32_t steps = 0; !m_queue.empty(); ++steps) {
        std::pop_heap(m_queue.begin(), m_queue.end(), std::greater<>());
        const Queued next = m_queue.back();
        m_queue.pop_back();
        if (next.key > limit || (steps % 4096 == 0 && m_cancel.cancelled()))
            break;
        if (next.label >= states) {
            if (next.cost > m_targetCost[next.label - states])
                continue;
            collect(arrivals, next.label - states, next.cost);
            arrivals[next.label - states].turned = sources[arrivals[next.label - states].source].turned;
            limit = first ? std::min(limit, next.cost + afterFirst) : limit;
            first = false;
        } else if (next.cost <= m_cost[next.label]) {
            expand(next.label, next.cost);
        }
    }
    return arrivals;
}

void RouteSearch::seed(const RouteStop &from, std::span<const Source> sources)
{
    for (std::size_t s = 0; s < sources.size(); ++s) {
        if (!(sources[s].cost < unreachable))
            continue;
        const RouteStop::Candidate &candidate = from.candidates[s / 2];
        const LineGraph::Edge &edge = m_graph.edges()[candidate.edge];
        const Directed d = 2 * candidate.edge + Directed(s & 1);
        const double run = LineGraph::reversed(d) ? edge.metres - candidate.along : candidate.along;
        const auto previous = std::uint32_t(m_cost.size() + s);
        reachTargets(d, sources[s].cost - run * edgeCost(edge), previous, run);
        relax(d, sources[s].cost + (edge.metres - run) * edgeCost(edge), previous);
    }
}

void RouteSearch::expand(Directed d, double cost)
{
    const std::uint32_t node = m_graph.endNode(d);
    const auto outgoing = m_graph.outOf(node);
    const bool afterGap = m_graph.edges()[LineGraph::edgeOf(d)].isGap();
    for (const Directed out : outgoing) {
        const LineGraph::Edge &edge = m_graph.edges()[LineGraph::edgeOf(out)];
        if (out == (d ^ 1U) || (edge.isGap() ? afterGap : !m_rules.allows(edge.stage)))
            continue;
        const double start = cost + turnCost(d, out, outgoing.size() > 2);
        if (edge.isGap()) {
            relax(out, start + gapFixedCost + gapFactor * edge.metres, d);
            continue;
        }
        reachTargets(out, start, d, 0);
        relax(out, start + edge.metres * edgeCost(edge), d);
    }
}

/// Candidates of the target on @p d, from @p fromAlong metres after its beginning.
void RouteSearch::reachTargets(Directed d, double costAtStart, std::uint32_t previous, double fromAlong)
{
    const std::uint32_t e = LineGraph::edgeOf(d);
    if (m_targetStamp[e] != m_round)
        return;
    const LineGraph::Edge &edge = m_graph.edges()[e];
    for (std::size_t c = 0; c < m_target->candidates.size(); ++c) {
        const RouteStop::Candidate &candidate = m_target->candidates[c];
        const double run = LineGraph::reversed(d) ? edge.metres - candidate.along : candidate.along;
        if (candidate.edge != e || run < fromAlong)
            continue;
        const double cost = costAtStart + run * edgeCost(edge) + candidate.cost;
        const std::size_t state = 2 * c + (d & 1);
        if (!(cost < m_targetCost[state]))
            continue;
        m_targetCost[state] = cost;
        m_targetPrevious[state] = previous;
        m_queue.push_back({cost, cost, std::uint32_t(m_cost.size() + state)});
        std::push_heap(m_queue.begin(), m_queue.end(), std::greater<>());
    }
}

void RouteSearch::relax(Directed d, double cost, std::uint32_t previous)
{
    if (m_stamp[d] == m_round && m_cost[d] <= cost)
        return;
    m_stamp[d] = m_round;
    m_cost[d] = cost;
    m_previous[d] = previous;
    const double left = std::max(0.0, m_graph.chord(m_graph.endNode(d), m_targetPlace) - m_target->tolerance);
    m_queue.push_back({cost + left, cost, d});
    std::push_heap(m_queue.begin(), m_queue.end(), std::greater<>());
}

void RouteSearch::collect(std::vector<Arrival> &arrivals, std::uint32_t state, double cost) const
{
    Arrival &arrival = arrivals[state];
    arrival.cost = cost;
    arrival.path.assign(1, 2 * m_target->candidates[state / 2].edge + (state & 1));
    std::uint32_t previous = m_targetPrevious[state];
    for (; previous < m_cost.size(); previous = m_previous[previous])
        arrival.path.push_back(previous);
    arrival.source = previous - std::uint32_t(m_cost.size());
    std::reverse(arrival.path.begin(), arrival.path.end());
}

RouteSearch::Found RouteSearch::trace(std::span<const RouteStop> stops, const std::vector<std::vector<Arrival>> &legs) const
{
    const auto best = std::min_element(legs.back().begin(), legs.back().end(), [](const Arrival &a, const Arrival &b) { return a.cost < b.cost; });
    Found found;
    found.cost = best->cost;
    auto state = std::size_t(best - legs.back().begin());
    std::vector<RoutePiece> backwards;
    for (std::size_t i = legs.size() - 1; i > 0; --i) {
        const Arrival &arrival = legs[i][state];
        const double start = stops[i - 1].candidates[arrival.source / 2].along, end = stops[i].candidates[state / 2].along;
        for (std::size_t k = arrival.path.size(); k-- > 0;) {
            const Directed d = arrival.path[k];
            const double metres = m_graph.edges()[LineGraph::edgeOf(d)].metres;
            RoutePiece piece{LineGraph::edgeOf(d), LineGraph::reversed(d) ? metres : 0, LineGraph::reversed(d) ? 0 : metres};
            if (k == 0)
                piece.from = start;
            if (k + 1 == arrival.path.size())
                piece.to = end;
            const bool turns = k > 0 ? turnsBack(arrival.path[k - 1], d) : arrival.turned && i > 1;
            if (turns)
                found.reversals.push_back(backwards.size());
            backwards.push_back(piece);
        }
        state = arrival.turned ? arrival.source ^ 1U : arrival.source;
    }
    found.pieces.assign(backwards.rbegin(), backwards.rend());
    std::reverse(found.reversals.begin(), found.reversals.end());
    for (std::size_t &piece : found.reversals)
        piece = backwards.size() - 1 - piece;
    return found;
}

} // namespace ca
