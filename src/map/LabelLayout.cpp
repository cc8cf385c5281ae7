// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelLayout.h"

#include "map/LabelCandidate.h"
#include "map/LabelGrid.h"
#include "map/LabelPainter.h"
#include "map/SymbolPainter.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace ca::LabelLayout {
namespace {

constexpr double padding = 1.5;      // pixels kept free around a label
constexpr double edge = 3;           // pixels kept free at the map's edge
constexpr double linePadding = 1;    // pixels between a label and a corridor's line

/// A text without its line breaks.
QString plain(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

class Placer {
public:
    Placer(const Frame &frame, const std::vector<DrawnStrand> &strands) : m_frame(frame), m_inner(frame.rect().adjusted(edge, edge, -edge, -edge))
    {
        for (const DrawnStrand &strand : strands) {
            for (const ClippedRun &run : strand.runs)
                m_grid.addLine(run.points);
            m_lineHalf = std::max(m_lineHalf, strand.line.width / 2 + strand.line.casingWidth);
        }
        addSymbols();
        if (frame.request.cornerCredit)
            takeRect(LabelPainter::creditRect(frame));
    }

    void place(const LabelCandidate &candidate)
    {
        const LabelCandidate::Spot *best = nullptr;
        int fewest = std::numeric_limits<int>::max();
        for (const LabelCandidate::Spot &spot : candidate.spots) {
            if (tooNearItsLike(candidate, spot) || !fits(candidate, spot))
                continue;
            const int lines = m_grid.linesThrough(boxOf(candidate, spot, m_lineHalf + linePadding));
            if (lines > 0 && candidate.lines == LabelCandidate::Lines::Forbid)
                continue;
            const bool onDot = candidate.label.symbol == PlacedLabel::Symbol::None && !m_dots.isFree(boxOf(candidate, spot, 0));
            if (onDot && candidate.keepOffDots)
                continue;
            const int cost = lines + (onDot ? 1 : 0);
            if (cost < fewest) {
                fewest = cost;
                best = &spot;
            }
            if (fewest == 0)
                break;
        }
        if (best)
            accept(candidate, *best);
    }

    /// Where a place would have its dot: names that have the choice keep off it.
    void expect(const LabelCandidate &candidate)
    {
        if (candidate.label.symbol != PlacedLabel::Symbol::None)
            m_dots.addBox({candidate.label.anchor, 4, 4, 0});
    }

    [[nodiscard]] std::vector<PlacedLabel> take() { return std::move(m_placed); }

private:
    void takeRect(const QRectF &rect)
    {
        m_grid.addBox({rect.center(), rect.width() / 2, rect.height() / 2, 0});
    }

    void addSymbols()
    {
        const Box seen = m_frame.planeBox(labelMargin);
        const auto take = [this](PointXY at, double size) {
            const QPointF centre = m_frame.view.toScreen(at);
            takeRect({centre.x() - size / 2, centre.y() - size / 2, size, size});
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

    [[nodiscard]] static TurnedBox boxOf(const LabelCandidate &candidate, const LabelCandidate::Spot &spot, double pad)
    {
        const LabelText::Measure &m = candidate.measure;
        return TurnedBox::ofText(spot.baseline, m.width, m.ascent, (m.lines - 1) * m.lineStep + m.descent, spot.angle, pad);
    }

    [[nodiscard]] bool fits(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const
    {
        // What belongs to a place in view must be wholly in view; labels of the margin only hold their places.
        const TurnedBox box = boxOf(candidate, spot, padding);
        if (!outOfView(candidate) && !m_inner.contains(boxOf(candidate, spot, 0).bounds()))
            return false;
        return m_grid.isFree(box);
    }

    [[nodiscard]] bool tooNearItsLike(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const
    {
        const auto same = m_byText.constFind(plain(candidate.label.text));
        if (same == m_byText.constEnd())
            return false;
        const QPointF at = whereOf(candidate, spot);
        return std::any_of(same->begin(), same->end(), [&](QPointF other) {
            return std::hypot(other.x() - at.x(), other.y() - at.y()) < candidate.sameTextApart;
        });
    }

    [[nodiscard]] static QPointF whereOf(const LabelCandidate &candidate, const LabelCandidate::Spot &spot)
    {
        return candidate.pointed ? candidate.label.anchor : spot.baseline;
    }

    void accept(const LabelCandidate &candidate, const LabelCandidate::Spot &spot)
    {
        PlacedLabel label = candidate.label;
        const LabelText::Measure &m = candidate.measure;
        label.baseline = spot.baseline;
        label.angle = spot.angle;
        label.box = {spot.baseline.x(), spot.baseline.y() - m.ascent, m.width, m.height()};
        m_grid.addBox(boxOf(candidate, spot, padding));
        if (label.symbol != PlacedLabel::Symbol::None)
            takeRect({label.anchor.x() - 3, label.anchor.y() - 3, 6, 6});
        m_byText[plain(label.text)].push_back(whereOf(candidate, spot));
        if (!outOfView(candidate))
            m_placed.push_back(std::move(label));
    }

    [[nodiscard]] bool outOfView(const LabelCandidate &candidate) const
    {
        return candidate.pointed && !m_frame.rect().contains(candidate.label.anchor);
    }

    const Frame &m_frame;
    QRectF m_inner;
    LabelGrid m_grid;
    LabelGrid m_dots;
    double m_lineHalf = 1;
    QHash<QString, std::vector<QPointF>> m_byText;
    std::vector<PlacedLabel> m_placed;
};

} // namespace

std::vector<PlacedLabel> place(const RenderRequest &request, const CancelToken &cancel)
{
    if (!request.labels || !request.scene || !request.style)
        return {};
    const Frame frame(request, cancel);
    const std::vector<DrawnStrand> strands = drawnStrands(frame, labelMargin);
    LabelCandidates candidates;
    addPlaceLabels(frame, candidates);
    addWaypointLabels(frame, candidates);
    addSubjectLabels(frame, candidates);
    addAreaLabels(frame, candidates);
    addRiverLabels(frame, candidates);
    addStrandLabels(frame, strands, candidates);
    std::sort(candidates.begin(), candidates.end(), [](const LabelCandidate &a, const LabelCandidate &b) {
        return std::tuple(-a.label.priority, a.label.id) < std::tuple(-b.label.priority, b.label.id);
    });
    Placer placer(frame, strands);
    for (const LabelCandidate &candidate : candidates)
        placer.expect(candidate);
    for (const LabelCandidate &candidate : candidates) {
        if (cancel.cancelled())
            return {};
        placer.place(candidate);
    }
    return placer.take();
}

} // namespace ca::LabelLayout
