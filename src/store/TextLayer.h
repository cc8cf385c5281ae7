// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Gdal.h"
#include "store/LayerFile.h"
#include "store/LayerProgress.h"
#include "store/LayerReader.h"
#include "store/RawLayer.h"

namespace ca {

// The formats that are read here, not by GDAL, so that each feature's line is known. Private to this room.

enum class TextFormat {
    None,       ///< GDAL's business
    Csv,        ///< table with a header line
    JsonLines,  ///< GeoJSON, one feature a line (or a record separator between them)
};

constexpr char recordSeparator = '\x1e';  ///< before each feature of a GeoJSON text sequence, RFC 8142

/// By the file's suffix and its first bytes.
[[nodiscard]] TextFormat textFormatOf(const QString &path);

/// The one layer of such a file; its name is the file's.
[[nodiscard]] Result<LayerFileInfo> inspectTextLayer(const QString &path, TextFormat format);

/// Reads it into @p out, in its own coordinates.
/// @returns its reference system; null when it states none.
[[nodiscard]] Result<gdal::SpatialReference> readCsvLayer(const QString &path, const LayerOptions &options,
                                                          LayerProgress &progress, RawLayer &out);
[[nodiscard]] Result<gdal::SpatialReference> readJsonLines(const QString &path, const LayerOptions &options,
                                                           LayerProgress &progress, RawLayer &out);
[[nodiscard]] Result<LayerFileInfo> inspectCsvLayer(const QString &path);

} // namespace ca
