// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <vector>

namespace ca {

/// A point on the WGS 84 ellipsoid, degrees. Default-constructed it is undefined (NaN);
/// defined() tells numbers from none, valid() also checks the ranges.
struct LatLon {
    double lat = std::numeric_limits<double>::quiet_NaN();  ///< degrees north, -90..90
    double lon = std::numeric_limits<double>::quiet_NaN();  ///< degrees east, -180..180

    [[nodiscard]] bool defined() const { return std::isfinite(lat) && std::isfinite(lon); }
    [[nodiscard]] bool valid() const
    {
        return defined() && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180;
    }
    bool operator==(const LatLon &) const = default;
};

using GeoLine = std::vector<LatLon>;

/// A point in the plane of a projection: metres (or whatever unit the projection
/// has), x to the east, y to the north. NaN = could not be projected.
struct PointXY {
    double x = 0;
    double y = 0;
    [[nodiscard]] bool finite() const { return std::isfinite(x) && std::isfinite(y); }
    bool operator==(const PointXY &) const = default;
};

using PlaneLine = std::vector<PointXY>;

[[nodiscard]] inline double planeDistance(PointXY a, PointXY b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

} // namespace ca
