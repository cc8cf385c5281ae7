// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Frame.h"
#include "map/LabelLayout.h"

#include <QPainter>

/// Labels with the dots of places, and the credit in the corner.
namespace ca::LabelPainter {

void paint(QPainter &painter, const Frame &frame, const std::vector<PlacedLabel> &labels);

/// The look of a label: its style's, in the colour of its corridor where it names one.
[[nodiscard]] TextStyle styleOf(const Frame &frame, const PlacedLabel &label);

/// The plate of the corner credit, bottom right of the map.
[[nodiscard]] QRectF creditRect(const Frame &frame);
void paintCredit(QPainter &painter, const Frame &frame);

} // namespace ca::LabelPainter
