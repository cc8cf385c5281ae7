// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Projection.h"

#include <vector>

namespace ca {

/// Finds the place that has a given image, for projections PROJ can only compute forward: the nearest of a grid of
/// places, then Newton's method. Immutable; thread-safe as far as the projection is.
class NumericInverse {
public:
    /// Keeps a reference to @p projection.
    explicit NumericInverse(const Projection &projection);
    /// Good to a millimetre; undefined where nothing has that image.
    [[nodiscard]] LatLon at(PointXY p) const;

private:
    [[nodiscard]] LatLon improved(LatLon guess, PointXY wanted) const;

    const Projection &m_projection;
    std::vector<LatLon> m_places;
    std::vector<PointXY> m_images;  ///< of m_places
};

} // namespace ca
