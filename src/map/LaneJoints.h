// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Scene.h"

namespace ca {

/// Finds where strands of one corridor meet, end to end or end to line, and binds their ends to one of them there.
/// @p lines and @p turns as for assignLanes(), whose lane runs must be set; the vertices met are added to @p turns.
void joinLanes(const std::vector<PlaneLine> &lines, std::vector<Scene::Strand> &strands,
               std::vector<std::vector<std::size_t>> &turns);

} // namespace ca
