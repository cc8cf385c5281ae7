// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/TangentPlane.h"

#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

/// The shorter way round the Earth.
double shorterWay(double degrees)
{
    return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
}

} // namespace

TangentPlane::TangentPlane(LatLon origin) : m_origin(origin)
{
    constexpr double a = 6378137, e2 = 0.00669437999014;
    const double sine = std::sin(origin.lat * radiansPerDegree);
    const double w = std::sqrt(1 - e2 * sine * sine);
    m_east = radiansPerDegree * a / w * std::cos(origin.lat * radiansPerDegree);
    m_north = radiansPerDegree * a * (1 - e2) / (w * w * w);
}

PointXY TangentPlane::at(LatLon p) const
{
    return {shorterWay(p.lon - m_origin.lon) * m_east, (p.lat - m_origin.lat) * m_north};
}

PieceFoot footOfPiece(PointXY a, PointXY b)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(-(a.x * dx + a.y * dy) / square, 0.0, 1.0) : 0;
    const double x = a.x + t * dx, y = a.y + t * dy;
    return {t, std::sqrt(x * x + y * y)};  // hypot takes ten times as long
}

LatLon placeBetween(LatLon a, LatLon b, double t)
{
    return {a.lat + t * (b.lat - a.lat), shorterWay(a.lon + t * shorterWay(b.lon - a.lon))};
}

} // namespace ca
