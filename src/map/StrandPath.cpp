// SPDX-License-Identifier: GPL-3.0-or-later
// A strand's line in its lane: from the segment's line to the path that is painted.
#include "map/LaneProfile.h"
#include "map/StrandGeometry.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ca {
namespace {

constexpr double laneToleranceShare = 0.3;  // lines beside the track are drawn smoother, else they knot
constexpr double easeStep = 6;              // pixels between the points of a stretch that eases aside
constexpr double leastEase = 8;             // pixels
constexpr double sharpestMitre = 0.5;       // cosine of half the turn beyond which a mitre is capped
constexpr double smallestShift = 1e-4;      // pixels

/// A path while it is made: on the segment's line first, then moved aside point for point.
struct Draft {
    StrandPath path;
    PlaneLine base;              // where the points of path lie on the segment's line
    std::vector<double> walked;  // pixels along base

    [[nodiscard]] std::size_t size() const { return base.size(); }
    [[nodiscard]] double length() const { return walked.empty() ? 0 : walked.back(); }
    void add(PointXY at, std::size_t leg, double along)
    {
        walked.push_back(base.empty() ? 0 : walked.back() + std::hypot(at.x - base.back().x, at.y - base.back().y));
        base.push_back(at);
        path.leg.push_back(leg);
        path.along.push_back(along);
    }
    void erase(std::size_t i)
    {
        const auto at = std::ptrdiff_t(i);
        base.erase(base.begin() + at);
        walked.erase(walked.begin() + at);
        path.points.erase(path.points.begin() + at);
        path.leg.erase(path.leg.begin() + at);
        path.along.erase(path.along.begin() + at);
    }
};

/// A stretch of the line in pixels along it.
struct Stretch {
    double from = 0, to = 0;
};

/// A shift that an end needs to reach its joint, fading along the line.
struct EndShift {
    PointXY by;
    double fade = 1;  ///< pixels from the end
};

double mixed(double a, double b, double t)
{
    return a + t * (b - a);
}

/// The segment's line without the vertices that do not show at this scale.
Draft draftOf(const Frame &frame, const Scene::Strand &strand, double tolerance)
{
    const auto least = float(tolerance * frame.view.metresPerPixel);
    const Scene::SegmentShape &shape = frame.scene.shapes()[strand.segment];
    Draft draft;
    for (std::size_t l = shape.firstLeg; l < shape.firstLeg + shape.legCount; ++l) {
        const Scene::LegLine &leg = frame.scene.legs()[l];
        if (draft.size() > 0)
            draft.path.leg.back() = leg.torn ? StrandPath::torn : l;
        for (std::size_t i = draft.size() == 0 ? 0 : 1; i < leg.line.size(); ++i) {
            if (leg.rank[i] >= least)
                draft.add(frame.toScreen(leg.line[i]), l, leg.along[i]);
        }
    }
    return draft;
}

/// Pixels along the line at which @p along metres are reached.
double walkedAt(const Draft &draft, double along)
{
    const auto &metres = draft.path.along;
    const auto next = std::lower_bound(metres.begin(), metres.end(), along);
    if (next == metres.begin())
        return 0;
    if (next == metres.end())
        return draft.length();
    const auto i = std::size_t(next - metres.begin());
    const double step = metres[i] - metres[i - 1];
    return mixed(draft.walked[i - 1], draft.walked[i], step > 0 ? (along - metres[i - 1]) / step : 1);
}

/// The same line with points close enough to bend in each of the @p stretches.
Draft refined(const Draft &draft, const std::vector<Stretch> &stretches)
{
    Draft out;
    for (std::size_t i = 0; i < draft.size(); ++i) {
        if (i > 0) {
            const double a = draft.walked[i - 1], b = draft.walked[i];
            std::vector<double> added;
            for (const Stretch &stretch : stretches) {
                for (double w = std::ceil(std::max(a, stretch.from) / easeStep) * easeStep; w < std::min(b, stretch.to); w += easeStep)
                    added.push_back(w);
            }
            std::sort(added.begin(), added.end());
            added.erase(std::unique(added.begin(), added.end()), added.end());
            for (const double w : added) {
                const double t = (w - a) / (b - a);
                if (t > 1e-6 && t < 1 - 1e-6)
                    out.add({mixed(draft.base[i - 1].x, draft.base[i].x, t), mixed(draft.base[i - 1].y, draft.base[i].y, t)},
                            draft.path.leg[i - 1], mixed(draft.path.along[i - 1], draft.path.along[i], t));
            }
        }
        out.add(draft.base[i], draft.path.leg[i], draft.path.along[i]);
    }
    return out;
}

PointXY normalOf(PointXY a, PointXY b)
{
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return length > 0 ? leftOf({(b.x - a.x) / length, (b.y - a.y) / length}) : PointXY{0, 0};
}

/// Every point moved its offset to the left of the way on, one for one (mitres are capped rather than cut).
void moveAside(Draft &draft, const LaneProfile &profile)
{
    const PlaneLine &line = draft.base;
    draft.path.points.resize(line.size());
    PointXY before{0, 0};
    for (std::size_t i = 0; i < line.size(); ++i) {
        PointXY after = i + 1 < line.size() ? normalOf(line[i], line[i + 1]) : before;
        if (after.x == 0 && after.y == 0)
            after = before;
        if (i == 0)
            before = after;
        PointXY normal{before.x + after.x, before.y + after.y};
        const double size = std::hypot(normal.x, normal.y);
        normal = size > 1e-9 ? PointXY{normal.x / size, normal.y / size} : after;
        const double reach = profile.offset(draft.path.along[i]) / std::max(size / 2, sharpestMitre);
        draft.path.points[i] = {line[i].x + reach * normal.x, line[i].y + reach * normal.y};
        before = after;
    }
}

/// What brings an end to its joint; nothing when it is there already.
std::optional<EndShift> endShift(const Frame &frame, const Draft &draft, const LaneProfile &profile, const Scene::LaneJoint &joint, bool start)
{
    if (joint.strand == Scene::LaneJoint::none || draft.size() < 2)
        return std::nullopt;
    const std::size_t last = draft.size() - 1, end = start ? 0 : last;
    const PointXY normal = start ? normalOf(draft.base[0], draft.base[1]) : normalOf(draft.base[last - 1], draft.base[last]);
    const double offset = profile.offset(draft.path.along[end]);
    const PointXY place = jointPlace(frame, joint), at = draft.base[end];
    const PointXY by{place.x - at.x - offset * normal.x, place.y - at.y - offset * normal.y};
    const double size = std::hypot(by.x, by.y);
    if (size < smallestShift)
        return std::nullopt;
    return EndShift{by, std::min(draft.length(), std::max(leastEase, 1.5 * size / LaneProfile::steepest))};
}

void applyShift(Draft &draft, const EndShift &shift, bool start)
{
    for (std::size_t i = 0; i < draft.size(); ++i) {
        const double t = (start ? draft.walked[i] : draft.length() - draft.walked[i]) / shift.fade;
        if (t >= 1)
            continue;
        const double share = 1 - t * t * (3 - 2 * t);
        draft.path.points[i].x += share * shift.by.x;
        draft.path.points[i].y += share * shift.by.y;
    }
}

/// Where the lines a–b and c–d cross.
std::optional<PointXY> crossing(PointXY a, PointXY b, PointXY c, PointXY d)
{
    const double ux = b.x - a.x, uy = b.y - a.y, vx = d.x - c.x, vy = d.y - c.y;
    const double turn = ux * vy - uy * vx;
    if (std::abs(turn) < 0.05 * std::hypot(ux, uy) * std::hypot(vx, vy))
        return std::nullopt;
    const double t = ((c.x - a.x) * vy - (c.y - a.y) * vx) / turn;
    return PointXY{a.x + t * ux, a.y + t * uy};
}

/// On the inner side of a bend, edges shorter than the lane's distance come out backwards and tie a loop: their ends
/// become one point, where the edges before and after meet.
void untie(Draft &draft, double widest)
{
    PlaneLine &points = draft.path.points;
    for (std::size_t i = 1; i + 2 < draft.size();) {
        const PointXY a = draft.base[i], b = draft.base[i + 1], p = points[i], q = points[i + 1];
        if ((b.x - a.x) * (q.x - p.x) + (b.y - a.y) * (q.y - p.y) >= 0) {
            ++i;
            continue;
        }
        const PointXY middle{(p.x + q.x) / 2, (p.y + q.y) / 2};
        const auto met = crossing(points[i - 1], p, q, points[i + 2]);
        points[i] = met && std::hypot(met->x - middle.x, met->y - middle.y) < 2 * widest ? *met : middle;
        draft.base[i] = {(a.x + b.x) / 2, (a.y + b.y) / 2};
        draft.path.leg[i] = draft.path.leg[i + 1];
        draft.path.along[i] = (draft.path.along[i] + draft.path.along[i + 1]) / 2;
        draft.erase(i + 1);
        i = std::max<std::size_t>(1, i - 1);
    }
}

std::vector<Stretch> bendingStretches(const Draft &draft, const LaneProfile &profile, const std::optional<EndShift> &start,
                                      const std::optional<EndShift> &end)
{
    std::vector<Stretch> stretches;
    for (const LaneProfile::Ease &ease : profile.eases())
        stretches.push_back({walkedAt(draft, ease.from), walkedAt(draft, ease.to)});
    if (start)
        stretches.push_back({0, start->fade});
    if (end)
        stretches.push_back({draft.length() - end->fade, draft.length()});
    return stretches;
}

} // namespace

StrandPath strandPath(const Frame &frame, const Scene::Strand &strand)
{
    const LaneProfile profile(frame, strand);
    Draft draft = draftOf(frame, strand, std::max(Frame::vertexTolerance, profile.widest() * laneToleranceShare));
    const auto start = endShift(frame, draft, profile, strand.start, true);
    const auto end = endShift(frame, draft, profile, strand.end, false);
    if (profile.widest() == 0 && !start && !end) {
        draft.path.points = std::move(draft.base);
        return draft.path;
    }
    draft = refined(draft, bendingStretches(draft, profile, start, end));
    moveAside(draft, profile);
    if (start)
        applyShift(draft, *start, true);
    if (end)
        applyShift(draft, *end, false);
    untie(draft, std::max(profile.widest(), frame.strandSpacing));
    return draft.path;
}

} // namespace ca
