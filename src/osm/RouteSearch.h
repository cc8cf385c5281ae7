// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "osm/LineGraph.h"

#include <array>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace ca {

/// Which lines a route may use.
struct TrackRules {
    /// Cost of a metre in each stage of the life cycle, at least 1; infinite = not to be used.
    std::array<double, 6> stageCost{};
    [[nodiscard]] double costOf(LifeCycle stage) const { return stageCost[std::size_t(stage)]; }
    [[nodiscard]] bool allows(LifeCycle stage) const { return costOf(stage) < std::numeric_limits<double>::infinity(); }
};

/// A place to go through and the tracks near it, one of which the route takes.
struct RouteStop {
    struct Candidate {
        std::uint32_t edge = 0;
        double along = 0;             ///< metres from the edge's from-node
        double cost = 0;              ///< of being off the place
    };
    LatLon position;
    double tolerance = 0;             ///< metres
    std::vector<Candidate> candidates;
    double longestLeg = std::numeric_limits<double>::infinity();  ///< from the stop before, metres; beyond it is a detour
};

/// A run along an edge, metres from the edge's from-node; from > to when run against it.
struct RoutePiece {
    std::uint32_t edge = 0;
    double from = 0;
    double to = 0;
};

/// Finds the tracks near places that rules allow: on each track the place nearest to it, nearest tracks first.
[[nodiscard]] std::vector<RouteStop::Candidate> candidatesNear(const LineGraph &graph, const TrackRules &rules, LatLon place, double tolerance);

/// The cheapest run through stops: A* over directed edges, since a train cannot turn back at a switch, from all candidates
/// of a stop to all of the next, so that which tracks the stops lie on is chosen by the cost of the whole. One at a time;
/// the graph must outlive it.
class RouteSearch {
public:
    RouteSearch(const LineGraph &graph, const TrackRules &rules, const CancelToken &cancel);

    struct Found {
        std::vector<RoutePiece> pieces;
        double cost = 0;
        std::vector<std::size_t> reversals;  ///< pieces before which it turns back, ascending
    };
    struct Outcome {
        std::optional<Found> found;
        std::size_t reached = 0;      ///< the last stop that could be reached
    };
    /// From the first of @p stops through all; stops without candidates must not be among them.
    [[nodiscard]] Outcome run(std::span<const RouteStop> stops);
    /// Lets these edges cost @p factor as much (from 1) in the runs to come.
    void makeDearer(std::span<const RoutePiece> pieces, double factor);
    /// Prefers track near @p guide, which must outlive the search: of two lines between the same stops it tells which is
    /// meant.
    void follow(const GeoLine &guide) { m_guide = &guide; }

private:
    using Directed = LineGraph::Directed;
    /// How a state of a stop (candidate and direction: 2 · candidate + 1 if against the edge) is best reached.
    struct Arrival {
        double cost = std::numeric_limits<double>::infinity();
        std::uint32_t source = 0;     ///< state of the stop before
        bool turned = false;          ///< it turned back there
        std::vector<Directed> path;   ///< edges from the source's to this one's; one where both are on the same
    };
    struct Queued {
        double key;                   ///< cost and what is left at least
        double cost;
        std::uint32_t label;          ///< directed edge, or beyond them all a state of the target
        bool operator>(const Queued &other) const { return key > other.key || (key == other.key && label > other.label); }
    };
    struct Source {
        double cost;
        bool turned;
    };

    [[nodiscard]] std::vector<Arrival> leg(const RouteStop &from, std::span<const Source> sources, const RouteStop &to);
    void seed(const RouteStop &from, std::span<const Source> sources);
    void expand(Directed d, double cost);
    void reachTargets(Directed d, double costAtStart, std::uint32_t previous, double fromAlong);
    void relax(Directed d, double cost, std::uint32_t previous);
    void collect(std::vector<Arrival> &arrivals, std::uint32_t state, double cost) const;
    [[nodiscard]] double edgeCost(const LineGraph::Edge &edge);            ///< of a metre
    [[nodiscard]] double guideCost(const LineGraph::Edge &edge, std::size_t index);
    [[nodiscard]] double turnCost(Directed in, Directed out, bool junction) const;
    [[nodiscard]] bool turnsBack(Directed in, Directed out) const;
    [[nodiscard]] Found trace(std::span<const RouteStop> stops, const std::vector<std::vector<Arrival>> &legs) const;

    const LineGraph &m_graph;
    const TrackRules &m_rules;
    CancelToken m_cancel;
    std::vector<float> m_dearer;              ///< factor of each edge; empty = 1
    const GeoLine *m_guide = nullptr;
    std::vector<float> m_guideCost;           ///< of each edge; 0 = not looked at yet
    // Of the leg under way; entries count where their stamp is m_round.
    std::uint32_t m_round = 0;
    std::vector<std::uint32_t> m_stamp;
    std::vector<double> m_cost;
    std::vector<std::uint32_t> m_previous;    ///< directed edge, or beyond them all a state of the source
    std::vector<std::uint32_t> m_targetStamp; ///< of edges: has candidates of the target
    const RouteStop *m_target = nullptr;
    std::array<double, 3> m_targetPlace{};
    std::vector<double> m_targetCost;
    std::vector<std::uint32_t> m_targetPrevious;
    std::vector<Queued> m_queue;
};

} // namespace ca
