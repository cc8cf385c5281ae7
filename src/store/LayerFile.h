// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "geo/FeatureTable.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// A field of a layer, as the file declares it.
struct LayerField {
    QString name;
    QString type;  ///< GDAL's word for it: String, Integer, Real, Date …; CSV: String
    bool operator==(const LayerField &) const = default;
};

/// What can be told about a layer without reading it.
struct LayerInfo {
    QString name;
    std::vector<GeometryKind> kinds;   ///< declared; empty = any
    std::int64_t featureCount = -1;    ///< -1 = only a full read would tell
    QString crsTitle;                  ///< empty = none stated
    std::vector<LayerField> fields;
};

struct LayerFileInfo {
    QString driver;                    ///< GDAL's name of the format, e.g. "GPKG"
    std::vector<LayerInfo> layers;     ///< those with geometry
    bool raster = false;               ///< whether it (also) is a picture for RasterReader
    QStringList notes;                 ///< translated, e.g. which columns of a CSV file hold the coordinates
};

/// Says what is in a file of map data. Files come from users: nothing in them is trusted, nothing is written beside
/// them, and the network is never used. Blocking; may run on any thread.
namespace LayerFile {

/// Fails with one message when there is nothing to draw in the file, or no knowing what it is.
[[nodiscard]] Result<LayerFileInfo> inspect(const QString &path);

} // namespace LayerFile
} // namespace ca
