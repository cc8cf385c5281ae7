// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Gdal.h"

#include <array>
#include <cstdint>
#include <vector>

namespace ca {

/// Where the colours or values of a picture are. Private to this room.
struct BandChoice {
    std::array<GDALRasterBandH, 3> colours{};  ///< red, green, blue
    GDALRasterBandH single = nullptr;          ///< values or palette, when there are no colours
    GDALColorTableH palette = nullptr;
};

/// Bands that say they are red, green and blue, else the first three of 8 bits that say nothing else; else the first.
[[nodiscard]] BandChoice chooseBands(GDALDatasetH dataset);
[[nodiscard]] bool hasAlpha(GDALDatasetH dataset);

/// 0xAARRGGBB from parts of 0 … 255.
[[nodiscard]] std::uint32_t premultiplied(std::uint32_t r, std::uint32_t g, std::uint32_t b, std::uint32_t a);
[[nodiscard]] std::vector<std::uint32_t> paletteColours(GDALColorTableH palette);

} // namespace ca
