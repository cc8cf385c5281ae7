// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/MapOverlay.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace ca {
namespace {

constexpr double halo = 2;         // logical pixels on each side
constexpr double finest = 0.5;     // vertices nearer than this to the one before add nothing
constexpr double farthest = 4000;  // pixels beyond the view: painters count no further with care

/// Without the stretches far outside.
QPainterPath pathOf(const PlaneLine &line, const MapView &view)
{
    const QRectF near = QRectF(QPointF(), view.size).adjusted(-farthest, -farthest, farthest, farthest);
    QPainterPath path;
    QPointF last;
    bool drawing = false;
    for (const PointXY &vertex : line) {
        const QPointF at = vertex.finite() ? view.toScreen(vertex) : QPointF(1e9, 1e9);
        if (!near.contains(at)) {
            drawing = false;
        } else if (!drawing) {
            path.moveTo(at);
            last = at;
            drawing = true;
        } else if (std::hypot(at.x() - last.x(), at.y() - last.y()) >= finest || &vertex == &line.back()) {
            path.lineTo(at);
            last = at;
        }
    }
    return path;
}

} // namespace

void MapOverlay::show(std::vector<Line> lines)
{
    m_lines = std::move(lines);
    m_projection.reset();
    Q_EMIT changed();
}

void MapOverlay::project(const std::shared_ptr<const Projection> &projection) const
{
    m_plane.clear();
    for (const Line &line : m_lines) {
        m_plane.emplace_back(line.line.size());
        projection->forward(line.line, m_plane.back());
    }
    m_projection = projection;
}

void MapOverlay::paint(QPainter &painter, const MapView &view) const
{
    if (m_lines.empty())
        return;
    if (m_projection != view.projection)
        project(view.projection);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const QPainterPath path = pathOf(m_plane[i], view);
        const QColor ground = line.color.lightness() > 128 ? QColor(0, 0, 0, 160) : QColor(255, 255, 255, 210);
        if (!line.dashed) {   // what lies below is to be seen between the dashes
            painter.setPen(QPen(ground, line.width + 2 * halo, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
            painter.drawPath(path);
        }
        QPen pen(line.color, line.width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
        if (line.dashed)
            pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawPath(path);
    }
    painter.restore();
}

} // namespace ca
