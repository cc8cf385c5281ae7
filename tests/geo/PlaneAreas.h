// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/PlaneParts.h"
#include "geo/Polyline.h"

#include <geodesic.h>

#include <algorithm>
#include <cmath>
#include <vector>

/// Areas of polygons in the plane and on the ellipsoid, for tests.
namespace ca::test {

/// What a painter fills by the odd–even rule, square metres, by 4,000 lines of scan.
inline double filledArea(const PlaneParts &parts)
{
    const Box bounds = boundsOf(parts.vertices);
    constexpr int lines = 4000;
    std::vector<std::vector<double>> crossings(lines);
    const double step = bounds.height() / lines;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto ring = parts.part(i);
        for (std::size_t k = 0; k + 1 < ring.size(); ++k) {
            const PointXY a = ring[k].y < ring[k + 1].y ? ring[k] : ring[k + 1], b = ring[k].y < ring[k + 1].y ? ring[k + 1] : ring[k];
            for (int line = std::max(0, int(std::floor((a.y - bounds.minY) / step - 0.5))); line < lines; ++line) {
                const double y = bounds.minY + (line + 0.5) * step;
                if (y >= b.y)
                    break;
                if (y >= a.y)
                    crossings[std::size_t(line)].push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    double area = 0;
    for (auto &line : crossings) {
        std::sort(line.begin(), line.end());
        for (std::size_t k = 0; k + 1 < line.size(); k += 2)
            area += (line[k + 1] - line[k]) * step;
    }
    return area;
}

/// @p line with vertices at most a quarter of a degree apart, straight in longitude and latitude.
inline GeoLine densified(const GeoLine &line)
{
    GeoLine out;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const LatLon a = line[i];
        double dLon = line[i + 1].lon - a.lon;
        dLon -= std::abs(dLon) > 180 && std::abs(dLon) < 360 ? 360 * std::round(dLon / 360) : 0;
        const double dLat = line[i + 1].lat - a.lat;
        const int steps = std::max(1, int(std::max(std::abs(dLon), std::abs(dLat)) * 4));
        for (int k = 0; k < steps; ++k)
            out.push_back({a.lat + dLat * k / steps, std::remainder(a.lon + dLon * k / steps, 360)});
    }
    out.push_back(line.back());
    return out;
}

/// Geodesic area within @p ring, square metres, at most half the Earth; @p flattening 0 = a sphere.
inline double groundArea(const GeoLine &ring, double radius = 6378137, double flattening = 1 / 298.257223563)
{
    geod_geodesic earth;
    geod_init(&earth, radius, flattening);
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LatLon p : densified(ring))
        geod_polygon_addpoint(&earth, &polygon, p.lat, p.lon);
    double area = 0, perimeter = 0;
    geod_polygon_compute(&earth, &polygon, 0, 1, &area, &perimeter);
    return std::abs(area);
}

} // namespace ca::test
