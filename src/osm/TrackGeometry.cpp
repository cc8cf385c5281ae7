// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/TrackGeometry.h"

#include "geo/Geodesic.h"
#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ca::track {
namespace {

/// The shorter way round the Earth.
double eastward(double degrees)
{
    return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
}

/// Point that a line has reached after @p metres, or its end.
template <class Line>
LatLon reached(const Line &line, double metres)
{
    double left = metres;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const PointXY step = local(line[i - 1].degrees(), line[i].degrees());
        const double piece = std::hypot(step.x, step.y);
        if (piece >= left && piece > 0)
            return between(line[i - 1].degrees(), line[i].degrees(), left / piece);
        left -= piece;
    }
    return line.back().degrees();
}

} // namespace

Plane::Plane(LatLon origin) : m_origin(origin)
{
    constexpr double a = 6378137, e2 = 0.00669437999014;
    const double sine = std::sin(origin.lat * radiansPerDegree);
    const double w = std::sqrt(1 - e2 * sine * sine);
    m_east = radiansPerDegree * a / w * std::cos(origin.lat * radiansPerDegree);
    m_north = radiansPerDegree * a * (1 - e2) / (w * w * w);
}

PointXY Plane::at(LatLon p) const
{
    return {eastward(p.lon - m_origin.lon) * m_east, (p.lat - m_origin.lat) * m_north};
}

double azimuth(LatLon a, LatLon b)
{
    const PointXY step = local(a, b);
    return std::atan2(step.x, step.y) / radiansPerDegree;
}

double headingAtStart(std::span<const OsmLocation> line, double metres)
{
    return azimuth(line.front().degrees(), reached(line, metres));
}

double headingAtEnd(std::span<const OsmLocation> line, double metres)
{
    std::vector<OsmLocation> back;
    double length = 0;
    for (std::size_t i = line.size(); i-- > 0 && length <= metres;) {
        if (!back.empty()) {
            const PointXY step = local(back.back().degrees(), line[i].degrees());
            length += std::hypot(step.x, step.y);
        }
        back.push_back(line[i]);
    }
    return azimuth(reached(back, metres), line.back().degrees());
}

Foot footOfPiece(PointXY a, PointXY b)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(-(a.x * dx + a.y * dy) / square, 0.0, 1.0) : 0;
    const double x = a.x + t * dx, y = a.y + t * dy;
    return {t, std::sqrt(x * x + y * y)};  // hypot takes ten times as long
}

Foot foot(LatLon p, LatLon a, LatLon b)
{
    const Plane plane(p);
    return footOfPiece(plane.at(a), plane.at(b));
}

double distanceTo(std::span<const LatLon> line, LatLon p)
{
    const Plane plane(p);
    double nearest = std::numeric_limits<double>::infinity();
    PointXY before;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const PointXY at = plane.at(line[i]);
        nearest = std::min(nearest, i == 0 ? std::hypot(at.x, at.y) : footOfPiece(before, at).metres);
        before = at;
    }
    return nearest;
}

LatLon between(LatLon a, LatLon b, double t)
{
    const double lon = a.lon + t * eastward(b.lon - a.lon);
    return {a.lat + t * (b.lat - a.lat), eastward(lon)};
}

double length(std::span<const OsmLocation> line)
{
    double metres = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        metres += geodesic::distance(line[i - 1].degrees(), line[i].degrees());
    return metres;
}

} // namespace ca::track
