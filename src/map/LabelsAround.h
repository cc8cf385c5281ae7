// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/LabelLayout.h"

namespace ca::LabelLayout {

/// LabelLayout::place() for a map that something else will be painted over: no label stands in @p covered (screen).
[[nodiscard]] std::vector<PlacedLabel> placeAround(const RenderRequest &request, const std::vector<QRectF> &covered, const CancelToken &cancel = {});

} // namespace ca::LabelLayout
