// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureFormats.h"

#include "base/Tr.h"

#include <algorithm>

namespace ca {

namespace {

std::vector<FigureFormatWords> madeFormats()
{
    return {{FigureFormat::Png, QStringLiteral("png"), QStringLiteral("png"), tr("PNG picture"), true, false, true},
            {FigureFormat::Svg, QStringLiteral("svg"), QStringLiteral("svg"), tr("SVG drawing"), false, true, false},
            {FigureFormat::Pdf, QStringLiteral("pdf"), QStringLiteral("pdf"), tr("PDF page"), false, false, false},
            {FigureFormat::GeoPdf, QStringLiteral("geopdf"), QStringLiteral("pdf"), tr("Georeferenced PDF of the map frame"), true, false, false},
            {FigureFormat::Tiff, QStringLiteral("tiff"), QStringLiteral("tif"), tr("GeoTIFF of the map frame"), true, false, true},
            {FigureFormat::Pptx, QStringLiteral("pptx"), QStringLiteral("pptx"), tr("PowerPoint slide"), true, false, false},
            {FigureFormat::Docx, QStringLiteral("docx"), QStringLiteral("docx"), tr("Word document"), true, false, false}};
}

} // namespace

const std::vector<FigureFormatWords> &figureFormats()
{
    static const std::vector<FigureFormatWords> formats = madeFormats();
    return formats;
}

const FigureFormatWords &wordsOf(FigureFormat format)
{
    const auto &all = figureFormats();
    return *std::find_if(all.begin(), all.end(), [format](const FigureFormatWords &words) { return words.format == format; });
}

std::optional<FigureFormat> figureFormatFromId(const QString &id)
{
    for (const FigureFormatWords &words : figureFormats()) {
        if (words.id == id)
            return words.format;
    }
    return std::nullopt;
}

QStringList figureFormatIds()
{
    QStringList ids;
    for (const FigureFormatWords &words : figureFormats())
        ids << words.id;
    return ids;
}

} // namespace ca
