// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/PictureFill.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ca::raster {
namespace {

/// A column or row of the target in the picture: between first and second, share/256 of the latter.
struct Tap {
    int first, second;
    std::uint32_t share;
};

/// Pixels of the target from begin on whose middles lie in the picture, along one axis.
struct Taps {
    int begin = 0;
    std::vector<Tap> taps;
};

Taps tapsOf(double from, double to, int size, int targetSize)
{
    Taps found;
    if (!(to - from > 0) || size <= 0)
        return found;
    found.begin = int(std::ceil(std::clamp(from - 0.5, 0.0, double(targetSize))));
    const int end = int(std::ceil(std::clamp(to - 0.5, 0.0, double(targetSize))));
    for (int i = found.begin; i < end; ++i) {
        const double at = std::clamp((i + 0.5 - from) / (to - from) * size - 0.5, 0.0, double(size - 1));
        const int first = int(at);
        found.taps.push_back({first, std::min(first + 1, size - 1), std::uint32_t((at - first) * 256)});
    }
    return found;
}

/// share/256 of @p b and the rest of @p a, two channels at a time.
Pixel mixed(Pixel a, Pixel b, std::uint32_t share)
{
    constexpr Pixel mask = 0xff00ff;
    const Pixel even = (((a & mask) * (256 - share) + (b & mask) * share) >> 8) & mask;
    const Pixel odd = (((a >> 8) & mask) * (256 - share) + ((b >> 8) & mask) * share) & ~mask;
    return even | odd;
}

} // namespace

bool drawPicture(const Pixels &target, const Pixels &picture, const PicturePlace &place, std::uint32_t opacity)
{
    const Taps columns = tapsOf(place.left, place.right, picture.width, target.width);
    const Taps rows = tapsOf(place.top, place.bottom, picture.height, target.height);
    for (std::size_t y = 0; y < rows.taps.size(); ++y) {
        const Tap &row = rows.taps[y];
        const Pixel *upper = picture.row(row.first), *lower = picture.row(row.second);
        Pixel *out = target.row(rows.begin + int(y)) + columns.begin;
        for (const Tap &column : columns.taps) {
            const Pixel seen = mixed(mixed(upper[column.first], upper[column.second], column.share),
                                     mixed(lower[column.first], lower[column.second], column.share), row.share);
            *out = over(opacity == 255 ? seen : scaledPixel(seen, opacity), *out);
            ++out;
        }
    }
    return !columns.taps.empty() && !rows.taps.empty();
}

} // namespace ca::raster
