// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/LayerReader.h"
#include "store/RawLayer.h"

namespace ca {

/// Says in the report which polygons of a layer in degrees cross themselves, as far as options.crossingLimit and
/// RingCrossing's own bounds go; the others are counted as not searched. Private to this room.
void reportCrossings(RawLayer &layer, const LayerOptions &options, const CancelToken &cancel);

} // namespace ca
