// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/GeometryParts.h"

namespace ca {

enum class WkbVerdict {
    Fine,
    Curved,       ///< has arcs, which GDAL has to turn into lines first
    Damaged,      ///< too short, too deep, or not well-known binary
    Unsupported,  ///< a kind of geometry that is unknown here
};

/// Adds the geometry of a well-known binary (OGC or ISO, either byte order, with Z and M left aside; with or
/// without the SRID of PostGIS) to @p parts. Collections are taken apart. Trusts no length in it.
/// Private to this room.
[[nodiscard]] WkbVerdict decodeWkb(std::span<const unsigned char> wkb, GeometryParts &parts);

} // namespace ca
