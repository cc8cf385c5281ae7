// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "map/PreparedLayer.h"

namespace ca {

/// Places for the names of polygons: per feature points well inside its polygon, roomiest first
/// (ties by x, then y). Fixed in the plane, so that names stay while panning.
[[nodiscard]] AnchorLists labelAnchors(const PreparedLevel &level, std::size_t featureCount, const CancelToken &cancel);

} // namespace ca
