// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Geodesic.h"

#include <geodesic.h>

#include <algorithm>
#include <cmath>

namespace ca::geodesic {

namespace {

constexpr double wgs84Radius = 6378137.0;                 // metres
constexpr double wgs84Flattening = 1 / 298.257223563;

const geod_geodesic &ellipsoid()
{
    static const geod_geodesic wgs84 = [] {
        geod_geodesic g;
        geod_init(&g, wgs84Radius, wgs84Flattening);
        return g;
    }();
    return wgs84;
}

/// Metres east and north of @p origin on its tangent plane.
PointXY local(LatLon origin, LatLon p)
{
    constexpr double radians = M_PI / 180;
    const double e2 = wgs84Flattening * (2 - wgs84Flattening);
    const double s = std::sin(origin.lat * radians);
    const double w = std::sqrt(1 - e2 * s * s);
    const double meridian = wgs84Radius * (1 - e2) / (w * w * w);
    const double prime = wgs84Radius / w;
    return {(p.lon - origin.lon) * radians * prime * std::cos(origin.lat * radians),
            (p.lat - origin.lat) * radians * meridian};
}

/// Place (0..1) on the segment a–b nearest to the origin.
double footOf(PointXY a, PointXY b)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    return squared == 0 ? 0 : std::clamp(-(a.x * dx + a.y * dy) / squared, 0.0, 1.0);
}

} // namespace

double distance(LatLon a, LatLon b)
{
    double metres = std::numeric_limits<double>::quiet_NaN();
    if (a.defined() && b.defined())
        geod_inverse(&ellipsoid(), a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
    return metres;
}

double length(std::span<const LatLon> line)
{
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += distance(line[i - 1], line[i]);
    return sum;
}

double ringArea(std::span<const LatLon> ring)
{
    if (ring.size() < 4)
        return 0;
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LatLon p : ring.first(ring.size() - 1))
        geod_polygon_addpoint(&ellipsoid(), &polygon, p.lat, p.lon);
    double area = 0;
    geod_polygon_compute(&ellipsoid(), &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

std::vector<double> chainage(std::span<const LatLon> line)
{
    std::vector<double> result(line.size(), 0.0);
    for (std::size_t i = 1; i < line.size(); ++i)
        result[i] = result[i - 1] + distance(line[i - 1], line[i]);
    return result;
}

LatLon pointAlong(std::span<const LatLon> line, double metres)
{
    if (line.empty())
        return {};
    double left = std::max(0.0, metres);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double step = distance(line[i - 1], line[i]);
        if (left <= step)
            return step == 0 ? line[i] : destination(line[i - 1], azimuth(line[i - 1], line[i]), left);
        left -= step;
    }
    return line.back();
}

LatLon destination(LatLon start, double azimuthDegrees, double metres)
{
    LatLon result;
    if (start.defined())
        geod_direct(&ellipsoid(), start.lat, start.lon, azimuthDegrees, metres, &result.lat, &result.lon, nullptr);
    return result;
}

double azimuth(LatLon a, LatLon b)
{
    double result = std::numeric_limits<double>::quiet_NaN();
    if (a.defined() && b.defined())
        geod_inverse(&ellipsoid(), a.lat, a.lon, b.lat, b.lon, nullptr, &result, nullptr);
    return result;
}

Nearest nearest(std::span<const LatLon> line, LatLon p)
{
    Nearest best;
    best.metres = std::numeric_limits<double>::infinity();
    if (line.size() == 1)
        return {distance(line[0], p), 0, line[0]};
    double before = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const PointXY a = local(p, line[i - 1]), b = local(p, line[i]);
        const double t = footOf(a, b);
        const double metres = std::hypot(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
        const double step = distance(line[i - 1], line[i]);
        if (metres < best.metres) {
            best = {metres, before + t * step,
                    {line[i - 1].lat + t * (line[i].lat - line[i - 1].lat), line[i - 1].lon + t * (line[i].lon - line[i - 1].lon)}};
        }
        before += step;
    }
    return best;
}

} // namespace ca::geodesic
