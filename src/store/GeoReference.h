// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "geo/Box.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QRectF>
#include <QSize>
#include <QString>

#include <functional>
#include <vector>

namespace ca {

/// Where a map lies on the earth: upright in the plane of a projection. Values.
struct GeoFrame {
    struct Known {
        PointXY plane;              ///< metres
        LatLon place;
    };
    QString crs;                    ///< definition, as Projection reads it
    Box box;                        ///< what the map shows; metres of that projection, however its definition counts
    std::vector<Known> known;       ///< places by which a file is checked; see GeoReference
};

/// Pixels that are made while they are written: 24 bits, RGB, row after row.
struct GeoPixels {
    QSize size;
    double dpi = 96;
    /// Puts the rows from @p first up to @p end into @p rgb, 3 × width bytes each, without gaps. False stops the writing.
    std::function<bool(int first, int end, unsigned char *rgb)> read;
};

/// Gives pictures and pages their place on the earth. What is written is read back before it is handed out: where a format
/// cannot hold the projection, so that the known places of the frame would be found more than half a pixel away, the call
/// fails and says so. The same input gives the same bytes. Blocking; may run on any thread.
namespace GeoReference {

/// GeoTIFF: RGB in tiles of 256 × 256, deflated, the frame filling it; BigTIFF above 4 GB. @p tags: items of TIFF or of GDAL
/// by name (TIFFTAG_… as GDAL calls them); UTF-8. Fails as above, and with "cancelled" when reading stopped.
[[nodiscard]] Result<QByteArray> tiff(const GeoFrame &frame, const GeoPixels &pixels, const QList<QPair<QString, QString>> &tags);
/// @p pdf, of one page, with its place as ISO 32000 has it, appended: what was there stays, byte for byte. @p onPage: the
/// frame in points from the page's left top corner; it becomes the neat line.
[[nodiscard]] Result<QByteArray> pdf(const QByteArray &pdf, const GeoFrame &frame, const QRectF &onPage);
/// The file NAME.png.aux.xml for @p png, whose whole picture is the frame.
[[nodiscard]] Result<QByteArray> auxXml(const QByteArray &png, const GeoFrame &frame);
/// The six lines of a world file (.pgw, .tfw): place and size of pixels in units of the projection's definition, none of the
/// projection itself.
[[nodiscard]] Result<QByteArray> worldFile(const GeoFrame &frame, QSize size);

} // namespace GeoReference
} // namespace ca
