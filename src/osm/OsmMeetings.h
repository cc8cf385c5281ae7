// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OsmExtract.h"

namespace ca {

/// A mark for each vertex of @p extract: 1 where its node is among the vertices of the ways twice or more, of two ways or
/// of one that comes back to itself.
[[nodiscard]] std::vector<std::uint8_t> markMeetings(const OsmExtract &extract);

/// Importance of each vertex of a line or ring, for simplifying it: metres as rank codes. Vertices with endRank are given (in
/// @p ranks) and stay; each stretch between them is ranked alone, so that lines that share nodes keep sharing them.
void rankBetweenMeetings(std::span<const OsmLocation> line, std::span<std::uint8_t> ranks);

} // namespace ca
