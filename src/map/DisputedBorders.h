// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "atlas/Records.h"

#include <vector>

namespace ca {

/// The stretches of @p borders that the atlas' sources call disputed (geodata/disputed.csv), as a layer "disputed" with the
/// levels of the borders. Rows that name no border of the layer add nothing: the atlas' compiler has refused them.
[[nodiscard]] BaseLayer disputedLayer(const BaseLayer &borders, const std::vector<DisputedStretch> &rows);

} // namespace ca
