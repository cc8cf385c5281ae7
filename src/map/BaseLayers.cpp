// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/BaseLayers.h"

#include "base/Parallel.h"
#include "geo/GeometryProjector.h"
#include "map/DisputedBorders.h"
#include "map/FloodAnchors.h"
#include "map/Graticule.h"
#include "map/LabelAnchors.h"
#include "map/MapView.h"
#include "map/ShapePreparer.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ca {
namespace {

constexpr double outlineStep = 0.5;  // degrees

std::vector<std::uint32_t> borderKinds(const FeatureTable &table)
{
    std::vector<std::uint32_t> kinds;
    for (std::size_t f = 0; f < table.featureCount(); ++f) {
        const bool overlap = table.value(f, QStringLiteral("kind")).toString() == QLatin1String("overlap");
        kinds.push_back(overlap ? overlapBorder : plainBorder);
    }
    return kinds;
}

BaseLayer frameLayer()
{
    BaseLayer layer{QStringLiteral("frame"), {BaseLayer::Level()}};
    FeatureTable &table = layer.levels.front().features;
    table.kind = GeometryKind::Polygon;
    table.beginFeature(0);
    table.addPart(densifiedOutline(worldExtent()));
    return layer;
}

/// One level still to be prepared.
struct Task {
    PreparedLayer *layer = nullptr;
    PreparedLevel *level = nullptr;
    const FeatureTable *table = nullptr;
};

class Preparer {
public:
    Preparer(const Projection &projection, const CancelToken &cancel) : m_projection(projection), m_cancel(cancel) {}

    /// @param owner keeps the source's tables alive: nothing of them is copied.
    void add(const BaseLayer &source, const std::shared_ptr<const void> &owner)
    {
        auto layer = std::make_shared<PreparedLayer>();
        layer->id = source.id;
        layer->kind = source.levels.back().features.kind;
        layer->levels.resize(source.levels.size());
        for (std::size_t i = 0; i < source.levels.size(); ++i) {
            layer->levels[i].toleranceMetres = source.levels[i].toleranceMetres;
            layer->levels[i].table = {owner, &source.levels[i].features};
            m_tasks.push_back({layer.get(), &layer->levels[i], &source.levels[i].features});
        }
        m_layers.push_back(std::move(layer));
    }

    std::vector<std::shared_ptr<const PreparedLayer>> run()
    {
        std::stable_sort(m_tasks.begin(), m_tasks.end(), [](const Task &a, const Task &b) {
            return a.table->vertices.size() > b.table->vertices.size();
        });
        parallelFor(m_tasks.size(), m_cancel, [this](std::size_t i) { prepare(m_tasks[i]); });
        if (!m_cancel.cancelled())
            addFloodAnchors(m_layers, m_cancel);
        return {m_layers.begin(), m_layers.end()};
    }

private:
    void prepare(const Task &task)
    {
        const bool borders = task.layer->id == QLatin1String("borders");
        prepareShapes(*task.level, *task.table, m_projection, borders ? borderKinds(*task.table) : std::vector<std::uint32_t>(),
                      m_cancel);
        if (task.layer->id == QLatin1String("lakes") && task.level == &task.layer->levels.front())
            setAnchors(*task.layer, labelAnchors(*task.level, task.table->featureCount(), m_cancel));
    }

    const Projection &m_projection;
    CancelToken m_cancel;
    std::vector<std::shared_ptr<PreparedLayer>> m_layers;
    std::vector<Task> m_tasks;
};

std::vector<PreparedPlace> preparedPlaces(const FeatureTable &table, const Projection &projection)
{
    std::vector<PointXY> plane;
    std::vector<std::uint32_t> vertices;
    GeometryProjector(projection).points(table.vertices, plane, vertices);
    std::vector<PreparedPlace> places;
    for (std::size_t f = 0; f < table.featureCount(); ++f) {
        if (table.featureStart[f] == table.featureStart[f + 1])
            continue;
        const std::uint32_t vertex = table.partStart[table.featureStart[f]];
        const auto shown = std::lower_bound(vertices.begin(), vertices.end(), vertex);
        if (shown == vertices.end() || *shown != vertex)
            continue;
        PreparedPlace place;
        place.at = plane[std::size_t(shown - vertices.begin())];
        place.position = table.vertices[vertex];
        place.feature = std::uint32_t(f);
        place.rank = std::clamp(table.value(f, QStringLiteral("rank")).toInt(), 0, 9);
        place.capital = table.value(f, QStringLiteral("capital_of")).toString() == QLatin1String("country") ? 1 : 0;
        place.population = table.value(f, QStringLiteral("population")).toDouble();
        place.id = table.ids[f];
        places.push_back(place);
    }
    std::sort(places.begin(), places.end(), [](const PreparedPlace &a, const PreparedPlace &b) {
        return std::tuple(!a.capital, a.rank, -a.population, a.id) < std::tuple(!b.capital, b.rank, -b.population, b.id);
    });
    return places;
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

const PreparedLayer *PreparedBase::layer(const QString &id) const
{
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const auto &layer) { return layer->id == id; });
    return found == layers.end() ? nullptr : found->get();
}

std::shared_ptr<const PreparedBase> prepareBase(std::shared_ptr<const BaseMap> baseMap,
                                                const std::vector<DisputedStretch> &disputed, const Projection &projection,
                                                const CancelToken &cancel)
{
    static const BaseLayer graticule = graticuleLayer(worldExtent());
    static const BaseLayer frame = frameLayer();
    auto base = std::make_shared<PreparedBase>();
    Preparer preparer(projection, cancel);
    preparer.add(frame, nullptr);
    for (const BaseLayer &layer : baseMap->layers) {
        if (layer.id != QLatin1String("places") && !layer.levels.empty())
            preparer.add(layer, baseMap);
    }
    if (const BaseLayer *borders = baseMap->layer(QStringLiteral("borders")); borders && !disputed.empty()) {
        const auto layer = std::make_shared<const BaseLayer>(disputedLayer(*borders, disputed));
        preparer.add(*layer, layer);
    }
    preparer.add(graticule, nullptr);
    base->layers = preparer.run();
    if (const BaseLayer *places = baseMap->layer(QStringLiteral("places")); places && !places->levels.empty()) {
        base->placeTable = {baseMap, &places->levels.back().features};
        setPlaces(*base, preparedPlaces(*base->placeTable, projection));
    }
    base->credits = baseMap->credits;
    if (cancel.cancelled())
        return nullptr;
    return base;
}

void setPlaces(PreparedBase &base, SharedArray<PreparedPlace> places)
{
    std::vector<Box> boxes;
    for (const PreparedPlace &place : places)
        boxes.push_back({place.at.x, place.at.y, place.at.x, place.at.y});
    base.places = std::move(places);
    base.placeIndex = SpatialIndex(boxes);
}

} // namespace ca
