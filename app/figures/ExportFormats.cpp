// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/ExportFormats.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace ca {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ExportFormats", text);
}

std::vector<ExportFormat> made()
{
    return {{FigureFormat::Png, QStringLiteral("png"), tr("PNG picture"), QStringLiteral("png"), true, false, true},
            {FigureFormat::Svg, QStringLiteral("svg"), tr("SVG drawing"), QStringLiteral("svg"), false, true, false},
            {FigureFormat::Pdf, QStringLiteral("pdf"), tr("PDF page"), QStringLiteral("pdf"), false, false, false},
            {FigureFormat::Pptx, QStringLiteral("pptx"), tr("PowerPoint slide"), QStringLiteral("pptx"), true, false, false},
            {FigureFormat::Docx, QStringLiteral("docx"), tr("Word document"), QStringLiteral("docx"), true, false, false},
            {FigureFormat::GeoPdf, QStringLiteral("geopdf"), tr("Georeferenced PDF of the map frame"), QStringLiteral("pdf"), true, false, false},
            {FigureFormat::Tiff, QStringLiteral("tiff"), tr("GeoTIFF of the map frame"), QStringLiteral("tif"), true, false, true}};
}

} // namespace

const std::vector<ExportFormat> &exportFormats()
{
    static const std::vector<ExportFormat> formats = made();
    return formats;
}

QString resultText(const ExportFormat &format, QSizeF page, double dpi, bool worldFile)
{
    constexpr double mmPerPixel = 25.4 / 96;
    const auto pixels = [dpi](double side) { return std::lround(side * dpi / 96); };
    const bool frame = format.format == FigureFormat::GeoPdf || format.format == FigureFormat::Tiff || (worldFile && format.worldFile);
    if (frame)
        return tr("the map frame alone, at %1 dpi").arg(dpi);
    if (format.pixels)
        return tr("%1 × %2 pixels").arg(pixels(page.width())).arg(pixels(page.height()));
    const QLocale locale;
    return tr("%1 × %2 mm, sharp at every size").arg(locale.toString(page.width() * mmPerPixel, 'f', 0), locale.toString(page.height() * mmPerPixel, 'f', 0));
}

} // namespace ca
