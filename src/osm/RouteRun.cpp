// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RouteRun.h"

#include "base/Tr.h"
#include "geo/Geodesic.h"
#include "osm/RouteAssembly.h"
#include "osm/TrackEnd.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double alternativeFactor = 1.02;   ///< routes within two per cent are equally good
constexpr double alternativeApart = 150;     ///< metres; nearer is the other track of the same line
constexpr double leastDiffering = 2000;      ///< metres
constexpr int mostTries = 6;                 ///< each takes away the parallel track found by the one before
constexpr double deviationStep = 100;
constexpr double farthestTrackEnd = 5000;

QString kilometresOf(double metres)
{
    return QString::number(metres / 1000, 'f', 1);
}

TrackRules anyStage()
{
    TrackRules rules;
    rules.stageCost.fill(1);
    return rules;
}

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
    m_parts.push_back(std::move(part));
    m_reversals += found.reversals;
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
            m_match.remarks << tr("goes on to where the track is mapped no further, %1 km from %2").arg(kilometresOf(more), name(stop));
    };
    follow(stops.back());
    reversePieces(m_found.pieces);
    follow(stops.front());
    reversePieces(m_found.pieces);
}

void RouteRun::noteMissing(std::size_t from, std::size_t to)
{
    // A stop that is joined to neither side belongs to one missing stretch.
    if (!m_missing.empty() && m_missing.back().to == from)
        m_missing.back().to = to;
    else
        m_missing.push_back({from, to});
}

MissingTrack RouteRun::explained(const Missing &missing) const
{
    MissingTrack out;
    out.from = name(missing.from);
    out.to = name(missing.to);
    out.fromPosition = m_stops[missing.from].position;
    out.toPosition = m_stops[missing.to].position;
    out.onlyAs = onlyStage(missing);
    out.why = whyMissing(missing, out.onlyAs);
    return out;
}

QString RouteRun::whyMissing(const Missing &missing, std::optional<LifeCycle> onlyAs) const
{
    if (onlyAs)
        return tr("what the extract has there is tagged as %1, which a line of this status does not run on").arg(lifeCycleTitle(*onlyAs));
    QStringList bare;
    for (std::size_t i = missing.from; i <= missing.to; ++i) {
        if (m_stops[i].candidates.empty())
            bare << name(i);
    }
    const auto asked = qsizetype(missing.to - missing.from + 1);
    if (bare.size() == asked)
        return tr("the extract has no track near any of the %n places there", nullptr, int(asked));
    if (!bare.isEmpty())
        return tr("the extract has no track near %1").arg(bare.join(QStringLiteral(", ")));
    return std::isfinite(m_stops[missing.to].longestLeg)
        ? tr("the tracks at both ends are not joined within %1 km").arg(kilometresOf(m_stops[missing.to].longestLeg))
        : tr("the tracks at both ends are not joined");
}

/// The stage nearest to nothing of a route that uses track of any stage.
std::optional<LifeCycle> RouteRun::onlyStage(const Missing &missing) const
{
    const TrackRules rules = anyStage();
    std::vector<RouteStop> stops;
    double leg = 0;
    for (std::size_t i = missing.from; i <= missing.to; ++i) {
        RouteStop stop = m_stops[i];
        stop.candidates = candidatesNear(m_graph, rules, stop.position, stop.tolerance);
        leg += i == missing.from ? 0 : stop.longestLeg;
        if (stop.candidates.empty())
            continue;
        stop.longestLeg = leg;
        leg = 0;
        stops.push_back(std::move(stop));
    }
    const bool bothEnds = stops.size() > 1 && stops.front().position == m_stops[missing.from].position && stops.back().position == m_stops[missing.to].position;
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
    for (const Missing &missing : m_missing)
        m_match.missing.push_back(explained(missing));
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
    remark();
    m_match.text = verdictText();
}

void RouteRun::remark()
{
    if (m_reversals > 0)
        m_match.remarks << (m_reversals == 1 ? tr("the route turns back once") : tr("the route turns back at %1 places").arg(m_reversals));
    for (const LifeCycle stage : lifeCycles) {
        if (const double metres = m_match.metresIn(stage); metres > 0 && stage != LifeCycle::Operating)
            m_match.remarks << tr("%1 km run on track tagged as %2").arg(kilometresOf(metres), lifeCycleTitle(stage));
    }
}

QString RouteRun::verdictText() const
{
    switch (m_match.verdict) {
    case MatchVerdict::Matched:
        return m_match.ways.size() == 1 ? tr("matched on one way") : tr("matched on %1 ways").arg(m_match.ways.size());
    case MatchVerdict::Bridged: {
        double metres = 0;
        for (const RouteGap &gap : m_match.gaps)
            metres += gap.metres;
        return m_match.gaps.size() == 1 ? tr("matched; one gap of %1 m, closed by a straight piece").arg(qRound(metres))
                                        : tr("matched; %1 gaps, %2 m together, closed by straight pieces").arg(m_match.gaps.size()).arg(qRound(metres));
    }
    case MatchVerdict::Ambiguous:
        return tr("ambiguous: another route of %1 km runs elsewhere for %2 km and is as good")
            .arg(kilometresOf(m_match.alternative->metres), kilometresOf(m_match.alternative->differing));
    case MatchVerdict::NoTrack: break;
    }
    QStringList stretches;
    for (const MissingTrack &missing : m_match.missing)
        stretches << tr("%1 – %2: %3").arg(missing.from, missing.to, missing.why);
    return tr("no track in this extract: %1").arg(stretches.join(QStringLiteral("; ")));
}

} // namespace ca
