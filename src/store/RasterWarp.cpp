// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing half of RasterReader.
#include "store/RasterReader.h"

#include "base/Tr.h"
#include "store/Gdal.h"

#include <gdal_alg.h>
#include <gdalwarper.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>

namespace ca {

namespace {

constexpr double mostPixels = 64e6;
constexpr double pixelTolerance = 0.125;  ///< of a place, in exchange for most of the projecting

struct DestroyWarpOptions {
    void operator()(GDALWarpOptions *options) const { GDALDestroyWarpOptions(options); }
};
struct DestroyWarp {
    void operator()(void *operation) const { GDALDestroyWarpOperation(static_cast<GDALWarpOperationH>(operation)); }
};
struct DestroyImageTransformer {
    void operator()(void *transformer) const { GDALDestroyGenImgProjTransformer(transformer); }
};
struct DestroyApproximation {
    void operator()(void *transformer) const { GDALDestroyApproxTransformer(transformer); }
};

/// A data set over pixels in memory, which it neither copies nor owns.
class MemoryDataset {
public:
    MemoryDataset(int width, int height) : m_width(width), m_dataset(GDALCreate(GDALGetDriverByName("MEM"), "", width, height, 0, GDT_Byte, nullptr)) {}

    /// @param stride bytes between two pixels.
    bool addBand(void *first, GDALDataType type, std::size_t stride)
    {
        char pointer[64] = {};
        pointer[CPLPrintPointer(pointer, first, sizeof pointer - 1)] = 0;
        const QByteArray data = QByteArray("DATAPOINTER=") + pointer;
        const QByteArray pixel = "PIXELOFFSET=" + QByteArray::number(quint64(stride));
        const QByteArray line = "LINEOFFSET=" + QByteArray::number(quint64(stride) * quint64(m_width));
        const char *options[] = {data.constData(), pixel.constData(), line.constData(), nullptr};
        return m_dataset && GDALAddBand(m_dataset.get(), type, const_cast<char **>(options)) == CE_None;
    }

    /// The four bytes of each colour as bands. They are premultiplied, so all of them are resampled alike.
    bool addColours(std::vector<std::uint32_t> &colours)
    {
        auto *bytes = reinterpret_cast<unsigned char *>(colours.data());
        bool all = true;
        for (int i = 0; i < 4; ++i)
            all = all && addBand(bytes + i, GDT_Byte, 4);
        return all;
    }

    bool addValues(std::vector<float> &values)
    {
        return addBand(values.data(), GDT_Float32, sizeof(float))
            && GDALSetRasterNoDataValue(GDALGetRasterBand(get(), 1), std::numeric_limits<double>::quiet_NaN()) == CE_None;
    }

    bool place(std::array<double, 6> transform, OGRSpatialReferenceH reference)
    {
        return GDALSetGeoTransform(get(), transform.data()) == CE_None && GDALSetSpatialRef(get(), reference) == CE_None;
    }

    [[nodiscard]] GDALDatasetH get() const { return m_dataset.get(); }

private:
    int m_width;
    gdal::Dataset m_dataset;
};

int CPL_STDCALL goesOn(double, const char *, void *cancel)
{
    return static_cast<const CancelToken *>(cancel)->cancelled() ? FALSE : TRUE;
}

using WarpOptions = std::unique_ptr<GDALWarpOptions, DestroyWarpOptions>;

WarpOptions warpOptions(GDALDatasetH from, GDALDatasetH to, bool values, const CancelToken &cancel)
{
    WarpOptions options(GDALCreateWarpOptions());
    options->hSrcDS = from;
    options->hDstDS = to;
    options->eResampleAlg = GRA_Bilinear;
    options->pfnProgress = &goesOn;
    options->pProgressArg = const_cast<CancelToken *>(&cancel);
    GDALWarpInitDefaultBandMapping(options.get(), GDALGetRasterCount(from));
    if (values) {
        GDALWarpInitSrcNoDataReal(options.get(), std::numeric_limits<double>::quiet_NaN());
        GDALWarpInitDstNoDataReal(options.get(), std::numeric_limits<double>::quiet_NaN());
    }
    options->papszWarpOptions = CSLSetNameValue(options->papszWarpOptions, "INIT_DEST", values ? "NO_DATA" : "0");
    // The edges alone do not tell what of a picture is seen when a pole is in the middle.
    options->papszWarpOptions = CSLSetNameValue(options->papszWarpOptions, "SAMPLE_GRID", "YES");
    options->papszWarpOptions = CSLSetNameValue(options->papszWarpOptions, "NUM_THREADS", "ALL_CPUS");
    return options;
}

/// Draws one data set into the other. @returns false when there is no way between them.
bool warp(const MemoryDataset &from, const MemoryDataset &to, bool values, const CancelToken &cancel)
{
    const std::unique_ptr<void, DestroyImageTransformer> exact(GDALCreateGenImgProjTransformer2(from.get(), to.get(), nullptr));
    if (!exact)
        return false;
    const std::unique_ptr<void, DestroyApproximation> near(GDALCreateApproxTransformer(&GDALGenImgProjTransform, exact.get(), pixelTolerance));
    const WarpOptions options = warpOptions(from.get(), to.get(), values, cancel);
    options->pfnTransformer = &GDALApproxTransform;
    options->pTransformerArg = near.get();
    const std::unique_ptr<void, DestroyWarp> operation(GDALCreateWarpOperation(options.get()));
    return operation
        && GDALChunkAndWarpImage(static_cast<GDALWarpOperationH>(operation.get()), 0, 0, GDALGetRasterXSize(to.get()),
                                 GDALGetRasterYSize(to.get())) == CE_None;
}

Result<RasterImage> emptyImage(const Box &box, double pixelSize)
{
    const double width = std::max(1.0, std::ceil(box.width() / pixelSize - 1e-9));
    const double height = std::max(1.0, std::ceil(box.height() / pixelSize - 1e-9));
    if (box.empty() || !(pixelSize > 0) || !(width * height <= mostPixels))
        return Error{tr("there is no picture of that size"), {}, 0};
    RasterImage image;
    image.width = int(width);
    image.height = int(height);
    image.box = {box.minX, box.maxY - height * pixelSize, box.minX + width * pixelSize, box.maxY};
    image.pixels.resize(std::size_t(image.width) * std::size_t(image.height));
    return image;
}

Result<RasterImage> draw(const RasterGrid &grid, OGRSpatialReferenceH target, RasterImage image, double pixelSize, const CancelToken &cancel)
{
    const gdal::ErrorScope errors;
    const bool isValues = grid.kind == RasterGrid::Kind::Values;
    // GDAL only reads from here; its interface for memory knows no const.
    auto &colours = const_cast<std::vector<std::uint32_t> &>(grid.colours);
    auto &gridValues = const_cast<std::vector<float> &>(grid.values);
    std::vector<float> values(isValues ? image.pixels.size() : 0);
    MemoryDataset from(grid.width, grid.height);
    MemoryDataset to(image.width, image.height);
    const bool filled = isValues ? from.addValues(gridValues) && to.addValues(values)
                                 : from.addColours(colours) && to.addColours(image.pixels);
    const gdal::SpatialReference source = gdal::reference(grid.crs);
    const bool placed = filled && source && from.place(grid.transform, source.get())
        && to.place({image.box.minX, pixelSize, 0, image.box.maxY, 0, -pixelSize}, target);
    const bool drawn = placed && warp(from, to, isValues, cancel);
    if (cancel.cancelled())
        return Error{tr("cancelled"), {}, 0};
    if (!drawn)
        return Error{tr("the picture cannot be drawn in this projection: %1").arg(errors.message()), {}, 0};
    std::ranges::transform(values, image.pixels.begin(), [&](float value) { return grid.grey(value); });
    return image;
}

} // namespace

Result<RasterImage> RasterReader::warpTo(const RasterGrid &grid, const QString &definition, const Box &box, double pixelSize,
                                         const CancelToken &cancel)
{
    gdal::needAllDrivers();
    const gdal::SpatialReference target = gdal::reference(definition);
    if (!target)
        return Error{tr("%1 is no reference system of maps").arg(definition), {}, 0};
    try {
        Result<RasterImage> image = emptyImage(box, pixelSize);
        return image ? draw(grid, target.get(), std::move(*image), pixelSize, cancel) : image;
    } catch (const std::bad_alloc &) {
        return Error{tr("the picture does not fit into memory"), {}, 0};
    }
}

} // namespace ca
