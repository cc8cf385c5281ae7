// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LaneJoints.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ca {
namespace {

constexpr double meetDistance = 60;    // metres; the compiler refuses declared joins over 50 m apart
constexpr double headingMetres = 2000;  // metres of line that tell its direction at an end
constexpr double sharpestWay = -0.5;   // cosine of the turn beyond which nothing carries on

/// One end of a strand.
struct End {
    std::size_t strand = 0;
    bool start = true;
    PointXY at;
    PointXY heading;          // unit vector into the line
    std::size_t corridors = 1;  // side by side there
};

PointXY headingOf(const PlaneLine &line, bool fromStart)
{
    const PointXY end = fromStart ? line.front() : line.back();
    PointXY at = end;
    for (std::size_t i = 1; i < line.size() && planeDistance(at, end) < headingMetres; ++i)
        at = fromStart ? line[i] : line[line.size() - 1 - i];
    const double length = planeDistance(at, end);
    return length > 0 ? PointXY{(at.x - end.x) / length, (at.y - end.y) / length} : PointXY{0, 0};
}

/// Cosine of the turn of a way that comes in along one end and leaves along the other.
double straightness(const End &a, const End &b)
{
    return -(a.heading.x * b.heading.x + a.heading.y * b.heading.y);
}

class Joiner {
public:
    Joiner(const std::vector<PlaneLine> &lines, std::vector<Scene::Strand> &strands, std::vector<std::vector<std::size_t>> &turns)
        : m_lines(lines), m_strands(strands), m_turns(turns)
    {
        for (std::size_t s = 0; s < strands.size(); ++s) {
            if (lines[strands[s].segment].size() < 2 || strands[s].laneRuns.empty())
                continue;
            m_ends.push_back(endOf(s, true));
            m_ends.push_back(endOf(s, false));
        }
    }

    void join()
    {
        std::vector<char> done(m_ends.size(), 0);
        for (std::size_t e = 0; e < m_ends.size(); ++e) {
            if (done[e])
                continue;
            std::vector<std::size_t> met;
            for (std::size_t f = e; f < m_ends.size(); ++f) {
                if (!done[f] && m_strands[m_ends[f].strand].corridor == m_strands[m_ends[e].strand].corridor
                    && planeDistance(m_ends[f].at, m_ends[e].at) <= meetDistance)
                    met.push_back(f);
            }
            for (const std::size_t f : met)
                done[f] = 1;
            if (met.size() > 1)
                joinEnds(met);
            else
                joinToLine(m_ends[e]);
        }
    }

private:
    [[nodiscard]] End endOf(std::size_t s, bool start) const
    {
        const Scene::Strand &strand = m_strands[s];
        const PlaneLine &line = m_lines[strand.segment];
        const Scene::LaneRun &run = start ? strand.laneRuns.front() : strand.laneRuns.back();
        return {s, start, start ? line.front() : line.back(), headingOf(line, start), run.corridors.size()};
    }

    /// The ends of one corridor in one place: the fullest track's lane counts, a main line's before a branch's.
    void joinEnds(const std::vector<std::size_t> &met)
    {
        const auto rank = [this](std::size_t e) {
            const End &end = m_ends[e];
            return std::tuple(-int(end.corridors), int(m_strands[end.strand].role), end.strand, !end.start);
        };
        const End &host = m_ends[*std::min_element(met.begin(), met.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); })];
        Scene::LaneJoint joint{host.strand, host.start ? 0 : lastVertex(host.strand)};
        const auto likeness = [&](const End &end) {
            const bool sameMode = m_strands[end.strand].mode == m_strands[host.strand].mode;
            return std::tuple(sameMode, -int(m_strands[end.strand].role), straightness(host, end));
        };
        const End *onward = nullptr;
        for (const std::size_t e : met) {
            const End &end = m_ends[e];
            if (&end == &host || straightness(host, end) < sharpestWay)
                continue;
            if (!onward || likeness(end) > likeness(*onward))
                onward = &end;
        }
        if (onward) {
            joint.onward = onward->strand;
            joint.onwardFromStart = onward->start;
        }
        for (const std::size_t e : met)
            bind(m_ends[e], joint);
    }

    /// An end that meets no other may lie on a line of its corridor.
    void joinToLine(const End &end)
    {
        double nearest = meetDistance;
        Scene::LaneJoint joint;
        for (std::size_t s = 0; s < m_strands.size(); ++s) {
            if (s == end.strand || m_strands[s].corridor != m_strands[end.strand].corridor)
                continue;
            const PlaneLine &line = m_lines[m_strands[s].segment];
            for (std::size_t v = 1; v + 1 < line.size(); ++v) {
                if (planeDistance(line[v], end.at) < nearest) {
                    nearest = planeDistance(line[v], end.at);
                    joint = {s, v};
                }
            }
        }
        if (joint.strand == Scene::LaneJoint::none)
            return;
        bind(end, joint);
        m_turns[m_strands[joint.strand].segment].push_back(joint.vertex);
    }

    void bind(const End &end, const Scene::LaneJoint &joint)
    {
        (end.start ? m_strands[end.strand].start : m_strands[end.strand].end) = joint;
    }

    [[nodiscard]] std::size_t lastVertex(std::size_t strand) const { return m_lines[m_strands[strand].segment].size() - 1; }

    const std::vector<PlaneLine> &m_lines;
    std::vector<Scene::Strand> &m_strands;
    std::vector<std::vector<std::size_t>> &m_turns;
    std::vector<End> m_ends;
};

} // namespace

void joinLanes(const std::vector<PlaneLine> &lines, std::vector<Scene::Strand> &strands, std::vector<std::vector<std::size_t>> &turns)
{
    Joiner(lines, strands, turns).join();
}

} // namespace ca
