// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelPlacer.h"

#include "map/LabelPainter.h"
#include "map/SymbolPainter.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace ca {
namespace {

constexpr double padding = 1.5;      // pixels kept free around a label
constexpr double edge = 3;           // pixels kept free at the map's edge
constexpr double linePadding = 1;    // pixels between a label and a corridor's line
constexpr double dotReach = 4;       // pixels around a place's dot that names keep off
constexpr double dotHalf = 3;
constexpr double clearlyNearer = 2;  // pixels

/// A text without its line breaks, and with the Armenian ligature "ew" spelled out, as some data have it.
QString plain(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QChar(0x0587), QStringLiteral("\u0565\u0582"));
}

TurnedBox square(QPointF centre, double half)
{
    return {centre, half, half, 0};
}

bool isStop(const LabelCandidate &candidate)
{
    return candidate.label.style == QLatin1String("waypoint");
}

double distance(const QRectF &box, QPointF p)
{
    return std::hypot(std::max({box.left() - p.x(), p.x() - box.right(), 0.0}), std::max({box.top() - p.y(), p.y() - box.bottom(), 0.0}));
}

QPointF whereOf(const LabelCandidate &candidate, const LabelCandidate::Spot &spot)
{
    return candidate.pointed ? candidate.label.anchor : spot.baseline;
}

QRectF around(const QRectF &view)
{
    return view.adjusted(-labelMargin, -labelMargin, labelMargin, labelMargin);
}

} // namespace

LabelPlacer::LabelPlacer(const Frame &frame, const std::vector<DrawnStrand> &strands, const std::vector<QRectF> &covered)
    : m_frame(frame), m_inner(frame.rect().adjusted(edge, edge, -edge, -edge)), m_grid(around(frame.rect())),
      m_texts(around(frame.rect())), m_symbols(around(frame.rect())), m_dots(around(frame.rect()))
{
    for (const DrawnStrand &strand : strands) {
        for (const ClippedRun &run : strand.runs)
            m_grid.addLine(run.points);
        m_lineHalf = std::max(m_lineHalf, strand.line.width / 2 + strand.line.casingWidth);
    }
    addSymbols();
    if (frame.request.cornerCredit)
        takeRect(LabelPainter::creditRect(frame));
    for (const QRectF &rect : covered)
        takeRect(rect);
}

void LabelPlacer::takeRect(const QRectF &rect)
{
    m_grid.addBox({rect.center(), rect.width() / 2, rect.height() / 2, 0});
}

void LabelPlacer::addSymbols()
{
    const Box seen = m_frame.planeBox(labelMargin);
    const auto take = [this](PointXY at, double size) {
        const QPointF centre = m_frame.view.toScreen(at);
        takeRect({centre.x() - size / 2, centre.y() - size / 2, size, size});
        m_symbols.addBox(square(centre, size / 2));
    };
    for (const Scene::WaypointMark &mark : m_frame.scene.waypoints()) {
        if (seen.contains(mark.at) && SymbolPainter::shown(m_frame, mark))
            take(mark.at, SymbolPainter::size(m_frame, mark));
    }
    for (const Scene::SubjectMark &mark : m_frame.scene.subjects()) {
        if (seen.contains(mark.at) && SymbolPainter::shown(m_frame, mark))
            take(mark.at, SymbolPainter::size(m_frame, mark));
    }
}

void LabelPlacer::expect(const LabelCandidate &candidate)
{
    if (candidate.label.symbol != PlacedLabel::Symbol::None)
        m_dots.addBox(square(candidate.label.anchor, dotReach));
    if (isStop(candidate))
        m_stops.push_back(candidate.label.anchor);
}

void LabelPlacer::place(const LabelCandidate &candidate)
{
    std::optional<LabelCandidate::Spot> best;
    int least = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < candidate.spotCount() && least > 0; ++i) {
        const LabelCandidate::Spot spot = candidate.spot(i);
        const std::optional<int> covered = cost(candidate, spot);
        if (covered && *covered < least) {
            least = *covered;
            best = spot;
        }
    }
    if (best)
        accept(candidate, *best);
}

std::optional<int> LabelPlacer::cost(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const
{
    if (!fits(candidate, spot) || tooNearItsLike(candidate, spot) || besideAnotherStop(candidate, spot))
        return std::nullopt;
    const int lines = m_grid.linesThrough(boxOf(candidate, spot, m_lineHalf + linePadding));
    if (lines > 0 && candidate.lines == LabelCandidate::Lines::Forbid)
        return std::nullopt;
    const bool onDot = onOthersDot(candidate, spot);
    if (onDot && candidate.keepOffDots)
        return std::nullopt;
    return lines + (onDot ? 1 : 0);
}

bool LabelPlacer::onOthersDot(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const
{
    return !m_dots.isFreeBut(boxOf(candidate, spot, 0), candidate.label.anchor);
}

/// Whether a reader would take a stop's name for that of the next one: worse than no name.
bool LabelPlacer::besideAnotherStop(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const
{
    if (!isStop(candidate))
        return false;
    const QRectF box = boxOf(candidate, spot, 0).bounds();
    const double own = distance(box, candidate.label.anchor);
    return std::any_of(m_stops.begin(), m_stops.end(), [&](QPointF stop) { return distance(box, stop) < own - clearlyNearer; });
}

TurnedBox LabelPlacer::boxOf(const LabelCandidate &candidate, const LabelCandidate::Spot &spot, double pad) const
{
    const LabelText::Measure &m = candidate.measure;
    return TurnedBox::ofText(spot.baseline, m.width, m.ascent, (m.lines - 1) * m.lineStep + m.descent, spot.angle, pad);
}

bool LabelPlacer::fits(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const
{
    // What belongs to a place in view must be wholly in view; labels of the margin only hold their places.
    if (!outOfView(candidate) && !m_inner.contains(boxOf(candidate, spot, 0).bounds()))
        return false;
    const bool dotUnderText = candidate.label.symbol != PlacedLabel::Symbol::None && !m_texts.isFree(square(candidate.label.anchor, dotHalf));
    return !dotUnderText && m_grid.isFree(boxOf(candidate, spot, padding));
}

bool LabelPlacer::tooNearItsLike(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const
{
    const auto same = m_byText.constFind(plain(candidate.label.text));
    if (same == m_byText.constEnd())
        return false;
    const QPointF at = whereOf(candidate, spot);
    return std::any_of(same->begin(), same->end(), [&](QPointF other) {
        return std::hypot(other.x() - at.x(), other.y() - at.y()) < candidate.sameTextApart;
    });
}

bool LabelPlacer::outOfView(const LabelCandidate &candidate) const
{
    return candidate.pointed && !m_frame.rect().contains(candidate.label.anchor);
}

void LabelPlacer::accept(const LabelCandidate &candidate, const LabelCandidate::Spot &spot)
{
    m_grid.addBox(boxOf(candidate, spot, padding));
    m_texts.addBox(boxOf(candidate, spot, 0));
    const QPointF anchor = candidate.label.anchor;
    // Where a stop has its symbol, a dot under it would only blur it.
    const bool marked = candidate.label.symbol == PlacedLabel::Symbol::None || !m_symbols.isFree(square(anchor, dotHalf));
    if (!marked)
        takeRect({anchor.x() - dotHalf, anchor.y() - dotHalf, 2 * dotHalf, 2 * dotHalf});
    m_byText[plain(candidate.label.text)].push_back(whereOf(candidate, spot));
    if (outOfView(candidate))
        return;
    PlacedLabel label = candidate.label;
    const LabelText::Measure &m = candidate.measure;
    label.id = candidate.id();
    if (marked)
        label.symbol = PlacedLabel::Symbol::None;
    label.baseline = spot.baseline;
    label.angle = spot.angle;
    label.box = {spot.baseline.x(), spot.baseline.y() - m.ascent, m.width, m.height()};
    m_placed.push_back(std::move(label));
}

} // namespace ca
