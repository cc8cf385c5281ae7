// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Polyline.h"
#include "map/Frame.h"

#include <QPainter>

/// The stretches of borders that the atlas' sources call disputed (geodata/disputed.csv).
namespace ca::DisputedBorders {

/// Draws those in view over the borders, in the style's line "disputed", whose casing hides the settled line below.
/// Returns whether there was any.
bool paint(QPainter &painter, const Frame &frame);

/// One such border on any line; for legends, too.
void stroke(QPainter &painter, const LineStyle &line, const std::vector<ClippedRun> &runs);

} // namespace ca::DisputedBorders
