// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/SymbolPainter.h"

#include <QPainterPath>

#include <algorithm>

namespace ca::SymbolPainter {
namespace {

constexpr double margin = 12;  // pixels around the view

/// Metres per pixel up to which a kind is shown; ends of segments show from farther away.
double farthest(WaypointKind kind, bool end)
{
    switch (kind) {
    case WaypointKind::Port: return end ? 4000 : 1500;
    case WaypointKind::Terminal: return end ? 3000 : 1200;
    case WaypointKind::Field: return 6000;
    case WaypointKind::CompressorStation: return 600;
    case WaypointKind::BorderCrossing: return 700;
    case WaypointKind::Landfall: return 600;
    case WaypointKind::Station: return end ? 900 : 260;
    case WaypointKind::City: return end ? 900 : 260;
    case WaypointKind::Junction: return 120;
    }
    return 0;
}

double farthest(SubjectKind kind)
{
    return kind == SubjectKind::Place ? 2600 : 1500;
}

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

/// Bars across the way: | |
void paintBarrier(QPainter &painter, QPointF c, double r, const MapStyle &style)
{
    paintShape(painter, QPolygonF({c + QPointF(0, -r), c + QPointF(r, 0), c + QPointF(0, r), c + QPointF(-r, 0)}), style, r * 0.3);
    painter.drawLine(c + QPointF(0, -r * 0.4), c + QPointF(0, r * 0.4));
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

bool anyStrandVisible(const Frame &frame, const Scene::WaypointMark &mark)
{
    return std::any_of(mark.segments.begin(), mark.segments.end(), [&](std::size_t s) {
        const auto &strands = frame.scene.shapes()[s].strands;
        const auto &visible = frame.request.visibility;
        const QString &id = frame.scene.atlas().data().segments[s].id;
        return std::any_of(strands.begin(), strands.end(), [&](std::size_t i) {
            return visible.strand(frame.scene.strands()[i].corridor, id);
        });
    });
}

void paintWaypoints(QPainter &painter, const Frame &frame, const Box &seen, std::vector<WaypointKind> &kinds)
{
    for (const Scene::WaypointMark &mark : frame.scene.waypoints()) {
        if (!seen.contains(mark.at) || !shown(frame, mark))
            continue;
        paintWaypoint(painter, frame.view.toScreen(mark.at), size(frame, mark), frame.style, mark.waypoint->kind);
        kinds.push_back(mark.waypoint->kind);
    }
}

bool paintSubjects(QPainter &painter, const Frame &frame, const Box &seen)
{
    bool any = false;
    for (const Scene::SubjectMark &mark : frame.scene.subjects()) {
        if (!seen.contains(mark.at) || !shown(frame, mark))
            continue;
        const QPointF at = frame.view.toScreen(mark.at);
        const bool selected = frame.request.highlight.selected.contains(mark.subject->id);
        if (selected || frame.request.highlight.hovered == mark.subject->id) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(frame.style.color(selected ? QStringLiteral("selection") : QStringLiteral("hover")));
            painter.drawEllipse(at, size(frame, mark) + 1, size(frame, mark) + 1);
        }
        paintSubject(painter, at, size(frame, mark), frame.style, mark.subject->kind);
        any = true;
    }
    return any;
}

void paintEnds(QPainter &painter, const Frame &frame, const Box &seen)
{
    const auto &segments = frame.scene.atlas().data().segments;
    for (std::size_t s = 0; s < segments.size(); ++s) {
        const Scene::SegmentShape &shape = frame.scene.shapes()[s];
        if (!frame.request.highlight.selected.contains(segments[s].id) || shape.legCount == 0)
            continue;
        for (const PointXY end : {frame.scene.legs()[shape.firstLeg].line.front(),
                                  frame.scene.legs()[shape.firstLeg + shape.legCount - 1].line.back()}) {
            if (seen.contains(end))
                paintDisc(painter, frame.view.toScreen(end), 4.2, frame.style, 1.8);
        }
    }
}

} // namespace

bool shown(const Frame &frame, const Scene::WaypointMark &mark)
{
    return frame.request.visibility.layer(QStringLiteral("stations"))
        && frame.view.metresPerPixel <= farthest(mark.waypoint->kind, mark.end) && anyStrandVisible(frame, mark);
}

bool shown(const Frame &frame, const Scene::SubjectMark &mark)
{
    const Highlight &highlight = frame.request.highlight;
    if (highlight.selected.contains(mark.subject->id) || highlight.hovered == mark.subject->id)
        return true;
    return frame.request.visibility.layer(QStringLiteral("symbols"))
        && frame.view.metresPerPixel <= farthest(mark.subject->kind);
}

double size(const Frame &frame, const Scene::WaypointMark &mark)
{
    const double growth = std::clamp(frame.strandScale, 0.8, 1.4);
    switch (mark.waypoint->kind) {
    case WaypointKind::Port:
    case WaypointKind::Field:
    case WaypointKind::Terminal: return 10.5 * growth;
    case WaypointKind::CompressorStation:
    case WaypointKind::BorderCrossing: return 8.5 * growth;
    case WaypointKind::Junction: return 4.5 * growth;
    default: return (mark.end ? 7 : 5.5) * growth;
    }
}

double size(const Frame &frame, const Scene::SubjectMark &)
{
    return 7.5 * std::clamp(frame.strandScale, 0.9, 1.4);
}

bool paint(QPainter &painter, const Frame &frame, std::vector<WaypointKind> &kinds)
{
    const Box seen = frame.planeBox(margin);
    paintWaypoints(painter, frame, seen, kinds);
    const bool subjects = paintSubjects(painter, frame, seen);
    paintEnds(painter, frame, seen);
    return subjects;
}

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
    case WaypointKind::Junction:
    case WaypointKind::Station:
    case WaypointKind::City: return paintDisc(painter, centre, r, style, std::max(1.0, r * 0.38));
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
