// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LayerRaster.h"

#include "base/Parallel.h"
#include "map/RasterBand.h"

#include <QImage>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>

namespace ca::LayerRaster {
namespace {

constexpr int leastRows = 128;           // of a band; less is not worth a thread
constexpr int mostBands = 8;             // of a picture of a usual size
constexpr int mostRows = 1024;           // of a band, so that those of a huge picture do not take its memory
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
    const int usual = shapes < fewShapes ? 1 : std::clamp(height / leastRows, 1, mostBands);
    return std::max(usual, height / mostRows);
}

/// Where band @p band of @p bands begins.
int edge(int band, int bands, int height)
{
    return int(std::int64_t(band) * height / bands);
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

Rows paintable(const Frame &frame, const std::vector<LayerStep> &steps, int height, Rows wanted)
{
    const int bands = bandCount(frame, steps, height);
    Rows rows{0, height};
    for (int band = 0; band <= bands; ++band) {
        const int at = edge(band, bands, height);
        if (at <= wanted.first)
            rows.first = at;
        if (at >= wanted.end) {
            rows.end = at;
            break;
        }
    }
    return rows;
}

std::vector<bool> paint(QImage &image, const Frame &frame, const std::vector<LayerStep> &steps, QPointF origin, double scale)
{
    return paint(image, frame, steps, origin, scale, {0, image.height()}, image.height());
}

std::vector<bool> paint(QImage &image, const Frame &frame, const std::vector<LayerStep> &steps, QPointF origin, double scale,
                        Rows rows, int height)
{
    const raster::Pixels all{reinterpret_cast<raster::Pixel *>(image.bits()), image.width(), image.height(),
                             std::ptrdiff_t(image.bytesPerLine() / sizeof(raster::Pixel))};
    const int bands = bandCount(frame, steps, height);
    std::vector<int> edges;
    for (int band = 0; band <= bands; ++band) {
        if (const int at = edge(band, bands, height); at >= rows.first && at <= rows.end)
            edges.push_back(at);
    }
    const std::size_t count = edges.empty() ? 0 : edges.size() - 1;
    std::vector<std::vector<bool>> drawn(count, std::vector<bool>(steps.size()));
    parallelFor(count, frame.cancel, [&](std::size_t i) {
        const int top = edges[i], bottom = edges[i + 1];
        auto scratch = ScratchStore::instance().take();
        RasterBand band(frame, {all.row(top - rows.first), all.width, bottom - top, all.stride}, origin + QPointF(0, top / scale), scale, *scratch);
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
