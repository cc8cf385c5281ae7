// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/GraticuleLabels.h"

#include "base/Tr.h"
#include "figure/FigureText.h"
#include "map/Fonts.h"
#include "map/Graticule.h"

#include <QFontMetricsF>

#include <cmath>
#include <functional>

namespace ca::graticulelabels {

namespace {

constexpr double step = 2;      ///< logical pixels between looks at the edge
constexpr double inset = 3;     ///< from the frame
constexpr double corner = 30;   ///< kept free

QFont font()
{
    return mapFont(9);
}

QString degrees(double value, bool meridian)
{
    const QString number = figuretext::locale().toString(std::abs(value), 'g', 6);
    if (value == 0)
        return tr("%1°").arg(number);
    if (meridian)
        return value < 0 ? tr("%1° W").arg(number) : tr("%1° E").arg(number);
    return value < 0 ? tr("%1° S").arg(number) : tr("%1° N").arg(number);
}

/// Calls @p found with each multiple of @p every that @p valueAt passes on the way from 0 to @p length, and where.
void crossings(double length, double every, const std::function<double(double)> &valueAt, const std::function<void(double, double)> &found)
{
    double before = valueAt(0);
    for (double at = step; at <= length; at += step) {
        const double after = valueAt(at);
        const double low = std::min(before, after), high = std::max(before, after);
        const double line = std::ceil(low / every) * every;
        // A leap is the edge of what the projection shows, or the antimeridian.
        if (std::isfinite(low) && std::isfinite(high) && high - low < every && line > low && line <= high)
            found(line, at - step + step * (line - before) / (after - before));
        before = after;
    }
}

void add(std::vector<GraticuleLabel> &labels, const QString &text, QPointF middleTop, bool centred)
{
    const QFontMetricsF metrics(font());
    const QSizeF size(metrics.horizontalAdvance(text) + 4, metrics.ascent() + metrics.descent());
    const QPointF topLeft = centred ? middleTop - QPointF(size.width() / 2, 0) : middleTop - QPointF(0, size.height() / 2);
    const QRectF rect(topLeft, size);
    if (labels.empty() || !labels.back().rect.adjusted(-6, -6, 6, 6).intersects(rect))
        labels.push_back({text, rect});
}

} // namespace

std::vector<GraticuleLabel> of(const MapView &view)
{
    std::vector<GraticuleLabel> labels;
    const double every = graticuleStep(view.metresPerPixel), width = view.size.width(), height = view.size.height();
    crossings(width, every, [&](double x) { return view.toLatLon({x, inset}).lon; }, [&](double value, double x) {
        if (x > corner && x < width - corner)
            add(labels, degrees(value, true), {x, inset}, true);
    });
    crossings(height, every, [&](double y) { return view.toLatLon({inset, y}).lat; }, [&](double value, double y) {
        if (y > corner && y < height - corner)
            add(labels, degrees(value, false), {inset, y}, false);
    });
    return labels;
}

void paint(QPainter &painter, const std::vector<GraticuleLabel> &labels, const QColor &ink, const QColor &plate)
{
    const QFontMetricsF metrics(font());
    painter.setFont(font());
    for (const GraticuleLabel &label : labels) {
        painter.fillRect(label.rect, plate);
        painter.setPen(ink);
        painter.drawText(label.rect.topLeft() + QPointF(2, metrics.ascent()), label.text);
    }
}

} // namespace ca::graticulelabels
