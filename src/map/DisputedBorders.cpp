// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/DisputedBorders.h"

#include "atlas/BorderStretch.h"

namespace ca::DisputedBorders {
namespace {

constexpr double clipMargin = 8;    // pixels
constexpr double finestNeeded = 0.5;  // pixels a generalised border may be off, as for the borders themselves

/// The borders at the level the base map is drawn at; null without any.
const FeatureTable *bordersAt(const BaseMap &baseMap, double metresPerPixel)
{
    const BaseLayer *layer = baseMap.layer(QStringLiteral("borders"));
    if (!layer || layer->levels.empty())
        return nullptr;
    for (const BaseLayer::Level &level : layer->levels) {
        if (level.toleranceMetres <= metresPerPixel * finestNeeded)
            return &level.features;
    }
    return &layer->levels.back().features;
}

std::vector<ClippedRun> runsInView(const Frame &frame, const GeoLine &line)
{
    PlaneLine plane(line.size());
    frame.view.projection->forward(line, plane);
    PlaneLine screen;
    for (const PointXY p : plane) {
        if (p.finite())
            screen.push_back(frame.toScreen(p));
    }
    return clipLine(screen, frame.screenBox(clipMargin));
}

} // namespace

void stroke(QPainter &painter, const LineStyle &line, const std::vector<ClippedRun> &runs)
{
    QPen casing(line.casing, line.width + 2 * line.casingWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    QPen core(line.color, line.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    QVector<qreal> pattern;
    for (const qreal dash : line.dashes)
        pattern.push_back(dash / line.width);
    if (!pattern.isEmpty())
        core.setDashPattern(pattern);
    for (const ClippedRun &run : runs) {
        const QPolygonF polygon = toPolygon(run.points);
        if (line.casing.isValid() && line.casingWidth > 0) {
            painter.setPen(casing);
            painter.drawPolyline(polygon);
        }
        core.setDashOffset(run.startLength / line.width);
        painter.setPen(core);
        painter.drawPolyline(polygon);
    }
}

bool paint(QPainter &painter, const Frame &frame)
{
    const auto &rows = frame.scene.atlas().data().disputed;
    const FeatureTable *borders = rows.empty() ? nullptr : bordersAt(frame.scene.baseMap(), frame.view.metresPerPixel);
    if (!borders)
        return false;
    bool any = false;
    for (const DisputedStretch &row : rows) {
        const Result<BorderStretch> stretch = BorderStretch::parse(row.stretch);
        for (const GeoLine &line : stretch ? stretch->lines(*borders) : std::vector<GeoLine>()) {
            const std::vector<ClippedRun> runs = runsInView(frame, line);
            stroke(painter, frame.compiled->line(StyleLine::Disputed), runs);
            any = any || !runs.empty();
        }
    }
    return any;
}

} // namespace ca::DisputedBorders
