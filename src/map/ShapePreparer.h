// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "geo/Projection.h"
#include "map/PreparedLayer.h"

#include <vector>

namespace ca {

/// All shapes of @p table in the plane of @p projection, ranked and indexed, on all cores. What cannot be projected, or
/// coincides with the vertex before it to the centimetre, is left out; so are lines and rings of which too little is
/// left. @p kinds holds Part::kind by feature; empty = all 0. Incomplete when cancelled.
[[nodiscard]] PreparedShapes prepareShapes(const FeatureTable &table, const Projection &projection,
                                           const std::vector<std::uint32_t> &kinds, const CancelToken &cancel);

} // namespace ca
