// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Gdal.h"
#include "store/LayerReader.h"
#include "store/RawLayer.h"

namespace ca {

/// Brings a layer from its own coordinates to WGS 84 degrees, in place: finds out what reference system and order of
/// axes they are in, transforms, and leaves out what is nowhere on earth. All of it is said in the report. Private
/// to this room.
/// @param stated what the file says; null = nothing. @p options say what the user does.
[[nodiscard]] Result<Done> placeInDegrees(RawLayer &layer, OGRSpatialReferenceH stated, const LayerOptions &options);

} // namespace ca
