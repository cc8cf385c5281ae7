// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/GaugeBreaks.h"

#include "atlas/Atlas.h"
#include "base/Tr.h"
#include "geo/Geodesic.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

namespace ca {
namespace {

constexpr double sameEnd = 100;        // metres between ends of segments that meet
constexpr double sameEndDegrees = 0.01;
constexpr double placeDistance = 1500; // metres to a waypoint that names the place

/// What a segment's facts say of its gauge at either end.
struct Gauge {
    int start = 0;
    int end = 0;
    QString change;  // where it changes; empty = nowhere
    bool operator==(const Gauge &) const = default;
};

std::optional<Gauge> gaugeIn(const Fact &fact)
{
    static const QRegularExpression one(QStringLiteral("^\\d{3,4}$"));
    static const QRegularExpression two(QStringLiteral("^(\\d{3,4}) to (.+), (\\d{3,4}) beyond$"));
    if (fact.attribute != QLatin1String("gauge") || fact.unit != QLatin1String("mm"))
        return std::nullopt;
    if (one.match(fact.value).hasMatch())
        return Gauge{fact.value.toInt(), fact.value.toInt(), {}};
    const QRegularExpressionMatch match = two.match(fact.value);
    return match.hasMatch() ? std::optional(Gauge{match.captured(1).toInt(), match.captured(3).toInt(), match.captured(2)})
                            : std::nullopt;
}

/// Nothing where no fact gives a number, or where they disagree.
std::optional<Gauge> gaugeOf(const Atlas &atlas, const Segment &segment)
{
    std::optional<Gauge> found;
    if (segment.mainMode() != Mode::Rail)
        return found;
    for (const Fact *fact : atlas.facts(segment.id)) {
        const std::optional<Gauge> gauge = gaugeIn(*fact);
        if (gauge && found && *found != *gauge)
            return std::nullopt;
        if (gauge)
            found = gauge;
    }
    return found;
}

struct End {
    const Segment *segment;
    LatLon at;
    int gauge;
};

bool meet(const End &a, const End &b)
{
    return std::abs(a.at.lat - b.at.lat) < sameEndDegrees && std::abs(a.at.lon - b.at.lon) < sameEndDegrees
        && geodesic::distance(a.at, b.at) <= sameEnd;
}

/// Waypoints may say more than the place: "Astara (border)".
bool isPlace(const Waypoint &waypoint, const QString &place)
{
    return !place.isEmpty() && (waypoint.name == place || waypoint.name.startsWith(place + QStringLiteral(" (")));
}

QString placeAt(const Segment &segment, LatLon at)
{
    const Waypoint *nearest = nullptr;
    double least = placeDistance;
    for (const Waypoint &waypoint : segment.waypoints) {
        const double distance = geodesic::distance(waypoint.position, at);
        if (distance < least) {
            least = distance;
            nearest = &waypoint;
        }
    }
    return nearest ? nearest->name : QString();
}

/// Railways on one track meet in the same place several times: one symbol is enough.
void add(std::vector<GaugeBreak> &breaks, const GaugeBreak &found)
{
    const bool known = std::any_of(breaks.begin(), breaks.end(), [&](const GaugeBreak &b) {
        return geodesic::distance(b.at, found.at) <= sameEnd
            && std::minmax(b.gauge, b.otherGauge) == std::minmax(found.gauge, found.otherGauge);
    });
    if (!known)
        breaks.push_back(found);
}

} // namespace

std::vector<GaugeBreak> findGaugeBreaks(const Atlas &atlas)
{
    std::vector<GaugeBreak> breaks;
    std::vector<End> ends;
    for (const Segment &segment : atlas.data().segments) {
        const std::optional<Gauge> gauge = gaugeOf(atlas, segment);
        const GeoLine line = gauge ? segment.line() : GeoLine();
        if (line.empty())
            continue;
        for (const Waypoint &waypoint : segment.waypoints) {
            if (isPlace(waypoint, gauge->change))
                add(breaks, {waypoint.position, gauge->change, gauge->start, gauge->end, segment.id, segment.id});
        }
        for (const End &end : {End{&segment, line.front(), gauge->start}, End{&segment, line.back(), gauge->end}}) {
            for (const End &other : ends) {
                if (other.gauge != end.gauge && other.segment != &segment && meet(other, end))
                    add(breaks, {other.at, placeAt(*other.segment, other.at), other.gauge, end.gauge, other.segment->id, segment.id});
            }
        }
        ends.push_back({&segment, line.front(), gauge->start});
        ends.push_back({&segment, line.back(), gauge->end});
    }
    return breaks;
}

QString title(const GaugeBreak &gaugeBreak)
{
    const QString gauges = tr("%1 mm and %2 mm").arg(gaugeBreak.gauge).arg(gaugeBreak.otherGauge);
    return gaugeBreak.place.isEmpty() ? tr("Break of gauge: %1").arg(gauges)
                                      : tr("Break of gauge at %1: %2").arg(gaugeBreak.place, gauges);
}

} // namespace ca
