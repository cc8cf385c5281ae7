// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/MissingTracks.h"

#include "base/Tr.h"
#include "osm/RouteText.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

TrackRules anyStage()
{
    TrackRules rules;
    rules.stageCost.fill(1);
    return rules;
}

} // namespace

MissingTrack MissingTracks::between(std::size_t from, std::size_t to) const
{
    MissingTrack out;
    out.from = name(from);
    out.to = name(to);
    out.fromPosition = m_stops[from].position;
    out.toPosition = m_stops[to].position;
    out.bundledFrom = m_request.stops[from].along;
    out.bundledTo = m_request.stops[to].along;
    out.onlyAs = onlyStage(from, to);
    out.why = why(from, to, out.onlyAs);
    return out;
}

QString MissingTracks::why(std::size_t from, std::size_t to, std::optional<LifeCycle> onlyAs) const
{
    if (onlyAs)
        return tr("what the extract has there is tagged as %1, which a line of this status does not run on").arg(lifeCycleTitle(*onlyAs));
    QStringList bare;
    for (std::size_t i = from; i <= to; ++i) {
        if (m_stops[i].candidates.empty())
            bare << name(i);
    }
    const auto asked = qsizetype(to - from + 1);
    if (bare.size() == asked)
        return tr("the extract has no track near any of the %1 places there").arg(asked);
    if (!bare.isEmpty())
        return tr("the extract has no track near %1").arg(bare.join(QStringLiteral(", ")));
    return std::isfinite(m_stops[to].longestLeg)
        ? tr("the tracks at both ends are not joined within %1 km").arg(routetext::kilometres(m_stops[to].longestLeg))
        : tr("the tracks at both ends are not joined");
}

/// The stage nearest to nothing of a route that uses track of any stage.
std::optional<LifeCycle> MissingTracks::onlyStage(std::size_t from, std::size_t to) const
{
    const TrackRules rules = anyStage();
    std::vector<RouteStop> stops;
    double leg = 0;
    for (std::size_t i = from; i <= to; ++i) {
        RouteStop stop = m_stops[i];
        stop.candidates = candidatesNear(m_graph, rules, stop.position, stop.tolerance);
        leg += i == from ? 0 : stop.longestLeg;
        if (stop.candidates.empty())
            continue;
        stop.longestLeg = leg;
        leg = 0;
        stops.push_back(std::move(stop));
    }
    const bool bothEnds = stops.size() > 1 && stops.front().position == m_stops[from].position && stops.back().position == m_stops[to].position;
    if (!bothEnds)
        return std::nullopt;
    const RouteSearch::Outcome outcome = RouteSearch(m_graph, rules, m_cancel).run(stops);
    std::optional<LifeCycle> only;
    for (const RoutePiece &piece : outcome.found ? outcome.found->pieces : std::vector<RoutePiece>()) {
        const LineGraph::Edge &edge = m_graph.edges()[piece.edge];
        if (!edge.isGap() && !m_request.rules.allows(edge.stage))
            only = only ? std::max(*only, edge.stage) : edge.stage;
    }
    return only;
}

} // namespace ca
