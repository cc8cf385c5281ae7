// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/StrandPainter.h"

#include "map/LineWalk.h"

#include <algorithm>
#include <cmath>

namespace ca::StrandPainter {
namespace {

constexpr double emphasisWidth = 11;     // pixels beyond the line
constexpr double leastBand = 6;          // pixels an uncertainty band must be wide to be drawn
constexpr double widestBand = 600;
constexpr double clipMargin = 24;
constexpr double topologyWidth = 0.9;    // the thin line below dashes that keeps them together
constexpr double beadStep = 48;          // pixels between the beads of a pipeline
constexpr double crossStep = 18;         // pixels between the crosses of a closed line

void strokeRuns(QPainter &painter, QPen pen, const std::vector<ClippedRun> &runs)
{
    const bool dashed = pen.style() == Qt::CustomDashLine;
    for (const ClippedRun &run : runs) {
        if (dashed)
            pen.setDashOffset(run.startLength / pen.widthF());
        painter.setPen(pen);
        painter.drawPolyline(toPolygon(run.points));
    }
}

/// The pattern stretched a little, so that the line begins and ends on a dash.
QVector<qreal> fittedDashes(const LineStyle &line, double length)
{
    double period = 0;
    for (const qreal dash : line.dashes)
        period += dash;
    const double first = line.dashes.front();
    const double count = std::max(1.0, std::round((length - first) / period));
    const double stretch = length / (count * period + first);
    QVector<qreal> pattern;
    for (const qreal dash : line.dashes)
        pattern.push_back(dash * stretch / line.width);
    return pattern;
}

QColor paled(const QColor &color, const QColor &towards, double share)
{
    const auto mix = [share](float a, float b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(mix(color.redF(), towards.redF()), mix(color.greenF(), towards.greenF()),
                            mix(color.blueF(), towards.blueF()));
}

void paintBeads(QPainter &painter, const LineStyle &line, const std::vector<ClippedRun> &runs)
{
    const double radius = line.width / 2 + 1.1;
    painter.setPen(Qt::NoPen);
    painter.setBrush(line.color);
    walkLine(runs, beadStep, [&](PointXY at, double) { painter.drawEllipse(QPointF(at.x, at.y), radius, radius); });
    painter.setBrush(Qt::NoBrush);
}

void paintCrosses(QPainter &painter, const LineStyle &line, const std::vector<ClippedRun> &runs)
{
    const double reach = line.width + 1.6;
    painter.setPen(QPen(line.color, 1.1));
    walkLine(runs, crossStep, [&](PointXY at, double angle) {
        for (const double turn : {M_PI / 4, -M_PI / 4}) {
            const QPointF arm(reach * std::cos(angle + turn), reach * std::sin(angle + turn));
            painter.drawLine(QPointF(at.x, at.y) - arm, QPointF(at.x, at.y) + arm);
        }
    });
}

/// Calls @p paint for each stretch of a strand's line of one leg, clipped to the view.
template <class Paint>
void forEachLeg(const Frame &frame, const DrawnStrand &strand, double margin, Paint paint)
{
    const StrandPath &path = strand.path;
    double before = 0;
    for (std::size_t first = 0; first + 1 < path.points.size();) {
        std::size_t last = first + 1;
        while (last + 1 < path.points.size() && path.leg[last] == path.leg[first])
            ++last;
        const std::span<const PointXY> part(path.points.data() + first, last - first + 1);
        std::vector<ClippedRun> runs = clipLine(part, frame.screenBox(margin));
        for (ClippedRun &run : runs)
            run.startLength += before;
        if (!runs.empty())
            paint(frame.scene.legs()[path.leg[first]], runs);
        before += lineLength(part);
        first = last;
    }
}

bool emphasised(const Frame &frame, const DrawnStrand &strand, bool &hovered)
{
    const QString &segment = frame.scene.atlas().data().segments[strand.strand->segment].id;
    const Highlight &highlight = frame.request.highlight;
    hovered = highlight.hovered == segment || highlight.hovered == strand.strand->corridor;
    return hovered || highlight.selected.contains(segment) || highlight.selected.contains(strand.strand->corridor);
}

void paintEmphasis(QPainter &painter, const Frame &frame, const DrawnStrand &strand)
{
    bool hovered = false;
    if (!emphasised(frame, strand, hovered))
        return;
    const QString &segment = frame.scene.atlas().data().segments[strand.strand->segment].id;
    const bool selected = frame.request.highlight.selected.contains(segment)
        || frame.request.highlight.selected.contains(strand.strand->corridor);
    const QColor color = frame.style.color(selected ? QStringLiteral("selection") : QStringLiteral("hover"));
    const double width = strand.line.width + emphasisWidth;
    strokeRuns(painter, QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin), strand.runs);
}

void paintUncertainty(QPainter &painter, const Frame &frame, const DrawnStrand &strand)
{
    forEachLeg(frame, strand, widestBand / 2, [&](const Scene::LegLine &leg, const std::vector<ClippedRun> &runs) {
        const double width = 2 * leg.errorMetres / frame.view.metresPerPixel;
        if (leg.precision != Precision::Estimated || width < leastBand || width < strand.line.width + 4 || width > widestBand)
            return;
        const QColor color = frame.style.color(QStringLiteral("uncertainty"));
        strokeRuns(painter, QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin), runs);
    });
}

} // namespace

void paintCasing(QPainter &painter, const LineStyle &line, const std::vector<ClippedRun> &runs)
{
    if (!line.casing.isValid() || line.casingWidth <= 0)
        return;
    strokeRuns(painter, QPen(line.casing, line.width + 2 * line.casingWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin), runs);
}

void paintCore(QPainter &painter, const LineStyle &line, Mode mode, Status status, const QColor &markFill,
               const std::vector<ClippedRun> &runs, double length)
{
    QPen pen(line.color, line.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (!line.dashes.isEmpty()) {
        const QColor thin = paled(line.color, line.casing.isValid() ? line.casing : markFill, 0.45);
        strokeRuns(painter, QPen(thin, topologyWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin), runs);
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern(fittedDashes(line, length));
    }
    strokeRuns(painter, pen, runs);
    if (mode == Mode::GasPipeline)
        paintBeads(painter, line, runs);
    if (status == Status::Closed || status == Status::Dismantled)
        paintCrosses(painter, line, runs);
}

void paintPrecision(QPainter &painter, Precision precision, double width, const QColor &hollow,
                    const std::vector<ClippedRun> &runs)
{
    if (precision != Precision::Schematic && precision != Precision::Estimated)
        return;
    const double heart = std::max(0.8, width * 0.36);
    QPen pen(hollow, heart, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (precision == Precision::Estimated)
        pen.setDashPattern({1.6, 2.4});
    strokeRuns(painter, pen, runs);
}

void paint(QPainter &painter, const Frame &frame, const std::vector<DrawnStrand> &strands)
{
    const QColor hollow = frame.style.color(QStringLiteral("hollow"));
    for (const DrawnStrand &strand : strands)
        paintUncertainty(painter, frame, strand);
    for (const DrawnStrand &strand : strands)
        paintEmphasis(painter, frame, strand);
    for (const DrawnStrand &strand : strands)
        paintCasing(painter, strand.line, strand.runs);
    for (const DrawnStrand &strand : strands) {
        if (frame.cancel.cancelled())
            return;
        paintCore(painter, strand.line, strand.strand->mode, strand.strand->status, hollow, strand.runs, strand.length);
        forEachLeg(frame, strand, clipMargin, [&](const Scene::LegLine &leg, const std::vector<ClippedRun> &runs) {
            paintPrecision(painter, leg.precision, strand.line.width, hollow, runs);
        });
    }
}

} // namespace ca::StrandPainter
