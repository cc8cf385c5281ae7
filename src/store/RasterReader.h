// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "geo/RasterGrid.h"

#include <QString>
#include <QStringList>

namespace ca {

struct RasterOptions {
    QString crs;                              ///< EPSG code, PROJ string or WKT; empty = what the file states
    std::int64_t maxPixels = 16'000'000;      ///< larger pictures are read reduced
};

struct RasterReport {
    QString driver;                           ///< GDAL's name of the format
    QString crsTitle;                         ///< e.g. "WGS 84 / UTM zone 38N (EPSG:32638)"
    bool crsAssumed = false;                  ///< the file states none; degrees fit
    std::int64_t fullWidth = 0;               ///< pixels in the file
    std::int64_t fullHeight = 0;
    int reduction = 1;                        ///< file pixels a side that became one; 1 = all were read
    GeoBox extent;                            ///< degrees
    QStringList notes;                        ///< translated: what was reduced, assumed, left aside
};

struct RasterData {
    RasterGrid grid;
    RasterReport report;
};

/// Reads georeferenced pictures and grids of any format GDAL knows: GeoTIFF, PNG or JPEG with a world file, VRT of local
/// files … Files come from users: nothing in them is trusted, nothing is written beside them, and the network is
/// never used. Blocking; may run on any thread.
namespace RasterReader {

/// Colours come from bands that say so, from the first three of 8 bits, or from a colour table; anything else gives
/// the values of the first band. Fails with one message: no georeference (control points alone are none), no
/// reference system that can be told, cancelled, does not fit into memory.
[[nodiscard]] Result<RasterData> read(const QString &path, const RasterOptions &options = {}, const CancelToken &cancel = {});

/// Draws @p grid into the plane of another reference system.
/// @param definition EPSG code, PROJ string or WKT, order east, north whatever the authority says.
/// @param box in that plane; grown to whole pixels at its right and lower edge.
/// @param pixelSize in that plane's unit; no more than 64 million pixels in all.
/// Pixels without data, or without a place in @p grid, are transparent.
[[nodiscard]] Result<RasterImage> warpTo(const RasterGrid &grid, const QString &definition, const Box &box, double pixelSize,
                                         const CancelToken &cancel = {});

} // namespace RasterReader
} // namespace ca
