// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Polyline.h"
#include "map/MapStyle.h"

#include <QPainter>

namespace ca {

/// Paints a line's marks (LineStyle::mark and stateMark) along what clipping left of it; they stay in place while panning.
/// @p ground fills what is hollow and parts a mark from its line. @p longest: of the line, pixels; marks stand closer on
/// lines that are shorter than their step.
void paintLineMarks(QPainter &painter, const LineStyle &line, const QColor &ground, const std::vector<ClippedRun> &runs, double longest);

} // namespace ca
