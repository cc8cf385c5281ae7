// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/LayerStep.h"

#include <QPainter>

namespace ca::LayerVector {

/// Paints @p steps with a painter, for devices that keep shapes as shapes. All geometry is clipped to the frame. Returns for
/// each step whether anything was drawn.
std::vector<bool> paint(QPainter &painter, const Frame &frame, const std::vector<LayerStep> &steps);

/// One line from end to end, casing first; for samples.
void paintLine(QPainter &painter, const LineStyle &line, const QPolygonF &points);

} // namespace ca::LayerVector
