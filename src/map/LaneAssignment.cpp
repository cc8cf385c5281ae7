// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LaneAssignment.h"

#include "geo/Polyline.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace ca {
namespace {

constexpr double sharedDistance = 500;  // metres
constexpr double sharedFraction = 0.7;
constexpr int sampleCount = 60;

struct Track {
    Box box;
    PlaneLine samples;
    double length = 0;
};

PlaneLine samplesOf(const PlaneLine &line, double length)
{
    PlaneLine samples;
    if (line.size() < 2 || !(length > 0))
        return line;
    const double step = length / (sampleCount - 1);
    double walked = 0;
    double next = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double dx = line[i].x - line[i - 1].x;
        const double dy = line[i].y - line[i - 1].y;
        const double part = std::hypot(dx, dy);
        for (; part > 0 && next <= walked + part + 1e-6; next += step) {
            const double t = std::min(1.0, (next - walked) / part);
            samples.push_back({line[i - 1].x + t * dx, line[i - 1].y + t * dy});
        }
        walked += part;
    }
    return samples;
}

bool mostlyWithin(const Track &track, const PlaneLine &line)
{
    const auto misses = std::size_t(std::ceil((1 - sharedFraction) * double(track.samples.size())));
    std::size_t missed = 0;
    for (const PointXY &sample : track.samples) {
        if (distanceToLine(line, sample) > sharedDistance && ++missed > misses)
            return false;
    }
    return true;
}

/// Groups of segments as the least index in each.
class Groups {
public:
    explicit Groups(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0u); }
    std::size_t of(std::size_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b)
    {
        a = of(a);
        b = of(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_parent;
};

Groups sharedTracks(const std::vector<PlaneLine> &lines, const std::vector<Mode> &modes)
{
    std::vector<Track> tracks(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        tracks[i].length = lineLength(lines[i]);
        tracks[i].samples = samplesOf(lines[i], tracks[i].length);
        tracks[i].box = boundsOf(lines[i]).grown(sharedDistance);
    }
    Groups groups(lines.size());
    for (std::size_t a = 0; a < lines.size(); ++a) {
        for (std::size_t b = a + 1; b < lines.size(); ++b) {
            if (modes[a] != modes[b] || lines[a].size() < 2 || lines[b].size() < 2
                || !tracks[a].box.intersects(tracks[b].box))
                continue;
            const bool aShorter = tracks[a].length <= tracks[b].length;
            if (mostlyWithin(tracks[aShorter ? a : b], lines[aShorter ? b : a]))
                groups.join(a, b);
        }
    }
    return groups;
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

} // namespace

void assignLanes(const std::vector<PlaneLine> &lines, const std::vector<Mode> &modes,
                 std::vector<Scene::Strand> &strands)
{
    Groups groups = sharedTracks(lines, modes);
    std::map<std::size_t, std::set<std::pair<int, QString>>> corridorsOfGroup;
    for (const Scene::Strand &strand : strands)
        corridorsOfGroup[groups.of(strand.segment)].insert({strand.corridorRank, strand.corridor});
    for (Scene::Strand &strand : strands) {
        const auto &corridors = corridorsOfGroup[groups.of(strand.segment)];
        const auto place = corridors.find({strand.corridorRank, strand.corridor});
        const double lane = double(std::distance(corridors.begin(), place)) - double(corridors.size() - 1) / 2;
        strand.lane = lane * sense(lines[strand.segment]);
    }
}

} // namespace ca
