// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/FeatureReader.h"
#include "store/LayerOpen.h"

namespace ca {

/// Reads a whole layer of an opened file. A GeoPackage table or shapefile of more than a few megabytes is cut into
/// ranges of ids that several threads read, each through a handle of its own; the result is in the order of the
/// file all the same. Private to this room.
/// @param out has the columns of @p fields already.
void readLayer(const OpenedFile &file, OGRLayerH layer, const std::vector<ChosenField> &fields, LayerProgress &progress,
               RawLayer &out);

/// Reads a table of a GeoPackage on this thread.
void readGeoPackageTable(GDALDatasetH dataset, OGRLayerH layer, const std::vector<ChosenField> &fields, LayerProgress &progress,
                         RawLayer &out);

} // namespace ca
