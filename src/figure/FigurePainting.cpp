// SPDX-License-Identifier: GPL-3.0-or-later
// The painting half of FigureComposition.
#include "base/Tr.h"
#include "figure/FigureComposition.h"
#include "figure/NorthArrow.h"
#include "map/PaintGroups.h"

#include <QPaintEngine>

namespace ca {

namespace {

/// Print is on white; the style's own paper is for screens.
QColor paperOf(const MapStyle &style)
{
    return style.dark ? style.color(QStringLiteral("paper")) : QColor(Qt::white);
}

constexpr double overhang = 8;  // layout units that strokes of letters and lines may reach out of an element

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](float x, float y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

/// What an element may paint on: what was placed by hand may be lower than its content.
QRectF inkOf(const FigureLayout::Item &item)
{
    QRectF ink = item.rect;
    ink.setHeight(std::max(ink.height(), item.least.height()));
    return ink.adjusted(-overhang, -overhang, overhang, overhang);
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
        const PaintGroup group(painter, QStringLiteral("paper"), tr("Paper"));
        painter.fillRect(QRectF(QPointF(0, 0), layout.page), paperOf(*map.style));
    }
    paintMap(painter, layout.rect(FigureElement::Map).topLeft(), deviceScale);
    paintFrame(painter);
    const QRectF seen = painter.hasClipping() ? painter.clipBoundingRect() : QRectF(QPointF(0, 0), layout.page);
    for (const FigureLayout::Item &item : layout.items) {
        if (item.element == FigureElement::Map || !inkOf(item).intersects(seen))
            continue;
        if (item.element == FigureElement::Inset)
            paintInset(painter, item, deviceScale);
        else
            paintElement(painter, item);
    }
    painter.restore();
}

QRectF FigureComposition::mapFrame() const
{
    const QRectF frame = layout.rect(FigureElement::Map);
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
    const PaintGroup group(painter, figureElementId(FigureElement::Map), figureElementTitle(FigureElement::Map));
    painter.save();
    // The caller may want a piece of the page only.
    painter.setClipRect(QRectF(leftTop, map.view.size), Qt::IntersectClip);
    painter.translate(leftTop);
    MapPainter::paint(painter, request, labels);
    graticulelabels::paint(painter, graticule, fine(), map.style->color(QStringLiteral("plate")));
    painter.restore();
}

void FigureComposition::paintFrame(QPainter &painter) const
{
    const PaintGroup group(painter, QStringLiteral("map-frame"), tr("Frame of the map"));
    painter.setPen(QPen(map.style->color(QStringLiteral("frame")), 0.8, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(layout.rect(FigureElement::Map));
}

void FigureComposition::paintInset(QPainter &painter, const FigureLayout::Item &item, double deviceScale) const
{
    const PaintGroup group(painter, figureElementId(item.element), figureElementTitle(item.element));
    if (inset)
        inset->paint(painter, item.rect, deviceScale * layout.scale);
}

/// Ground under what stands on the map, so that it can be read.
void FigureComposition::paintPlate(QPainter &painter, const FigureLayout::Item &item) const
{
    QRectF ground = item.rect;
    ground.setHeight(std::max(ground.height(), item.least.height()));
    painter.save();
    painter.setClipRect(layout.rect(FigureElement::Map), Qt::IntersectClip);
    QColor plate = map.style->color(QStringLiteral("plate"));
    plate.setAlphaF(1);
    painter.fillRect(ground.adjusted(-7, -5, 7, 5), plate);
    painter.restore();
}

/// Ink of the small print: it steps back behind title and legend, except where a style is about contrast.
QColor FigureComposition::paper() const
{
    return paperOf(*map.style);
}

QColor FigureComposition::fine() const
{
    const QColor ink = map.style->color(QStringLiteral("ink"));
    return map.style->name == QLatin1String("contrast") ? ink : mixed(ink, paperOf(*map.style), 0.25);
}

void FigureComposition::paintElement(QPainter &painter, const FigureLayout::Item &item) const
{
    using Element = FigureElement;
    const QColor ink = map.style->color(QStringLiteral("ink"));
    const QRectF &rect = item.rect;
    const PaintGroup group(painter, figureElementId(item.element), figureElementTitle(item.element));
    if (layout.onMap(item))
        paintPlate(painter, item);
    painter.save();
    switch (item.element) {
    case Element::Map:
    case Element::Inset:
        break;
    case Element::Legend:
    case Element::StatusKey:
        layout.key(item.element, content, rect.width(), item.columns).paint(painter, rect.topLeft(), *map.style);
        break;
    case Element::Notes:
        layout.notes(content, rect.width(), item.columns).paint(painter, rect.topLeft(), fine());
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
        layout.text(item.element, content).paint(painter, rect.topLeft(), ink);
        break;
    case Element::Subtitle:
    case Element::Credits:
    case Element::Disclaimer:
        layout.text(item.element, content).paint(painter, rect.topLeft(), fine());
        break;
    }
    painter.restore();
}

} // namespace ca
