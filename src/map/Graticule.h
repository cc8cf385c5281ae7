// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "geo/Box.h"

namespace ca {

/// Meridians and parallels over @p box as a base layer: 10°, 5°, 2°, 1° and ½° apart. The coarser grids
/// have the greater tolerance, so that each scale finds its own.
[[nodiscard]] BaseLayer graticuleLayer(const GeoBox &box);
/// Degrees between the lines that are drawn at a scale.
[[nodiscard]] double graticuleStep(double metresPerPixel);

} // namespace ca
