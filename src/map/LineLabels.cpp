// SPDX-License-Identifier: GPL-3.0-or-later
// Labels along corridors and rivers: on the straightest run.
#include "map/LabelCandidate.h"
#include "map/LineWalk.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double sampleStep = 8;        // pixels between samples of a line
constexpr int windowStep = 3;           // samples between the windows that are tried
constexpr double mostBend = 4;          // pixels a run may leave its chord
constexpr double corridorBend = 9;      // the same for names of corridors, which matter more
constexpr double stepAside = 9;         // pixels farther off, where other lines are in the way
constexpr double lineGap = 1.5;         // pixels between line and text
constexpr double besideStep = 40;       // pixels between the places where a name beside the line is tried
constexpr std::size_t mostRuns = 10;
constexpr double corridorNamesTo = 160; // metres per pixel: closer, segments are named instead
constexpr double riverNamesFrom = 1000;

struct Run {
    PointXY from, to;
    double bend = 0;
    double worth = 0;  // lower is better
};

struct Sampled {
    double start = 0;  // length of the whole line before the first sample, a multiple of sampleStep
    PlaneLine points;
};

/// Points every sampleStep of the whole line's length, so that the windows are the same wherever the view is.
Sampled sampled(const ClippedRun &run)
{
    Sampled out;
    double walked = run.startLength;
    double next = std::ceil(walked / sampleStep) * sampleStep;
    out.start = next;
    for (std::size_t i = 1; i < run.points.size(); ++i) {
        const PointXY a = run.points[i - 1], b = run.points[i];
        const double part = std::hypot(b.x - a.x, b.y - a.y);
        for (; part > 0 && next <= walked + part; next += sampleStep) {
            const double t = (next - walked) / part;
            out.points.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
        walked += part;
    }
    return out;
}

double bendOf(std::span<const PointXY> points)
{
    const PointXY a = points.front(), b = points.back();
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    double bend = 0;
    for (const PointXY p : points)
        bend = std::max(bend, std::abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / std::max(length, 1e-9));
    return bend;
}

/// The straightest runs of @p width pixels, best first.
std::vector<Run> straightRuns(const std::vector<ClippedRun> &pieces, double width, double bendLimit)
{
    std::vector<Run> runs;
    const auto count = std::size_t(std::ceil(width / sampleStep)) + 1;
    for (const ClippedRun &piece : pieces) {
        const Sampled line = sampled(piece);
        const auto first = std::size_t(line.start / sampleStep + 0.5);
        for (std::size_t i = (windowStep - first % windowStep) % windowStep; i + count <= line.points.size(); i += windowStep) {
            const std::span<const PointXY> window(line.points.data() + i, count);
            const double bend = bendOf(window);
            if (bend > bendLimit || std::hypot(window.back().x - window.front().x, window.back().y - window.front().y) < width * 0.96)
                continue;
            const double slope = std::abs(std::atan2(window.back().y - window.front().y, window.back().x - window.front().x));
            const double steepness = std::min(slope, M_PI - slope) / M_PI_2;
            runs.push_back({window.front(), window.back(), bend, bend + 3 * steepness * steepness});
        }
    }
    std::stable_sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.worth < b.worth; });
    return runs;
}

/// Whether text along a run begins at its first end: the left one, so that it stands upright; of a nearly vertical run the
/// lower one, since such names are read upwards.
bool beginsAtFrom(const Run &run)
{
    constexpr double nearlyVertical = 0.18;  // about 10 degrees
    const double dx = run.to.x - run.from.x, dy = run.to.y - run.from.y;
    return std::abs(dx) < nearlyVertical * std::abs(dy) ? dy < 0 : dx >= 0;
}

/// Text above and below a run, upright, @p reach pixels from the line's middle.
void addSpots(const Run &run, const LabelText::Measure &m, double reach, std::vector<LabelCandidate::Spot> &spots)
{
    const PointXY from = beginsAtFrom(run) ? run.from : run.to;
    const PointXY to = beginsAtFrom(run) ? run.to : run.from;
    const double radians = std::atan2(to.y - from.y, to.x - from.x);
    const QPointF along(std::cos(radians), std::sin(radians)), down(-std::sin(radians), std::cos(radians));
    const QPointF middle((from.x + to.x) / 2, (from.y + to.y) / 2);
    const double angle = radians == 0 ? 0 : radians * 180 / M_PI;  // no negative zero
    const double slack = run.bend + lineGap + reach;
    spots.push_back({middle - along * (m.width / 2) - down * (slack + m.descent), angle});
    spots.push_back({middle - along * (m.width / 2) + down * (slack + m.ascent), angle});
}

std::vector<LabelCandidate::Spot> spotsAlong(const std::vector<ClippedRun> &pieces, const LabelText::Measure &m, double reach,
                                              double bendLimit)
{
    const std::vector<Run> runs = straightRuns(pieces, m.width + 8, bendLimit);
    std::vector<LabelCandidate::Spot> spots;
    // Runs next to each other are as good as one: keep those that differ.
    std::vector<QPointF> kept;
    std::vector<LabelCandidate::Spot> aside;
    for (const Run &run : runs) {
        const QPointF middle((run.from.x + run.to.x) / 2, (run.from.y + run.to.y) / 2);
        const bool near = std::any_of(kept.begin(), kept.end(), [&](QPointF k) {
            return std::hypot(k.x() - middle.x(), k.y() - middle.y()) < m.width * 0.4;
        });
        if (near)
            continue;
        kept.push_back(middle);
        addSpots(run, m, reach, spots);
        addSpots(run, m, reach + stepAside, aside);
        if (kept.size() >= mostRuns)
            break;
    }
    spots.insert(spots.end(), aside.begin(), aside.end());
    return spots;
}

/// Upright text beside the line, for names too long for any straight run of it.
std::vector<LabelCandidate::Spot> spotsBeside(const std::vector<ClippedRun> &pieces, const LabelText::Measure &m, double reach)
{
    std::vector<LabelCandidate::Spot> spots;
    walkLine(pieces, besideStep, [&](PointXY at, double) {
        for (std::size_t i = 0; i < spotsAround; ++i)
            spots.push_back(spotAround(i, {at.x, at.y}, reach + 2, m));
    });
    return spots;
}

LabelCandidate strandCandidate(const Frame &frame, const DrawnStrand &strand, bool corridorName)
{
    const Segment &segment = frame.scene.atlas().data().segments[strand.strand->segment];
    LabelCandidate candidate;
    PlacedLabel &label = candidate.label;
    const QString named = corridorName ? strand.strand->corridor : segment.id;
    label.text = frame.scene.atlas().displayName(named, frame.request.namePolicy, frame.request.language);
    label.fallbackLanguage = !frame.scene.atlas().hasNameIn(named, frame.request.namePolicy, frame.request.language);
    label.style = corridorName ? QStringLiteral("corridor") : QStringLiteral("segment");
    const bool shared = frame.scene.shapes()[strand.strand->segment].strands.size() > 1;  // by corridors: no one's colour
    candidate.idPrefix = corridorName ? QStringLiteral("corridor:%1:%2").arg(strand.strand->corridor, segment.id)
        : shared                  ? QStringLiteral("segment:%1").arg(segment.id)
                                  : QStringLiteral("segment:%1:%2").arg(segment.id, strand.strand->corridor);
    // Long lines speak for the corridor before short ones.
    const int lengthBonus = std::clamp(int(strand.length / 20), 0, 49);
    label.priority = (corridorName ? LabelPriority::corridor : LabelPriority::segment) + lengthBonus / (corridorName ? 1 : 4);
    candidate.measure = LabelText::measure(label.text, frame.style.text(label.style));
    candidate.lines = LabelCandidate::Lines::Forbid;
    candidate.sameTextApart = corridorName ? 420 : 500;
    return candidate;
}

void addRiver(const Frame &frame, const PreparedLevel &level, std::size_t p, LabelCandidates &out)
{
    const PreparedShapes::Part &part = level.shapes.parts[p];
    const LocalName name = localName(*level.table, part.feature, frame.request.language);
    if (name.text.isEmpty())
        return;
    LabelCandidate candidate;
    PlacedLabel &label = candidate.label;
    label.text = name.text;
    label.fallbackLanguage = name.fallback;
    label.style = QStringLiteral("river");
    candidate.idPrefix = QStringLiteral("river:");
    candidate.number = level.table->ids[part.feature];
    candidate.part = std::int64_t(p);
    label.priority = LabelPriority::river;
    candidate.measure = LabelText::measure(label.text, frame.style.text(label.style));
    const PlaneLine line = frame.screenLine(level.shapes.line(part), level.shapes.rank(part));
    candidate.spots = spotsAlong(clipLine(line, frame.screenBox(labelMargin)), candidate.measure, 0.5, mostBend);
    candidate.lines = LabelCandidate::Lines::Forbid;
    candidate.sameTextApart = 450;
    if (candidate.spots.empty())
        return;
    label.anchor = candidate.spots.front().baseline;
    out.push_back(std::move(candidate));
}

} // namespace

std::vector<LabelCandidate::Spot> spotsAlong(const std::vector<ClippedRun> &pieces, const LabelText::Measure &measure, double reach)
{
    return spotsAlong(pieces, measure, reach, mostBend);
}

void addStrandLabels(const Frame &frame, const std::vector<DrawnStrand> &strands, LabelCandidates &out)
{
    const bool corridorNames = frame.view.metresPerPixel > corridorNamesTo;
    for (const DrawnStrand &strand : strands) {
        if (frame.cancel.cancelled())
            return;
        LabelCandidate candidate = strandCandidate(frame, strand, corridorNames);
        if (candidate.label.text.isEmpty() || (!corridorNames && strand.length < candidate.measure.width))
            continue;
        const double reach = strand.line.width / 2 + strand.line.casingWidth;
        candidate.spots = spotsAlong(strand.runs, candidate.measure, reach, corridorNames ? corridorBend : mostBend);
        if (corridorNames && candidate.spots.empty()) {
            candidate.label.text = brokenTitle(candidate.label.text, 14);
            candidate.measure = LabelText::measure(candidate.label.text, frame.style.text(candidate.label.style));
            candidate.label.priority -= 30;  // where the name can follow the line, that is better
            candidate.spots = spotsBeside(strand.runs, candidate.measure, reach);
        }
        if (candidate.spots.empty())
            continue;
        candidate.label.anchor = candidate.spots.front().baseline;
        out.push_back(std::move(candidate));
    }
}

void addRiverLabels(const Frame &frame, LabelCandidates &out)
{
    const PreparedLayer *layer = frame.scene.layer(QStringLiteral("rivers"));
    if (!layer || frame.view.metresPerPixel > riverNamesFrom || !frame.request.visibility.layer(QStringLiteral("rivers")))
        return;
    const PreparedLevel &level = layer->level(frame.view.metresPerPixel);
    level.shapes.tree.query(frame.planeBox(labelMargin), [&](std::size_t first, std::size_t end) {
        for (std::size_t p = first; p < end && !frame.cancel.cancelled(); ++p)
            addRiver(frame, level, p, out);
    });
}

} // namespace ca
