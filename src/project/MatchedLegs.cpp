// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/MatchedLegs.h"

#include "base/Tr.h"
#include "geo/Geodesic.h"
#include "osm/LifeCycle.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

/// Lines that declare to meet may have their ends so far apart; maps bind those to each other.
constexpr double meetMetres = 50;

/// As the bundled lines name theirs: each object once, in the order of the line.
template <class Ids>
QString wayRefs(const Ids &ids)
{
    QStringList refs;
    QSet<qint64> named;
    for (const qint64 id : ids) {
        if (id > 0 && !named.contains(id))
            refs << QStringLiteral("way/%1").arg(id);
        named.insert(id);
    }
    return refs.join(QStringLiteral("; "));
}

QString gapNote(const MatchFindings &findings)
{
    double metres = 0;
    for (const MatchFindings::Gap &gap : findings.gaps)
        metres += gap.metres;
    const QString together = QString::number(metres, 'f', 0);
    if (findings.gaps.empty())
        return {};
    return findings.gaps.size() == 1 ? tr("A gap of %1 m in the track closed by a straight piece.").arg(together)
                                     : tr("%1 gaps in the track closed by straight pieces, %2 m together.").arg(findings.gaps.size()).arg(together);
}

QString dateOf(const ProjectMatch &match)
{
    return match.extractDate.isValid() ? match.extractDate.toUTC().date().toString(Qt::ISODate) : tr("unknown date");
}

/// Status of track of a stage, where the line has several; none = the segment's.
std::optional<Status> ownStatus(const QString &stage, Status segment)
{
    const bool notYet = segment == Status::Construction || segment == Status::Planned || segment == Status::Announced;
    std::optional<Status> own;
    if (stage == toId(LifeCycle::Operating) && notYet)
        own = Status::Operating;
    else if (stage == toId(LifeCycle::Construction))
        own = Status::Construction;
    else if (stage == toId(LifeCycle::Proposed) && segment == Status::Construction)
        own = Status::Planned;
    return own == segment ? std::nullopt : own;
}

Leg trackLeg(const ProjectMatch &match)
{
    Leg leg;
    leg.precision = Precision::Traced;
    leg.provenance = QStringLiteral("osm");
    leg.dataDate = dateOf(match);
    return leg;
}

Leg wholeLeg(const ProjectMatch &match)
{
    std::vector<qint64> ways;
    for (const MatchFindings::Way &way : match.findings.ways)
        ways.push_back(way.id);
    Leg leg = trackLeg(match);
    leg.line = match.line;
    leg.refs = wayRefs(ways);
    leg.note = gapNote(match.findings);
    return leg;
}

Leg pieceLeg(const ProjectMatch &match, const MatchFindings::Piece &piece, Status status)
{
    Leg leg;
    if (!piece.stage.isEmpty()) {
        leg = trackLeg(match);
        leg.refs = wayRefs(piece.ways);
        leg.status = ownStatus(piece.stage, status);
        if (leg.status)
            leg.note = tr("Track tagged as %1 in OpenStreetMap.").arg(lifeCycleTitle(piece.stage));
        return leg;
    }
    leg.precision = fromId<Precision>(piece.precision).value_or(Precision::Schematic);
    leg.provenance = piece.provenance;
    leg.refs = piece.refs;
    leg.errorMetres = piece.errorMetres > 0 ? std::optional(piece.errorMetres) : std::nullopt;
    leg.note = piece.note;
    return leg;
}

/// The vertex of a line that is nearest to @p metres along it.
std::size_t vertexAt(const std::vector<double> &along, double metres)
{
    const auto next = std::lower_bound(along.begin(), along.end(), metres);
    if (next == along.begin() || next == along.end())
        return next == along.end() ? along.size() - 1 : 0;
    const auto i = std::size_t(next - along.begin());
    return along[i] - metres < metres - along[i - 1] ? i : i - 1;
}

LatLon endOf(const Segment &segment, bool start)
{
    return start ? segment.legs.front().line.front() : segment.legs.back().line.back();
}

bool meets(LatLon a, LatLon b)
{
    constexpr double fewMetres = 0.001;  // degrees of latitude; most are farther apart, and that is quickly seen
    return std::abs(a.lat - b.lat) < fewMetres && geodesic::distance(a, b) <= meetMetres;
}

void joinTo(Segment &segment, bool start, LatLon place)
{
    Leg leg;
    leg.line = {endOf(segment, start), place};
    if (start)
        std::reverse(leg.line.begin(), leg.line.end());
    leg.precision = Precision::Schematic;
    leg.provenance = QStringLiteral("osm");
    leg.note = tr("Straight piece between the end of the track in OpenStreetMap and where the lines meet, not the track.");
    segment.legs.insert(start ? segment.legs.begin() : segment.legs.end(), leg);
}

} // namespace

std::vector<Leg> matchedLegs(const ProjectMatch &match, Status status)
{
    std::vector<Leg> legs;
    const std::vector<MatchFindings::Piece> &pieces = match.findings.pieces;
    const std::vector<double> along = pieces.empty() ? std::vector<double>() : geodesic::chainage(match.line);
    std::size_t first = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::size_t last = i + 1 == pieces.size() ? match.line.size() - 1 : vertexAt(along, pieces[i].to);
        if (last <= first)
            continue;
        legs.push_back(pieceLeg(match, pieces[i], status));
        legs.back().line.assign(match.line.begin() + std::ptrdiff_t(first), match.line.begin() + std::ptrdiff_t(last) + 1);
        first = last;
    }
    if (legs.empty() || first + 1 < match.line.size())
        return {wholeLeg(match)};
    const auto track = std::find_if(legs.begin(), legs.end(), [](const Leg &leg) { return !leg.dataDate.isEmpty(); });
    if (const QString gaps = gapNote(match.findings); track != legs.end() && !gaps.isEmpty())
        track->note = track->note.isEmpty() ? gaps : track->note + u' ' + gaps;
    return legs;
}

void joinNeighbours(const std::vector<Segment> &bundled, std::vector<Segment> &drawn)
{
    const auto usable = [&](std::size_t s) { return !bundled[s].legs.empty() && !drawn[s].legs.empty(); };
    // Whether an end that met this one in the bundled lines is elsewhere now.
    const auto apart = [&](std::size_t s, bool start) {
        const LatLon place = endOf(bundled[s], start), end = endOf(drawn[s], start);
        for (std::size_t t = 0; t < drawn.size(); ++t) {
            for (const bool other : {true, false}) {
                if (t != s && usable(t) && meets(endOf(bundled[t], other), place) && !meets(endOf(drawn[t], other), end))
                    return true;
            }
        }
        return false;
    };
    // An end that is brought back may leave another one behind: until none is.
    for (bool joined = true; joined;) {
        joined = false;
        for (std::size_t s = 0; s < drawn.size(); ++s) {
            if (!usable(s) || drawn[s].legs == bundled[s].legs)
                continue;
            for (const bool start : {true, false}) {
                if (endOf(drawn[s], start) == endOf(bundled[s], start) || !apart(s, start))
                    continue;
                joinTo(drawn[s], start, endOf(bundled[s], start));
                joined = true;
            }
        }
    }
}

} // namespace ca
