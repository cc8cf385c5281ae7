// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"

#include <cmath>
#include <cstdint>

namespace ca {

/// A point of a projection's plane on a grid of whole centimetres: half the size of a PointXY and exact to compare,
/// so that points that coincide in the data still do. It reaches 21,000 km from the plane's origin, farther than any
/// projection of the Earth that keeps its distances.
struct GridPoint {
    std::int32_t x = 0;
    std::int32_t y = 0;

    static constexpr double perMetre = 100;
    static constexpr double reach = 21e6;  ///< metres from the origin

    [[nodiscard]] static bool holds(PointXY p) { return std::abs(p.x) <= reach && std::abs(p.y) <= reach; }  // not NaN either
    /// @pre holds(p)
    [[nodiscard]] static GridPoint at(PointXY p)
    {
        return {std::int32_t(std::lround(p.x * perMetre)), std::int32_t(std::lround(p.y * perMetre))};
    }
    [[nodiscard]] PointXY plane() const { return {x / perMetre, y / perMetre}; }
    bool operator==(const GridPoint &) const = default;
};

} // namespace ca
