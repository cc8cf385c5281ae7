// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Scene.h"

#include <vector>

namespace ca {

/// Gives corridors that use the same track lanes side by side, stretch by stretch. A stretch of a segment is shared with
/// another of the same main mode while it lies within some 500 m of it for some kilometres, or for most of its length, or,
/// where one of the two ends, for little more than a kilometre. There every corridor of either gets one lane, in one
/// order for the whole scene (see laneOrder()); lanes are centred on the line and counted across the same direction of
/// travel for all segments of the stretch.
/// @param lines each segment's whole line, plane metres; @param modes its main mode.
/// Fills laneRuns, lane, start and end of each strand; vertices where a lane changes or strands meet are appended to
/// @p turns (by segment, vertex of its line): simplification must keep them.
void assignLanes(const std::vector<PlaneLine> &lines, const std::vector<Mode> &modes, std::vector<Scene::Strand> &strands,
                 std::vector<std::vector<std::size_t>> &turns);

} // namespace ca
