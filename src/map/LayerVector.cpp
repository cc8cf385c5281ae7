// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LayerVector.h"

#include "geo/Polyline.h"
#include "map/PaintGroups.h"

#include <QPainterPath>

#include <algorithm>

namespace ca::LayerVector {
namespace {

constexpr double shapeClipMargin = 4;  // logical pixels
constexpr double printScale = 3;  // pixels of a picture to the logical pixel: about 300 to the inch

/// Calls visit(part) for the parts of a step that are in view and not too small. Whether there were any.
template <class Visit>
bool forParts(const Frame &frame, const LayerStep &step, Visit visit)
{
    const auto least = float(step.leastSize * frame.view.metresPerPixel);
    bool any = false;
    step.shapes->tree.query(frame.planeBox(shapeClipMargin + step.radius), [&](std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end && !frame.cancel.cancelled(); ++i) {
            const PackedTree::Node &node = step.shapes->tree.node(i);
            const PreparedShapes::Part &part = step.shapes->parts[i];
            if ((step.kind && part.kind != *step.kind) || std::max(node.maxX - node.minX, node.maxY - node.minY) < least)
                continue;
            visit(part);
            any = true;
        }
    });
    return any;
}

/// All rings in view as one path: neighbours that share an edge leave no seam on devices that blend edges.
bool fill(QPainter &painter, const Frame &frame, const LayerStep &step)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    forParts(frame, step, [&](const PreparedShapes::Part &part) {
        const PlaneLine ring =
            clipRing(frame.screenLine(step.shapes->line(part), step.shapes->rank(part)), frame.screenBox(shapeClipMargin));
        if (ring.size() >= 4)
            path.addPolygon(toPolygon(ring));
    });
    painter.fillPath(path, step.line.color);
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

/// Of a colour that lets through what is below: drawn one by one, shapes would be darker where they overlap.
bool translucent(const LayerStep &step)
{
    return step.line.color.alpha() < 255;
}

/// All lines of a step as one path, dashes cut.
bool strokeTogether(QPainter &painter, const Frame &frame, const LayerStep &step)
{
    const std::vector<double> pattern(step.line.dashes.begin(), step.line.dashes.end());
    QPainterPath path;
    const bool any = forParts(frame, step, [&](const PreparedShapes::Part &part) {
        const PlaneLine line = frame.screenLine(step.shapes->line(part), step.shapes->rank(part));
        for (const ClippedRun &run : clipLine(line, frame.screenBox(shapeClipMargin))) {
            for (const PlaneLine &piece : pattern.empty() ? std::vector<PlaneLine>{run.points} : dashesOf(run, pattern))
                path.addPolygon(toPolygon(piece));
        }
    });
    painter.strokePath(path, QPen(step.line.color, step.line.width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    return any;
}

bool stroke(QPainter &painter, const Frame &frame, const LayerStep &step)
{
    if (translucent(step))
        return strokeTogether(painter, frame, step);
    QPen pen = penOf(step.line);
    return forParts(frame, step, [&](const PreparedShapes::Part &part) {
        const PlaneLine line = frame.screenLine(step.shapes->line(part), step.shapes->rank(part));
        for (const ClippedRun &run : clipLine(line, frame.screenBox(shapeClipMargin))) {
            if (pen.style() == Qt::CustomDashLine)
                pen.setDashOffset(run.startLength / pen.widthF());
            painter.setPen(pen);
            painter.drawPolyline(toPolygon(run.points));
        }
    });
}

bool drawPicture(QPainter &painter, const Frame &frame, const LayerStep &step)
{
    const Box &box = step.picture->box();
    if (!box.intersects(frame.planeBox(0)))
        return false;
    painter.save();
    painter.setOpacity(step.opacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(frame.view.toScreen(PointXY{box.minX, box.maxY}), frame.view.toScreen(PointXY{box.maxX, box.minY})),
                      step.picture->at(frame.view.metresPerPixel / printScale));
    painter.restore();
    return true;
}

bool dot(QPainter &painter, const Frame &frame, const LayerStep &step)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    painter.setPen(Qt::NoPen);
    painter.setBrush(step.line.color);
    const bool any = forParts(frame, step, [&](const PreparedShapes::Part &part) {
        const QPointF at = frame.view.toScreen(step.shapes->vertices[part.first].plane());
        if (translucent(step))
            path.addEllipse(at, step.radius, step.radius);
        else
            painter.drawEllipse(at, step.radius, step.radius);
    });
    painter.fillPath(path, step.line.color);
    painter.setBrush(Qt::NoBrush);
    return any;
}

} // namespace

std::vector<bool> paint(QPainter &painter, const Frame &frame, const std::vector<LayerStep> &steps)
{
    std::vector<bool> drawn;
    PaintGroups *groups = PaintGroups::of(painter);
    PaintGroupRun run(groups);
    for (const LayerStep &step : steps) {
        if (groups)
            run.enter(QStringLiteral("layer-") + step.group, [&] { return layerTitle(frame, step.group); });
        switch (step.action) {
        case LayerStep::Action::Fill: drawn.push_back(fill(painter, frame, step)); break;
        case LayerStep::Action::Stroke: drawn.push_back(stroke(painter, frame, step)); break;
        case LayerStep::Action::Dots: drawn.push_back(dot(painter, frame, step)); break;
        case LayerStep::Action::Picture: drawn.push_back(drawPicture(painter, frame, step)); break;
        }
    }
    return drawn;
}

void paintLine(QPainter &painter, const LineStyle &line, const QPolygonF &points)
{
    if (line.casing.isValid() && line.casingWidth > 0) {
        painter.setPen(QPen(line.casing, line.width + 2 * line.casingWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawPolyline(points);
    }
    painter.setPen(penOf(line));
    painter.drawPolyline(points);
}

} // namespace ca::LayerVector
