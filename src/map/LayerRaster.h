// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/LayerStep.h"

class QImage;

namespace ca::LayerRaster {

/// Paints @p steps on @p image (premultiplied ARGB; filled before), whose left top corner is @p origin in the frame's screen
/// coordinates, at @p scale device pixels to the logical one. Works on all cores. Returns for each step whether anything was
/// drawn. Incomplete when the frame is cancelled.
std::vector<bool> paint(QImage &image, const Frame &frame, const std::vector<LayerStep> &steps, QPointF origin, double scale);

} // namespace ca::LayerRaster
