// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ScaleDistortion.h"

#include "geo/Projection.h"
#include "geo/ProjectionDomain.h"
#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double semiMajor = 6378137, squaredEccentricity = 0.0066943799901413165;  // WGS 84
constexpr double step = 1e-4;  // degrees: ten metres, long against rounding, short against any bend
constexpr int gridSteps = 12;

struct Derivative {
    double x = 0, y = 0;  ///< plane metres per degree
};

Derivative along(const Projection &projection, LatLon place, double north, double east)
{
    const LatLon from{std::max(place.lat - north * step, -90.0), place.lon - east * step};
    const LatLon to{std::min(place.lat + north * step, 90.0), place.lon + east * step};
    const PointXY a = projection.forward(from), b = projection.forward(to);
    const double degrees = (to.lat - from.lat) + (to.lon - from.lon);
    return {(b.x - a.x) / degrees, (b.y - a.y) / degrees};
}

void extend(std::optional<ScaleRange> &range, const std::optional<ScaleRange> &by)
{
    if (!by)
        return;
    range = range ? ScaleRange{std::min(range->least, by->least), std::max(range->greatest, by->greatest)} : by;
}

} // namespace

std::optional<ScaleRange> scaleAt(const Projection &projection, LatLon place)
{
    const double s = std::sin(place.lat * radiansPerDegree), w = 1 - squaredEccentricity * s * s;
    const double metresNorth = semiMajor * (1 - squaredEccentricity) / (w * std::sqrt(w)) * radiansPerDegree;  // per degree
    const double metresEast = semiMajor * std::cos(place.lat * radiansPerDegree) / std::sqrt(w) * radiansPerDegree;
    const Derivative n = along(projection, place, 1, 0), e = along(projection, place, 0, 1);
    const double a = e.x / metresEast, b = n.x / metresNorth, c = e.y / metresEast, d = n.y / metresNorth;
    // Singular values of the matrix (a b; c d).
    const double sum = std::hypot(a + d, c - b), difference = std::hypot(a - d, c + b);
    const ScaleRange range{std::abs(sum - difference) / 2, (sum + difference) / 2};
    return std::isfinite(range.greatest) && metresEast > 1 ? std::optional(range) : std::nullopt;
}

std::optional<ScaleRange> scaleOver(const Projection &projection, const Box &view)
{
    std::optional<ScaleRange> range;
    for (int y = 0; y <= gridSteps; ++y) {
        for (int x = 0; x <= gridSteps; ++x) {
            const PointXY at{view.minX + view.width() * x / gridSteps, view.minY + view.height() * y / gridSteps};
            const LatLon place = projection.inverse(at);
            if (projection.domain().contains(place))
                extend(range, scaleAt(projection, place));
        }
    }
    return range;
}

std::optional<ScaleRange> scaleOver(const Projection &projection, const GeoBox &view)
{
    std::optional<ScaleRange> range;
    for (int y = 0; y <= gridSteps; ++y) {
        for (int x = 0; x <= gridSteps; ++x) {
            const LatLon place{view.south + (view.north - view.south) * y / gridSteps,
                               wrappedLongitude(view.west + (view.east - view.west) * x / gridSteps)};
            if (projection.domain().contains(place))
                extend(range, scaleAt(projection, place));
        }
    }
    return range;
}

} // namespace ca
