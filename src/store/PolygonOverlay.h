// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "geo/LatLon.h"

#include <optional>
#include <span>
#include <vector>

namespace ca {

/// A face of the plane: its shell, counter-clockwise, then its holes, clockwise, so that it is on the left of each of its
/// edges. Rings are closed.
struct PlaneFace {
    std::vector<GeoLine> rings;
};

/// Plane geometry of areas in degrees, as longitude and latitude were x and y. Pure functions, thread-safe; the same input
/// gives the same output.
namespace overlay {

/// @p lines cut wherever they cross or touch; a stretch that several have comes once. Vertices stay as they are.
[[nodiscard]] Result<std::vector<GeoLine>> node(std::span<const GeoLine> lines);
/// The faces that @p lines, cut by node(), enclose. Ends that hang loose enclose nothing.
[[nodiscard]] Result<std::vector<PlaneFace>> facesOf(std::span<const GeoLine> lines);
/// What the rings enclose by the odd–even rule, made valid.
[[nodiscard]] Result<std::vector<PlaneFace>> validFaces(std::span<const GeoLine> rings);

enum class Side { Inside, Outside };
/// The parts of @p line on that side of @p area.
[[nodiscard]] Result<std::vector<GeoLine>> cutLine(std::span<const LatLon> line, std::span<const PlaneFace> area, Side side);
/// The parts of @p face on that side of @p area.
[[nodiscard]] Result<std::vector<PlaneFace>> cutFace(const PlaneFace &face, std::span<const PlaneFace> area, Side side);

/// A place well within the face; none where it has no area.
[[nodiscard]] std::optional<LatLon> placeInside(const PlaneFace &face);

} // namespace overlay
} // namespace ca
