// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/LayerStep.h"

class QImage;

namespace ca::LayerRaster {

/// Some rows of a picture, counted from its top; @c end is not of them.
struct Rows {
    int first = 0;
    int end = 0;
};

/// Paints @p steps on @p image (premultiplied ARGB; filled before), whose left top corner is @p origin in the frame's screen
/// coordinates, at @p scale device pixels to the logical one. Works on all cores. Returns for each step whether anything was
/// drawn. Incomplete when the frame is cancelled.
std::vector<bool> paint(QImage &image, const Frame &frame, const std::vector<LayerStep> &steps, QPointF origin, double scale);

/// The least rows that hold those @p wanted of a picture of @p height rows and can be painted by themselves.
[[nodiscard]] Rows paintable(const Frame &frame, const std::vector<LayerStep> &steps, int height, Rows wanted);
/// The same for @p rows (see paintable()) of a picture of @p height rows, which alone are in @p image: pixel for pixel as if
/// painted with all others. @p origin is the whole picture's.
std::vector<bool> paint(QImage &image, const Frame &frame, const std::vector<LayerStep> &steps, QPointF origin, double scale,
                        Rows rows, int height);

} // namespace ca::LayerRaster
