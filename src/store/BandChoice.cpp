// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/BandChoice.h"

#include <algorithm>

namespace ca {

namespace {

GDALRasterBandH bandOf(GDALDatasetH dataset, GDALColorInterp meaning)
{
    for (int i = 1; i <= GDALGetRasterCount(dataset); ++i) {
        GDALRasterBandH band = GDALGetRasterBand(dataset, i);
        if (GDALGetRasterColorInterpretation(band) == meaning)
            return band;
    }
    return nullptr;
}

bool isPlainByte(GDALRasterBandH band)
{
    const GDALColorInterp meaning = GDALGetRasterColorInterpretation(band);
    return GDALGetRasterDataType(band) == GDT_Byte && (meaning == GCI_Undefined || meaning == GCI_GrayIndex);
}

} // namespace

BandChoice chooseBands(GDALDatasetH dataset)
{
    BandChoice bands;
    bands.colours = {bandOf(dataset, GCI_RedBand), bandOf(dataset, GCI_GreenBand), bandOf(dataset, GCI_BlueBand)};
    if (std::ranges::all_of(bands.colours, [](GDALRasterBandH band) { return band != nullptr; }))
        return bands;
    if (GDALGetRasterCount(dataset) >= 3) {
        for (int i = 0; i < 3; ++i)
            bands.colours[std::size_t(i)] = GDALGetRasterBand(dataset, i + 1);
        if (std::ranges::all_of(bands.colours, isPlainByte))
            return bands;
    }
    bands.colours = {};
    bands.single = GDALGetRasterBand(dataset, 1);
    if (GDALGetRasterColorInterpretation(bands.single) == GCI_PaletteIndex)
        bands.palette = GDALGetRasterColorTable(bands.single);
    return bands;
}

bool hasAlpha(GDALDatasetH dataset)
{
    return bandOf(dataset, GCI_AlphaBand) != nullptr;
}

std::uint32_t premultiplied(std::uint32_t r, std::uint32_t g, std::uint32_t b, std::uint32_t a)
{
    const auto part = [a](std::uint32_t c) { return (c * a + 127) / 255; };
    return a << 24 | part(r) << 16 | part(g) << 8 | part(b);
}

std::vector<std::uint32_t> paletteColours(GDALColorTableH palette)
{
    std::vector<std::uint32_t> colours;
    for (int i = 0; i < GDALGetColorEntryCount(palette); ++i) {
        GDALColorEntry entry{};
        GDALGetColorEntryAsRGB(palette, i, &entry);
        const auto channel = [](short c) { return std::uint32_t(std::clamp<int>(c, 0, 255)); };
        colours.push_back(premultiplied(channel(entry.c1), channel(entry.c2), channel(entry.c3), channel(entry.c4)));
    }
    return colours;
}

} // namespace ca
