// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LayerRaster.h"

#include "base/Parallel.h"
#include "map/RasterBand.h"

#include <QImage>

#include <algorithm>
#include <thread>

namespace ca::LayerRaster {
namespace {

constexpr int leastRows = 64;  // of a band; less is not worth a thread

int bandCount(int height)
{
    const int cores = int(std::max(1u, std::thread::hardware_concurrency()));
    return std::clamp(height / leastRows, 1, 2 * cores);  // more than cores, since bands are not equally full
}

} // namespace

std::vector<bool> paint(QImage &image, const Frame &frame, const std::vector<LayerStep> &steps, QPointF origin, double scale)
{
    const raster::Pixels all{reinterpret_cast<raster::Pixel *>(image.bits()), image.width(), image.height(),
                             std::ptrdiff_t(image.bytesPerLine() / sizeof(raster::Pixel))};
    const int bands = bandCount(all.height);
    std::vector<std::vector<bool>> drawn(std::size_t(bands), std::vector<bool>(steps.size()));
    parallelFor(std::size_t(bands), frame.cancel, [&](std::size_t i) {
        const int top = int(i) * all.height / bands, bottom = int(i + 1) * all.height / bands;
        RasterBand band(frame, {all.row(top), all.width, bottom - top, all.stride}, origin + QPointF(0, top / scale), scale);
        for (std::size_t s = 0; s < steps.size() && !frame.cancel.cancelled(); ++s)
            drawn[i][s] = band.paint(steps[s]);
    });
    std::vector<bool> any(steps.size());
    for (const std::vector<bool> &band : drawn) {
        for (std::size_t s = 0; s < steps.size(); ++s)
            any[s] = any[s] || band[s];
    }
    return any;
}

} // namespace ca::LayerRaster
