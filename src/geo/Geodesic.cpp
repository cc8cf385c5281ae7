// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Geodesic.h"

#include "geo/TangentPlane.h"

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
    const TangentPlane plane(p);
    double before = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const PieceFoot foot = footOfPiece(plane.at(line[i - 1]), plane.at(line[i]));
        const double step = distance(line[i - 1], line[i]);
        if (foot.metres < best.metres)
            best = {foot.metres, before + foot.t * step, placeBetween(line[i - 1], line[i], foot.t)};
        before += step;
    }
    return best;
}

} // namespace ca::geodesic
