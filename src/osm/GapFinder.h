// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/LineGraph.h"

#include <vector>

namespace ca {

/// A straight piece from the end of a track to a place of another one.
struct Gap {
    OsmLocation from;               ///< the end
    OsmLocation to;
    std::uint32_t edge = 0;         ///< that @c to lies on
    std::uint32_t segment = 0;      ///< vertex of that edge before @c to
    double t = 0;                   ///< 0 at that vertex, 1 at the next
};

/// Ends of tracks that have another end, or track that is not connected to them, ahead within @p longestGap metres. A
/// train could run over each: none turns more than @c 60 degrees at either side (85 where the gap is no longer than the
/// coordinates are uncertain). Pipelines may bend as they like. Private to this room.
[[nodiscard]] std::vector<Gap> findGaps(const LineGraph &graph, double longestGap);

} // namespace ca
