// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/SymbolPainter.h"

#include "base/Tr.h"
#include "map/PaintGroups.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ca::SymbolPainter {
namespace {

constexpr double margin = 12;            // pixels around the view
constexpr double overlapShare = 0.6;     // of the radii of two symbols: nearer ones lie on each other
constexpr double gaugeFarthest = 1500;   // metres per pixel
constexpr double endSize = 8.4;           // pixels, of the rings at the ends of a selected segment
constexpr double gaugeGap = 1.5;         // pixels between a stop's symbol and that of its break of gauge

/// Metres per pixel up to which a kind is shown; ends of segments show from farther away.
double farthest(WaypointKind kind, bool end)
{
    switch (kind) {
    case WaypointKind::Port: return end ? 4000 : 1500;
    case WaypointKind::Terminal: return end ? 3000 : 1200;
    case WaypointKind::Field: return 6000;
    case WaypointKind::CompressorStation: return 600;
    case WaypointKind::BorderCrossing: return 700;
    case WaypointKind::Landfall: return 600;
    case WaypointKind::Station: return end ? 900 : 260;
    case WaypointKind::City: return end ? 900 : 260;
    case WaypointKind::Junction: return 120;
    }
    return 0;
}

double farthest(SubjectKind kind)
{
    return kind == SubjectKind::Place ? 2600 : 1500;
}

bool anyStrandVisible(const Frame &frame, const QString &segment)
{
    const QStringList corridors = frame.scene.atlas().corridorsOf(segment);
    return std::any_of(corridors.begin(), corridors.end(), [&](const QString &corridor) {
        return frame.request.visibility.strand(corridor, segment);
    });
}

bool anyStrandVisible(const Frame &frame, const Scene::WaypointMark &mark)
{
    return std::any_of(mark.segments.begin(), mark.segments.end(), [&](std::size_t s) {
        return anyStrandVisible(frame, frame.scene.atlas().data().segments[s].id);
    });
}

/// How telling a symbol is where several would lie on each other; less = more.
int rankOf(const Scene::WaypointMark &mark)
{
    static constexpr WaypointKind order[] = {WaypointKind::Port, WaypointKind::Terminal, WaypointKind::Field,
                                             WaypointKind::CompressorStation, WaypointKind::Landfall, WaypointKind::BorderCrossing,
                                             WaypointKind::City, WaypointKind::Station, WaypointKind::Junction};
    const auto place = std::find(std::begin(order), std::end(order), mark.waypoint->kind) - std::begin(order);
    return int(place) * 2 + !mark.end;
}

/// The marks in @p seen that are drawn, the most telling first.
std::vector<const Scene::WaypointMark *> drawnMarks(const Frame &frame, const Box &seen)
{
    std::vector<const Scene::WaypointMark *> wanted, drawn;
    for (const Scene::WaypointMark &mark : frame.scene.waypoints()) {
        if (seen.contains(mark.at) && shown(frame, mark))
            wanted.push_back(&mark);
    }
    std::stable_sort(wanted.begin(), wanted.end(), [](const auto *a, const auto *b) { return rankOf(*a) < rankOf(*b); });
    for (const Scene::WaypointMark *mark : wanted) {
        const bool covered = std::any_of(drawn.begin(), drawn.end(), [&](const Scene::WaypointMark *other) {
            const double apart = std::hypot(other->at.x - mark->at.x, other->at.y - mark->at.y) / frame.view.metresPerPixel;
            return apart < (size(frame, *mark) + size(frame, *other)) / 2 * overlapShare;
        });
        if (!covered)
            drawn.push_back(mark);
    }
    return drawn;
}

void paintWaypoints(QPainter &painter, const Frame &frame, const Box &seen, std::vector<WaypointKind> &kinds)
{
    const std::vector<const Scene::WaypointMark *> marks = drawnMarks(frame, seen);
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        paintWaypoint(painter, frame.view.toScreen((*mark)->at), size(frame, **mark), frame.style, (*mark)->waypoint->kind);
        kinds.push_back((*mark)->waypoint->kind);
    }
}

bool paintGaugeBreaks(QPainter &painter, const Frame &frame)
{
    const QRectF seen = frame.rect().adjusted(-margin, -margin, margin, margin);
    bool any = false;
    for (const GaugeMark &mark : gaugeMarks(frame)) {
        if (!seen.contains(mark.at))
            continue;
        paintGaugeBreak(painter, mark.at, gaugeSize(frame), frame.style);
        any = true;
    }
    return any;
}

bool paintSubjects(QPainter &painter, const Frame &frame, const Box &seen)
{
    bool any = false;
    for (const Scene::SubjectMark &mark : frame.scene.subjects()) {
        if (!seen.contains(mark.at) || !shown(frame, mark))
            continue;
        const QPointF at = frame.view.toScreen(mark.at);
        const bool selected = frame.request.highlight.selected.contains(mark.subject->id);
        if (selected || frame.request.highlight.hovered == mark.subject->id) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(frame.style.color(selected ? QStringLiteral("selection") : QStringLiteral("hover")));
            painter.drawEllipse(at, size(frame, mark) + 1, size(frame, mark) + 1);
        }
        paintSubject(painter, at, size(frame, mark), frame.style, mark.subject->kind);
        any = true;
    }
    return any;
}

void paintEnds(QPainter &painter, const Frame &frame, const Box &seen)
{
    const auto &segments = frame.scene.atlas().data().segments;
    for (std::size_t s = 0; s < segments.size(); ++s) {
        const Scene::SegmentShape &shape = frame.scene.shapes()[s];
        if (!frame.request.highlight.selected.contains(segments[s].id) || shape.legCount == 0)
            continue;
        for (const PointXY end : {frame.scene.legs()[shape.firstLeg].line.front(),
                                  frame.scene.legs()[shape.firstLeg + shape.legCount - 1].line.back()}) {
            if (seen.contains(end))
                paintWaypoint(painter, frame.view.toScreen(end), endSize, frame.style, WaypointKind::Station);
        }
    }
}

} // namespace

bool shown(const Frame &frame, const Scene::WaypointMark &mark)
{
    return frame.request.visibility.layer(QStringLiteral("stations"))
        && frame.view.metresPerPixel <= farthest(mark.waypoint->kind, mark.end) && anyStrandVisible(frame, mark);
}

bool shown(const Frame &frame, const Scene::SubjectMark &mark)
{
    const Highlight &highlight = frame.request.highlight;
    if (highlight.selected.contains(mark.subject->id) || highlight.hovered == mark.subject->id)
        return true;
    return frame.request.visibility.layer(QStringLiteral("symbols"))
        && frame.view.metresPerPixel <= farthest(mark.subject->kind);
}

double size(const Frame &frame, const Scene::WaypointMark &mark)
{
    const double growth = std::clamp(frame.strandScale, 0.8, 1.4);
    switch (mark.waypoint->kind) {
    case WaypointKind::Port:
    case WaypointKind::Field:
    case WaypointKind::Terminal: return 10.5 * growth;
    case WaypointKind::CompressorStation:
    case WaypointKind::BorderCrossing: return 8.5 * growth;
    case WaypointKind::Junction: return 4.5 * growth;
    default: return (mark.end ? 7 : 5.5) * growth;
    }
}

double size(const Frame &frame, const Scene::SubjectMark &)
{
    return 7.5 * std::clamp(frame.strandScale, 0.9, 1.4);
}

double gaugeSize(const Frame &frame)
{
    return 12 * std::clamp(frame.strandScale, 0.8, 1.4);
}

std::vector<GaugeMark> gaugeMarks(const Frame &frame)
{
    std::vector<GaugeMark> marks;
    if (!frame.request.visibility.layer(QStringLiteral("stations")) || frame.view.metresPerPixel > gaugeFarthest)
        return marks;
    for (const GaugeBreak &gauge : frame.scene.atlas().gaugeBreaks()) {
        if (!anyStrandVisible(frame, gauge.segment) && !anyStrandVisible(frame, gauge.otherSegment))
            continue;
        const PointXY at = frame.view.projection->forward(gauge.at);
        if (!at.finite())
            continue;
        QPointF centre = frame.view.toScreen(at);
        for (const Scene::WaypointMark &stop : frame.scene.waypoints()) {
            const double apart = std::hypot(stop.at.x - at.x, stop.at.y - at.y) / frame.view.metresPerPixel;
            const double room = (size(frame, stop) + gaugeSize(frame)) / 2 + gaugeGap;
            if (apart < room / 2 && shown(frame, stop))
                centre.setY(std::min(centre.y(), frame.view.toScreen(stop.at).y() - room));
        }
        marks.push_back({&gauge, centre});
    }
    return marks;
}

Drawn paint(QPainter &painter, const Frame &frame)
{
    const PaintGroup group(painter, QStringLiteral("layer-symbols"), tr("Symbols"));
    const Box seen = frame.planeBox(margin);
    Drawn drawn;
    paintWaypoints(painter, frame, seen, drawn.kinds);
    drawn.gaugeBreaks = paintGaugeBreaks(painter, frame);
    drawn.subjects = paintSubjects(painter, frame, seen);
    paintEnds(painter, frame, seen);
    return drawn;
}

} // namespace ca::SymbolPainter
