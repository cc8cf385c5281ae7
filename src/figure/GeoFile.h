// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>

#include <vector>

/// Figures whose map frame says where on the earth it lies. Where a format cannot hold the map's projection, nothing is
/// written and the error says so: the file is read back and places on the map are looked up in it before it is handed out.
namespace ca::geofile {

/// The map frame alone as GeoTIFF: RGB, tiled, deflated, with its resolution, words and evidence.
[[nodiscard]] Result<QByteArray> encodeTiff(const FigureComposition &figure, const WriteOptions &options = {});
/// The page as PDF (see PdfFile), its map frame georeferenced after ISO 32000.
[[nodiscard]] Result<QByteArray> encodePdf(const FigureComposition &figure, const WriteOptions &options = {});

/// A file that belongs beside a picture.
struct SideFile {
    QString suffix;     ///< "pgw": in place of the picture's; ".aux.xml": after its whole name
    QByteArray bytes;
};
/// World file and, where the picture cannot hold the projection itself, .aux.xml of @p picture as encoded with
/// WriteOptions::worldFile; none for formats that need none.
[[nodiscard]] Result<std::vector<SideFile>> sideFiles(const FigureComposition &figure, FigureFormat format, const QByteArray &picture,
                                                      const WriteOptions &options);
/// Where @p file stands beside @p picture.
[[nodiscard]] QString sidePath(const QString &picture, const SideFile &file);

} // namespace ca::geofile
