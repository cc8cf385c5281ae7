// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/ColourVision.h"
#include "map/MapStyle.h"

/// When a reader can tell two lines apart. Pure functions.
namespace ca {

/// No gap of its dashes can be seen on paper: the line reads as an unbroken one.
[[nodiscard]] bool readsAsSolid(const LineStyle &line);
/// Dashes of the same rhythm, and the same sign of a state on the line: what status is told by. Width and shade are no signs:
/// a reader sees them only beside the other line.
[[nodiscard]] bool sameSigns(const LineStyle &one, const LineStyle &other);
/// Nothing but the colour differs: same signs, marks and edges, about the same width.
[[nodiscard]] bool sameShape(const LineStyle &one, const LineStyle &other);
/// Too near for thin lines far apart from one another.
[[nodiscard]] bool sameColour(const QColor &one, const QColor &other, ColourVision vision);

} // namespace ca
