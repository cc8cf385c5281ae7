// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/QuietCorner.h"

#include "map/Scene.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double distance = 8;      ///< from the edges of the map
constexpr double margin = 2;        ///< around what is placed
constexpr double selectedWeight = 10;

double lengthWithin(const QRectF &rect, QPointF from, QPointF to)
{
    constexpr double step = 4;
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const int steps = std::clamp(int(std::ceil(length / step)), 1, 1000);
    int within = 0;
    for (int i = 0; i < steps; ++i)
        within += rect.contains(from + (to - from) * ((i + 0.5) / steps)) ? 1 : 0;
    return length * within / steps;
}

double legWithin(const MapView &view, const Scene::LegLine &leg, const QRectF &rect)
{
    const PointXY low = view.toPlane(rect.bottomLeft()), high = view.toPlane(rect.topRight());
    if (!leg.box.intersects({low.x, low.y, high.x, high.y}))
        return 0;
    double sum = 0;
    for (std::size_t i = 1; i < leg.line.size(); ++i)
        sum += lengthWithin(rect, view.toScreen(leg.line[i - 1]), view.toScreen(leg.line[i]));
    return sum;
}

/// Pixels of corridors under @p rect.
double hiddenUnder(const RenderRequest &request, const QRectF &rect)
{
    const Scene &scene = *request.scene;
    double hidden = 0;
    for (const Scene::Strand &strand : scene.strands()) {
        const QString &id = scene.atlas().data().segments[strand.segment].id;
        if (!request.visibility.strand(strand.corridor, id))
            continue;
        const double weight = request.highlight.selected.contains(id) ? selectedWeight : 1;
        const Scene::SegmentShape &shape = scene.shapes()[strand.segment];
        for (std::size_t leg = shape.firstLeg; leg < shape.firstLeg + shape.legCount; ++leg)
            hidden += weight * legWithin(request.view, scene.legs()[leg], rect);
    }
    return hidden;
}

QPointF topLeftAt(Qt::Corner corner, QSizeF room, QSizeF size)
{
    const double right = room.width() - size.width() - distance, bottom = room.height() - size.height() - distance;
    return {corner == Qt::TopLeftCorner || corner == Qt::BottomLeftCorner ? distance : right,
            corner == Qt::TopLeftCorner || corner == Qt::TopRightCorner ? distance : bottom};
}

} // namespace

QRectF quietCorner(const RenderRequest &request, QSizeF size, const std::vector<QRectF> &taken, const std::vector<Qt::Corner> &corners)
{
    constexpr double never = 1e6;
    QRectF best;
    double least = HUGE_VAL;
    for (const Qt::Corner corner : corners) {
        const QRectF rect(topLeftAt(corner, request.view.size, size), size);
        double cost = hiddenUnder(request, rect.adjusted(-margin, -margin, margin, margin));
        for (const QRectF &other : taken)
            cost += other.intersects(rect) ? never : 0;
        if (cost < least) {
            least = cost;
            best = rect;
        }
    }
    return best;
}

} // namespace ca
