// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/StripModel.h"

#include "geo/Geodesic.h"

#include <QSet>

#include <algorithm>

namespace ca {

namespace {

int priorityOf(WaypointKind kind, bool atEnd)
{
    switch (kind) {
    case WaypointKind::BorderCrossing:
        return atEnd ? 0 : 1;
    case WaypointKind::Port:
    case WaypointKind::Terminal:
    case WaypointKind::Field:
        return 1;
    case WaypointKind::City:
    case WaypointKind::Landfall:
        return 2;
    case WaypointKind::CompressorStation:
        return 3;
    case WaypointKind::Station:
    case WaypointKind::Junction:
        return atEnd ? 2 : 4;
    }
    return 4;
}

/// Whether the segment runs against the corridor: its last vertex is the one that meets the segment before.
bool reversed(const std::vector<const Segment *> &chain, std::size_t at, LatLon previousEnd)
{
    const GeoLine line = chain[at]->line();
    if (line.size() < 2)
        return false;
    if (previousEnd.defined())
        return geodesic::distance(previousEnd, line.back()) < geodesic::distance(previousEnd, line.front());
    if (at + 1 >= chain.size())
        return false;
    const GeoLine next = chain[at + 1]->line();
    if (next.empty())
        return false;
    const auto nearest = [&next](LatLon end) {
        return std::min(geodesic::distance(end, next.front()), geodesic::distance(end, next.back()));
    };
    return nearest(line.front()) < nearest(line.back());
}

std::vector<const Segment *> mainChain(const Atlas &atlas, const QString &corridor)
{
    std::vector<const Segment *> chain;
    for (const CorridorMember *member : atlas.members(corridor))
        if (const Segment *segment = atlas.segment(member->segment); segment && member->role == Role::Main)
            chain.push_back(segment);
    return chain;
}

void addTicks(Strip &strip, const Segment &segment, double startKm, bool turned)
{
    for (const Waypoint &waypoint : segment.waypoints) {
        if (waypoint.name.isEmpty())
            continue;
        const double along = turned ? segment.lengthMetres - waypoint.along : waypoint.along;
        const bool atEnd = waypoint.along < 1 || waypoint.along > segment.lengthMetres - 1;
        strip.ticks.push_back({startKm + along / 1000, waypoint.name, waypoint.kind,
                               priorityOf(waypoint.kind, atEnd)});
    }
}

Strip::Part makePart(const Atlas &atlas, const Segment &segment, double startKm)
{
    Strip::Part part{segment.id, startKm, startKm + segment.lengthMetres / 1000, atlas.status(segment.id).status, 0, 0};
    QSet<QString> articles;
    for (const PassageLink &link : atlas.passages(segment.id)) {
        if (link.wholeCorridor)
            continue;
        ++part.passages;
        articles.insert(link.passage->record);
    }
    part.articles = static_cast<std::size_t>(articles.size());
    return part;
}

} // namespace

const Strip::Part *Strip::partAt(double km) const
{
    for (const Part &part : parts)
        if (km >= part.startKm && km < part.endKm)
            return &part;
    return nullptr;
}

const Strip::Part *Strip::part(const QString &segment) const
{
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&segment](const Part &p) { return p.segment == segment; });
    return found == parts.end() ? nullptr : &*found;
}

Strip buildStrip(const Atlas &atlas, const QString &corridor)
{
    Strip strip;
    const auto chain = mainChain(atlas, corridor);
    LatLon end;
    for (std::size_t at = 0; at < chain.size(); ++at) {
        const Segment &segment = *chain[at];
        const bool turned = reversed(chain, at, end);
        const double startKm = strip.totalKm();
        addTicks(strip, segment, startKm, turned);
        strip.parts.push_back(makePart(atlas, segment, startKm));
        const GeoLine line = segment.line();
        if (!line.empty())
            end = turned ? line.front() : line.back();
    }
    std::stable_sort(strip.ticks.begin(), strip.ticks.end(),
                     [](const Strip::Tick &a, const Strip::Tick &b) { return a.km < b.km; });
    return strip;
}

std::vector<PlacedTick> placeTicks(const Strip &strip, double left, double right,
                                   const std::function<double(double)> &toPixel,
                                   const std::function<double(const QString &)> &widthOf)
{
    constexpr double gap = 10;
    std::vector<const Strip::Tick *> byPriority;
    for (const Strip::Tick &tick : strip.ticks)
        byPriority.push_back(&tick);
    std::stable_sort(byPriority.begin(), byPriority.end(),
                     [](const Strip::Tick *a, const Strip::Tick *b) { return a->priority < b->priority; });
    std::vector<PlacedTick> placed;
    for (const Strip::Tick *tick : byPriority) {
        const double x = toPixel(tick->km);
        const double width = widthOf(tick->label);
        if (x < left - 0.5 || x > right + 0.5 || width > right - left)
            continue;
        const double start = std::clamp(x - width / 2, left, right - width);
        const bool free = std::none_of(placed.begin(), placed.end(), [&](const PlacedTick &other) {
            return start < other.left + other.width + gap && other.left < start + width + gap;
        });
        if (free)
            placed.push_back({tick, x, start, width});
    }
    std::sort(placed.begin(), placed.end(), [](const PlacedTick &a, const PlacedTick &b) { return a.left < b.left; });
    return placed;
}

} // namespace ca
