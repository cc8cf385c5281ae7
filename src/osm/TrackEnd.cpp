// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/TrackEnd.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace ca {
namespace {

constexpr double straightOn = 30;  ///< degrees, more than any switch turns

/// The edge that goes on most straight.
std::optional<LineGraph::Directed> nextOn(const LineGraph &graph, const TrackRules &rules, LineGraph::Directed d)
{
    std::optional<LineGraph::Directed> next;
    double least = straightOn;
    for (const LineGraph::Directed out : graph.outOf(graph.endNode(d))) {
        const LineGraph::Edge &edge = graph.edges()[LineGraph::edgeOf(out)];
        const double turn = turnBetween(graph.headingIn(d), graph.headingOut(out));
        if (out == (d ^ 1U) || edge.isGap() || !rules.allows(edge.stage) || turn >= least)
            continue;
        least = turn;
        next = out;
    }
    return next;
}

} // namespace

double extendToTrackEnd(const LineGraph &graph, const TrackRules &rules, std::vector<RoutePiece> &pieces, double most)
{
    if (pieces.empty())
        return 0;
    const RoutePiece last = pieces.back();
    LineGraph::Directed d = 2 * last.edge + (last.to < last.from ? 1 : 0);
    const auto endOf = [&](LineGraph::Directed directed) { return LineGraph::reversed(directed) ? 0 : graph.edges()[LineGraph::edgeOf(directed)].metres; };
    std::vector<RoutePiece> more{{last.edge, last.to, endOf(d)}};
    double metres = std::abs(endOf(d) - last.to);
    for (std::optional<LineGraph::Directed> next = nextOn(graph, rules, d); next && metres <= most; next = nextOn(graph, rules, d)) {
        d = *next;
        const double length = graph.edges()[LineGraph::edgeOf(d)].metres;
        more.push_back({LineGraph::edgeOf(d), LineGraph::reversed(d) ? length : 0, endOf(d)});
        metres += length;
    }
    // A siding is not where a line ends.
    if (metres > most || graph.edges()[LineGraph::edgeOf(d)].use != TrackUse::Line)
        return 0;
    pieces.insert(pieces.end(), more.begin(), more.end());
    return metres;
}

void reversePieces(std::vector<RoutePiece> &pieces)
{
    std::reverse(pieces.begin(), pieces.end());
    for (RoutePiece &piece : pieces)
        std::swap(piece.from, piece.to);
}

} // namespace ca
