// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/PreparedLayer.h"

#include <span>
#include <vector>

namespace ca {

/// Turns the rings of one feature so that those inside an odd number of the others (holes) run against the rest, whatever
/// their order and direction in the data: the non-zero rule then fills them as the odd–even rule would, and areas of other
/// features may overlap them. @p vertices holds the rings, closed.
void setRingDirections(std::vector<GridPoint> &vertices, std::span<const PreparedShapes::Part> rings);

} // namespace ca
