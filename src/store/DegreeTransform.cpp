// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/DegreeTransform.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace ca {

namespace {

constexpr std::size_t batch = 1024;
constexpr std::size_t slice = 64 * batch;  ///< what a thread takes at a time
constexpr unsigned mostThreads = 4;

} // namespace

gdal::Transformation toDegrees(OGRSpatialReferenceH from)
{
    const gdal::ErrorScope errors;
    return gdal::Transformation(OCTNewCoordinateTransformation(from, gdal::wgs84().get()));
}

void transformToDegrees(OGRCoordinateTransformationH transformation, std::span<LatLon> points)
{
    const gdal::ErrorScope errors;
    std::array<double, batch> x;
    std::array<double, batch> y;
    std::array<int, batch> done;
    for (std::size_t from = 0; from < points.size(); from += batch) {
        const std::span<LatLon> some = points.subspan(from, std::min(batch, points.size() - from));
        for (std::size_t i = 0; i < some.size(); ++i) {
            x[i] = some[i].lon;
            y[i] = some[i].lat;
        }
        OCTTransformEx(transformation, int(some.size()), x.data(), y.data(), nullptr, done.data());
        for (std::size_t i = 0; i < some.size(); ++i)
            some[i] = done[i] ? LatLon{y[i], x[i]} : LatLon();
    }
}

void transformInParallel(OGRCoordinateTransformationH transformation, std::span<LatLon> points)
{
    std::atomic<std::size_t> next{0};
    const auto work = [&](OGRCoordinateTransformationH own) {
        for (std::size_t from = slice * next++; from < points.size(); from = slice * next++)
            transformToDegrees(own, points.subspan(from, std::min(slice, points.size() - from)));
    };
    const std::size_t threads = std::min<std::size_t>({std::max(1u, std::thread::hardware_concurrency()), mostThreads,
                                                       points.size() / slice + 1});
    std::vector<gdal::Transformation> copies;
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < threads; ++i) {
        if (gdal::Transformation copy{OCTClone(transformation)})
            copies.push_back(std::move(copy));
    }
    for (const gdal::Transformation &copy : copies)
        others.push_back(std::async(std::launch::async, work, copy.get()));
    work(transformation);
    for (std::future<void> &other : others)
        other.get();
}

} // namespace ca
