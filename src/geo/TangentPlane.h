// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

namespace ca {

/// The plane that touches the ellipsoid WGS 84 at a place: good to a thousandth within some kilometres of it, on both sides of
/// the antimeridian. Thread-safe.
class TangentPlane {
public:
    explicit TangentPlane(LatLon origin);
    /// Metres to the east and north of the origin.
    [[nodiscard]] PointXY at(LatLon p) const;

private:
    LatLon m_origin;
    double m_east = 0;     ///< metres in a degree
    double m_north = 0;
};

/// A place of a straight piece.
struct PieceFoot {
    double t = 0;          ///< 0 at its beginning, 1 at its end
    double metres = 0;     ///< distance, in the unit of the plane
};
/// The place of a–b nearest to the origin of their plane.
[[nodiscard]] PieceFoot footOfPiece(PointXY a, PointXY b);

/// The place @p t of the way from @p a to @p b, the shorter way round the Earth.
[[nodiscard]] LatLon placeBetween(LatLon a, LatLon b, double t);

} // namespace ca
