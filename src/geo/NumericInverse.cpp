// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/NumericInverse.h"

#include "geo/ProjectionDomain.h"

#include <algorithm>
#include <cmath>

namespace ca {

NumericInverse::NumericInverse(const Projection &projection) : m_projection(projection)
{
    constexpr double step = 3;  // degrees
    for (double lat = -90 + step / 2; lat < 90; lat += step) {
        for (double lon = -180 + step / 2; lon < 180; lon += step) {
            const PointXY image = projection.forward(LatLon{lat, lon});
            if (!image.finite() || !projection.domain().contains({lat, lon}))
                continue;
            m_places.push_back({lat, lon});
            m_images.push_back(image);
        }
    }
}

LatLon NumericInverse::at(PointXY p) const
{
    constexpr double enough = 1e-3;  // metres
    constexpr int mostSteps = 30;
    if (m_places.empty() || !p.finite())
        return {};
    const auto squared = [p](PointXY a) { return (a.x - p.x) * (a.x - p.x) + (a.y - p.y) * (a.y - p.y); };
    const auto nearest = std::min_element(m_images.begin(), m_images.end(), [&](PointXY a, PointXY b) { return squared(a) < squared(b); });
    LatLon place = m_places[std::size_t(nearest - m_images.begin())];
    for (int i = 0; i < mostSteps && place.defined(); ++i) {
        const PointXY image = m_projection.forward(place);
        if (std::hypot(image.x - p.x, image.y - p.y) < enough)
            return place;
        place = improved(place, p);
    }
    return {};
}

/// One step of Newton's method, at most a few degrees.
LatLon NumericInverse::improved(LatLon guess, PointXY wanted) const
{
    constexpr double step = 1e-5, farthest = 5;  // degrees
    const PointXY here = m_projection.forward(guess);
    const double up = guess.lat > 0 ? -step : step, along = guess.lon > 0 ? -step : step;  // stays on the Earth
    const PointXY north = m_projection.forward({guess.lat + up, guess.lon}), east = m_projection.forward({guess.lat, guess.lon + along});
    const double xn = (north.x - here.x) / up, yn = (north.y - here.y) / up;
    const double xe = (east.x - here.x) / along, ye = (east.y - here.y) / along;
    const double determinant = xn * ye - xe * yn, dx = wanted.x - here.x, dy = wanted.y - here.y;
    const double dLat = (dx * ye - dy * xe) / determinant, dLon = (xn * dy - yn * dx) / determinant;
    const double shrink = std::min(1.0, farthest / std::max(std::abs(dLat), std::abs(dLon)));
    const LatLon next{std::clamp(guess.lat + shrink * dLat, -90.0, 90.0), std::clamp(guess.lon + shrink * dLon, -180.0, 180.0)};
    return next.defined() ? next : LatLon{};
}

} // namespace ca
