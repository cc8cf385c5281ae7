// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/NorthArrow.h"

#include "map/Fonts.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <cmath>

namespace ca::northarrow {

std::optional<double> angle(const MapView &view)
{
    const LatLon centre = view.toLatLon({view.size.width() / 2, view.size.height() / 2});
    const double degrees = centre.valid() ? view.projection->convergence(centre) : NAN;
    return std::isfinite(degrees) ? std::optional(degrees) : std::nullopt;
}

void paint(QPainter &painter, const QRectF &area, double degrees, const QColor &ink)
{
    painter.save();
    painter.translate(area.center());
    painter.rotate(degrees);
    const double tip = -height / 2 + 12, foot = height / 2 - 2, half = 6;
    QPainterPath left, right;
    left.addPolygon(QPolygonF({{0, tip}, {-half, foot}, {0, foot - 5}, {0, tip}}));
    right.addPolygon(QPolygonF({{0, tip}, {half, foot}, {0, foot - 5}, {0, tip}}));
    painter.setPen(QPen(ink, 0.8, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.fillPath(left, ink);
    painter.drawPath(left);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(right);
    const QFont font = mapFont(11, true);
    painter.setFont(font);
    painter.drawText(QPointF(-QFontMetricsF(font).horizontalAdvance(u'N') / 2, tip - 2), QStringLiteral("N"));
    painter.restore();
}

} // namespace ca::northarrow
