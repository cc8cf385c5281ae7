// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/SphereFrame.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ca {

/// A line or ring in a frame. λ runs on without jumps. A ring's last place is not its first again; after it the
/// ring goes on at the first place with λ increased by 360 · winding.
struct FramePath {
    std::vector<FramePoint> points;
    std::vector<double> positions;  ///< lines only: where each place lies in the input, vertex number and fraction
    int winding = 0;                ///< rings only: times around the frame's poles, eastward positive
};

/// The usable vertices of a line or ring: defined, latitude within −90..90, longitude within −360..360. Ring:
/// without the closing vertex.
struct CleanLine {
    std::vector<LatLon> vertices;
    std::vector<std::uint32_t> index;  ///< of each in the input
    std::size_t dropped = 0;
};
[[nodiscard]] CleanLine cleaned(std::span<const LatLon> line, bool ring);

/// Degrees eastward from vertex @p i to the next one, the shorter way round. A step of a full circle, as in the
/// outline of a box around the world, counts as one, unless the line goes on across the antimeridian there.
[[nodiscard]] double eastward(std::span<const LatLon> line, std::size_t i, bool ring);

/// @p line in @p frame; edges are straight in longitude and latitude to within @p tolerance degrees on the ground.
[[nodiscard]] FramePath framePath(std::span<const LatLon> line, bool ring, const SphereFrame &frame, double tolerance);

/// How often @p ring goes around the Earth's axis, eastward positive.
[[nodiscard]] int windingOf(std::span<const LatLon> ring);
/// Whether @p p lies inside @p ring. @p southInside tells which pole a ring around the axis encloses.
[[nodiscard]] bool ringContains(std::span<const LatLon> ring, LatLon p, bool southInside);

/// @p ring cut along λ = @p at or φ = @p at; what lies above or below is kept. The cut is closed along the line
/// (Sutherland & Hodgman 1974): filled by the odd–even rule the result is exact. Keeps the winding, so
/// @p ring may go round and round. @p changed is set when something was cut off.
enum class FrameAxis { Lambda, Phi };
[[nodiscard]] FramePath clipped(const FramePath &ring, FrameAxis axis, double at, bool above, bool &changed);

} // namespace ca
