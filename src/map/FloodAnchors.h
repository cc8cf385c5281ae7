// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "map/PreparedLayer.h"

#include <memory>
#include <vector>

namespace ca {

/// Places for the names of areas that the base map gives as points only (countries, seas): on a coarse grid, where
/// borders, coasts and the frame of the base map are walls, each point's area is filled from the point; anchors are cells
/// of it, those farthest from a wall first. Thus a country's name finds room although its point lies outside the view.
void addFloodAnchors(const std::vector<std::shared_ptr<PreparedLayer>> &layers, const CancelToken &cancel);

} // namespace ca
