// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "map/SceneLayer.h"

namespace ca {

/// Places for the names of polygons: per feature of @p layer points well inside its polygon, roomiest first
/// (ties by x, then y). Fixed in the plane, so that names stay while panning.
[[nodiscard]] std::vector<std::vector<Scene::Layer::Anchor>> labelAnchors(const Scene::Layer &layer,
                                                                          const CancelToken &cancel);

} // namespace ca
