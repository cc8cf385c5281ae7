// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LineMarks.h"

#include "map/LineWalk.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ca {
namespace {

constexpr double beadStep = 48;      // pixels between marks of a kind
constexpr double ringStep = 24;
constexpr double shipStep = 180;
constexpr double crossStep = 18;
constexpr double barStep = 26;
constexpr double thinLine = 1.1;     // pixels, of the strokes of crosses and bars

double stepOf(LineMark mark)
{
    switch (mark) {
    case LineMark::None: return 0;
    case LineMark::Beads: return beadStep;
    case LineMark::Rings: return ringStep;
    case LineMark::Ships: return shipStep;
    case LineMark::Bars: return barStep;
    case LineMark::Crosses: return crossStep;
    }
    return 0;
}

void paintBead(QPainter &painter, const LineStyle &line, QPointF at)
{
    const double radius = line.width / 2 + 1.4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(line.color);
    painter.drawEllipse(at, radius, radius);
}

void paintRing(QPainter &painter, const LineStyle &line, const QColor &ground, QPointF at)
{
    const double radius = line.width / 2 + 0.9;
    painter.setPen(QPen(line.color, thinLine));
    painter.setBrush(ground);
    painter.drawEllipse(at, radius, radius);
}

/// A hull with its bridge, upright whatever way the line goes.
void paintShip(QPainter &painter, const LineStyle &line, const QColor &ground, QPointF at)
{
    const double u = 1.2 + line.width * 0.12;  // a unit of the drawing in pixels
    const auto point = [&](double x, double y) { return at + QPointF(x * u, y * u); };
    const QPolygonF hull({point(-4.2, 0), point(-1.9, 0), point(-1.9, -2.4), point(1.1, -2.4), point(1.1, 0), point(4.2, 0),
                          point(2.8, 2.6), point(-2.8, 2.6)});
    painter.setBrush(line.color);
    painter.setPen(QPen(ground, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolygon(hull);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(hull);
}

/// Short strokes through the line: @p turns are their angles to it, @p shifts their places along it.
template <std::size_t N>
void paintStrokes(QPainter &painter, const LineStyle &line, QPointF at, double angle, const std::array<double, N> &turns, double shift)
{
    const double reach = line.width + 1.8;
    painter.setPen(QPen(line.color, thinLine, Qt::SolidLine, Qt::FlatCap));
    for (std::size_t i = 0; i < N; ++i) {
        const double aside = (double(i) - double(N - 1) / 2) * shift;
        const QPointF middle = at + QPointF(std::cos(angle), std::sin(angle)) * aside;
        const QPointF arm(reach * std::cos(angle + turns[i]), reach * std::sin(angle + turns[i]));
        painter.drawLine(middle - arm, middle + arm);
    }
}

void paintMark(QPainter &painter, LineMark mark, const LineStyle &line, const QColor &ground, QPointF at, double angle)
{
    switch (mark) {
    case LineMark::None: return;
    case LineMark::Beads: return paintBead(painter, line, at);
    case LineMark::Rings: return paintRing(painter, line, ground, at);
    case LineMark::Ships: return paintShip(painter, line, ground, at);
    case LineMark::Bars: return paintStrokes(painter, line, at, angle, std::array{M_PI_2, M_PI_2}, 2.6);
    case LineMark::Crosses: return paintStrokes(painter, line, at, angle, std::array{M_PI_4, -M_PI_4}, 0);
    }
}

} // namespace

void paintLineMarks(QPainter &painter, const LineStyle &line, const QColor &ground, const std::vector<ClippedRun> &runs, double longest)
{
    for (const LineMark mark : {line.mark, line.stateMark}) {
        const double step = std::min(stepOf(mark), longest);
        if (step <= 0)
            continue;
        walkLine(runs, step, [&](PointXY at, double angle) { paintMark(painter, mark, line, ground, {at.x, at.y}, angle); });
        painter.setBrush(Qt::NoBrush);
    }
}

} // namespace ca
