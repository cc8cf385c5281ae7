// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"
#include "osm/OsmExtract.h"

#include <span>
#include <vector>

/// Small measures on vertices of tracks, in a local plane: good to a thousandth within some kilometres, on both sides of
/// the antimeridian. Private to this room.
namespace ca::track {

/// The tangent plane at a place; radii of curvature of WGS 84.
class Plane {
public:
    explicit Plane(LatLon origin);
    /// Metres to the east and north of the origin.
    [[nodiscard]] PointXY at(LatLon p) const;

private:
    LatLon m_origin;
    double m_east = 0;     ///< metres in a degree
    double m_north = 0;
};

/// Metres to the east and north of @p origin.
[[nodiscard]] inline PointXY local(LatLon origin, LatLon p) { return Plane(origin).at(p); }
/// Azimuth from @p a to @p b, degrees clockwise from north.
[[nodiscard]] double azimuth(LatLon a, LatLon b);
/// Azimuth in which a line leaves its first vertex, taken over its first @p metres, so that rounded coordinates of close
/// vertices do not bend it.
[[nodiscard]] double headingAtStart(std::span<const OsmLocation> line, double metres);
/// The same at its end: azimuth in which it arrives at its last vertex.
[[nodiscard]] double headingAtEnd(std::span<const OsmLocation> line, double metres);

struct Foot {
    double t = 0;          ///< 0 at a, 1 at b
    double metres = 0;     ///< distance
};
/// The place of the straight piece a–b nearest to @p p.
[[nodiscard]] Foot foot(LatLon p, LatLon a, LatLon b);
/// The place of a–b nearest to the origin of their plane.
[[nodiscard]] Foot footOfPiece(PointXY a, PointXY b);
/// Distance of @p p to @p line, metres; infinite without a line.
[[nodiscard]] double distanceTo(std::span<const LatLon> line, LatLon p);
/// The place @p t of the way from @p a to @p b.
[[nodiscard]] LatLon between(LatLon a, LatLon b, double t);
/// Geodesic, metres.
[[nodiscard]] double length(std::span<const OsmLocation> line);

} // namespace ca::track
