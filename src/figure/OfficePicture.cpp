// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/OfficePicture.h"

#include "figure/FigurePicture.h"
#include "figure/FigureText.h"
#include "figure/PngChunks.h"
#include "figure/PngRows.h"
#include "map/Fonts.h"

#include <QCoreApplication>
#include <QImage>

#include <cmath>

namespace ca {

namespace {

constexpr double longestSide = 32767;  ///< beyond it Qt's raster engine loses its coordinates
constexpr double overhang = 1.5;       ///< layout units that a frame's line stands out of its rectangle
constexpr std::size_t mostNamed = 8;   ///< entries of the legend that a description names

QString tr(const char *text)
{
    return QCoreApplication::translate("OfficePicture", text);
}

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
    bounds = bounds.adjusted(-overhang, -overhang, overhang, overhang) & QRectF(QPointF(0, 0), figure.layout.page);
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

Result<QByteArray> encoded(const FigureComposition &figure, const QRectF &rect, double dpi)
{
    const double scale = dpi / 96;
    const QSizeF size(std::ceil(rect.width() * scale), std::ceil(rect.height() * scale));
    if (size.width() * size.height() > FigurePicture::mostPixels)
        return Error{tr("the picture would have %1 megapixels, more than the 300 this program writes").arg(std::ceil(size.width() * size.height() / 1e6)), {}, 0};
    if (std::max(size.width(), size.height()) > longestSide)
        return Error{tr("the picture would have %1 × %2 pixels: no side may be longer than %3").arg(size.width()).arg(size.height()).arg(longestSide), {}, 0};
    QImage image(size.toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return Error{tr("there is not enough memory for %1 × %2 pixels").arg(size.width()).arg(size.height()), {}, 0};
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-rect.topLeft());
    figure.paint(painter, scale);
    painter.end();
    PngChunks file(image.size(), false);
    file.setResolution(dpi);
    file.addPixels(PngRows::joined({PngRows::of(image, 0, image.height(), false, true)}));
    return file.finished();
}

} // namespace

Result<OfficePicture> OfficePicture::of(const FigureComposition &figure, const std::set<FigureElement> &asText, const WriteOptions &options)
{
    const FigureComposition rest = without(figure, asText);
    OfficePicture picture;
    picture.rect = boundsOf(rest);
    picture.description = descriptionOf(figure);
    const Result<QByteArray> bytes = encoded(rest, picture.rect, options.dpi);
    if (!bytes)
        return bytes.error();
    picture.png = *bytes;
    return picture;
}

int fittingPixels(const QString &text, int pixels, bool bold, bool italic, QSizeF box)
{
    constexpr double margin = 0.96;
    constexpr int least = 8;
    while (pixels > least && TextBlock(text, mapFont(pixels, bold, italic), box.width() * margin).height() > box.height() + 0.5)
        --pixels;
    return pixels;
}

} // namespace ca
