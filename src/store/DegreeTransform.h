// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"
#include "store/Gdal.h"

#include <span>

namespace ca {

/// From a reference system (order east, north) to WGS 84 degrees. Null when PROJ knows no way. Private to this room.
[[nodiscard]] gdal::Transformation toDegrees(OGRSpatialReferenceH from);

/// Transforms x (in lon) and y (in lat) to degrees in place; what has no place on earth becomes undefined.
void transformToDegrees(OGRCoordinateTransformationH transformation, std::span<LatLon> points);

/// The same on several threads, each with a copy of @p transformation.
void transformInParallel(OGRCoordinateTransformationH transformation, std::span<LatLon> points);

} // namespace ca
