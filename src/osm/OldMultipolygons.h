// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractReader.h"

/// Multipolygons as they were mapped up to 2017, and still are in old extracts: the relation says no more than that it is
/// one; what the area is stands on the ways of its outline. Private to this room.
namespace ca::oldmultipolygons {

/// Whether these are all the tags of such a relation: type=multipolygon, and none that tells what is there.
[[nodiscard]] bool isOne(std::span<const OsmTag> tags);

/// Gives each such relation of @p extract the tags that all its outer ways agree on, after its own. Those that are then still
/// not @p wanted are taken out.
void giveOutlineTags(OsmExtract &extract, const OsmFilter &wanted);

/// Whether two objects say the same of the area they are: an inner way with the tags of its multipolygon is a hole in it and
/// no area of its own. Tags that tell nothing of it do not count.
[[nodiscard]] bool sameArea(const OsmExtract &extract, OsmExtract::Range one, OsmExtract::Range other);

} // namespace ca::oldmultipolygons
