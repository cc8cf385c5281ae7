// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/BasePainter.h"

#include "geo/Polyline.h"
#include "map/DisputedBorders.h"
#include "map/SceneLayer.h"

#include <QPainterPath>

#include <algorithm>

namespace ca::BasePainter {
namespace {

constexpr double clipMargin = 4;      // pixels
constexpr double leastRing = 0.8;     // pixels; smaller islands and lakes are dropped
constexpr double leastLine = 1.5;     // pixels

std::vector<std::uint32_t> partsInView(const Frame &frame, const Scene::Layer &layer)
{
    return layer.index.query(frame.planeBox(clipMargin));
}

bool smallerThan(const Frame &frame, const Box &box, double pixels)
{
    return std::max(box.width(), box.height()) < pixels * frame.view.metresPerPixel;
}

/// All rings in view as one path: neighbours that share an edge leave no seam on devices that blend edges.
QPainterPath ringsPath(const Frame &frame, const Scene::Layer &layer)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    const Box clip = frame.screenBox(clipMargin);
    for (const std::uint32_t p : partsInView(frame, layer)) {
        const Scene::Layer::Part &part = layer.parts[p];
        if (smallerThan(frame, part.box, leastRing))
            continue;
        const PlaneLine ring = clipRing(frame.screenLine(layer.line(part), layer.rank(part)), clip);
        if (ring.size() >= 4)
            path.addPolygon(toPolygon(ring));
        if (frame.cancel.cancelled())
            break;
    }
    return path;
}

bool fill(QPainter &painter, const Frame &frame, const QString &id, const QColor &color)
{
    const Scene::Layer *layer = frame.scene.layer(id, frame.view.metresPerPixel);
    if (!layer || layer->kind != GeometryKind::Polygon || frame.cancel.cancelled())
        return false;
    const QPainterPath path = ringsPath(frame, *layer);
    // Filling without anti-aliasing is many times cheaper; the coast line drawn on top hides the steps.
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillPath(path, color);
    painter.setRenderHint(QPainter::Antialiasing, true);
    return !path.isEmpty();
}

QPen penOf(const LineStyle &line)
{
    QPen pen(line.color, line.width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    if (!line.dashes.isEmpty()) {
        QVector<qreal> pattern = line.dashes;
        for (qreal &dash : pattern)
            dash /= line.width;
        pen.setDashPattern(pattern);
    }
    return pen;
}

void strokePart(QPainter &painter, const Frame &frame, const Scene::Layer &layer, const Scene::Layer::Part &part,
                QPen &pen)
{
    const PlaneLine line = frame.screenLine(layer.line(part), layer.rank(part));
    for (const ClippedRun &run : clipLine(line, frame.screenBox(clipMargin))) {
        if (pen.style() == Qt::CustomDashLine)
            pen.setDashOffset(run.startLength / pen.widthF());
        painter.setPen(pen);
        painter.drawPolyline(toPolygon(run.points));
    }
}

using Wanted = bool (*)(const Scene::Layer &, const Scene::Layer::Part &);

bool all(const Scene::Layer &, const Scene::Layer::Part &)
{
    return true;
}

/// Edge of an area that the mapped outlines of two countries both include.
bool isOverlap(const Scene::Layer &layer, const Scene::Layer::Part &part)
{
    return layer.table && layer.table->value(part.feature, QStringLiteral("kind")).toString() == QLatin1String("overlap");
}

bool isBorder(const Scene::Layer &layer, const Scene::Layer::Part &part)
{
    return !isOverlap(layer, part);
}

bool stroke(QPainter &painter, const Frame &frame, const QString &id, const LineStyle &style, Wanted wanted = all)
{
    const Scene::Layer *layer = frame.scene.layer(id, frame.view.metresPerPixel);
    if (!layer || layer->kind == GeometryKind::Point)
        return false;
    QPen pen = penOf(style);
    bool any = false;
    for (const std::uint32_t p : partsInView(frame, *layer)) {
        if (frame.cancel.cancelled())
            break;
        const Scene::Layer::Part &part = layer->parts[p];
        if (smallerThan(frame, part.box, leastLine) || !wanted(*layer, part))
            continue;
        strokePart(painter, frame, *layer, part, pen);
        any = true;
    }
    return any;
}

void paintSea(QPainter &painter, const Frame &frame)
{
    PlaneLine ring;
    for (const PointXY p : frame.scene.frame())
        ring.push_back(frame.toScreen(p));
    const QPolygonF outline = toPolygon(clipRing(ring, frame.screenBox(clipMargin)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.style.color(QStringLiteral("sea")));
    painter.drawPolygon(outline);
    painter.setBrush(Qt::NoBrush);
}

/// The edge of what the base map covers.
void paintNeatLine(QPainter &painter, const Frame &frame)
{
    PlaneLine ring;
    for (const PointXY p : frame.scene.frame())
        ring.push_back(frame.toScreen(p));
    painter.setPen(QPen(frame.style.color(QStringLiteral("frame")), 1));
    for (const ClippedRun &run : clipLine(ring, frame.screenBox(clipMargin)))
        painter.drawPolyline(toPolygon(run.points));
}

/// Dashed where the data themselves hold two outlines, so that neither is drawn as settled.
void paintBorders(QPainter &painter, const Frame &frame, QStringList &layers)
{
    const QString id = QStringLiteral("borders");
    if (stroke(painter, frame, id, frame.style.line(QStringLiteral("border")), isBorder))
        layers << id;
    if (stroke(painter, frame, id, frame.style.line(QStringLiteral("overlap")), isOverlap))
        layers << QStringLiteral("overlaps");
    if (DisputedBorders::paint(painter, frame))
        layers << QStringLiteral("disputed");
}

} // namespace

void paint(QPainter &painter, const Frame &frame, QStringList &layers)
{
    const Visibility &visible = frame.request.visibility;
    const auto note = [&layers](const char *id, bool drawn) {
        if (drawn)
            layers << QString::fromLatin1(id);
    };
    painter.fillRect(frame.rect(), frame.style.color(QStringLiteral("paper")));
    const bool seas = visible.layer(QStringLiteral("seas"));
    const bool land = visible.layer(QStringLiteral("land"));
    if (seas)
        paintSea(painter, frame);
    if (land)
        note("land", fill(painter, frame, QStringLiteral("land"), frame.style.color(QStringLiteral("land"))));
    if (land || seas)
        note("coast", stroke(painter, frame, QStringLiteral("coast"), frame.style.line(QStringLiteral("coast"))));
    if (visible.layer(QStringLiteral("rivers")))
        note("rivers", stroke(painter, frame, QStringLiteral("rivers"), frame.style.line(QStringLiteral("river"))));
    if (visible.layer(QStringLiteral("lakes"))) {
        note("lakes", fill(painter, frame, QStringLiteral("lakes"), frame.style.color(QStringLiteral("lake"))));
        stroke(painter, frame, QStringLiteral("lakes"), frame.style.line(QStringLiteral("lake")));
    }
    if (visible.layer(QStringLiteral("borders")))
        paintBorders(painter, frame, layers);
    if (visible.layer(QStringLiteral("graticule")))
        stroke(painter, frame, QStringLiteral("graticule"), frame.style.line(QStringLiteral("graticule")));
    paintNeatLine(painter, frame);
}

} // namespace ca::BasePainter
