// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/Columns.h"

#include <algorithm>

namespace ca {

namespace {

Columns filled(const std::vector<double> &heights, double gap, double limit)
{
    Columns result;
    double top = 0;
    int column = 0;
    for (const double height : heights) {
        if (top > 0 && top + height > limit) {
            ++column;
            top = 0;
        }
        result.places.push_back({column, top});
        result.height = std::max(result.height, top + height);
        top += height + gap;
    }
    result.used = heights.empty() ? 0 : column + 1;
    return result;
}

} // namespace

Columns Columns::flow(const std::vector<double> &heights, double gap, int columns)
{
    double total = 0, tallest = 0;
    for (const double height : heights) {
        total += height + gap;
        tallest = std::max(tallest, height);
    }
    // The least height whose greedy filling needs no more columns than there are.
    double low = tallest, high = std::max(total, tallest);
    while (high - low > 0.25) {
        const double middle = (low + high) / 2;
        (filled(heights, gap, middle).used <= columns ? high : low) = middle;
    }
    const Columns tight = filled(heights, gap, low);
    return tight.used <= columns ? tight : filled(heights, gap, high);
}

} // namespace ca
