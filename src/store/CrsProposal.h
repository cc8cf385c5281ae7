// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "store/LayerReport.h"

namespace ca {

// What the report proposes when the coordinates of a layer do not fit its reference system. Nothing is applied. Private
// to this room. Bounds are those of the layer as stored.

/// For coordinates that look like degrees in a system that has none.
void proposeDegrees(const Box &bounds, LayerReport &report);

/// For coordinates that are no degrees where degrees were stated or assumed: Web Mercator when they lie in its square,
/// with the place they would have, so that the user can judge.
void proposePlane(const Box &bounds, LayerReport &report);

} // namespace ca
