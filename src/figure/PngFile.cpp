// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PngFile.h"

#include "figure/FigureMetadata.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>

#include <cmath>

namespace ca::pngfile {

namespace {

constexpr double longestSide = 32767;  // beyond it Qt's raster engine loses its coordinates
constexpr int zlibEffort = 78;         // QImageWriter's "quality": fast, and within a tenth of the smallest file

QString tr(const char *text)
{
    return QCoreApplication::translate("PngFile", text);
}

std::optional<Error> objection(double width, double height)
{
    if (width < 1 || height < 1)
        return Error{tr("the picture would have no pixels"), {}, 0};
    if (width * height > mostPixels)
        return Error{tr("%1 × %2 pixels are %3 megapixels, more than the 300 this program writes")
                         .arg(width).arg(height).arg(std::ceil(width * height / 1e6)), {}, 0};
    if (width > longestSide || height > longestSide)
        return Error{tr("%1 × %2 pixels: no side may be longer than %3").arg(width).arg(height).arg(longestSide), {}, 0};
    return std::nullopt;
}

QImage painted(const FigureComposition &figure, QSize size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.fill(Qt::white);
    QPainter painter(&image);
    const double scale = size.width() / figure.page.width();
    painter.scale(scale, size.height() / figure.page.height());
    figure.paint(painter, scale);
    painter.end();
    // Everything is opaque by now: the file needs no alpha channel.
    image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

} // namespace

Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options)
{
    const double dpi = options.dpi;
    const double width = std::round(figure.page.width() * dpi / 96), height = std::round(figure.page.height() * dpi / 96);
    if (const std::optional<Error> error = objection(width, height))
        return *error;
    QImage image = painted(figure, QSize(int(width), int(height)));
    if (image.isNull())
        return Error{tr("there is not enough memory for %1 × %2 pixels").arg(width).arg(height), {}, 0};
    image.setDotsPerMeterX(qRound(dpi / 0.0254));
    image.setDotsPerMeterY(qRound(dpi / 0.0254));
    for (const auto &[key, value] : FigureMetadata::of(figure).textChunks())
        image.setText(key, value);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(zlibEffort);
    if (!buffer.open(QIODevice::WriteOnly) || !writer.write(image))
        return Error{tr("the picture could not be encoded: %1").arg(writer.errorString()), {}, 0};
    return bytes;
}

} // namespace ca::pngfile
