// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "geo/FeatureTable.h"
#include "store/Gdal.h"

#include <QStringList>

namespace ca {

/// Reads one opened layer into columns. Private to this room.
/// @param columns names wanted; empty = all.
/// @param toWgs84 null when the layer is in degrees already.
Result<FeatureTable> readFeatures(OGRLayerH layer, const QStringList &columns, OGRCoordinateTransformationH toWgs84);

} // namespace ca
