// SPDX-License-Identifier: GPL-3.0-or-later
// The painting half of FigureComposition.
#include "figure/FigureComposition.h"
#include "figure/LegendBlock.h"
#include "figure/NorthArrow.h"
#include "figure/NotesBlock.h"
#include "map/PaintGroups.h"

#include <QCoreApplication>
#include <QPaintEngine>

namespace ca {

namespace {

/// Print is on white; the style's own paper is for screens.
QColor paperOf(const MapStyle &style)
{
    return style.dark ? style.color(QStringLiteral("paper")) : QColor(Qt::white);
}

} // namespace

void FigureComposition::paint(QPainter &painter, double deviceScale) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(layout.scale, layout.scale);
    // Qt draws some upright lines a shade differently where nothing is clipped: a piece of a page must not show it.
    if (painter.paintEngine()->type() == QPaintEngine::Raster)
        painter.setClipRect(QRectF(QPointF(0, 0), layout.page), Qt::IntersectClip);
    if (!transparent) {
        const PaintGroup group(painter, QStringLiteral("paper"), QCoreApplication::translate("Figure", "Paper"));
        painter.fillRect(QRectF(QPointF(0, 0), layout.page), paperOf(*map.style));
    }
    paintMap(painter, deviceScale);
    paintFrame(painter);
    for (const FigureLayout::Item &item : layout.items)
        paintElement(painter, item);
    painter.restore();
}

void FigureComposition::paintMap(QPainter &painter, double deviceScale) const
{
    const QRectF frame = layout.rect(FigureLayout::Element::Map);
    RenderRequest request = map;
    request.devicePixelRatio = deviceScale * layout.scale;
    const PaintGroup group(painter, figureElementId(FigureLayout::Element::Map), figureElementTitle(FigureLayout::Element::Map));
    painter.save();
    painter.setClipRect(frame, Qt::IntersectClip);  // the caller may want a piece of the page only
    painter.translate(frame.topLeft());
    MapPainter::paint(painter, request, labels);
    painter.restore();
}

void FigureComposition::paintFrame(QPainter &painter) const
{
    const PaintGroup group(painter, QStringLiteral("map-frame"), QCoreApplication::translate("Figure", "Frame of the map"));
    painter.setPen(QPen(map.style->color(QStringLiteral("frame")), 0.8, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(layout.rect(FigureLayout::Element::Map));
}

void FigureComposition::paintElement(QPainter &painter, const FigureLayout::Item &item) const
{
    using Element = FigureLayout::Element;
    const QColor ink = map.style->color(QStringLiteral("ink"));
    const QRectF &rect = item.rect;
    if (item.element == Element::Map)
        return;
    const PaintGroup group(painter, figureElementId(item.element), figureElementTitle(item.element));
    painter.save();
    switch (item.element) {
    case Element::Map:
    case Element::Inset:
    case Element::StatusKey:
        break;
    case Element::Legend:
        LegendBlock(content.legend, rect.width(), item.columns).paint(painter, rect.topLeft(), *map.style);
        break;
    case Element::Notes:
        NotesBlock(content.notes, rect.width(), item.columns, layout.notesShown).paint(painter, rect.topLeft(), ink);
        break;
    case Element::ScaleBar:
        if (scaleBar)
            scaleBar->paint(painter, rect, ink);
        break;
    case Element::NorthArrow:
        if (north)
            northarrow::paint(painter, rect, *north, ink);
        break;
    case Element::Title:
    case Element::Subtitle:
    case Element::Credits:
    case Element::Disclaimer:
        layout.text(item.element, content).paint(painter, rect.topLeft(), ink);
        break;
    }
    painter.restore();
}

} // namespace ca
