// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/RouteSearch.h"

#include <vector>

namespace ca {

/// Lets the route run on, straight on at junctions, to where its track ends; nothing is added when that is farther than
/// @p most metres. @returns the metres added. Private to this room.
double extendToTrackEnd(const LineGraph &graph, const TrackRules &rules, std::vector<RoutePiece> &pieces, double most);

/// The same route from its end to its start.
void reversePieces(std::vector<RoutePiece> &pieces);

} // namespace ca
