// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "geo/FeatureTable.h"
#include "store/LayerReport.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace ca {

/// Which of a layer's two numbers is the longitude (or easting).
enum class LayerAxes {
    Auto,     ///< the first, as is usual, unless only the other way round makes sense
    AsStored, ///< the first, even if it makes no sense
    Swapped,  ///< the second
};

struct LayerOptions {
    QStringList columns;                    ///< names wanted; empty = all
    bool withColumns = true;                ///< false = geometry only
    QString longitudeColumn;                ///< of a CSV file, or its easting; empty = found by name
    QString latitudeColumn;                 ///< likewise, or its northing
    QString crs;                            ///< EPSG code, PROJ string or WKT; empty = what the file states
    LayerAxes axes = LayerAxes::Auto;
    /// Polygons of more vertices are not searched for crossings, nor any once a layer had sixteen times as many.
    std::size_t crossingLimit = 250'000;
    std::size_t caseLimit = 20;             ///< cases of each fault kept in the report
    /// Told how much is done, 0 … 1, from whichever thread reads, one call at a time.
    std::function<void(double)> progress;
};

struct LayerData {
    std::vector<FeatureTable> tables;       ///< one for each kind of geometry there is: points, lines, polygons
    LayerReport report;
};

/// Reads one layer of any vector file GDAL knows (and of CSV files with coordinates) into columns, in WGS 84
/// degrees. A bad feature costs that feature, and the report says so; see LayerFault. Collections are taken apart,
/// so the parts of one feature may be in several tables under the same id; arcs become lines; heights and measures
/// are left aside. Files come from users: nothing in them is trusted, nothing is written beside them, and the network
/// is never used. Blocking; may run on any thread, also for several files at once; large GeoPackages and shapefiles
/// are read on several threads inside.
namespace LayerReader {

/// Fails when the file cannot be read at all, when @p options.crs is no reference system, when memory does not
/// suffice, and when @p cancel was set. A layer in which no feature can be drawn is no failure:
/// its tables are empty and the report says why.
[[nodiscard]] Result<LayerData> read(const QString &path, const QString &layer, const LayerOptions &options = {},
                                     const CancelToken &cancel = {});

} // namespace LayerReader
} // namespace ca
