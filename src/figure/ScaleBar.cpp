// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/ScaleBar.h"

#include "base/Tr.h"
#include "figure/FigureText.h"
#include "geo/Geodesic.h"
#include "map/Fonts.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double tellingVariation = 0.02;

double niceBelow(double metres)
{
    const double power = std::pow(10, std::floor(std::log10(metres)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= metres)
            return step * power;
    }
    return power;
}

QPointF middle(const MapView &view)
{
    return {view.size.width() / 2, view.size.height() / 2};
}

/// Geodesic metres under a level line of @p length pixels across the middle of the frame.
double metresUnder(const MapView &view, double length)
{
    const QPointF centre = middle(view), half(length / 2, 0);
    return geodesic::distance(view.toLatLon(centre - half), view.toLatLon(centre + half));
}

double scaleVariation(const MapView &view)
{
    constexpr int steps = 4;
    double least = HUGE_VAL, most = 0;
    for (int i = 0; i <= steps; ++i) {
        for (int j = 0; j <= steps; ++j) {
            const double resolution =
                view.groundResolution({view.size.width() * i / steps, view.size.height() * j / steps});
            if (!std::isfinite(resolution))
                return HUGE_VAL;
            least = std::min(least, resolution);
            most = std::max(most, resolution);
        }
    }
    return most / least - 1;
}

} // namespace

std::optional<ScaleBar> ScaleBar::of(const MapView &view, double maxLength)
{
    const LatLon centre = view.toLatLon(middle(view));
    const double longest = metresUnder(view, maxLength);
    ScaleBar bar;
    bar.variation = scaleVariation(view);
    if (!centre.valid() || !std::isfinite(longest) || longest < 1 || !std::isfinite(bar.variation))
        return std::nullopt;
    bar.metres = niceBelow(longest);
    bar.length = maxLength * bar.metres / longest;
    // Length and distance are all but proportional: a few steps are exact to the millimetre.
    for (int i = 0; i < 4; ++i)
        bar.length *= bar.metres / metresUnder(view, bar.length);
    bar.latitude = centre.lat;
    bar.statesLatitude = bar.variation > tellingVariation;
    return std::isfinite(bar.length) ? std::optional(bar) : std::nullopt;
}

QString ScaleBar::note() const
{
    if (!statesLatitude)
        return {};
    const QString degrees = figuretext::locale().toString(qRound(std::abs(latitude)));
    return latitude < 0 ? tr("at %1° S").arg(degrees)
                        : tr("at %1° N").arg(degrees);
}

double ScaleBar::width() const
{
    const QString whole = figuretext::distance(metres), number = whole.section(u' ', 0, 0);
    const QFontMetricsF metrics(mapFont(10));
    const QString text = statesLatitude ? whole + u' ' + note() : whole;
    return 4 + length - metrics.horizontalAdvance(number) / 2 + metrics.horizontalAdvance(text) + 4;
}

void ScaleBar::paint(QPainter &painter, const QRectF &area, const QColor &ink) const
{
    const QFont font = mapFont(10);
    const QFontMetricsF metrics(font);
    const double thickness = 4, left = area.left() + 4, top = area.bottom() - thickness - 2;
    painter.setPen(QPen(ink, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(left, top, length, thickness));
    painter.fillRect(QRectF(left, top, length / 2, thickness), ink);
    painter.setFont(font);
    const double baseline = top - 4;
    const QString whole = figuretext::distance(metres);
    const QString half = figuretext::locale().toString(metres >= 1000 ? metres / 2000 : metres / 2, 'g', 6);
    painter.drawText(QPointF(left - metrics.horizontalAdvance(u'0') / 2, baseline), QStringLiteral("0"));
    painter.drawText(QPointF(left + length / 2 - metrics.horizontalAdvance(half) / 2, baseline), half);
    // The number stands over the bar's end, its unit and the latitude run on behind it.
    const QString number = whole.section(u' ', 0, 0);
    const QString text = statesLatitude ? whole + u' ' + note() : whole;
    painter.drawText(QPointF(left + length - metrics.horizontalAdvance(number) / 2, baseline), text);
}

} // namespace ca
