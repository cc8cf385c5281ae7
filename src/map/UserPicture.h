// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/RasterGrid.h"

#include <QImage>

#include <vector>

namespace ca {

/// A georeferenced picture of the user's, upright in the map's plane, and its reductions to a half, a quarter … for farther
/// views. Immutable; shared between threads.
class UserPicture {
public:
    explicit UserPicture(const RasterImage &image);

    [[nodiscard]] const Box &box() const { return m_box; }  ///< plane metres
    /// The smallest of the pictures with pixels no larger than @p metresPerPixel, else the whole one. All of them fill the
    /// box; Format_ARGB32_Premultiplied.
    [[nodiscard]] const QImage &at(double metresPerPixel) const;

private:
    Box m_box;
    std::vector<QImage> m_levels;  ///< the whole one first
};

} // namespace ca
