// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "store/GeoPackageWriter.h"

#include <string>

namespace ca {

/// Appends @p shape to @p out as GeoPackage keeps it (geopackage.org/spec130, "GeoPackageBinaryHeader"): little-endian, with
/// an envelope but for points.
/// @returns the extent in degrees.
Box appendGeometry(GeometryKind kind, const GeoPackageShape &shape, std::string &out);

/// "POINT", "LINESTRING", "MULTIPOLYGON".
[[nodiscard]] const char *geometryTypeName(GeometryKind kind);

} // namespace ca
