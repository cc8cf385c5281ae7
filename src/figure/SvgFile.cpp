// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgFile.h"

#include "figure/FigureMetadata.h"

#include <QBuffer>
#include <QSvgGenerator>

#include <cmath>

namespace ca::svgfile {

namespace {

constexpr double deviceScale = 2;  ///< lines are drawn as finely as on a screen of twice the density

QString described(const FigureMetadata &metadata)
{
    QStringList parts{metadata.description, metadata.credits};
    if (!metadata.sources.isEmpty())
        parts << metadata.sources;
    return parts.join(u'\n');
}

/// QSvgGenerator names one family only; a reader without it, or a script it lacks, needs the others.
void nameFallbackFonts(QByteArray &svg)
{
    svg.replace("font-family=\"Noto Sans\"",
                "font-family=\"Noto Sans, Noto Sans Armenian, Noto Sans Georgian, DejaVu Sans, sans-serif\"");
}

} // namespace

Result<QByteArray> encode(const FigureComposition &figure, [[maybe_unused]] const WriteOptions &options)
{
    const FigureMetadata metadata = FigureMetadata::of(figure);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(metadata.title.toHtmlEscaped());  // the generator writes both as they are
    generator.setDescription(described(metadata).toHtmlEscaped());
    generator.setSize(QSize(int(std::ceil(figure.page.width())), int(std::ceil(figure.page.height()))));
    generator.setViewBox(QRectF(QPointF(0, 0), figure.page));
    generator.setResolution(96);
    QPainter painter(&generator);
    figure.paint(painter, deviceScale);
    painter.end();
    nameFallbackFonts(bytes);
    return bytes;
}

} // namespace ca::svgfile
