// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace ca::raster {

/// A picture of 8-bit coverage, row by row without gaps.
struct Coverage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;
};

/// @p shape grown by @p radius pixels to all sides, with a soft edge: what a halo around it covers. The shape must keep
/// that distance from the picture's edges, else the halo is cut off there.
[[nodiscard]] Coverage grown(const Coverage &shape, double radius);

} // namespace ca::raster
