// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/GapFinder.h"

#include "geo/Geodesic.h"
#include "osm/TrackGeometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace ca {
namespace {

constexpr double sharpestTurn = 60;
constexpr double sharpestShortTurn = 85;
constexpr double shortGap = 10;          ///< metres
constexpr double sampleMetres = 4;       ///< between the places of a track that are tried
constexpr double metresPerDegree = 0.4;  ///< what a degree of turn costs against length
constexpr std::size_t mostTargets = 3;   ///< of one end

/// A way over a gap, and how well a train would run over it.
struct Bridge {
    Gap gap;
    double score = 0;
    bool operator<(const Bridge &other) const { return std::tie(score, gap.edge) < std::tie(other.score, other.gap.edge); }
};

class Finder {
public:
    Finder(const LineGraph &graph, double longestGap) : m_graph(graph), m_longest(longestGap) { joinComponents(); }

    std::vector<Gap> run()
    {
        std::vector<Gap> gaps;
        for (std::uint32_t node = 0; node < m_graph.nodeCount(); ++node) {
            if (isEnd(node))
                addFrom(node, gaps);
        }
        dropSecondOfPairs(gaps);
        return gaps;
    }

private:
    void joinComponents()
    {
        m_component.resize(m_graph.nodeCount());
        std::iota(m_component.begin(), m_component.end(), 0U);
        for (const LineGraph::Edge &edge : m_graph.edges())
            m_component[root(edge.from)] = root(edge.to);
    }
    std::uint32_t root(std::uint32_t node)
    {
        while (m_component[node] != node)
            node = m_component[node] = m_component[m_component[node]];
        return node;
    }
    [[nodiscard]] bool isEnd(std::uint32_t node) const { return m_graph.outOf(node).size() == 1; }

    void addFrom(std::uint32_t end, std::vector<Gap> &gaps)
    {
        const LineGraph::Directed out = m_graph.outOf(end).front();
        const LatLon from = m_graph.nodePosition(end);
        std::vector<Bridge> bridges;
        for (const LineGraph::Hit &hit : m_graph.near(from, m_longest)) {
            if (hit.edge == LineGraph::edgeOf(out))
                continue;
            if (const std::optional<Bridge> bridge = bestTo(end, m_graph.headingIn(out ^ 1U), hit.edge))
                bridges.push_back(*bridge);
        }
        std::sort(bridges.begin(), bridges.end());
        bridges.resize(std::min(bridges.size(), mostTargets));
        for (const Bridge &bridge : bridges)
            gaps.push_back(bridge.gap);
    }

    std::optional<Bridge> bestTo(std::uint32_t end, double heading, std::uint32_t e)
    {
        const LineGraph::Edge &edge = m_graph.edges()[e];
        const bool elsewhere = root(edge.from) != root(end);
        const auto line = m_graph.vertices(edge);
        std::optional<Bridge> best;
        const auto consider = [&](std::uint32_t segment, double t) {
            const std::optional<Bridge> bridge = over(end, heading, e, segment, t);
            if (bridge && (!best || *bridge < *best))
                best = bridge;
        };
        const auto last = std::uint32_t(line.size()) - 2;
        if (elsewhere || isEnd(edge.from))
            consider(0, 0);
        if (elsewhere || isEnd(edge.to))
            consider(last, 1);
        if (!elsewhere || best)
            return best;  // an end, or a junction, is where tracks meet
        for (std::uint32_t i = 0; i <= last; ++i)
            sample(end, line[i], line[i + 1], [&](double t) { consider(i, t); });
        return best;
    }

    /// Places of the piece a–b within reach, at both sides of the one nearest to the end.
    template <class Consider>
    void sample(std::uint32_t end, OsmLocation a, OsmLocation b, Consider consider) const
    {
        const PieceFoot foot = track::foot(m_graph.nodePosition(end), a.degrees(), b.degrees());
        if (foot.metres > m_longest)
            return;
        const PointXY step = TangentPlane(a.degrees()).at(b.degrees());
        const double length = std::hypot(step.x, step.y);
        const int reach = int(m_longest / sampleMetres);
        for (int k = -reach; k <= reach; ++k) {
            const double t = foot.t + k * sampleMetres / length;
            if (t >= 0 && t <= 1)
                consider(t);
        }
    }

    std::optional<Bridge> over(std::uint32_t end, double heading, std::uint32_t e, std::uint32_t segment, double t)
    {
        const auto line = m_graph.vertices(m_graph.edges()[e]);
        const LatLon a = line[segment].degrees(), b = line[segment + 1].degrees();
        const LatLon from = m_graph.nodePosition(end), to = placeBetween(a, b, t);
        const double metres = geodesic::distance(from, to);
        if (!(metres > 0) || metres > m_longest)
            return std::nullopt;
        const double bearing = track::azimuth(from, to);
        const double ahead = track::azimuth(a, b);
        const double turnOut = turnBetween(heading, bearing);
        // From an end one can only go on along the track, not back from where it ends.
        const bool atFrom = segment == 0 && t == 0 && isEnd(m_graph.edges()[e].from);
        const bool atTo = segment + 2 == line.size() && t == 1 && isEnd(m_graph.edges()[e].to);
        const double along = turnBetween(bearing, ahead), against = turnBetween(bearing, ahead + 180);
        const double turnIn = atFrom ? along : atTo ? against : std::min(along, against);
        const double allowed = m_graph.kind() != LineKind::Rail ? 180 : metres <= shortGap ? sharpestShortTurn : sharpestTurn;
        if (turnOut > allowed || turnIn > allowed)
            return std::nullopt;
        const auto units = [](double degrees) { return std::int32_t(std::lround(degrees * 1e7)); };
        const OsmLocation at = t == 0 ? line[segment] : t == 1 ? line[segment + 1] : OsmLocation{units(to.lon), units(to.lat)};
        return Bridge{{endLocation(end), at, e, segment, t}, metres + metresPerDegree * (turnOut + turnIn)};
    }
    [[nodiscard]] OsmLocation endLocation(std::uint32_t node) const
    {
        const LineGraph::Directed out = m_graph.outOf(node).front();
        const auto line = m_graph.vertices(m_graph.edges()[LineGraph::edgeOf(out)]);
        return LineGraph::reversed(out) ? line.back() : line.front();
    }

    /// Between two ends the same gap is found from both.
    static void dropSecondOfPairs(std::vector<Gap> &gaps)
    {
        const auto ends = [](const Gap &gap) {
            const auto a = std::pair(gap.from.lon, gap.from.lat), b = std::pair(gap.to.lon, gap.to.lat);
            return std::pair(std::min(a, b), std::max(a, b));
        };
        std::stable_sort(gaps.begin(), gaps.end(), [&](const Gap &a, const Gap &b) { return ends(a) < ends(b); });
        gaps.erase(std::unique(gaps.begin(), gaps.end(), [&](const Gap &a, const Gap &b) { return ends(a) == ends(b); }), gaps.end());
    }

    const LineGraph &m_graph;
    double m_longest;
    std::vector<std::uint32_t> m_component;
};

} // namespace

std::vector<Gap> findGaps(const LineGraph &graph, double longestGap)
{
    return longestGap > 0 && graph.nodeCount() > 0 ? Finder(graph, longestGap).run() : std::vector<Gap>();
}

} // namespace ca
