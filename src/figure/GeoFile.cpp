// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/GeoFile.h"

#include "figure/FigureEvidence.h"
#include "figure/FigureMetadata.h"
#include "figure/FigurePicture.h"
#include "figure/PageImage.h"
#include "figure/PdfFile.h"
#include "store/GeoReference.h"

#include <QFileInfo>

namespace ca::geofile {

namespace {

/// What lies on the left top part of @p shown of the map, logical pixels of its view, with a net of places to check by.
GeoFrame frameOf(const FigureComposition &figure, QSizeF shown)
{
    constexpr int steps = 4;
    const MapView &view = figure.map.view;
    const PointXY leftTop = view.toPlane({0, 0}), rightBottom = view.toPlane({shown.width(), shown.height()});
    GeoFrame frame{view.projection->definition(), {leftTop.x, rightBottom.y, rightBottom.x, leftTop.y}, {}};
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= steps; ++column) {
            const PointXY plane{leftTop.x + frame.box.width() * column / steps, leftTop.y - frame.box.height() * row / steps};
            const LatLon place = view.projection->inverse(plane);
            if (place.valid())  // a world map has corners beyond the world
                frame.known.push_back({plane, place});
        }
    }
    return frame;
}

GeoFrame frameOf(const FigureComposition &figure, const FigurePicture &picture)
{
    return frameOf(figure, QSizeF(picture.size()) / picture.mapScale());
}

/// "YYYY:MM:DD HH:MM:SS" of "D:YYYYMMDDHHMMSSZ".
QString tiffDate(const QByteArray &pdfDate)
{
    const QString digits = QString::fromLatin1(pdfDate.mid(2, 14));
    return QStringLiteral("%1:%2:%3 %4:%5:%6").arg(digits.mid(0, 4), digits.mid(4, 2), digits.mid(6, 2), digits.mid(8, 2),
                                                   digits.mid(10, 2), digits.mid(12, 2));
}

QList<QPair<QString, QString>> tagsOf(const FigureComposition &figure, const WriteOptions &options)
{
    const FigureMetadata metadata = FigureMetadata::of(figure);
    QList<QPair<QString, QString>> tags{{QStringLiteral("TIFFTAG_DOCUMENTNAME"), metadata.title},
                                        {QStringLiteral("TIFFTAG_IMAGEDESCRIPTION"), metadata.description},
                                        {QStringLiteral("TIFFTAG_SOFTWARE"), metadata.software},
                                        {QStringLiteral("TIFFTAG_COPYRIGHT"), metadata.credits},
                                        {QStringLiteral("TIFFTAG_DATETIME"), tiffDate(metadata.pdfDate())},
                                        {QStringLiteral("Sources"), metadata.sources},
                                        {QStringLiteral("Licence"), metadata.licence},
                                        {QStringLiteral("AsOf"), metadata.asOf},
                                        {QStringLiteral("CorridorAtlas"), QString::fromUtf8(FigureEvidence::of(figure, options.view).toJson())}};
    tags.removeIf([](const auto &tag) { return tag.second.isEmpty(); });
    return tags;
}

void copyRgb(const QImage &picture, int row, unsigned char *rgb)
{
    const auto *pixels = reinterpret_cast<const QRgb *>(picture.constScanLine(row));
    for (int x = 0; x < picture.width(); ++x, rgb += 3) {
        rgb[0] = uchar(qRed(pixels[x]));
        rgb[1] = uchar(qGreen(pixels[x]));
        rgb[2] = uchar(qBlue(pixels[x]));
    }
}

} // namespace

Result<QByteArray> encodeTiff(const FigureComposition &figure, const WriteOptions &options)
{
    const Result<FigurePicture> picture = FigurePicture::ofMap(figure, options.dpi);
    if (!picture)
        return picture.error();
    PageImage page{picture->size()};
    QImage image = page.image();
    const auto read = [&](int first, int end, unsigned char *rgb) {
        if (options.cancel.cancelled())
            return false;
        picture->paint(image, first, end);
        for (int row = first; row < end; ++row)
            copyRgb(image, row, rgb + std::size_t(3) * std::size_t(image.width()) * std::size_t(row - first));
        page.release(first, end);
        return true;
    };
    return GeoReference::tiff(frameOf(figure, *picture), {picture->size(), options.dpi, read}, tagsOf(figure, options));
}

Result<QByteArray> encodePdf(const FigureComposition &figure, const WriteOptions &options)
{
    const Result<QByteArray> page = pdffile::encode(figure, options);
    if (!page)
        return page.error();
    constexpr double points = 72.0 / 96;
    const QRectF frame = figure.mapFrame();
    return GeoReference::pdf(*page, frameOf(figure, figure.map.view.size), QRectF(frame.topLeft() * points, frame.size() * points));
}

Result<std::vector<SideFile>> sideFiles(const FigureComposition &figure, FigureFormat format, const QByteArray &picture,
                                        const WriteOptions &options)
{
    std::vector<SideFile> files;
    if (!options.worldFile || (format != FigureFormat::Png && format != FigureFormat::Tiff))
        return files;
    const Result<FigurePicture> map = FigurePicture::ofMap(figure, options.dpi);
    if (!map)
        return map.error();
    const GeoFrame frame = frameOf(figure, *map);
    const Result<QByteArray> world = GeoReference::worldFile(frame, map->size());
    if (!world)
        return world.error();
    files.push_back({format == FigureFormat::Png ? QStringLiteral("pgw") : QStringLiteral("tfw"), *world});
    if (format == FigureFormat::Tiff)
        return files;
    const Result<QByteArray> reference = GeoReference::auxXml(picture, frame);
    if (!reference)
        return reference.error();
    files.push_back({QStringLiteral(".aux.xml"), *reference});
    return files;
}

QString sidePath(const QString &picture, const SideFile &file)
{
    if (file.suffix.startsWith(u'.'))
        return picture + file.suffix;
    const qsizetype dot = QFileInfo(picture).suffix().size();
    return picture.chopped(dot) + file.suffix;
}

} // namespace ca::geofile
