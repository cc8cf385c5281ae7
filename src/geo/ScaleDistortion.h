// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"

#include <optional>

namespace ca {

class Projection;

/// Linear scales of a projection: plane metres per metre on the ground. 1 = true, 1.02 = drawn 2 % too long.
struct ScaleRange {
    double least = 1;
    double greatest = 1;
};

/// At @p place, in the directions in which it is least and greatest (the axes of Tissot's ellipse). None where the
/// projection has no image.
[[nodiscard]] std::optional<ScaleRange> scaleAt(const Projection &projection, LatLon place);
/// Over all that @p view (plane metres) shows, looked at on a grid. None when it shows nothing.
[[nodiscard]] std::optional<ScaleRange> scaleOver(const Projection &projection, const Box &view);
/// The same for a geographic box; east may be above 180.
[[nodiscard]] std::optional<ScaleRange> scaleOver(const Projection &projection, const GeoBox &view);

} // namespace ca
