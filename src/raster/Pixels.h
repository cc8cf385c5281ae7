// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// Drawing on plain memory: lines, discs and areas of one colour, nothing of maps. The space is that of device pixels:
/// x to the right, y down, the pixel (i, j) covers [i, i+1) × [j, j+1). Nothing here allocates per shape, and nothing
/// is shared: different objects may work on different threads, on disjoint rows of one picture too.
namespace ca::raster {

struct Point {
    float x = 0;
    float y = 0;
};

/// Premultiplied 0xAARRGGBB, as QImage::Format_ARGB32_Premultiplied.
using Pixel = std::uint32_t;

/// A view of somebody's pixels. Does not own them.
struct Pixels {
    Pixel *data = nullptr;
    int width = 0;
    int height = 0;
    std::ptrdiff_t stride = 0;  ///< pixels from one row to the next

    [[nodiscard]] Pixel *row(int y) const { return data + y * stride; }
};

/// a·b/255 rounded, for 0 … 255 (Blinn 1995).
[[nodiscard]] constexpr std::uint32_t scaled(std::uint32_t a, std::uint32_t b)
{
    const std::uint32_t t = a * b + 128;
    return (t + (t >> 8)) >> 8;
}

/// All four channels of @p pixel times @p factor/255.
[[nodiscard]] constexpr Pixel scaledPixel(Pixel pixel, std::uint32_t factor)
{
    std::uint32_t even = (pixel & 0xff00ffu) * factor + 0x800080u;
    even = ((even + ((even >> 8) & 0xff00ffu)) >> 8) & 0xff00ffu;
    std::uint32_t odd = ((pixel >> 8) & 0xff00ffu) * factor + 0x800080u;
    odd = (odd + ((odd >> 8) & 0xff00ffu)) & 0xff00ff00u;
    return even | odd;
}

/// @p source over @p target (Porter and Duff 1984).
[[nodiscard]] constexpr Pixel over(Pixel source, Pixel target)
{
    return source + scaledPixel(target, 255u - (source >> 24));
}

} // namespace ca::raster
