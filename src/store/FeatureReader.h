// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/LayerFields.h"
#include "store/LayerProgress.h"
#include "store/RawLayer.h"

#include <limits>
#include <string>

namespace ca {

// Features of an opened layer into a RawLayer, in the layer's own coordinates. Private to this room. What ends the
// reading early is said in RawLayer::damage; cancelled, they return with what they have.

/// Feature by feature, for any format.
/// @param fields as chooseFields() gave them; @p out has a column for each.
/// @param lastId ends before the first feature with a greater id.
void readFeatures(OGRLayerH layer, const std::vector<ChosenField> &fields, LayerProgress &progress, RawLayer &out,
                  std::int64_t lastId = std::numeric_limits<std::int64_t>::max());

/// The same in batches, through GDAL's Arrow interface, which spares the making of features.
/// @returns false, with nothing read, when the layer has fields that this does not know; then use readFeatures().
[[nodiscard]] bool readBatches(OGRLayerH layer, const std::vector<ChosenField> &fields, LayerProgress &progress, RawLayer &out);

/// Adds a feature given by its well-known binary; arcs become lines.
/// @returns the tables that took it, as RawLayer::add().
unsigned addWkb(std::int64_t id, std::span<const unsigned char> wkb, GeometryParts &parts, RawLayer &out);

/// Adds the geometry of a well-known text to @p parts. @returns false when it is none.
[[nodiscard]] bool decodeWkt(const std::string &wkt, GeometryParts &parts);

} // namespace ca
