// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/RasterGrid.h"

#include <algorithm>
#include <cmath>

namespace ca {

PointXY RasterGrid::place(double column, double row) const
{
    return {transform[0] + column * transform[1] + row * transform[2], transform[3] + column * transform[4] + row * transform[5]};
}

Box RasterGrid::bounds() const
{
    Box box;
    for (const double column : {0.0, double(width)}) {
        for (const double row : {0.0, double(height)})
            box.extend(place(column, row));
    }
    return box;
}

std::uint32_t RasterGrid::grey(float value) const
{
    if (std::isnan(value))
        return 0;
    const float share = high > low ? std::clamp((value - low) / (high - low), 0.0f, 1.0f) : 0.5f;
    const auto level = std::uint32_t(std::lround(share * 255));
    return 0xff000000u | level << 16 | level << 8 | level;
}

} // namespace ca
