// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/TrackGeometry.h"

#include "geo/Geodesic.h"
#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ca::track {
namespace {

/// From @p a to @p b, metres to the east and north.
PointXY step(LatLon a, LatLon b)
{
    return TangentPlane(a).at(b);
}

/// Point that a line has reached after @p metres, or its end.
template <class Line>
LatLon reached(const Line &line, double metres)
{
    double left = metres;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const PointXY ahead = step(line[i - 1].degrees(), line[i].degrees());
        const double piece = std::hypot(ahead.x, ahead.y);
        if (piece >= left && piece > 0)
            return placeBetween(line[i - 1].degrees(), line[i].degrees(), left / piece);
        left -= piece;
    }
    return line.back().degrees();
}

} // namespace

double azimuth(LatLon a, LatLon b)
{
    const PointXY ahead = step(a, b);
    return std::atan2(ahead.x, ahead.y) / radiansPerDegree;
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
            const PointXY ahead = step(back.back().degrees(), line[i].degrees());
            length += std::hypot(ahead.x, ahead.y);
        }
        back.push_back(line[i]);
    }
    return azimuth(reached(back, metres), line.back().degrees());
}

PieceFoot foot(LatLon p, LatLon a, LatLon b)
{
    const TangentPlane plane(p);
    return footOfPiece(plane.at(a), plane.at(b));
}

double distanceTo(std::span<const LatLon> line, LatLon p)
{
    const TangentPlane plane(p);
    double nearest = std::numeric_limits<double>::infinity();
    PointXY before;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const PointXY at = plane.at(line[i]);
        nearest = std::min(nearest, i == 0 ? std::hypot(at.x, at.y) : footOfPiece(before, at).metres);
        before = at;
    }
    return nearest;
}

double length(std::span<const OsmLocation> line)
{
    double metres = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        metres += geodesic::distance(line[i - 1].degrees(), line[i].degrees());
    return metres;
}

} // namespace ca::track
