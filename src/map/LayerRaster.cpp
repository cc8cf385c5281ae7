// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LayerRaster.h"

#include "base/Parallel.h"
#include "map/RasterBand.h"

#include <QImage>

#include <algorithm>
#include <memory>
#include <mutex>
#include <thread>

namespace ca::LayerRaster {
namespace {

constexpr int leastRows = 128;           // of a band; less is not worth a thread
constexpr int mostBands = 8;
constexpr std::size_t fewShapes = 2000;  // in view; they are drawn before a second thread has begun

/// Bands to be drawn at once: more than most machines have cores, since they are not equally full, and the same number
/// everywhere, since in a crowd of lines it shows in the last levels of a pixel where a band begins.
int bandCount(const Frame &frame, const std::vector<LayerStep> &steps, int height)
{
    std::size_t shapes = 0;
    for (const LayerStep &step : steps) {
        if (step.picture)
            shapes = fewShapes;
        else
            step.shapes->tree.query(frame.planeBox(0), [&](const PackedTree::Node &) { return shapes < fewShapes; },
                                [&](std::size_t first, std::size_t end) { shapes += end - first; });
    }
    return shapes < fewShapes ? 1 : std::clamp(height / leastRows, 1, mostBands);
}

/// Memory for bands that is not in use just now. Thread-safe.
class ScratchStore {
public:
    static ScratchStore &instance()
    {
        static ScratchStore store;
        return store;
    }
    std::unique_ptr<RasterScratch> take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty())
            return std::make_unique<RasterScratch>();
        auto scratch = std::move(m_idle.back());
        m_idle.pop_back();
        return scratch;
    }
    void giveBack(std::unique_ptr<RasterScratch> scratch)
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.size() < std::size_t(2 * std::max(1u, std::thread::hardware_concurrency())))
            m_idle.push_back(std::move(scratch));
    }

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<RasterScratch>> m_idle;
};

} // namespace

std::vector<bool> paint(QImage &image, const Frame &frame, const std::vector<LayerStep> &steps, QPointF origin, double scale)
{
    const raster::Pixels all{reinterpret_cast<raster::Pixel *>(image.bits()), image.width(), image.height(),
                             std::ptrdiff_t(image.bytesPerLine() / sizeof(raster::Pixel))};
    const int bands = bandCount(frame, steps, all.height);
    std::vector<std::vector<bool>> drawn(std::size_t(bands), std::vector<bool>(steps.size()));
    parallelFor(std::size_t(bands), frame.cancel, [&](std::size_t i) {
        const int top = int(i) * all.height / bands, bottom = int(i + 1) * all.height / bands;
        auto scratch = ScratchStore::instance().take();
        RasterBand band(frame, {all.row(top), all.width, bottom - top, all.stride}, origin + QPointF(0, top / scale), scale, *scratch);
        for (std::size_t s = 0; s < steps.size() && !frame.cancel.cancelled(); ++s)
            drawn[i][s] = band.paint(steps[s]);
        ScratchStore::instance().giveBack(std::move(scratch));
    });
    std::vector<bool> any(steps.size());
    for (const std::vector<bool> &band : drawn) {
        for (std::size_t s = 0; s < steps.size(); ++s)
            any[s] = any[s] || band[s];
    }
    return any;
}

} // namespace ca::LayerRaster
