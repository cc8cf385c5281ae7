// SPDX-License-Identifier: GPL-3.0-or-later
// How symbols look; which of them stand where is SymbolPainter.cpp's.
#include "map/SymbolPainter.h"

#include <QPainterPath>

#include <algorithm>

namespace ca::SymbolPainter {
namespace {

QPen outline(const MapStyle &style, double width)
{
    return QPen(style.color(QStringLiteral("symbol")), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintAnchor(QPainter &painter, QPointF c, double r, const MapStyle &style)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.color(QStringLiteral("symbol")));
    painter.drawEllipse(c, r, r);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.color(QStringLiteral("symbol-fill")), std::max(0.9, r * 0.2), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(c + QPointF(0, -r * 0.55), c + QPointF(0, r * 0.6));
    painter.drawLine(c + QPointF(-r * 0.3, -r * 0.25), c + QPointF(r * 0.3, -r * 0.25));
    QPainterPath hook(c + QPointF(-r * 0.52, r * 0.12));
    hook.quadTo(c + QPointF(-r * 0.4, r * 0.6), c + QPointF(0, r * 0.6));
    hook.quadTo(c + QPointF(r * 0.4, r * 0.6), c + QPointF(r * 0.52, r * 0.12));
    painter.drawPath(hook);
}

void paintShape(QPainter &painter, const QPolygonF &shape, const MapStyle &style, double width)
{
    painter.setPen(outline(style, width));
    painter.setBrush(style.color(QStringLiteral("symbol-fill")));
    painter.drawPolygon(shape);
    painter.setBrush(Qt::NoBrush);
}

void paintDisc(QPainter &painter, QPointF c, double r, const MapStyle &style, double width)
{
    painter.setPen(outline(style, width));
    painter.setBrush(style.color(QStringLiteral("symbol-fill")));
    painter.drawEllipse(c, r, r);
    painter.setBrush(Qt::NoBrush);
}

/// The bar in a ring of the customs sign.
void paintBarrier(QPainter &painter, QPointF c, double r, const MapStyle &style)
{
    paintDisc(painter, c, r, style, r * 0.28);
    painter.setPen(QPen(style.color(QStringLiteral("symbol")), r * 0.42, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(c + QPointF(-r * 0.62, 0), c + QPointF(r * 0.62, 0));
}

void paintDot(QPainter &painter, QPointF c, double r, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(c, r, r);
    painter.setBrush(Qt::NoBrush);
}

void paintCity(QPainter &painter, QPointF c, double r, const MapStyle &style)
{
    paintDisc(painter, c, r, style, std::max(0.9, r * 0.28));
    paintDot(painter, c, r * 0.45, style.color(QStringLiteral("symbol")));
}

void paintJunction(QPainter &painter, QPointF c, double r, const MapStyle &style)
{
    paintDot(painter, c, r + 0.7, style.color(QStringLiteral("symbol-fill")));
    paintDot(painter, c, r, style.color(QStringLiteral("symbol")));
}

/// A circle with the two converging lines that stand for compression.
void paintCompressor(QPainter &painter, QPointF c, double r, const MapStyle &style)
{
    paintDisc(painter, c, r, style, r * 0.28);
    painter.drawLine(c + QPointF(-r * 0.55, -r * 0.75), c + QPointF(r * 0.9, -r * 0.35));
    painter.drawLine(c + QPointF(-r * 0.55, r * 0.75), c + QPointF(r * 0.9, r * 0.35));
}

void paintField(QPainter &painter, QPointF c, double r, const MapStyle &style)
{
    QPainterPath flame(c + QPointF(0, -r));
    flame.cubicTo(c + QPointF(r * 1.1, -r * 0.1), c + QPointF(r * 0.9, r), c + QPointF(0, r));
    flame.cubicTo(c + QPointF(-r * 0.9, r), c + QPointF(-r * 1.1, -r * 0.1), c + QPointF(0, -r));
    painter.setPen(outline(style, r * 0.3));
    painter.setBrush(style.color(QStringLiteral("symbol-fill")));
    painter.drawPath(flame);
    painter.setBrush(Qt::NoBrush);
}

} // namespace

void paintWaypoint(QPainter &painter, QPointF centre, double size, const MapStyle &style, WaypointKind kind)
{
    const double r = size / 2;
    switch (kind) {
    case WaypointKind::Port: return paintAnchor(painter, centre, r, style);
    case WaypointKind::BorderCrossing: return paintBarrier(painter, centre, r, style);
    case WaypointKind::CompressorStation: return paintCompressor(painter, centre, r, style);
    case WaypointKind::Field: return paintField(painter, centre, r, style);
    case WaypointKind::Terminal:
        return paintShape(painter, QPolygonF(QRectF(centre.x() - r * 0.8, centre.y() - r * 0.8, 1.6 * r, 1.6 * r)), style, r * 0.3);
    case WaypointKind::Landfall:
        return paintShape(painter, QPolygonF({centre + QPointF(0, -r), centre + QPointF(r, r * 0.8), centre + QPointF(-r, r * 0.8)}),
                          style, r * 0.3);
    case WaypointKind::City: return paintCity(painter, centre, r, style);
    case WaypointKind::Junction: return paintJunction(painter, centre, r, style);
    case WaypointKind::Station: return paintDisc(painter, centre, r, style, std::max(1.0, r * 0.38));
    }
}

void paintGaugeBreak(QPainter &painter, QPointF centre, double size, const MapStyle &style)
{
    const double r = size / 2;
    paintShape(painter, QPolygonF(QRectF(centre.x() - r, centre.y() - r * 0.72, 2 * r, 1.44 * r)), style, std::max(0.9, r * 0.17));
    // Two pairs of rails, one wider than the other, with the break between them.
    painter.setPen(QPen(style.color(QStringLiteral("symbol")), std::max(0.8, r * 0.17), Qt::SolidLine, Qt::FlatCap));
    for (const double up : {-1.0, 1.0}) {
        painter.drawLine(centre + QPointF(-r * 0.82, up * r * 0.4), centre + QPointF(-r * 0.1, up * r * 0.4));
        painter.drawLine(centre + QPointF(r * 0.1, up * r * 0.2), centre + QPointF(r * 0.82, up * r * 0.2));
    }
}

void paintSubject(QPainter &painter, QPointF centre, double size, const MapStyle &style, SubjectKind kind)
{
    const double r = size / 2;
    const QColor color = style.color(QStringLiteral("subject"));
    painter.setPen(QPen(color, r * 0.3, kind == SubjectKind::Plan ? Qt::DotLine : Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(style.color(QStringLiteral("symbol-fill")));
    if (kind == SubjectKind::Agreement)
        painter.drawRect(QRectF(centre.x() - r * 0.75, centre.y() - r, 1.5 * r, 2 * r));
    else if (kind == SubjectKind::Place)
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -r), centre + QPointF(r, 0), centre + QPointF(0, r), centre + QPointF(-r, 0)}));
    else
        painter.drawEllipse(centre, r, r);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(centre, r * 0.32, r * 0.32);
    painter.setBrush(Qt::NoBrush);
}

} // namespace ca::SymbolPainter
