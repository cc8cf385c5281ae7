// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LaneAssignment.h"

#include "map/LaneJoints.h"
#include "map/LaneOrder.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace ca {
namespace {

using namespace lanes;

class Assigner {
public:
    Assigner(std::vector<Track> tracks, const std::vector<Mode> &modes, std::vector<Scene::Strand> &strands)
        : m_tracks(std::move(tracks)), m_strands(strands), m_corridors(m_tracks.size()), m_shared(m_tracks.size())
    {
        std::vector<std::vector<int>> corridors(m_tracks.size());
        for (const Scene::Strand &strand : strands)
            corridors[strand.segment].push_back(strand.corridorRank);
        for (std::size_t a = 0; a < m_tracks.size(); ++a) {
            for (std::size_t b = 0; b < m_tracks.size(); ++b) {
                if (a == b || modes[a] != modes[b] || corridors[a].empty() || corridors[b].empty())
                    continue;
                std::vector<Stretch> stretches = sharedStretches(m_tracks[a], m_tracks[b]);
                if (!stretches.empty())
                    m_shared[a].push_back({b, std::move(stretches)});
            }
        }
        m_order = laneOrder(m_tracks, corridors, m_shared);
        for (std::size_t segment = 0; segment < corridors.size(); ++segment) {
            for (const int rank : corridors[segment])
                m_corridors[segment].insert({m_order[std::size_t(rank)], rank});
        }
    }

    /// Lane runs of one segment's strands; returns the vertices between them.
    std::vector<std::size_t> assign(std::size_t segment)
    {
        std::vector<std::size_t> turns;
        const Track &track = m_tracks[segment];
        if (track.line.empty())
            return turns;
        const std::vector<double> borders = bordersOf(segment);
        std::vector<std::size_t> before;
        for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
            const Stretch stretch{borders[i], borders[i + 1]};
            const std::vector<std::size_t> others = partners(segment, (stretch.from + stretch.to) / 2);
            if (i > 0 && others == before)
                continue;
            before = others;
            const double from = vertexAt(track, stretch.from);
            assignRun(segment, stretch, others, from);
            if (i > 0) {
                const auto next = std::size_t(std::ceil(from));
                turns.insert(turns.end(), {next - 1, next});
            }
        }
        return turns;
    }

private:
    using Corridors = std::set<std::pair<int, int>>;  // place in the order, rank

    /// Where the segments it shares its track with may change, its ends included, metres.
    [[nodiscard]] std::vector<double> bordersOf(std::size_t segment) const
    {
        const double end = m_tracks[segment].length.back();
        std::set<double> borders{0, end};
        for (const Share &share : m_shared[segment]) {
            for (const Stretch &stretch : share.stretches)
                borders.insert({std::clamp(stretch.from, 0.0, end), std::clamp(stretch.to, 0.0, end)});
        }
        if (borders.size() == 1)
            return {0, 0};
        return {borders.begin(), borders.end()};
    }

    [[nodiscard]] std::vector<std::size_t> partners(std::size_t segment, double metres) const
    {
        std::vector<std::size_t> found;
        for (const Share &share : m_shared[segment]) {
            if (std::any_of(share.stretches.begin(), share.stretches.end(), [&](const Stretch &s) { return s.from <= metres && metres <= s.to; }))
                found.push_back(share.other);
        }
        return found;
    }

    void assignRun(std::size_t segment, const Stretch &stretch, const std::vector<std::size_t> &others, double from)
    {
        Corridors corridors = m_corridors[segment];
        for (const std::size_t other : others)
            corridors.insert(m_corridors[other].begin(), m_corridors[other].end());
        // All segments of the stretch count their lanes across the way the first of them runs.
        const std::size_t reference = others.empty() ? segment : std::min(segment, others.front());
        const double side = sense(m_tracks[reference].line)
            * (reference == segment ? 1 : agreement(m_tracks[segment], stretch, m_tracks[reference]));
        std::vector<int> ranks;
        for (const auto &[place, rank] : corridors)
            ranks.push_back(rank);
        for (Scene::Strand &strand : m_strands) {
            if (strand.segment != segment)
                continue;
            const auto place = corridors.find({m_order[std::size_t(strand.corridorRank)], strand.corridorRank});
            const double lane = double(std::distance(corridors.begin(), place)) - double(corridors.size() - 1) / 2;
            strand.laneRuns.push_back({std::size_t(std::ceil(from)), lane * side, ranks, side, from});
        }
    }

    std::vector<Track> m_tracks;
    std::vector<Scene::Strand> &m_strands;
    std::vector<Corridors> m_corridors;
    Shares m_shared;
    std::vector<int> m_order;  // place of each corridor, by rank
};

/// The lane of the longest stretch, vertices counted.
double mainLane(const Scene::Strand &strand, std::size_t vertices)
{
    double lane = 0, most = -1;
    for (std::size_t i = 0; i < strand.laneRuns.size(); ++i) {
        const double end = i + 1 < strand.laneRuns.size() ? strand.laneRuns[i + 1].from : double(vertices);
        if (end - strand.laneRuns[i].from > most) {
            most = end - strand.laneRuns[i].from;
            lane = strand.laneRuns[i].lane;
        }
    }
    return lane;
}

} // namespace

void assignLanes(const std::vector<PlaneLine> &lines, const std::vector<Mode> &modes, std::vector<Scene::Strand> &strands,
                 std::vector<std::vector<std::size_t>> &turns)
{
    Assigner assigner(tracksOf(lines), modes, strands);
    turns.clear();
    for (std::size_t segment = 0; segment < lines.size(); ++segment)
        turns.push_back(assigner.assign(segment));
    for (Scene::Strand &strand : strands)
        strand.lane = mainLane(strand, lines[strand.segment].size());
    joinLanes(lines, strands, turns);
}

} // namespace ca
