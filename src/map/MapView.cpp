// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapView.h"

#include "geo/Geodesic.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {
constexpr double metresPerInch = 0.0254;
constexpr double closestScale = 5000;  // 1:N
constexpr double closestMetresPerPixel = closestScale * metresPerInch / 96;
constexpr double sampleDegrees = 0.01;  // about a kilometre: long enough for rounding, short enough to be local

/// @p centre, or the place nearest to it on the way to @p home where the map shows something: the corners of a round
/// map and the gap of a cone have no place on Earth.
PointXY movedOntoTheMap(const Projection &projection, PointXY centre, PointXY home)
{
    if (projection.inverse(centre).defined() || !projection.inverse(home).defined())
        return centre;
    PointXY on = home, off = centre;
    for (int i = 0; i < 30; ++i) {
        const PointXY middle{(on.x + off.x) / 2, (on.y + off.y) / 2};
        (projection.inverse(middle).defined() ? on : off) = middle;
    }
    return on;
}
} // namespace

Box MapView::box() const
{
    const double halfWidth = size.width() / 2 * metresPerPixel;
    const double halfHeight = size.height() / 2 * metresPerPixel;
    return {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
}

MapView MapView::panned(QPointF byPixels) const
{
    MapView view = *this;
    view.centre.x -= byPixels.x() * metresPerPixel;
    view.centre.y += byPixels.y() * metresPerPixel;
    return view;
}

MapView MapView::zoomedAt(QPointF anchor, double factor) const
{
    if (!(factor > 0))
        return *this;
    const PointXY held = toPlane(anchor);
    MapView view = *this;
    view.metresPerPixel = metresPerPixel / factor;
    view.centre.x = held.x - (anchor.x() - size.width() / 2) * view.metresPerPixel;
    view.centre.y = held.y + (anchor.y() - size.height() / 2) * view.metresPerPixel;
    return view;
}

MapView MapView::fitted(const Box &target, double marginPixels) const
{
    if (target.empty())
        return *this;
    const double width = std::max(1.0, size.width() - 2 * marginPixels);
    const double height = std::max(1.0, size.height() - 2 * marginPixels);
    MapView view = *this;
    view.centre = target.centre();
    view.metresPerPixel = std::max({target.width() / width, target.height() / height, closestMetresPerPixel});
    return view;
}

MapView MapView::fitted(const GeoBox &target, double marginPixels) const
{
    return target.empty() || !projection ? *this : fitted(projection->bounds(target), marginPixels);
}

MapView MapView::limited(const GeoBox &world) const
{
    const Box bounds = projection->bounds(world);
    if (bounds.empty() || size.isEmpty())
        return *this;
    MapView view = *this;
    const double farthest = std::max({bounds.width() / size.width() * 1.05, bounds.height() / size.height() * 1.05,
                                      closestMetresPerPixel});
    view.metresPerPixel = std::isnan(metresPerPixel) ? farthest : std::clamp(metresPerPixel, closestMetresPerPixel, farthest);
    // A place that another projection showed may have no image in this one.
    if (!centre.finite())
        view.centre = bounds.centre();
    view.centre.x = std::clamp(view.centre.x, bounds.minX, bounds.maxX);
    view.centre.y = std::clamp(view.centre.y, bounds.minY, bounds.maxY);
    view.centre = movedOntoTheMap(*projection, view.centre, bounds.centre());
    return view;
}

double MapView::groundResolution(QPointF at) const
{
    const LatLon here = toLatLon(at);
    const LatLon east{here.lat, here.lon + sampleDegrees};
    const QPointF there = toScreen(east);
    return geodesic::distance(here, east) / std::hypot(there.x() - at.x(), there.y() - at.y());
}

double MapView::scaleDenominator(double dpi) const
{
    return groundResolution({size.width() / 2, size.height() / 2}) * dpi / metresPerInch;
}

} // namespace ca
