// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/StrandPainter.h"

#include "base/Tr.h"
#include "map/LineMarks.h"
#include "map/PaintGroups.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ca::StrandPainter {
namespace {

constexpr double emphasisWidth = 11;     // pixels beyond the line
constexpr double leastBand = 4;          // pixels that an uncertainty band reaches beyond the line, at least
constexpr double widestBand = 4000;      // pixels
constexpr double clipMargin = 24;
constexpr double topologyWidth = 0.9;    // the thin line below dashes that keeps them together
constexpr int paleCore = 150;            // alpha of what makes a core pale
constexpr double jointShare = 0.45;      // of a dash on each side of a joint

QPen solidPen(const QColor &color, double width, Qt::PenCapStyle cap = Qt::RoundCap)
{
    return QPen(color, width, Qt::SolidLine, cap, Qt::RoundJoin);
}

/// What of a painter can be seen. A page is painted in pieces, and a stroke costs the same whether it shows or not.
class Seen {
public:
    explicit Seen(const QPainter &painter)
    {
        if (!painter.hasClipping())
            return;
        const QRectF clip = painter.clipBoundingRect();
        const QTransform &device = painter.combinedTransform();
        m_edge = edge / std::hypot(device.m11(), device.m12());
        m_box = Box{clip.left(), clip.top(), clip.right(), clip.bottom()};
    }
    [[nodiscard]] bool shows(const ClippedRun &run, double width) const
    {
        if (m_box.empty())
            return true;
        Box reach;
        for (const PointXY p : run.points)
            reach.extend(p);
        return reach.grown(width / 2 + m_edge).intersects(m_box);
    }

private:
    static constexpr double edge = 2;  // device pixels: soft edges, and what a clip is rounded to
    double m_edge = 0;                 // the same in the painter's units
    Box m_box;                         // empty = all
};

void strokeRuns(QPainter &painter, const QPen &pen, const std::vector<ClippedRun> &runs)
{
    const Seen seen(painter);
    painter.setPen(pen);
    for (const ClippedRun &run : runs) {
        if (seen.shows(run, pen.widthF()))
            painter.drawPolyline(toPolygon(run.points));
    }
}

void strokeDashed(QPainter &painter, QPen pen, const DashFit &fit, const std::vector<ClippedRun> &runs)
{
    QVector<qreal> pattern;
    for (const qreal length : fit.lengths)
        pattern.push_back(length / pen.widthF());
    pen.setDashPattern(pattern);
    const double period = std::accumulate(fit.lengths.begin(), fit.lengths.end(), 0.0);
    const Seen seen(painter);
    for (const ClippedRun &run : runs) {
        if (!seen.shows(run, pen.widthF()))
            continue;
        pen.setDashOffset(std::fmod(fit.start + run.startLength, period) / pen.widthF());
        painter.setPen(pen);
        painter.drawPolyline(toPolygon(run.points));
    }
}

QColor paled(const QColor &color, const QColor &towards, double share)
{
    const auto mix = [share](float a, float b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(mix(color.redF(), towards.redF()), mix(color.greenF(), towards.greenF()),
                            mix(color.blueF(), towards.blueF()));
}

void paintCasing(QPainter &painter, const LineStyle &line, const std::vector<ClippedRun> &runs)
{
    if (line.casing.isValid() && line.casingWidth > 0)
        strokeRuns(painter, solidPen(line.casing, line.width + 2 * line.edge()), runs);
}

void paintOutline(QPainter &painter, const LineStyle &line, const std::vector<ClippedRun> &runs)
{
    if (line.outline.isValid() && line.outlineWidth > 0)
        strokeRuns(painter, solidPen(line.outline, line.width + 2 * (line.outlineGap + line.outlineWidth)), runs);
}

/// What lies between the edges: a phase of its own, so that lines with edges run into each other openly.
void paintBed(QPainter &painter, const LineStyle &line, const QColor &ground, const std::vector<ClippedRun> &runs)
{
    if (line.outline.isValid())
        strokeRuns(painter, solidPen(line.casing.isValid() ? line.casing : ground, line.width + 2 * line.outlineGap), runs);
}

void paintCore(QPainter &painter, const LineStyle &line, const QColor &ground, const std::vector<ClippedRun> &runs, const DashFit &fit)
{
    if (fit.lengths.isEmpty())
        return strokeRuns(painter, solidPen(line.color, line.width), runs);
    if (!line.outline.isValid()) {
        const QColor below = line.casing.isValid() ? line.casing : ground;
        strokeRuns(painter, solidPen(paled(line.color, below, 0.45), topologyWidth, Qt::FlatCap), runs);
    }
    strokeDashed(painter, solidPen(line.color, line.width, Qt::FlatCap), fit, runs);
}

/// What a precision adds to a line: a pale heart (schematic) or a dotted one (estimated; among dashes dots are only
/// noise, and the band says it).
void paintPrecision(QPainter &painter, Precision precision, const LineStyle &line, const QColor &hollow, const std::vector<ClippedRun> &runs)
{
    if (precision != Precision::Schematic && (precision != Precision::Estimated || !line.dashes.isEmpty()))
        return;
    if (line.outline.isValid())  // between edges a heart would be one line too many: the core turns pale
        return strokeRuns(painter, solidPen(QColor(hollow.red(), hollow.green(), hollow.blue(), paleCore), line.width + 0.4, Qt::FlatCap), runs);
    const double heart = std::max(0.8, line.width * 0.36);
    const QPen pen = solidPen(hollow, heart, Qt::FlatCap);
    if (precision == Precision::Estimated)
        strokeDashed(painter, pen, {{1.6 * heart, 2.4 * heart}, 0}, runs);
    else
        strokeRuns(painter, pen, runs);
}

/// A stretch of one style; all of a strand, most often.
struct StyledRuns {
    const LineStyle &line;
    const std::vector<ClippedRun> &runs;
    double length;                    // pixels, of all of the stretch
    bool carriedBefore, carriedAfter; // by another strand in the same style
};

/// Calls @p paint for each stretch of a strand that has one style.
template <class Paint>
void forEachStyle(const DrawnStrand &drawn, Paint paint)
{
    const bool before = drawn.before != DrawnStrand::none, after = drawn.after != DrawnStrand::none;
    if (drawn.pieces.empty())
        return paint(StyledRuns{drawn.line, drawn.runs, drawn.length, before, after});
    for (const DrawnPiece &piece : drawn.pieces)
        paint(StyledRuns{piece.line, piece.runs, piece.length, before && &piece == &drawn.pieces.front(), after && &piece == &drawn.pieces.back()});
}

/// The style that a strand has on a leg.
const LineStyle &styleOn(const DrawnStrand &drawn, const Scene::LegLine &leg)
{
    const auto piece = std::find_if(drawn.pieces.begin(), drawn.pieces.end(), [&](const DrawnPiece &one) { return one.status == statusOn(*drawn.strand, leg); });
    return piece == drawn.pieces.end() ? drawn.line : piece->line;
}

const LineStyle &styleAtEnd(const DrawnStrand &drawn, bool start)
{
    return drawn.pieces.empty() ? drawn.line : (start ? drawn.pieces.front() : drawn.pieces.back()).line;
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
        if (!runs.empty() && path.leg[first] != StrandPath::torn)
            paint(frame.scene.legs()[path.leg[first]], runs);
        before += lineLength(part);
        first = last;
    }
}

/// Adds strokes to a shape that is filled at once: translucent strokes would add up where lines meet.
void addStrokes(QPainterPath &shape, const Seen &seen, const std::vector<ClippedRun> &runs, double width)
{
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    for (const ClippedRun &run : runs) {
        if (!seen.shows(run, width))
            continue;
        QPainterPath line;
        line.addPolygon(toPolygon(run.points));
        shape.addPath(stroker.createStroke(line));
    }
}

void paintEmphasis(QPainter &painter, const Frame &frame, const std::vector<DrawnStrand> &strands)
{
    const Highlight &highlight = frame.request.highlight;
    const Seen seen(painter);
    QPainterPath selected, hovered;
    for (QPainterPath *shape : {&selected, &hovered})
        shape->setFillRule(Qt::WindingFill);
    for (const DrawnStrand &drawn : strands) {
        if (frame.cancel.cancelled())
            return;
        const QString &segment = frame.scene.atlas().data().segments[drawn.strand->segment].id;
        const QString &corridor = drawn.strand->corridor;
        const double width = drawn.line.width + emphasisWidth;
        if (highlight.selected.contains(segment) || highlight.selected.contains(corridor))
            addStrokes(selected, seen, drawn.runs, width);
        else if (highlight.hovered == segment || highlight.hovered == corridor)
            addStrokes(hovered, seen, drawn.runs, width);
    }
    painter.fillPath(hovered, frame.compiled->color(StyleColor::Hover));
    painter.fillPath(selected, frame.compiled->color(StyleColor::Selection));
}

/// How far an estimated line may be off, or a narrow seam where that would not show at this scale.
void paintUncertainty(QPainter &painter, const Frame &frame, const std::vector<DrawnStrand> &strands)
{
    const Seen seen(painter);
    QPainterPath bands;
    bands.setFillRule(Qt::WindingFill);
    for (const DrawnStrand &drawn : strands) {
        if (frame.cancel.cancelled())
            return;
        forEachLeg(frame, drawn, widestBand / 2, [&](const Scene::LegLine &leg, const std::vector<ClippedRun> &runs) {
            const double width = std::max(2 * leg.errorMetres / frame.view.metresPerPixel, drawn.line.width + 2 * leastBand);
            if (leg.precision == Precision::Estimated)
                addStrokes(bands, seen, runs, std::min(width, widestBand));
        });
    }
    painter.fillPath(bands, frame.compiled->color(StyleColor::Uncertainty));
}

/// The first @p length pixels of a line from one of its ends, that end first.
PlaneLine endPiece(const PlaneLine &line, bool fromStart, double length)
{
    PlaneLine piece{fromStart ? line.front() : line.back()};
    for (std::size_t i = 1; i < line.size() && length > 0; ++i) {
        const PointXY a = piece.back(), b = fromStart ? line[i] : line[line.size() - 1 - i];
        const double step = std::hypot(b.x - a.x, b.y - a.y), t = step > length ? length / step : 1;
        piece.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        length -= step;
    }
    return piece;
}

/// The dash across a joint, painted as one, so that it has no notch where the way turns.
void paintJointDash(QPainter &painter, const DrawnStrand &a, bool aStart, const DrawnStrand &b, bool bStart)
{
    const LineStyle &line = styleAtEnd(a, aStart);
    const double reach = line.dashes.front() * jointShare;
    PlaneLine dash = endPiece(a.path.points, aStart, reach);
    std::reverse(dash.begin(), dash.end());
    const PlaneLine rest = endPiece(b.path.points, bStart, reach);
    dash.insert(dash.end(), rest.begin() + 1, rest.end());
    strokeRuns(painter, solidPen(line.color, line.width, Qt::FlatCap), {{dash, 0}});
}

void paintJointDashes(QPainter &painter, const Frame &frame, const DrawnStrand &drawn, const std::vector<const DrawnStrand *> &byIndex)
{
    const auto self = std::size_t(drawn.strand - frame.scene.strands().data());
    for (const bool start : {true, false}) {
        const std::size_t other = start ? drawn.before : drawn.after;
        // Each joint once: from the later of the two strands.
        if (styleAtEnd(drawn, start).dashes.isEmpty() || other == DrawnStrand::none || other > self || !byIndex[other])
            continue;
        const PointXY at = start ? drawn.path.points.front() : drawn.path.points.back();
        if (frame.screenBox(clipMargin).contains(at))
            paintJointDash(painter, drawn, start, *byIndex[other], byIndex[other]->before == self);
    }
}

void paintLine(QPainter &painter, const Frame &frame, const DrawnStrand &drawn, const std::vector<const DrawnStrand *> &byIndex)
{
    const QColor &hollow = frame.compiled->color(StyleColor::Hollow);
    forEachStyle(drawn, [&](const StyledRuns &part) {
        paintCore(painter, part.line, hollow, part.runs, fittedDashes(part.line.dashes, part.length, part.carriedBefore, part.carriedAfter));
    });
    paintJointDashes(painter, frame, drawn, byIndex);
    forEachLeg(frame, drawn, clipMargin, [&](const Scene::LegLine &leg, const std::vector<ClippedRun> &runs) {
        paintPrecision(painter, leg.precision, styleOn(drawn, leg), hollow, runs);
    });
}

/// Paints phase by phase over all strands; in files that keep groups, those of a corridor that follow each other are one.
class Phases {
public:
    Phases(QPainter &painter, const Frame &frame, const std::vector<DrawnStrand> &strands)
        : m_frame(frame), m_strands(strands), m_groups(PaintGroups::of(painter))
    {
    }

    template <class PaintOne>
    void paint(const char *phase, const char *title, PaintOne paintOne) const
    {
        const QString id = QStringLiteral("corridors-") + QLatin1String(phase);
        const PaintGroup all(m_groups, id, tr(title));
        PaintGroupRun run(m_groups);
        for (const DrawnStrand &drawn : m_strands) {
            if (m_frame.cancel.cancelled())
                return;
            const QString &corridor = drawn.strand->corridor;
            if (m_groups)
                run.enter(id + u'-' + corridor, [&] { return titleOf(corridor); });
            paintOne(drawn);
        }
    }

private:
    [[nodiscard]] QString titleOf(const QString &corridor) const
    {
        const Subject *subject = m_frame.scene.atlas().subject(corridor);
        return subject ? subject->title : tr("No corridor");
    }

    const Frame &m_frame;
    const std::vector<DrawnStrand> &m_strands;
    PaintGroups *m_groups;
};

} // namespace

DashFit fittedDashes(const QVector<qreal> &dashes, double length, bool carriedBefore, bool carriedAfter)
{
    if (dashes.isEmpty())
        return {};
    const double period = std::accumulate(dashes.begin(), dashes.end(), 0.0), dash = dashes.front();
    const double start = carriedBefore ? dash / 2 : 0, rest = (carriedAfter ? dash / 2 : dash) - start;
    const double count = std::max(1.0, std::round((length - rest) / period));
    const double stretch = length / (count * period + rest);
    DashFit fit{{}, start * stretch};
    for (const qreal part : dashes)
        fit.lengths.push_back(part * stretch);
    return fit;
}

void paint(QPainter &painter, const Frame &frame, const std::vector<DrawnStrand> &strands)
{
    std::vector<const DrawnStrand *> byIndex(frame.scene.strands().size(), nullptr);
    for (const DrawnStrand &drawn : strands)
        byIndex[std::size_t(drawn.strand - frame.scene.strands().data())] = &drawn;
    const QColor &hollow = frame.compiled->color(StyleColor::Hollow);
    const PaintGroup group(painter, QStringLiteral("corridors"), tr("Corridors"));
    {
        const PaintGroup below(painter, QStringLiteral("corridors-below"), tr("Uncertainty and selection"));
        paintUncertainty(painter, frame, strands);
        paintEmphasis(painter, frame, strands);
    }
    const Phases phases(painter, frame, strands);
    const auto styled = [](auto paintPart) { return [paintPart](const DrawnStrand &drawn) { forEachStyle(drawn, paintPart); }; };
    phases.paint("casings", QT_TRANSLATE_NOOP("MapGroups", "Casings"), styled([&](const StyledRuns &part) { paintCasing(painter, part.line, part.runs); }));
    phases.paint("edges", QT_TRANSLATE_NOOP("MapGroups", "Edges"), styled([&](const StyledRuns &part) { paintOutline(painter, part.line, part.runs); }));
    phases.paint("beds", QT_TRANSLATE_NOOP("MapGroups", "Beds"), styled([&](const StyledRuns &part) { paintBed(painter, part.line, hollow, part.runs); }));
    phases.paint("lines", QT_TRANSLATE_NOOP("MapGroups", "Lines"), [&](const DrawnStrand &drawn) { paintLine(painter, frame, drawn, byIndex); });
    phases.paint("marks", QT_TRANSLATE_NOOP("MapGroups", "Marks on lines"),
                 styled([&](const StyledRuns &part) { paintLineMarks(painter, part.line, hollow, part.runs, part.length); }));
}

void paintSample(QPainter &painter, const QRectF &rect, const MapStyle &style, const LineStyle &line, std::optional<Precision> precision)
{
    const QColor hollow = style.color(QStringLiteral("hollow"));
    if (precision == Precision::Estimated) {
        const double band = std::min(rect.height(), 12.0);
        painter.fillRect(QRectF(rect.left(), rect.center().y() - band / 2, rect.width(), band), style.color(QStringLiteral("uncertainty")));
    }
    const double inset = line.width / 2 + line.edge(), y = rect.center().y(), length = rect.width() - 2 * inset;
    const std::vector<ClippedRun> runs{{{{rect.left() + inset, y}, {rect.right() - inset, y}}, 0}};
    paintCasing(painter, line, runs);
    paintOutline(painter, line, runs);
    paintBed(painter, line, hollow, runs);
    paintCore(painter, line, hollow, runs, fittedDashes(line.dashes, length, false, false));
    if (precision)
        paintPrecision(painter, *precision, line, hollow, runs);
    paintLineMarks(painter, line, hollow, runs, line.mark == LineMark::Ships ? length : length / 2);
}

} // namespace ca::StrandPainter
