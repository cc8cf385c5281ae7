// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"

#include <QString>

#include <array>
#include <cstdint>
#include <vector>

namespace ca {

/// A georeferenced picture, or grid of values, in its own reference system. Plain data: filled once by a reader,
/// then shared as const. Pixels row after row from the first; which way is north says the transform.
struct RasterGrid {
    enum class Kind {
        Colours,  ///< a picture
        Values,   ///< one number a pixel, such as a height
    };

    int width = 0;
    int height = 0;
    QString crs;                              ///< definition as PROJ reads it (WKT)
    /// Place of pixel corners: x = t[0] + column t[1] + row t[2], y = t[3] + column t[4] + row t[5], in the
    /// units of crs, order east, north. May turn and shear.
    std::array<double, 6> transform{0, 1, 0, 0, 0, 1};
    Kind kind = Kind::Colours;
    std::vector<std::uint32_t> colours;       ///< 0xAARRGGBB, premultiplied; empty for values
    std::vector<float> values;                ///< NaN = no data; empty for colours
    float low = 0;                            ///< least and greatest of the values there are
    float high = 0;

    /// Place of a pixel's corner; (0, 0) is the first pixel's.
    [[nodiscard]] PointXY place(double column, double row) const;
    /// Bounds in the plane of crs.
    [[nodiscard]] Box bounds() const;
    /// A value as a grey between black (low) and white (high), 0xAARRGGBB; transparent without data.
    [[nodiscard]] std::uint32_t grey(float value) const;
};

/// A picture upright in the plane of some projection, ready to be drawn: pixels fill the box, first row at the top (maxY).
struct RasterImage {
    int width = 0;
    int height = 0;
    Box box;                                  ///< metres of the projection
    std::vector<std::uint32_t> pixels;        ///< 0xAARRGGBB, premultiplied, row after row
};

} // namespace ca
