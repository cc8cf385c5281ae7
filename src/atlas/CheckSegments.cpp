// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of what lies on the map: segments with their legs and waypoints, and corridors with their joins.
#include "atlas/CheckContext.h"

#include "geo/Geodesic.h"

#include <QRegularExpression>

#include <algorithm>

namespace ca::check {

namespace {

/// Ends of lines declared to join may lie this far apart without a reason, metres.
constexpr double joinTolerance = 50;

QString degrees(LatLon p)
{
    return QStringLiteral("longitude %1, latitude %2").arg(p.lon, 0, 'g', 9).arg(p.lat, 0, 'g', 9);
}

void checkLeg(Row &row, const Leg &leg)
{
    row.need(leg.line.size() >= 2, QStringLiteral("a leg needs at least two vertices"));
    for (std::size_t i = 0; i < leg.line.size(); ++i) {
        row.need(leg.line[i].valid(), QStringLiteral("coordinates out of range: %1").arg(degrees(leg.line[i])));
        row.need(i == 0 || leg.line[i] != leg.line[i - 1],
                 QStringLiteral("the same vertex twice running: %1").arg(degrees(leg.line[i])));
    }
    row.need(provenances().contains(leg.provenance), QStringLiteral("unknown provenance: %1").arg(leg.provenance));
    row.need(!leg.refs.trimmed().isEmpty(), QStringLiteral("no source: refs is empty"));
    if (leg.precision == Precision::Estimated) {
        row.needText(leg.note, "note of an estimated leg");
        row.need(leg.errorMetres.has_value(), QStringLiteral("an estimated leg states its error_m"));
    }
    row.need(!leg.errorMetres || *leg.errorMetres > 0, QStringLiteral("error_m is not positive"));
}

void checkWaypoint(Row &row, const Waypoint &waypoint, const GeoLine &line)
{
    static const QRegularExpression country(QStringLiteral("\\A[A-Z]{2}\\z"));
    row.needText(waypoint.name, "name");
    row.need(waypoint.country.isEmpty() || country.match(waypoint.country).hasMatch(),
             QStringLiteral("country is not a code of two capitals: %1").arg(waypoint.country));
    row.need(provenances().contains(waypoint.provenance),
             QStringLiteral("unknown provenance: %1").arg(waypoint.provenance));
    row.need(!waypoint.ref.trimmed().isEmpty(), QStringLiteral("no source: ref is empty"));
    for (const auto &[language, name] : waypoint.names)
        row.need(isLanguage(language) && !name.trimmed().isEmpty(),
                 QStringLiteral("not a name by language: %1").arg(language));
    if (!waypoint.position.valid())
        row.object(QStringLiteral("coordinates out of range: %1").arg(degrees(waypoint.position)));
    else
        row.need(std::find(line.begin(), line.end(), waypoint.position) != line.end(),
                 QStringLiteral("waypoint %1 is not a vertex of a leg").arg(waypoint.name));
}

void checkSegment(Row &row, const Segment &segment)
{
    row.needText(segment.from, "from");
    row.needText(segment.to, "to");
    row.need(!segment.modes.empty(), QStringLiteral("no mode"));
    for (auto mode = segment.modes.begin(); mode != segment.modes.end(); ++mode)
        row.need(std::find(segment.modes.begin(), mode, *mode) == mode,
                 QStringLiteral("mode named twice: %1").arg(toId(*mode)));
    row.need(!segment.legs.empty(), QStringLiteral("no leg"));
}

/// Shortest way from an end of @p a to the line of @p b, metres.
double endDistance(const GeoLine &a, const GeoLine &b)
{
    return std::min(geodesic::nearest(b, a.front()).metres, geodesic::nearest(b, a.back()).metres);
}

class Corridors {
public:
    explicit Corridors(Context &context) : m_context(context)
    {
        for (const Segment &segment : context.data.segments)
            m_lines.insert(segment.id, segment.line());
        for (const CorridorMember &member : context.data.members)
            m_members[member.corridor].insert(member.segment);
    }

    void run()
    {
        for (std::size_t i = 0; i < m_context.data.members.size(); ++i) {
            const CorridorMember &member = m_context.data.members[i];
            Row row(m_context, "corridors", QStringLiteral("%1 %2").arg(member.corridor, member.segment), i);
            checkMember(row, member);
            checkJoins(row, member);
        }
    }

private:
    void checkMember(Row &row, const CorridorMember &member)
    {
        row.need(m_context.corridors.contains(member.corridor),
                 QStringLiteral("unknown corridor: %1").arg(member.corridor));
        row.need(m_context.segments.contains(member.segment),
                 QStringLiteral("unknown segment: %1").arg(member.segment));
        row.need(member.order >= 1, QStringLiteral("order counts from 1: %1").arg(member.order));
        const QString place = QStringLiteral("%1 %2").arg(member.corridor).arg(member.order);
        row.need(!m_places.contains(place), QStringLiteral("order %1 is taken").arg(member.order));
        m_places.insert(place);
        const QString pair = member.corridor + u' ' + member.segment;
        row.need(!m_pairs.contains(pair),
                 QStringLiteral("segment named twice in its corridor: %1").arg(member.segment));
        m_pairs.insert(pair);
    }

    void checkJoins(Row &row, const CorridorMember &member)
    {
        for (const QString &other : member.follows) {
            if (other == member.segment || !m_members[member.corridor].contains(other)) {
                row.object(QStringLiteral("follows no other segment of its corridor: %1").arg(other));
                continue;
            }
            const GeoLine a = m_lines.value(member.segment), b = m_lines.value(other);
            if (a.size() < 2 || b.size() < 2 || !member.joinReason.trimmed().isEmpty())
                continue;
            const double gap = std::min(endDistance(a, b), endDistance(b, a));
            row.need(gap <= joinTolerance,
                     QStringLiteral("%1 is declared to follow %2 but lies %3 m from it, and join_reason is empty")
                         .arg(member.segment, other).arg(gap, 0, 'f', 0));
        }
    }

    Context &m_context;
    QHash<QString, GeoLine> m_lines;
    QHash<QString, QSet<QString>> m_members;
    QSet<QString> m_places;
    QSet<QString> m_pairs;
};

} // namespace

void checkSegments(Context &context)
{
    QSet<QString> seen;
    std::size_t legIndex = 0;
    std::size_t waypointIndex = 0;
    for (std::size_t i = 0; i < context.data.segments.size(); ++i) {
        const Segment &segment = context.data.segments[i];
        Row row(context, "segments", segment.id, i);
        checkId(row, segment.id, seen);
        checkSegment(row, segment);
        for (std::size_t l = 0; l < segment.legs.size(); ++l) {
            Row legRow(context, "legs", segment.id, legIndex++);
            checkLeg(legRow, segment.legs[l]);
            const GeoLine &line = segment.legs[l].line;
            if (l > 0 && !line.empty() && !segment.legs[l - 1].line.empty())
                legRow.need(line.front() == segment.legs[l - 1].line.back(),
                            QStringLiteral("the leg does not begin where the one before ends"));
        }
        const GeoLine line = segment.line();
        for (const Waypoint &waypoint : segment.waypoints) {
            Row waypointRow(context, "waypoints", segment.id, waypointIndex++);
            checkWaypoint(waypointRow, waypoint, line);
        }
    }
}

void checkCorridors(Context &context)
{
    Corridors(context).run();
}

} // namespace ca::check
