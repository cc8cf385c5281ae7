// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Gdal.h"
#include "store/RawLayer.h"

namespace ca {

// Whether a layer has latitude where longitude should be. Private to this room.

/// How many features of a layer in degrees make sense only as stored, only swapped, or in neither way.
struct DegreeCensus {
    std::size_t all = 0;
    std::size_t onlyAsStored = 0;
    std::size_t onlySwapped = 0;
    std::size_t neither = 0;
    GeoBox sound;  ///< of the features that make sense as stored
};
[[nodiscard]] DegreeCensus takeCensus(const RawLayer &layer);
/// Whether the layer as a whole is swapped: none of its features makes sense only as stored, and half of them, or
/// three and a tenth of them, only swapped. A single one may be a slip of the pen.
[[nodiscard]] bool wholeIsSwapped(const DegreeCensus &census);
/// Whether one feature is swapped: it makes sense only so, and then lies among the others.
[[nodiscard]] bool featureIsSwapped(std::span<const LatLon> vertices, const DegreeCensus &census);

/// Whether a projected layer lies outside of where its reference system is used (as PROJ states it, with a
/// wide margin), and inside when swapped. False as well when PROJ states no such area.
struct AreaVerdict {
    bool outside = false;
    bool insideSwapped = false;
};
[[nodiscard]] AreaVerdict compareWithArea(const RawLayer &layer, OGRSpatialReferenceH reference,
                                          OGRCoordinateTransformationH toDegrees);

void swapAxes(std::span<LatLon> vertices);

} // namespace ca
