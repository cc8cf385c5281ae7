// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LayerProjector.h"

#include "geo/Polyline.h"
#include "map/FloodAnchors.h"
#include "map/Graticule.h"
#include "map/LabelAnchors.h"
#include "map/MapView.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace ca {
namespace {

constexpr double outlineStep = 0.5;  // degrees; longer edges get vertices in between

void addPart(Scene::Layer &layer, std::span<const PointXY> plane, std::uint32_t feature)
{
    Scene::Layer::Part part;
    part.first = std::uint32_t(layer.vertices.size());
    part.feature = feature;
    for (const PointXY p : plane) {
        if (!p.finite())
            continue;
        layer.vertices.push_back(p);
        part.box.extend(p);
    }
    part.count = std::uint32_t(layer.vertices.size() - part.first);
    const std::size_t least = layer.kind == GeometryKind::Polygon ? 4 : layer.kind == GeometryKind::Line ? 2 : 1;
    if (part.count < least) {
        layer.vertices.resize(part.first);
        return;
    }
    if (layer.kind != GeometryKind::Point) {
        const std::vector<float> ranks = vertexRanks(layer.line(part));
        layer.ranks.insert(layer.ranks.end(), ranks.begin(), ranks.end());
    }
    layer.parts.push_back(part);
}

/// @p part with vertices at most outlineStep apart: the base map's straight cut edges are curves in the plane.
GeoLine densified(std::span<const LatLon> part)
{
    GeoLine out;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (i > 0) {
            const LatLon a = part[i - 1], b = part[i];
            const int steps = int(std::max(std::abs(b.lat - a.lat), std::abs(b.lon - a.lon)) / outlineStep);
            for (int k = 1; k <= steps; ++k)
                out.push_back({a.lat + (b.lat - a.lat) * k / (steps + 1), a.lon + (b.lon - a.lon) * k / (steps + 1)});
        }
        out.push_back(part[i]);
    }
    return out;
}

void projectLevel(Scene::Layer &layer, const FeatureTable &table, const Projection &projection,
                  const CancelToken &cancel)
{
    layer.kind = table.kind;
    std::vector<PointXY> plane;
    for (std::size_t f = 0; f < table.featureCount(); ++f) {
        for (std::uint32_t p = table.featureStart[f]; p < table.featureStart[f + 1]; ++p) {
            if (cancel.cancelled())
                return;
            const GeoLine part = densified(table.part(p));
            plane.resize(part.size());
            projection.forward(part, plane);
            addPart(layer, plane, std::uint32_t(f));
        }
    }
}

void indexParts(Scene::Layer &layer)
{
    std::vector<Box> boxes;
    boxes.reserve(layer.parts.size());
    for (const auto &part : layer.parts)
        boxes.push_back(part.box);
    layer.index = SpatialIndex(boxes);
}

bool isLabelledArea(const Scene::Layer &layer)
{
    return layer.kind == GeometryKind::Polygon
        && (layer.id == QLatin1String("countries") || layer.id == QLatin1String("seas") || layer.id == QLatin1String("lakes"));
}

/// One level still to be projected.
struct Task {
    Scene::Layer *layer = nullptr;
    const FeatureTable *table = nullptr;
};

void runTask(const Task &task, const Projection &projection, const CancelToken &cancel)
{
    projectLevel(*task.layer, *task.table, projection, cancel);
    indexParts(*task.layer);
    if (isLabelledArea(*task.layer))
        task.layer->anchors = labelAnchors(*task.layer, cancel);
}

void runAll(const std::vector<Task> &tasks, const Projection &projection, const CancelToken &cancel)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < tasks.size() && !cancel.cancelled(); i = next++)
            runTask(tasks[i], projection, cancel);
    };
    std::vector<std::jthread> workers;
    for (unsigned i = 1; i < std::max(2u, std::thread::hardware_concurrency()); ++i)
        workers.emplace_back(work);
    work();
}

} // namespace

GeoLine densifiedOutline(const GeoBox &box)
{
    GeoLine ring;
    const int across = int(std::ceil((box.east - box.west) / outlineStep));
    const int up = int(std::ceil((box.north - box.south) / outlineStep));
    for (int i = 0; i < across; ++i)
        ring.push_back({box.south, box.west + (box.east - box.west) * i / across});
    for (int i = 0; i < up; ++i)
        ring.push_back({box.south + (box.north - box.south) * i / up, box.east});
    for (int i = across; i > 0; --i)
        ring.push_back({box.north, box.west + (box.east - box.west) * i / across});
    for (int i = up; i >= 0; --i)
        ring.push_back({box.south + (box.north - box.south) * i / up, box.west});
    return ring;
}

std::vector<SceneLevels> projectLayers(const BaseMap &baseMap, const Projection &projection, const PlaneLine &frame,
                                       const CancelToken &cancel)
{
    static const std::vector<BaseLayer> graticule{graticuleLayer(worldExtent())};
    std::vector<SceneLevels> layers;
    const auto prepare = [&layers](const BaseLayer &source) {
        SceneLevels entry{source.id, std::vector<Scene::Layer>(source.levels.size())};
        for (std::size_t i = 0; i < source.levels.size(); ++i) {
            entry.levels[i].id = source.id;
            entry.levels[i].toleranceMetres = source.levels[i].toleranceMetres;
            entry.levels[i].table = &source.levels[i].features;
        }
        layers.push_back(std::move(entry));
    };
    for (const BaseLayer &source : baseMap.layers) {
        if (source.id != QLatin1String("places"))  // see projectPlaces()
            prepare(source);
    }
    prepare(graticule.front());

    std::vector<Task> tasks;
    for (auto &entry : layers) {
        for (Scene::Layer &level : entry.levels)
            tasks.push_back({&level, level.table});
    }
    std::stable_sort(tasks.begin(), tasks.end(), [](const Task &a, const Task &b) {
        return a.table->vertices.size() > b.table->vertices.size();
    });
    runAll(tasks, projection, cancel);
    addFloodAnchors(layers, frame, cancel);
    return layers;
}

std::vector<Scene::Place> projectPlaces(const FeatureTable &table, const Projection &projection)
{
    std::vector<PointXY> plane(table.vertices.size());
    projection.forward(table.vertices, plane);
    std::vector<Scene::Place> places;
    for (std::size_t f = 0; f < table.featureCount(); ++f) {
        if (table.featureStart[f] == table.featureStart[f + 1])
            continue;
        const std::uint32_t vertex = table.partStart[table.featureStart[f]];
        if (!plane[vertex].finite())
            continue;
        Scene::Place place;
        place.at = plane[vertex];
        place.position = table.vertices[vertex];
        place.feature = std::uint32_t(f);
        place.rank = std::clamp(table.value(f, QStringLiteral("rank")).toInt(), 0, 9);
        place.capital = table.value(f, QStringLiteral("capital_of")).toString() == QLatin1String("country");
        place.population = table.value(f, QStringLiteral("population")).toDouble();
        place.id = table.ids[f];
        places.push_back(place);
    }
    std::sort(places.begin(), places.end(), [](const Scene::Place &a, const Scene::Place &b) {
        return std::tuple(!a.capital, a.rank, -a.population, a.id) < std::tuple(!b.capital, b.rank, -b.population, b.id);
    });
    return places;
}

} // namespace ca
