// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/LaneTracks.h"

namespace ca::lanes {

/// Another track and where a track shares it.
struct Share {
    std::size_t other = 0;
    std::vector<Stretch> stretches;
};
using Shares = std::vector<std::vector<Share>>;  ///< by track

/// The order of lanes, one for the whole scene so that corridors never change sides between forks: of all orders one
/// with the fewest crossings where corridors part, and of those the one nearest to the atlas' own. With more than seven corridors the
/// atlas' own.
/// @param corridors ranks of the corridors on each track. Returns each corridor's place, by rank.
[[nodiscard]] std::vector<int> laneOrder(const std::vector<Track> &tracks, const std::vector<std::vector<int>> &corridors, const Shares &shares);

} // namespace ca::lanes
