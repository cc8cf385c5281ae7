// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractImport.h"
#include "osm/OsmLayers.h"

#include <array>

namespace ca {

class GeoPackageWriter;

/// A table "railways_z1" beside "railways": the same rows, lines simplified, without columns of detail.
struct OsmLevel {
    const char *suffix;
    double tolerance;  ///< metres that a line may move
};

/// Coarsest first; they are levels 1 and 2 of the bundled base map.
constexpr std::array<OsmLevel, 2> osmLevels{{{"_z1", 300}, {"_z2", 40}}};

/// Writes each layer that has rows, its levels, and the table metadata_osm that says where they are from. All three belong
/// together, see makeLayers(). Row r has the fid r + 1, in the levels too.
[[nodiscard]] Result<std::vector<ImportedLayer>> writeLayers(const OsmExtract &extract, const LayerMapping &mapping,
                                                             const OsmLayers &made, GeoPackageWriter &writer,
                                                             const ExtractImportOptions &options);

} // namespace ca
