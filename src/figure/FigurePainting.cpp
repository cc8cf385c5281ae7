// SPDX-License-Identifier: GPL-3.0-or-later
// The painting half of FigureComposition.
#include "figure/FigureComposition.h"
#include "figure/NorthArrow.h"

#include <QPaintEngine>

namespace ca {

namespace {

/// Print is on white; the style's own paper is for screens.
QColor paperOf(const MapStyle &style)
{
    return style.dark ? style.color(QStringLiteral("paper")) : QColor(Qt::white);
}

/// QSvgGenerator's engine does not clip: there, paper hides what hangs out of the map.
bool clips(const QPainter &painter)
{
    return painter.paintEngine() && painter.paintEngine()->type() != QPaintEngine::SVG;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](float x, float y) { return float(x + (y - x) * share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

} // namespace

void FigureComposition::paint(QPainter &painter, double deviceScale) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(layout.scale, layout.scale);
    if (!transparent)
        painter.fillRect(QRectF(QPointF(0, 0), layout.page), paperOf(*map.style));
    paintMap(painter, deviceScale);
    paintAroundMap(painter);
    for (const FigureLayout::Item &item : layout.items) {
        if (item.element == FigureElement::Inset && inset)
            inset->paint(painter, item.rect, deviceScale * layout.scale);
        else
            paintElement(painter, item);
    }
    painter.restore();
}

void FigureComposition::paintMap(QPainter &painter, double deviceScale) const
{
    const QRectF frame = layout.rect(FigureElement::Map);
    RenderRequest request = map;
    request.devicePixelRatio = deviceScale * layout.scale;
    painter.save();
    painter.setClipRect(frame, Qt::IntersectClip);
    painter.translate(frame.topLeft());
    MapPainter::paint(painter, request, labels);
    graticulelabels::paint(painter, graticule, fine(), map.style->color(QStringLiteral("plate")));
    painter.restore();
}

/// The frame itself; before it, for engines that do not clip, paper over whatever a label or a wide line let hang out.
void FigureComposition::paintAroundMap(QPainter &painter) const
{
    const QRectF frame = layout.rect(FigureElement::Map);
    if (!clips(painter) && !transparent) {
        const double width = layout.page.width(), height = layout.page.height();
        const QColor paper = paperOf(*map.style);
        painter.fillRect(QRectF(0, 0, width, frame.top()), paper);
        painter.fillRect(QRectF(0, frame.bottom(), width, height - frame.bottom()), paper);
        painter.fillRect(QRectF(0, frame.top(), frame.left(), frame.height()), paper);
        painter.fillRect(QRectF(frame.right(), frame.top(), width - frame.right(), frame.height()), paper);
    }
    painter.setPen(QPen(map.style->color(QStringLiteral("frame")), 0.8, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
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
    painter.fillRect(ground.adjusted(-3, -2, 3, 2), plate);
    painter.restore();
}

/// Ink of the small print: it steps back behind title and legend, except where a style is about contrast.
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
