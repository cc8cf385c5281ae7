// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "osm/RouteMatcher.h"
#include "osm/RouteSearch.h"

#include <optional>
#include <vector>

/// What is asked of an extract, told without an atlas. Private to this room.
namespace ca {

/// A place to go through and what its way from the one before may be.
struct RequestedStop {
    RoutePlace place;
    double longestLeg = std::numeric_limits<double>::infinity();  ///< metres
    double along = 0;                 ///< metres along the bundled line; 0 without one
};

struct RouteRequest {
    QString segment;                  ///< empty = between places
    QString from, to;
    Mode mode = Mode::Rail;
    LineKind kind = LineKind::Rail;
    std::vector<RequestedStop> stops; ///< at least two
    TrackRules rules;
    GeoLine bundled;                  ///< empty = none
    bool followBundled = false;       ///< it is good enough to tell which of two lines is meant
    std::optional<double> bundledMetres;
};

/// Which stages a line of @p status may run on, and what a metre of each costs.
[[nodiscard]] TrackRules rulesFor(Status status);
[[nodiscard]] TrackRules rulesAllowing(std::initializer_list<LifeCycle> stages);

/// The kind of line a mode runs on; nullopt = none that is matched.
[[nodiscard]] std::optional<LineKind> lineKindOf(Mode mode);

/// The route a segment asks for: its waypoints, each with a tolerance by how well its position is known and a longest leg
/// by how well the line between is.
[[nodiscard]] RouteRequest requestFor(const Atlas &atlas, const Segment &segment, LineKind kind);

/// The atlas' precision of a waypoint, metres: as its reference states it ("+/-5 km"), else by where it comes from.
[[nodiscard]] double toleranceOf(const Waypoint &waypoint, const Segment &segment);

} // namespace ca
