// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/Halo.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace ca::raster {
namespace {

/// to = max(to, from · weight / 256), number by number.
void raise(std::uint8_t *to, const std::uint8_t *from, std::size_t count, unsigned weight)
{
    for (std::size_t i = 0; i < count; ++i)
        to[i] = std::max(to[i], std::uint8_t((from[i] * weight) >> 8));
}

} // namespace

Coverage grown(const Coverage &shape, double radius)
{
    Coverage halo = shape;
    const int reach = int(std::ceil(radius));
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const double share = std::clamp(radius + 0.5 - std::hypot(dx, dy), 0.0, 1.0);
            if (share <= 0 || std::abs(dx) >= shape.width)
                continue;
            const auto weight = unsigned(std::lround(share * 256));
            const auto count = std::size_t(shape.width - std::abs(dx));
            for (int y = std::max(0, dy); y < std::min(shape.height, shape.height + dy); ++y) {
                std::uint8_t *to = &halo.values[std::size_t(y) * std::size_t(shape.width)] + std::max(0, dx);
                const std::uint8_t *from = &shape.values[std::size_t(y - dy) * std::size_t(shape.width)] + std::max(0, -dx);
                raise(to, from, count, weight);
            }
        }
    }
    return halo;
}

} // namespace ca::raster
