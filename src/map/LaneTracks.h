// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "geo/LatLon.h"

#include <vector>

/// Which lines run on one track, and how they lie to each other. Plane metres; private to the assignment of lanes.
namespace ca::lanes {

struct Track {
    PlaneLine line;
    std::vector<double> length;  ///< from the start to each vertex, metres
    Box box;                     ///< grown by the distance within which lines count as one track
};

/// A stretch of a track, metres from its start.
struct Stretch {
    double from = 0, to = 0;
};

[[nodiscard]] std::vector<Track> tracksOf(const std::vector<PlaneLine> &lines);
/// Stretches of @p a that share @p b's track, interruptions bridged, mere meetings left out.
[[nodiscard]] std::vector<Stretch> sharedStretches(const Track &a, const Track &b);
/// +1 when the line runs the canonical way (west, or south where it runs along a meridian), else -1.
[[nodiscard]] double sense(const PlaneLine &line);
/// Whether a stretch of @p a runs along @p b (+1) or against it (-1).
[[nodiscard]] double agreement(const Track &a, const Stretch &stretch, const Track &b);
[[nodiscard]] PointXY pointAt(const Track &track, double metres);
/// Metres from the start to the place of a line nearest to @p p.
[[nodiscard]] double nearestAlong(const Track &track, PointXY p);
/// A place given in metres, in vertices with a fraction.
[[nodiscard]] double vertexAt(const Track &track, double metres);

} // namespace ca::lanes
