// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/Pixels.h"

namespace ca::raster {

/// Where the corners of a picture lie on the target, device pixels; they need not be whole nor inside.
struct PicturePlace {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// Draws a picture (premultiplied) over @p target, stretched to @p place with bilinear interpolation; @p opacity 0 … 255. A
/// picture much larger than its place should be reduced before: each pixel looks at four of the picture's only. False when
/// nothing of it lies on the target.
bool drawPicture(const Pixels &target, const Pixels &picture, const PicturePlace &place, std::uint32_t opacity);

} // namespace ca::raster
