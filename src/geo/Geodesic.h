// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <span>
#include <vector>

/// Lengths on the WGS 84 ellipsoid (Karney 2013, as in PROJ's geodesic.h). Metres,
/// degrees. Undefined input gives NaN. Thread-safe.
namespace ca::geodesic {

/// Length of the shortest path, metres.
[[nodiscard]] double distance(LatLon a, LatLon b);
/// Sum over consecutive vertices, metres; 0 for fewer than two.
[[nodiscard]] double length(std::span<const LatLon> line);
/// Area within the closed @p ring, square metres, whichever way it runs; 0 for fewer than three corners.
[[nodiscard]] double ringArea(std::span<const LatLon> ring);
/// Distance from the first vertex to each vertex, metres. Same size as @p line.
[[nodiscard]] std::vector<double> chainage(std::span<const LatLon> line);
/// Point @p metres along @p line (clamped to its ends).
[[nodiscard]] LatLon pointAlong(std::span<const LatLon> line, double metres);
/// Point @p metres from @p start along @p azimuth (degrees clockwise from north).
[[nodiscard]] LatLon destination(LatLon start, double azimuth, double metres);
/// Azimuth from a to b, degrees clockwise from north, -180..180.
[[nodiscard]] double azimuth(LatLon a, LatLon b);

struct Nearest {
    double metres = 0;     ///< distance from the point to the line
    double along = 0;      ///< chainage of the foot, metres
    LatLon foot;
};
/// Nearest place of @p line to @p p (local plane around p: good to 0.1 % within 200 km).
[[nodiscard]] Nearest nearest(std::span<const LatLon> line, LatLon p);

} // namespace ca::geodesic
