// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/SceneLayer.h"

namespace ca {

/// All levels of all line and polygon layers, and the graticule, projected, ranked and indexed on all cores.
/// @p frame is the projected outline of the base map.
/// Vertices that cannot be projected are left out. Incomplete when cancelled.
[[nodiscard]] std::vector<SceneLevels> projectLayers(const BaseMap &baseMap, const Projection &projection, const PlaneLine &frame,
                                                     const CancelToken &cancel);

/// Places with their rank, most important first (rank, capitals, population, then id).
[[nodiscard]] std::vector<Scene::Place> projectPlaces(const FeatureTable &table, const Projection &projection);

/// The outline of a geographic box with vertices every half degree, closed, counter-clockwise.
[[nodiscard]] GeoLine densifiedOutline(const GeoBox &box);

} // namespace ca
