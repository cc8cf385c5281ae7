// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Scene.h"

#include <vector>

namespace ca {

/// Gives corridors that use the same track lanes side by side. Two segments share a track when at
/// least 70 % of one's samples lie within some 500 m of the other and both have the same main mode. Within a
/// group of such segments every corridor gets one lane, in the atlas' order of corridors; lanes are centred
/// on the line and counted across the same direction of travel for all of the group's segments.
/// @param lines each segment's whole line, plane metres; @param modes its main mode.
void assignLanes(const std::vector<PlaneLine> &lines, const std::vector<Mode> &modes,
                 std::vector<Scene::Strand> &strands);

} // namespace ca
