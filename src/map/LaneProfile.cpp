// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LaneProfile.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double headingReach = 10;  // pixels of line that tell its direction at a joint
constexpr double bluntest = 1;       // 1 + cosine of the sharpest turn that gets a mitre; beyond it would be a spike

/// A run of lanes as it counts in one picture.
struct ShownRun {
    double from = 0;  // vertices, see Scene::LaneRun
    double lane = 0;
    std::size_t corridors = 1;
};

/// Lanes close up where corridors are hidden, so that a corridor shown alone lies on its track.
std::vector<ShownRun> shownRuns(const Frame &frame, const Scene::Strand &strand)
{
    std::vector<ShownRun> runs;
    const auto &hidden = frame.request.visibility.hiddenCorridors;
    const std::vector<const Subject *> corridors = hidden.isEmpty() ? std::vector<const Subject *>() : frame.scene.atlas().corridors();
    for (const Scene::LaneRun &run : strand.laneRuns) {
        std::size_t count = 0, before = 0;
        for (const int rank : run.corridors) {
            if (rank == strand.corridorRank)
                before = count;
            count += rank == strand.corridorRank || corridors.empty() || !hidden.contains(corridors[std::size_t(rank)]->id);
        }
        count = std::max<std::size_t>(count, 1);
        runs.push_back({run.from, (double(before) - double(count - 1) / 2) * run.side, count});
    }
    return runs;
}

/// Screen direction of a segment's line at a vertex, away from it: forwards (@p step 1) or backwards (-1).
PointXY heading(const Frame &frame, const SegmentLine &line, std::size_t vertex, int step)
{
    const PointXY from = frame.toScreen(line.at(vertex));
    PointXY to = from;
    double length = 0;
    for (std::size_t i = vertex + std::size_t(step); i < line.size() && length < headingReach; i += std::size_t(step)) {
        to = frame.toScreen(line.at(i));
        length = std::hypot(to.x - from.x, to.y - from.y);
    }
    return length > 0 ? PointXY{(to.x - from.x) / length, (to.y - from.y) / length} : PointXY{0, 0};
}

PointXY reversed(PointXY v)
{
    return {-v.x, -v.y};
}

bool isNull(PointXY v)
{
    return v.x == 0 && v.y == 0;
}

/// Where a point one pixel to the left of a way that turns from @p in to @p out lies.
PointXY mitre(PointXY in, PointXY out)
{
    const PointXY a = leftOf(isNull(in) ? out : in), b = leftOf(isNull(out) ? in : out);
    const double blunt = 1 + a.x * b.x + a.y * b.y;
    return blunt < bluntest ? a : PointXY{(a.x + b.x) / blunt, (a.y + b.y) / blunt};
}

} // namespace

SegmentLine::SegmentLine(const Scene &scene, std::size_t segment) : m_scene(scene), m_shape(scene.shapes()[segment])
{
    for (std::size_t leg = 0; leg < m_shape.legCount; ++leg)
        m_size += scene.legs()[m_shape.firstLeg + leg].line.size() - (leg > 0 ? 1 : 0);
}

SegmentLine::Place SegmentLine::place(std::size_t vertex) const
{
    for (std::size_t leg = m_shape.firstLeg;; ++leg) {
        const Scene::LegLine &line = m_scene.legs()[leg];
        if (vertex < line.line.size())
            return {&line, vertex};
        vertex -= line.line.size() - 1;
    }
}

PointXY SegmentLine::at(std::size_t vertex) const
{
    const Place found = place(vertex);
    return found.leg->line[found.vertex];
}

double SegmentLine::along(std::size_t vertex) const
{
    const Place found = place(vertex);
    return found.leg->along[found.vertex];
}

double SegmentLine::along(double vertex) const
{
    const auto before = std::min(std::size_t(vertex), m_size - 1), after = std::min(before + 1, m_size - 1);
    return along(before) + (vertex - double(before)) * (along(after) - along(before));
}

LaneProfile::LaneProfile(const Frame &frame, const Scene::Strand &strand)
{
    const std::vector<ShownRun> runs = shownRuns(frame, strand);
    if (runs.empty())
        return;
    double least = runs.front().lane, most = least;
    for (const ShownRun &run : runs) {
        least = std::min(least, run.lane);
        most = std::max(most, run.lane);
        m_widest = std::max(m_widest, double(run.corridors - 1) / 2 * frame.strandSpacing);
    }
    m_first = runs.front().lane * frame.strandSpacing;
    if (least == most)
        return;
    const SegmentLine line(frame.scene, strand.segment);
    m_half = (most - least) * frame.strandSpacing / steepest * frame.view.metresPerPixel;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        const ShownRun &before = runs[i - 1], &after = runs[i];
        double at = line.along(after.from);
        if (before.corridors > after.corridors) {
            const double end = i + 1 < runs.size() ? line.along(runs[i + 1].from) : line.along(line.size() - 1);
            at += std::min(m_half, (end - at) / 2);
        } else if (before.corridors < after.corridors) {
            at -= std::min(m_half, (at - line.along(before.from)) / 2);
        }
        m_changes.push_back({at, (after.lane - before.lane) * frame.strandSpacing});
        m_eases.push_back({at - m_half, at + m_half});
    }
}

double LaneProfile::offset(double along) const
{
    // The steps smoothed by a triangle as wide as an ease: continuous, without a kink, and never steeper than
    // all steps together over half an ease, however close they follow each other.
    double sum = m_first;
    for (const Change &change : m_changes) {
        const double t = std::clamp((along - change.at) / m_half, -1.0, 1.0);
        sum += change.step * (t < 0 ? (1 + t) * (1 + t) / 2 : 1 - (1 - t) * (1 - t) / 2);
    }
    return sum;
}

PointXY jointPlace(const Frame &frame, const Scene::LaneJoint &joint)
{
    const Scene::Strand &host = frame.scene.strands()[joint.strand];
    const SegmentLine line(frame.scene, host.segment);
    PointXY in = reversed(heading(frame, line, joint.vertex, -1)), out = heading(frame, line, joint.vertex, 1);
    if (joint.onward != Scene::LaneJoint::none) {
        const SegmentLine next(frame.scene, frame.scene.strands()[joint.onward].segment);
        const PointXY away = joint.onwardFromStart ? heading(frame, next, 0, 1) : heading(frame, next, next.size() - 1, -1);
        (joint.vertex == 0 ? in : out) = joint.vertex == 0 ? reversed(away) : away;
    }
    const PointXY at = frame.toScreen(line.at(joint.vertex)), aside = mitre(in, out);
    const double offset = LaneProfile(frame, host).offset(line.along(joint.vertex));
    return {at.x + offset * aside.x, at.y + offset * aside.y};
}

} // namespace ca
