// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/TangentPlane.h"
#include "osm/OsmExtract.h"

#include <span>
#include <vector>

/// Small measures on vertices of tracks, in their tangent plane. Private to this room.
namespace ca::track {

/// Azimuth from @p a to @p b, degrees clockwise from north.
[[nodiscard]] double azimuth(LatLon a, LatLon b);
/// Azimuth in which a line leaves its first vertex, taken over its first @p metres, so that rounded coordinates of close
/// vertices do not bend it.
[[nodiscard]] double headingAtStart(std::span<const OsmLocation> line, double metres);
/// The same at its end: azimuth in which it arrives at its last vertex.
[[nodiscard]] double headingAtEnd(std::span<const OsmLocation> line, double metres);

/// The place of the straight piece a–b nearest to @p p.
[[nodiscard]] PieceFoot foot(LatLon p, LatLon a, LatLon b);
/// Distance of @p p to @p line, metres; infinite without a line.
[[nodiscard]] double distanceTo(std::span<const LatLon> line, LatLon p);
/// Geodesic, metres.
[[nodiscard]] double length(std::span<const OsmLocation> line);

} // namespace ca::track
