// SPDX-License-Identifier: GPL-3.0-or-later
// The bounds of boxes, geographic and plane, of a Projection.
#include "geo/GeometryProjector.h"
#include "geo/Polyline.h"
#include "geo/ProjectionDomain.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr int boxSteps = 24;        // a plane box is looked through in so many steps each way
constexpr int edgeSteps = 32;        // points per edge when a geographic box is projected
constexpr double boundsTolerance = 500;  // metres, where a box is cut

/// Bounds of the outline and the middle lines of a box that the map shows whole.
Box boundsOfClear(const Projection &projection, const GeoBox &box)
{
    std::vector<LatLon> places;
    for (int i = 0; i <= edgeSteps; ++i) {
        const double t = double(i) / edgeSteps;
        const double lon = box.west + t * (box.east - box.west), lat = box.south + t * (box.north - box.south);
        for (const double edge : {box.south, (box.south + box.north) / 2, box.north})
            places.push_back({edge, lon});
        for (const double edge : {box.west, (box.west + box.east) / 2, box.east})
            places.push_back({lat, edge});
    }
    std::vector<PointXY> plane(places.size());
    projection.forward(places, plane);
    Box result;
    for (const PointXY p : plane) {
        if (p.finite())
            result.extend(p);
    }
    return result;
}

/// The ring of a box; the horizontal edges in three steps, so that none is longer than half the way round.
GeoLine outlineOf(const GeoBox &box)
{
    GeoLine ring;
    const double third = (box.east - box.west) / 3;
    for (int i = 0; i <= 3; ++i)
        ring.push_back({box.south, box.west + i * third});
    for (int i = 3; i >= 0; --i)
        ring.push_back({box.north, box.west + i * third});
    ring.push_back(ring.front());
    return ring;
}

/// What a set of longitudes spans: the circle without its widest gap. All of it when no gap is wide.
void spanLongitudes(std::vector<double> longitudes, GeoBox &box)
{
    constexpr double wide = 30;  // degrees; places of the grid may lie this far apart near a pole
    std::sort(longitudes.begin(), longitudes.end());
    double gap = longitudes.front() + 360 - longitudes.back();
    box.west = longitudes.front();
    box.east = longitudes.back();
    for (std::size_t i = 1; i < longitudes.size(); ++i) {
        if (longitudes[i] - longitudes[i - 1] <= gap)
            continue;
        gap = longitudes[i] - longitudes[i - 1];
        box.west = longitudes[i];
        box.east = longitudes[i - 1] + 360;
    }
    if (gap < wide) {
        box.west = -180;
        box.east = 180;
    }
}

} // namespace

Box Projection::bounds(const GeoBox &given) const
{
    GeoBox box = given;
    box.south = std::max(box.south, -90.0);
    box.north = std::min(box.north, 90.0);
    if (box.empty())
        return {};
    if (box.east - box.west >= 360) {
        if (box.south == -90 && box.north == 90)
            return validBox();
        box.west = -180;
        box.east = 180;
    }
    if (domain().clear(box))
        return boundsOfClear(*this, box);
    const GeoLine ring = outlineOf(box);
    PlaneParts parts;
    const std::span<const LatLon> rings[] = {ring};
    GeometryProjector(*this, {boundsTolerance, false}).rings(rings, parts);
    return boundsOf(parts.vertices);
}

GeoBox Projection::bounds(const Box &box) const
{
    GeoBox result;
    if (box.empty())
        return result;
    std::vector<double> longitudes;
    const auto add = [&](LatLon place) {
        if (!domain().contains(place))
            return;
        result.extend(place);
        longitudes.push_back(place.lon);
    };
    for (int y = 0; y <= boxSteps; ++y)
        for (int x = 0; x <= boxSteps; ++x)
            add(inverse({box.minX + box.width() * x / boxSteps, box.minY + box.height() * y / boxSteps}));
    if (longitudes.empty())
        return result;
    spanLongitudes(std::move(longitudes), result);
    for (const double pole : {-90.0, 90.0}) {
        const LatLon place{pole, domain().frame().meridian()};
        if (!domain().contains(place) || !box.contains(forward(place)))
            continue;
        result = {-180, std::min(result.south, pole), 180, std::max(result.north, pole)};
    }
    return result;
}

} // namespace ca
