// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractFile.h"

namespace ca {

/// An answer of Overpass in JSON (out body, out geom), plain or packed.
/// @param packing "gz", "bz2" or nothing.
[[nodiscard]] std::unique_ptr<ExtractFile> openOverpass(const QString &file, const QByteArray &packing);

} // namespace ca
