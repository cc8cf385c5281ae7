// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "atlas/Records.h"
#include "base/CancelToken.h"
#include "geo/Projection.h"
#include "geo/SpatialIndex.h"
#include "map/PreparedLayer.h"

#include <memory>
#include <vector>

namespace ca {

/// A town or village.
struct PreparedPlace {
    PointXY at;                   ///< plane metres
    LatLon position;
    std::int64_t id = 0;
    double population = 0;        ///< 0 = unknown
    std::uint32_t feature = 0;    ///< in PreparedBase::placeTable
    std::int32_t rank = 0;        ///< 0 = most important … 9
    std::uint32_t capital = 0;    ///< 1 = of a state
    std::uint32_t unused = 0;     ///< keeps the size the same on every machine
};

/// The base map in one projection. Immutable; shared between threads.
struct PreparedBase {
    std::vector<std::shared_ptr<const PreparedLayer>> layers;
    SharedArray<PreparedPlace> places;               ///< most important first: capitals, rank, population, id
    SpatialIndex placeIndex;                         ///< over places
    std::shared_ptr<const FeatureTable> placeTable;  ///< null without a places layer
    std::vector<Credit> credits;                     ///< whom a picture of it owes

    /// Null when there is no such layer.
    [[nodiscard]] const PreparedLayer *layer(const QString &id) const;
};

/// PreparedShapes::Part::kind in the layer "borders".
constexpr std::uint32_t plainBorder = 0;
constexpr std::uint32_t overlapBorder = 1;  ///< edge of an area that the mapped outlines of two countries both include

/// The base map in the plane of @p projection, on all cores: its layers, "graticule", and "frame", the outline of what it
/// covers; where @p disputed names stretches of its borders, also "disputed". Null when cancelled.
[[nodiscard]] std::shared_ptr<const PreparedBase> prepareBase(std::shared_ptr<const BaseMap> baseMap,
                                                              const std::vector<DisputedStretch> &disputed,
                                                              const Projection &projection, const CancelToken &cancel);

/// Gives @p base its places and their index.
void setPlaces(PreparedBase &base, SharedArray<PreparedPlace> places);

/// The outline of a geographic box with vertices every half degree, closed, counter-clockwise.
[[nodiscard]] GeoLine densifiedOutline(const GeoBox &box);

} // namespace ca
