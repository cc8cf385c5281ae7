// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/OfficePicture.h"

#include "base/Tr.h"
#include "figure/FigurePicture.h"
#include "figure/FigureText.h"
#include "figure/PngFile.h"
#include "map/Fonts.h"

namespace ca {

namespace {

constexpr double frameOverhang = 1.5;       ///< layout units that a frame's line stands out of its rectangle
constexpr std::size_t mostNamed = 8;   ///< entries of the legend that a description names

/// The figure without the elements that the file has as text.
FigureComposition without(FigureComposition figure, const std::set<FigureElement> &elements)
{
    std::erase_if(figure.layout.items, [&](const FigureLayout::Item &item) { return elements.contains(item.element); });
    return figure;
}

QRectF boundsOf(const FigureComposition &figure)
{
    QRectF bounds;
    for (const FigureLayout::Item &item : figure.layout.items)
        bounds |= item.rect;
    bounds = bounds.adjusted(-frameOverhang, -frameOverhang, frameOverhang, frameOverhang) & QRectF(QPointF(0, 0), figure.layout.page);
    const double scale = figure.layout.scale;
    const QRectF onPage(bounds.topLeft() * scale, bounds.size() * scale);
    return QRectF(onPage.toAlignedRect()) & QRectF(QPointF(0, 0), figure.page);
}

QString namesOf(const Legend &legend)
{
    QStringList names;
    for (const LegendSection &section : legend.sections) {
        for (const LegendEntry &entry : section.entries) {
            if (entry.kind == LegendEntry::Kind::Corridor)
                names << entry.text;
        }
    }
    const std::size_t more = std::size_t(names.size()) > mostNamed ? std::size_t(names.size()) - mostNamed : 0;
    const QString named = names.mid(0, mostNamed).join(QStringLiteral(", "));
    return more ? tr("%1 and %2 more").arg(named).arg(more) : named;
}

QString descriptionOf(const FigureComposition &figure)
{
    QStringList parts;
    parts << (figure.content.title.isEmpty() ? tr("Map.") : tr("Map: %1.").arg(figure.content.title));
    if (const QString names = namesOf(figure.content.legend); !names.isEmpty())
        parts << tr("Shows %1.").arg(names);
    if (const QString date = figuretext::date(figure.asOf); !date.isEmpty())
        parts << tr("As of %1.").arg(date);
    return parts.join(u' ');
}

} // namespace

Result<OfficePicture> OfficePicture::of(const FigureComposition &figure, const std::set<FigureElement> &asText, const WriteOptions &options)
{
    const FigureComposition rest = without(figure, asText);
    OfficePicture picture;
    picture.rect = boundsOf(rest);
    picture.description = descriptionOf(figure);
    const Result<FigurePicture> pixels = FigurePicture::ofPart(rest, picture.rect, options.dpi);
    if (!pixels)
        return pixels.error();
    const Result<QByteArray> bytes = pngfile::encode(*pixels, options);
    if (!bytes)
        return bytes.error();
    picture.png = *bytes;
    return picture;
}

int fittingPixels(const QString &text, const QFont &font, QSizeF box)
{
    constexpr double margin = 0.96;
    constexpr int least = 8;
    int pixels = font.pixelSize();
    while (pixels > least && TextBlock(text, mapFont(pixels, font.bold(), font.italic()), box.width() * margin).height() > box.height() + 0.5)
        --pixels;
    return pixels;
}

} // namespace ca
