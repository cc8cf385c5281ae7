// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RasterBands.h"

#include "base/Tr.h"
#include "store/BandChoice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ca {

namespace {

constexpr std::int64_t stripPixels = 2'000'000;  ///< of the file, read between two looks at the cancel token
constexpr int sampleSide = 512;

class PixelReader {
public:
    PixelReader(GDALDatasetH dataset, RasterData &data, const CancelToken &cancel)
        : m_dataset(dataset), m_data(data), m_grid(data.grid), m_cancel(cancel), m_bands(chooseBands(dataset)) {}

    Result<Done> run()
    {
        const std::size_t pixels = std::size_t(m_grid.width) * std::size_t(m_grid.height);
        const bool values = m_bands.single && !m_bands.palette;
        m_grid.kind = values ? RasterGrid::Kind::Values : RasterGrid::Kind::Colours;
        if (values)
            m_grid.values.resize(pixels);
        else
            m_grid.colours.resize(pixels);
        noteBands();
        prepare();
        const int step = int(std::clamp<std::int64_t>(stripPixels / std::max<std::int64_t>(1, m_data.report.fullWidth * m_data.report.reduction),
                                                      1, m_grid.height));
        for (int row = 0; row < m_grid.height; row += step) {
            if (m_cancel.cancelled())
                return Error{tr("cancelled"), {}, 0};
            if (!readStrip(row, std::min(step, m_grid.height - row)))
                return Error{tr("the picture is damaged: %1").arg(m_errors.message()), {}, 0};
        }
        if (values)
            findRange();
        return Done{};
    }

private:
    void noteBands()
    {
        const int count = GDALGetRasterCount(m_dataset);
        const bool alpha = hasAlpha(m_dataset);
        if (count > (m_bands.single ? 1 : 3) + (alpha ? 1 : 0))
            m_data.report.notes += m_bands.single ? tr("Of %1 bands the first is shown.").arg(count)
                                                  : tr("Of %1 bands three are shown as red, green and blue.").arg(count);
    }

    /// What has to be known before the first strip.
    void prepare()
    {
        if (m_bands.palette)
            m_palette = paletteColours(m_bands.palette);
        if (m_bands.single) {
            int has = 0;
            const double scale = GDALGetRasterScale(m_bands.single, &has);
            m_scale = has && std::isfinite(scale) ? scale : 1;
            const double offset = GDALGetRasterOffset(m_bands.single, &has);
            m_offset = has && std::isfinite(offset) ? offset : 0;
        } else if (std::ranges::any_of(m_bands.colours, [](GDALRasterBandH band) { return GDALGetRasterDataType(band) != GDT_Byte; })) {
            findStretch();
        }
    }

    /// Colours of more than 8 bits are stretched by what a coarse look at them finds.
    void findStretch()
    {
        m_low = std::numeric_limits<double>::infinity();
        m_high = -m_low;
        const int w = std::min(sampleSide, m_grid.width);
        const int h = std::min(sampleSide, m_grid.height);
        std::vector<float> sample(std::size_t(w) * std::size_t(h));
        for (GDALRasterBandH band : m_bands.colours) {
            if (GDALRasterIO(band, GF_Read, 0, 0, GDALGetRasterBandXSize(band), GDALGetRasterBandYSize(band), sample.data(), w, h,
                             GDT_Float32, 0, 0) != CE_None)
                continue;
            for (const float value : sample) {
                if (!std::isfinite(value))
                    continue;
                m_low = std::min<double>(m_low, value);
                m_high = std::max<double>(m_high, value);
            }
        }
        m_data.report.notes += tr("Its colours, %1 to %2, were stretched to those of a screen.").arg(m_low).arg(m_high);
    }

    bool readStrip(int row, int rows)
    {
        if (m_bands.palette)
            return readPaletteStrip(row, rows);
        return m_bands.single ? readValueStrip(row, rows) : readColourStrip(row, rows);
    }

    /// Reads the part of @p band under rows of the grid.
    template <class T>
    bool readBand(GDALRasterBandH band, GDALDataType type, GDALRIOResampleAlg how, int row, int rows, std::vector<T> &out)
    {
        out.resize(std::size_t(m_grid.width) * std::size_t(rows));
        const double scaleY = double(m_data.report.fullHeight) / m_grid.height;
        GDALRasterIOExtraArg extra{};
        INIT_RASTERIO_EXTRA_ARG(extra);
        extra.eResampleAlg = how;
        extra.bFloatingPointWindowValidity = TRUE;
        extra.dfXSize = double(m_data.report.fullWidth);
        extra.dfYOff = row * scaleY;
        extra.dfYSize = std::min(rows * scaleY, double(m_data.report.fullHeight) - extra.dfYOff);
        const int top = int(extra.dfYOff);
        const int bottom = int(std::min<double>(std::ceil(extra.dfYOff + extra.dfYSize - 1e-6), double(m_data.report.fullHeight)));
        return GDALRasterIOEx(band, GF_Read, 0, top, int(m_data.report.fullWidth), std::max(1, bottom - top), out.data(),
                              m_grid.width, rows, type, 0, 0, &extra) == CE_None;
    }

    /// Whether there are data, 0 … 255, of all bands together: a pixel is missing where all of them miss it.
    bool readMask(int row, int rows)
    {
        m_mask.assign(std::size_t(m_grid.width) * std::size_t(rows), 0);
        std::vector<std::uint8_t> mask;
        for (GDALRasterBandH band : m_bands.single ? std::array<GDALRasterBandH, 3>{m_bands.single} : m_bands.colours) {
            if (!band)
                continue;
            const bool whole = (GDALGetMaskFlags(band) & GMF_ALL_VALID) != 0;
            if (whole)
                mask.assign(m_mask.size(), 255);
            else if (!readBand(GDALGetMaskBand(band), GDT_Byte, GRIORA_NearestNeighbour, row, rows, mask))
                return false;
            std::ranges::transform(m_mask, mask, m_mask.begin(), [](auto a, auto b) { return std::max(a, b); });
        }
        return true;
    }

    [[nodiscard]] std::size_t at(int row) const { return std::size_t(row) * std::size_t(m_grid.width); }

    bool readPaletteStrip(int row, int rows)
    {
        std::vector<std::int32_t> indices;
        if (!readBand(m_bands.single, GDT_Int32, GRIORA_NearestNeighbour, row, rows, indices) || !readMask(row, rows))
            return false;
        for (std::size_t i = 0; i < indices.size(); ++i) {
            const bool known = m_mask[i] > 0 && indices[i] >= 0 && std::size_t(indices[i]) < m_palette.size();
            m_grid.colours[at(row) + i] = known ? m_palette[std::size_t(indices[i])] : 0;
        }
        return true;
    }

    bool readValueStrip(int row, int rows)
    {
        std::vector<float> values;
        if (!readBand(m_bands.single, GDT_Float32, GRIORA_Average, row, rows, values) || !readMask(row, rows))
            return false;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const bool known = m_mask[i] > 0 && std::isfinite(values[i]);
            m_grid.values[at(row) + i] = known ? float(values[i] * m_scale + m_offset) : std::numeric_limits<float>::quiet_NaN();
        }
        return true;
    }

    bool readColourStrip(int row, int rows)
    {
        std::array<std::vector<float>, 3> channels;
        for (std::size_t c = 0; c < 3; ++c) {
            if (!readBand(m_bands.colours[c], GDT_Float32, GRIORA_Average, row, rows, channels[c]))
                return false;
        }
        if (!readMask(row, rows))
            return false;
        const auto level = [this](float value) {
            const double share = m_high > m_low ? (value - m_low) / (m_high - m_low) : 0;
            return std::uint32_t(std::lround(255 * (share >= 0 ? std::min(share, 1.0) : 0)));  // NaN becomes 0
        };
        for (std::size_t i = 0; i < m_mask.size(); ++i)
            m_grid.colours[at(row) + i] = premultiplied(level(channels[0][i]), level(channels[1][i]), level(channels[2][i]), m_mask[i]);
        return true;
    }

    void findRange()
    {
        m_grid.low = std::numeric_limits<float>::infinity();
        m_grid.high = -m_grid.low;
        for (const float value : m_grid.values) {
            if (std::isnan(value))
                continue;
            m_grid.low = std::min(m_grid.low, value);
            m_grid.high = std::max(m_grid.high, value);
        }
        if (m_grid.low > m_grid.high) {
            m_grid.low = m_grid.high = 0;
            m_data.report.notes += tr("There is not one pixel with data in it.");
        }
    }

    GDALDatasetH m_dataset;
    RasterData &m_data;
    RasterGrid &m_grid;
    const CancelToken m_cancel;
    const BandChoice m_bands;
    const gdal::ErrorScope m_errors;
    std::vector<std::uint32_t> m_palette;
    std::vector<std::uint8_t> m_mask;
    double m_low = 0;      ///< of colours, as black and white
    double m_high = 255;
    double m_scale = 1;    ///< of values
    double m_offset = 0;
};

} // namespace

Result<Done> readPixels(GDALDatasetH dataset, RasterData &data, const CancelToken &cancel)
{
    return PixelReader(dataset, data, cancel).run();
}

} // namespace ca
