// SPDX-License-Identifier: GPL-3.0-or-later
// The painting half of FigureComposition.
#include "figure/FigureComposition.h"
#include "figure/LegendBlock.h"
#include "figure/NorthArrow.h"
#include "figure/NotesBlock.h"

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
    if (!transparent)
        painter.fillRect(QRectF(QPointF(0, 0), layout.page), paperOf(*map.style));
    paintMap(painter, layout.rect(FigureLayout::Element::Map).topLeft(), deviceScale);
    paintAroundMap(painter);
    for (const FigureLayout::Item &item : layout.items)
        paintElement(painter, item);
    painter.restore();
}

QRectF FigureComposition::mapFrame() const
{
    const QRectF frame = layout.rect(FigureLayout::Element::Map);
    return {frame.topLeft() * layout.scale, frame.size() * layout.scale};
}

void FigureComposition::paintMapAlone(QPainter &painter, double deviceScale) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(layout.scale, layout.scale);
    paintMap(painter, {0, 0}, deviceScale);
    painter.restore();
}

void FigureComposition::paintMap(QPainter &painter, QPointF leftTop, double deviceScale) const
{
    RenderRequest request = map;
    request.devicePixelRatio = deviceScale * layout.scale;
    painter.save();
    // The caller may want a piece of the page only.
    painter.setClipRect(QRectF(leftTop, map.view.size), Qt::IntersectClip);
    painter.translate(leftTop);
    MapPainter::paint(painter, request, labels);
    painter.restore();
}

/// Paper over whatever a label or a wide line let hang out of the frame, for engines that do not clip (SVG); then the
/// frame itself.
void FigureComposition::paintAroundMap(QPainter &painter) const
{
    const QRectF frame = layout.rect(FigureLayout::Element::Map);
    const double width = layout.page.width(), height = layout.page.height();
    const QColor paper = transparent ? QColor(Qt::transparent) : paperOf(*map.style);
    painter.fillRect(QRectF(0, 0, width, frame.top()), paper);
    painter.fillRect(QRectF(0, frame.bottom(), width, height - frame.bottom()), paper);
    painter.fillRect(QRectF(0, frame.top(), frame.left(), frame.height()), paper);
    painter.fillRect(QRectF(frame.right(), frame.top(), width - frame.right(), frame.height()), paper);
    painter.setPen(QPen(map.style->color(QStringLiteral("frame")), 0.8, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
}

void FigureComposition::paintElement(QPainter &painter, const FigureLayout::Item &item) const
{
    using Element = FigureLayout::Element;
    const QColor ink = map.style->color(QStringLiteral("ink"));
    const QRectF &rect = item.rect;
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
