// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <algorithm>

namespace ca {

/// Axis-parallel rectangle in a projection's plane (metres). Default is empty.
struct Box {
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return !(minX <= maxX && minY <= maxY); }
    [[nodiscard]] double width() const { return maxX - minX; }
    [[nodiscard]] double height() const { return maxY - minY; }
    [[nodiscard]] PointXY centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }
    void extend(PointXY p)
    {
        minX = std::min(minX, p.x);
        minY = std::min(minY, p.y);
        maxX = std::max(maxX, p.x);
        maxY = std::max(maxY, p.y);
    }
    void extend(const Box &b)
    {
        minX = std::min(minX, b.minX);
        minY = std::min(minY, b.minY);
        maxX = std::max(maxX, b.maxX);
        maxY = std::max(maxY, b.maxY);
    }
    [[nodiscard]] Box grown(double by) const { return {minX - by, minY - by, maxX + by, maxY + by}; }
    [[nodiscard]] bool intersects(const Box &b) const
    {
        return minX <= b.maxX && maxX >= b.minX && minY <= b.maxY && maxY >= b.minY;
    }
    [[nodiscard]] bool contains(const Box &b) const
    {
        return minX <= b.minX && maxX >= b.maxX && minY <= b.minY && maxY >= b.maxY;
    }
    [[nodiscard]] bool contains(PointXY p) const
    {
        return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY;
    }
    bool operator==(const Box &) const = default;
};

/// Extent in degrees, WGS 84, in the order of --bbox: west, south, east, north. East is above 180 when the box
/// lies across the antimeridian.
struct GeoBox {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return !(west <= east && south <= north); }
    [[nodiscard]] LatLon centre() const { return {(south + north) / 2, (west + east) / 2}; }
    void extend(LatLon p)
    {
        west = std::min(west, p.lon);
        south = std::min(south, p.lat);
        east = std::max(east, p.lon);
        north = std::max(north, p.lat);
    }
    [[nodiscard]] bool contains(LatLon p) const
    {
        return ((p.lon >= west && p.lon <= east) || p.lon + 360 <= east) && p.lat >= south && p.lat <= north;
    }
    bool operator==(const GeoBox &) const = default;
};

} // namespace ca
