// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "geo/LatLon.h"

#include <span>
#include <vector>

/// Plane geometry of lines and rings. All pure functions, thread-safe; the unit is that of the input.
namespace ca {

/// A piece of a line left by clipping. @c startLength is the length of the whole line before
/// the piece, so that dashes keep their phase.
struct ClippedRun {
    PlaneLine points;
    double startLength = 0;
};

/// Pieces of @p line inside @p box (Liang–Barsky per segment).
[[nodiscard]] std::vector<ClippedRun> clipLine(std::span<const PointXY> line, const Box &box);

/// The dashes of @p run: dash, gap, dash … of @p pattern (an even number of lengths > 0), begun where the whole line
/// begins.
[[nodiscard]] std::vector<PlaneLine> dashesOf(const ClippedRun &run, std::span<const double> pattern);

/// Ring clipped to @p box (Sutherland–Hodgman; may run along the box's edge). Empty when outside.
[[nodiscard]] PlaneLine clipRing(std::span<const PointXY> ring, const Box &box);

[[nodiscard]] double lineLength(std::span<const PointXY> line);
/// Distance from @p p to the nearest place of @p line.
[[nodiscard]] double distanceToLine(std::span<const PointXY> line, PointXY p);
[[nodiscard]] Box boundsOf(std::span<const PointXY> line);

} // namespace ca
