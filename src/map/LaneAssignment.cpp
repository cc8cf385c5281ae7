// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LaneAssignment.h"

#include "geo/Polyline.h"

#include <algorithm>
#include <set>

namespace ca {
namespace {

constexpr double sharedDistance = 500;   // metres between lines that count as one track
constexpr double shortestShare = 6000;   // metres; lines that only meet or cross share nothing
constexpr double sharedFraction = 0.7;   // of a segment: shorter ones share when most of them lies on the other
constexpr double smallestGap = 4000;     // metres; shorter interruptions are bridged

struct Track {
    PlaneLine line;
    std::vector<double> length;          // from the start to each vertex
    Box box;
};

using Flags = std::vector<char>;         // per vertex

std::vector<Track> tracksOf(const std::vector<PlaneLine> &lines)
{
    std::vector<Track> tracks;
    for (const PlaneLine &line : lines) {
        Track track{line, std::vector<double>(line.size(), 0), boundsOf(line).grown(sharedDistance)};
        for (std::size_t i = 1; i < line.size(); ++i)
            track.length[i] = track.length[i - 1] + std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        tracks.push_back(std::move(track));
    }
    return tracks;
}

/// Turns every run of @p value shorter than @p least into its opposite, apart from runs that reach an end when
/// @p endsToo is false.
void dropShort(Flags &flags, const std::vector<double> &length, char value, double least, bool endsToo)
{
    for (std::size_t first = 0; first < flags.size();) {
        std::size_t last = first;
        while (last + 1 < flags.size() && flags[last + 1] == flags[first])
            ++last;
        const bool atEnd = first == 0 || last + 1 == flags.size();
        if (flags[first] == value && length[last] - length[first] < least && (endsToo || !atEnd))
            std::fill(flags.begin() + std::ptrdiff_t(first), flags.begin() + std::ptrdiff_t(last) + 1, char(!value));
        first = last + 1;
    }
}

/// Vertices of @p a that lie on @p b's track.
Flags sharedVertices(const Track &a, const Track &b)
{
    Flags flags(a.line.size(), 0);
    if (a.line.size() < 2 || b.line.size() < 2 || !a.box.intersects(b.box))
        return flags;
    for (std::size_t i = 0; i < a.line.size(); ++i)
        flags[i] = b.box.contains(a.line[i]) && distanceToLine(b.line, a.line[i]) <= sharedDistance;
    dropShort(flags, a.length, 0, smallestGap, false);
    const double whole = std::min(a.length.back(), b.length.back());
    dropShort(flags, a.length, 1, std::min(shortestShare, whole * sharedFraction), true);
    return flags;
}

/// +1 when the line runs the canonical way (west, or south where it runs along a meridian), else -1.
double sense(const PlaneLine &line)
{
    if (line.size() < 2)
        return 1;
    const double west = line.front().x - line.back().x;
    const double south = line.front().y - line.back().y;
    return west + 0.5 * south >= 0 ? 1 : -1;
}

/// Index of the vertex of @p line nearest to @p p.
std::size_t nearestVertex(const PlaneLine &line, PointXY p)
{
    const auto squared = [p](PointXY q) { return (q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y); };
    return std::size_t(std::min_element(line.begin(), line.end(), [&](PointXY a, PointXY b) { return squared(a) < squared(b); }) - line.begin());
}

/// Whether the stretch first … last of @p a runs against @p b: +1 along it, -1 against it.
double agreement(const Track &a, std::size_t first, std::size_t last, const Track &b)
{
    const std::size_t from = nearestVertex(b.line, a.line[first]), to = nearestVertex(b.line, a.line[last]);
    if (from != to)
        return from < to ? 1 : -1;
    return sense(a.line) * sense(b.line);
}

class Assigner {
public:
    Assigner(std::vector<Track> tracks, const std::vector<Mode> &modes, std::vector<Scene::Strand> &strands)
        : m_tracks(std::move(tracks)), m_strands(strands), m_corridors(m_tracks.size()), m_shared(m_tracks.size())
    {
        for (const Scene::Strand &strand : strands)
            m_corridors[strand.segment].insert({strand.corridorRank, strand.corridor});
        for (std::size_t a = 0; a < m_tracks.size(); ++a) {
            for (std::size_t b = 0; b < m_tracks.size(); ++b) {
                if (a == b || modes[a] != modes[b] || m_corridors[a].empty() || m_corridors[b].empty())
                    continue;
                Flags flags = sharedVertices(m_tracks[a], m_tracks[b]);
                if (std::find(flags.begin(), flags.end(), 1) != flags.end())
                    m_shared[a].push_back({b, std::move(flags)});
            }
        }
    }

    /// Lane runs of one segment's strands; returns the vertices between them.
    std::vector<std::size_t> assign(std::size_t segment)
    {
        std::vector<std::size_t> turns;
        const std::size_t count = m_tracks[segment].line.size();
        for (std::size_t first = 0; first < count;) {
            std::size_t last = first;
            while (last + 1 < count && partners(segment, last + 1) == partners(segment, first))
                ++last;
            assignRun(segment, first, last);
            if (first > 0)
                turns.insert(turns.end(), {first - 1, first});
            first = last + 1;
        }
        return turns;
    }

private:
    struct Share {
        std::size_t other = 0;
        Flags flags;
    };
    using Corridors = std::set<std::pair<int, QString>>;

    [[nodiscard]] std::vector<std::size_t> partners(std::size_t segment, std::size_t vertex) const
    {
        std::vector<std::size_t> found;
        for (const Share &share : m_shared[segment]) {
            if (share.flags[vertex])
                found.push_back(share.other);
        }
        return found;
    }

    void assignRun(std::size_t segment, std::size_t first, std::size_t last)
    {
        const std::vector<std::size_t> others = partners(segment, first);
        Corridors corridors = m_corridors[segment];
        for (const std::size_t other : others)
            corridors.insert(m_corridors[other].begin(), m_corridors[other].end());
        // All segments of the stretch count their lanes across the way the first of them runs.
        const std::size_t reference = others.empty() ? segment : std::min(segment, others.front());
        const double side = sense(m_tracks[reference].line)
            * (reference == segment ? 1 : agreement(m_tracks[segment], first, last, m_tracks[reference]));
        for (Scene::Strand &strand : m_strands) {
            if (strand.segment != segment)
                continue;
            const auto place = corridors.find({strand.corridorRank, strand.corridor});
            const double lane = double(std::distance(corridors.begin(), place)) - double(corridors.size() - 1) / 2;
            strand.laneRuns.push_back({first, lane * side});
        }
    }

    std::vector<Track> m_tracks;
    std::vector<Scene::Strand> &m_strands;
    std::vector<Corridors> m_corridors;
    std::vector<std::vector<Share>> m_shared;
};

/// The lane of the longest stretch, vertices counted.
double mainLane(const Scene::Strand &strand, std::size_t vertices)
{
    double lane = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < strand.laneRuns.size(); ++i) {
        const std::size_t end = i + 1 < strand.laneRuns.size() ? strand.laneRuns[i + 1].firstVertex : vertices;
        if (end - strand.laneRuns[i].firstVertex > most) {
            most = end - strand.laneRuns[i].firstVertex;
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
}

} // namespace ca
