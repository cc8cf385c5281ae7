// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ca {

/// Douglas–Peucker importance of each vertex, in units of the input (perpendicular distance at
/// which the vertex was split off; ends are infinite). A vertex belongs to the line simplified to
/// tolerance t exactly when its rank is >= t. Monotone: a kept vertex's parents are kept.
[[nodiscard]] std::vector<float> vertexRanks(std::span<const PointXY> line);

/// A rank in one byte, eight steps to the octave: enough to decide what a picture needs. Larger = more important.
using RankCode = std::uint8_t;
constexpr RankCode endRank = 255;   ///< always kept

/// Rounded down. 0 for less than a millimetre.
[[nodiscard]] RankCode rankCode(float metres);
/// Vertices of at least this code suffice for a tolerance; some that are up to a twelfth too small are among them.
[[nodiscard]] RankCode leastRank(double toleranceMetres);

} // namespace ca
