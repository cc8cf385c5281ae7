// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "geo/Projection.h"
#include "map/PreparedLayer.h"

#include <vector>

namespace ca {

/// Makes the shapes of @p table in the plane of @p projection, ranked and indexed, on all cores, and for rings that are cut
/// by the map's edges the outlines to stroke instead. What the projection cannot show is left out, and what coincides with
/// the vertex before it to the centimetre; so are lines and rings of which too little is left. @p kinds holds Part::kind by
/// feature; empty = all 0. Incomplete when cancelled.
/// @param shared rings are left without ranks, since shareBorders() will give them theirs.
void prepareShapes(PreparedLevel &level, const FeatureTable &table, const Projection &projection,
                   const std::vector<std::uint32_t> &kinds, const CancelToken &cancel, bool shared = false);

} // namespace ca
