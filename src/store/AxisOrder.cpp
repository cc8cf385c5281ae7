// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AxisOrder.h"

#include "store/DegreeTransform.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double tolerance = 1e-6;          ///< degrees; what rounding adds to the poles
constexpr double mostLongitude = 360;       ///< some data count longitudes from 0 to 360
constexpr std::size_t sampleSize = 2000;
constexpr double areaMargin = 5;            ///< degrees added to an area of use
constexpr double few = 0.1;
constexpr double most = 0.9;

bool isLatitude(double value) { return std::abs(value) <= 90 + tolerance; }

bool makesSense(std::span<const LatLon> vertices)
{
    return std::ranges::all_of(vertices, [](const LatLon &p) { return isLatitude(p.lat) && std::abs(p.lon) <= mostLongitude; });
}

bool makesSenseSwapped(std::span<const LatLon> vertices)
{
    return std::ranges::all_of(vertices, [](const LatLon &p) { return isLatitude(p.lon) && std::abs(p.lat) <= mostLongitude; });
}

void count(std::span<const LatLon> vertices, DegreeCensus &census)
{
    ++census.all;
    const bool stored = makesSense(vertices);
    if (stored)
        std::ranges::for_each(vertices, [&](const LatLon &p) { census.sound.extend(p); });
    const bool swapped = makesSenseSwapped(vertices);
    if (stored == swapped)
        census.neither += stored ? 0 : 1;
    else
        ++(stored ? census.onlyAsStored : census.onlySwapped);
}

std::vector<LatLon> sampleOf(const RawLayer &layer)
{
    std::size_t all = 0;
    for (const FeatureTable &table : layer.tables)
        all += table.vertices.size();
    const std::size_t step = all / sampleSize + 1;
    std::vector<LatLon> sample;
    for (const FeatureTable &table : layer.tables) {
        for (std::size_t i = 0; i < table.vertices.size(); i += step)
            sample.push_back(table.vertices[i]);
    }
    return sample;
}

/// Share of points inside a box; one with west beyond east spans the date line.
double shareInside(std::span<const LatLon> points, const GeoBox &area)
{
    const auto inside = [&](const LatLon &p) {
        const bool east = p.lon >= area.west - areaMargin;
        const bool west = p.lon <= area.east + areaMargin;
        return std::abs(p.lat - (area.south + area.north) / 2) <= (area.north - area.south) / 2 + areaMargin
            && (area.west <= area.east ? east && west : east || west);
    };
    return double(std::ranges::count_if(points, inside)) / double(std::max<std::size_t>(1, points.size()));
}

} // namespace

DegreeCensus takeCensus(const RawLayer &layer)
{
    DegreeCensus census;
    for (const FeatureTable &table : layer.tables) {
        for (std::size_t f = 0; f < table.featureCount(); ++f)
            count(table.verticesOf(f), census);
    }
    return census;
}

bool wholeIsSwapped(const DegreeCensus &census)
{
    const bool many = census.onlySwapped * 2 >= census.all;
    const bool enough = census.onlySwapped >= 3 && census.onlySwapped * 10 >= census.all;
    return census.onlyAsStored == 0 && census.onlySwapped > 0 && (many || enough);
}

bool featureIsSwapped(std::span<const LatLon> vertices, const DegreeCensus &census)
{
    return !makesSense(vertices) && makesSenseSwapped(vertices)
        && std::ranges::all_of(vertices, [&](const LatLon &p) { return census.sound.contains({p.lon, p.lat}); });
}

AreaVerdict compareWithArea(const RawLayer &layer, OGRSpatialReferenceH reference, OGRCoordinateTransformationH toDegrees)
{
    GeoBox area;
    if (!OSRGetAreaOfUse(reference, &area.west, &area.south, &area.east, &area.north, nullptr) || area.west < -180)
        return {};
    std::vector<LatLon> stored = sampleOf(layer);
    std::vector<LatLon> swapped = stored;
    swapAxes(swapped);
    transformToDegrees(toDegrees, stored);
    if (stored.empty() || shareInside(stored, area) >= few)
        return {};
    transformToDegrees(toDegrees, swapped);
    return {true, shareInside(swapped, area) > most};
}

void swapAxes(std::span<LatLon> vertices)
{
    for (LatLon &p : vertices)
        std::swap(p.lat, p.lon);
}

} // namespace ca
