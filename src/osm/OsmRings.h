// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OsmExtract.h"

#include <cstdlib>
#include <vector>

namespace ca {

struct OsmRingVertex {
    OsmLocation at;
    bool meets = false;  ///< ways meet here: simplifying keeps it
};
using OsmRing = std::vector<OsmRingVertex>;  ///< closed: the last vertex repeats the first

/// A shell and its holes.
struct OsmPolygon {
    std::vector<OsmRing> rings;
};

/// Joins @p ways, end node to end node, to closed rings; each way is used once. @p meets has a mark for each of the extract's
/// vertices.
/// @returns false where some do not close or lack nodes.
[[nodiscard]] bool joinRings(const OsmExtract &extract, std::span<const std::uint8_t> meets,
                             const std::vector<const OsmExtract::Way *> &ways, std::vector<OsmRing> &out);

/// Gives each of @p inner to the smallest of @p outer around it; those in none are dropped.
[[nodiscard]] std::vector<OsmPolygon> polygonsOf(std::vector<OsmRing> outer, std::vector<OsmRing> inner);

/// Cuts rings that jump over the antimeridian into the parts on both sides. @p cut tells whether there were any.
/// Rings that go around a pole are dropped.
[[nodiscard]] std::vector<OsmRing> cutAtAntimeridian(std::vector<OsmRing> rings, bool &cut);

/// Whether the edge between the two goes the short way over 180°.
[[nodiscard]] inline bool jumpsAntimeridian(OsmLocation a, OsmLocation b)
{
    return std::abs(std::int64_t(a.lon) - b.lon) > 1'800'000'000;
}

} // namespace ca
