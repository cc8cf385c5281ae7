// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace ca {

/// Items set one after another into columns of equal width, as level as their order allows.
struct Columns {
    struct Place {
        int column = 0;
        double top = 0;
        bool operator==(const Place &) const = default;
    };
    std::vector<Place> places;  ///< one per item
    double height = 0;          ///< of the tallest column
    int used = 0;               ///< columns that hold something

    /// @param gap between items of a column, same unit as @p heights.
    [[nodiscard]] static Columns flow(const std::vector<double> &heights, double gap, int columns);
};

} // namespace ca
