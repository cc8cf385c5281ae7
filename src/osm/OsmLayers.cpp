// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmLayers.h"

#include "base/Parallel.h"
#include "osm/LayerBuilder.h"
#include "osm/OsmMeetings.h"

#include <algorithm>
#include <future>
#include <map>
#include <unordered_set>

namespace ca {
namespace {

constexpr std::size_t chunkSize = 8192;  // objects that a thread takes at a time

/// An object, by its index in the extract, and a layer that it is in.
struct Classified {
    std::size_t object = 0;
    OsmClass found;
};

struct PendingArea {
    Classified relation;
    std::vector<OsmPolygon> polygons;
};

struct BorderUse {
    OsmClass found;  ///< of the first relation
    std::vector<std::uint32_t> relations;
};

template <class Object>
std::vector<Classified> classifyAll(const OsmExtract &extract, const LayerMapping &mapping, OsmType type,
                                    const std::vector<Object> &objects, const CancelToken &cancel)
{
    std::vector<std::vector<Classified>> chunks((objects.size() + chunkSize - 1) / chunkSize);
    parallelFor(chunks.size(), cancel, [&](std::size_t chunk) {
        std::vector<OsmTag> tags;
        std::vector<OsmClass> found;
        const std::size_t end = std::min(objects.size(), (chunk + 1) * chunkSize);
        for (std::size_t i = chunk * chunkSize; i < end; ++i) {
            tags.clear();
            const OsmExtract::Range range = objects[i].tags;
            for (std::uint32_t t = range.first; t < range.first + range.count; ++t)
                tags.push_back({extract.string(extract.storedTags[t].key), extract.string(extract.storedTags[t].value)});
            mapping.classify(type, tags, found);
            for (const OsmClass &one : found)
                chunks[chunk].push_back({i, one});
        }
    });
    std::vector<Classified> all;
    for (const auto &chunk : chunks)
        all.insert(all.end(), chunk.begin(), chunk.end());
    return all;
}

class LayersMaker {
public:
    LayersMaker(const OsmExtract &extract, const LayerMapping &mapping, const CancelToken &cancel)
        : m_extract(extract), m_mapping(mapping), m_cancel(cancel), m_borders(mapping.layers().size()),
          m_outlineWays(mapping.layers().size())
    {
        m_made.layers.resize(mapping.layers().size());
    }

    OsmLayers make()
    {
        auto meets = std::async(std::launch::async, [this] { return markMeetings(m_extract); });
        m_ways = classifyAll(m_extract, m_mapping, OsmType::Way, m_extract.ways, m_cancel);
        m_meets = meets.get();
        prepareRelations();
        addNodes();
        addWays();
        addRelations();
        rank();
        m_made.remarks = m_faults.sentences();
        return std::move(m_made);
    }

private:
    [[nodiscard]] OsmShape shapeOf(const Classified &one) const { return m_mapping.layers()[one.found.layer].shape; }
    LayerBuilder builder(std::size_t layer)
    {
        return {m_extract, m_meets, m_mapping.layers()[layer].levels, m_made.layers[layer], m_faults};
    }
    void prepareRelations();
    void noteBorder(const Classified &relation);
    void addNodes();
    void addWays();
    void reserveForWays();
    void addWay(const Classified &one);
    void addRelations();
    void rank();

    const OsmExtract &m_extract;
    const LayerMapping &m_mapping;
    CancelToken m_cancel;
    OsmLayers m_made;
    OsmFaults m_faults;
    std::vector<std::uint8_t> m_meets;
    std::vector<Classified> m_ways;
    std::vector<Classified> m_relationPoints;
    std::vector<PendingArea> m_areas;
    std::vector<std::map<std::size_t, BorderUse>> m_borders;  ///< for each layer, by the way's index
    std::vector<std::unordered_set<std::int64_t>> m_outlineWays;  ///< for each layer: ways that are in an area's outline
};

/// Relations come first: they decide about their ways.
void LayersMaker::prepareRelations()
{
    for (const Classified &one : classifyAll(m_extract, m_mapping, OsmType::Relation, m_extract.relations, m_cancel)) {
        if (m_cancel.cancelled())
            return;
        if (shapeOf(one) == OsmShape::Border) {
            noteBorder(one);
        } else if (shapeOf(one) == OsmShape::Point) {
            m_relationPoints.push_back(one);
        } else if (shapeOf(one) == OsmShape::Area) {
            std::vector<std::int64_t> outline;
            std::vector<OsmPolygon> polygons = builder(one.found.layer).assemble(m_extract.relations[one.object], outline);
            m_outlineWays[one.found.layer].insert(outline.begin(), outline.end());
            if (!polygons.empty())
                m_areas.push_back({one, std::move(polygons)});
        }
    }
}

void LayersMaker::noteBorder(const Classified &one)
{
    const OsmExtract::Relation &relation = m_extract.relations[one.object];
    bool whole = true;
    for (const OsmExtract::Member &member : m_extract.membersOf(relation)) {
        if (member.object.type != OsmType::Way)
            continue;
        const OsmExtract::Way *way = m_extract.way(member.object.id);
        whole = whole && way;
        if (!way)
            continue;
        BorderUse &use = m_borders[one.found.layer]
                             .try_emplace(std::size_t(way - m_extract.ways.data()), BorderUse{one.found, {}})
                             .first->second;
        if (use.relations.empty() || use.relations.back() != one.object)
            use.relations.push_back(std::uint32_t(one.object));
    }
    if (!whole)
        m_faults.note(OsmFault::BorderGaps, {OsmType::Relation, relation.id});
}

void LayersMaker::addNodes()
{
    for (const Classified &one : classifyAll(m_extract, m_mapping, OsmType::Node, m_extract.nodes, m_cancel))
        builder(one.found.layer).addNode(m_extract.nodes[one.object], one.found);
}

void LayersMaker::addWays()
{
    const auto before = [](const Classified &a, const Classified &b) {
        return std::pair(a.object, a.found.layer) < std::pair(b.object, b.found.layer);
    };
    // Ways of borders that say nothing of it themselves.
    const auto own = std::ptrdiff_t(m_ways.size());
    for (const auto &uses : m_borders) {
        for (const auto &[way, use] : uses) {
            const Classified one{way, use.found};
            if (!std::binary_search(m_ways.begin(), m_ways.begin() + own, one, before))
                m_ways.push_back(one);
        }
    }
    if (own < std::ptrdiff_t(m_ways.size()))
        std::sort(m_ways.begin(), m_ways.end(), before);
    reserveForWays();
    for (const Classified &one : m_ways) {
        if (m_cancel.cancelled())
            return;
        addWay(one);
    }
}

/// Room for what most ways become, a line each: lists that grow bit by bit touch twice the memory, which takes longer than to
/// fill it.
void LayersMaker::reserveForWays()
{
    std::vector<std::size_t> ways(m_made.layers.size()), vertices(m_made.layers.size());
    for (const Classified &one : m_ways) {
        ++ways[one.found.layer];
        vertices[one.found.layer] += m_extract.ways[one.object].vertices.count;
    }
    for (std::size_t i = 0; i < ways.size(); ++i) {
        OsmLayer &layer = m_made.layers[i];
        layer.rows.reserve(layer.rows.size() + ways[i]);
        layer.ringStart.reserve(layer.ringStart.size() + ways[i]);
        layer.vertices.reserve(layer.vertices.size() + vertices[i]);
        layer.ranks.reserve(layer.ranks.size() + (m_mapping.layers()[i].levels ? vertices[i] : 0));
    }
}

void LayersMaker::addWay(const Classified &one)
{
    const OsmExtract::Way &way = m_extract.ways[one.object];
    LayerBuilder to = builder(one.found.layer);
    switch (shapeOf(one)) {
    case OsmShape::Point: to.addMiddle(way, one.found); break;
    case OsmShape::Line: to.addLine(way, one.found, {}); break;
    case OsmShape::Area:
        if (!m_outlineWays[one.found.layer].contains(way.id))
            to.addArea(way, one.found);
        break;
    case OsmShape::Border: {
        const auto use = m_borders[one.found.layer].find(one.object);
        to.addLine(way, one.found,
                   use == m_borders[one.found.layer].end() ? std::vector<std::uint32_t>() : use->second.relations);
        break;
    }
    }
}

void LayersMaker::addRelations()
{
    for (const Classified &one : m_relationPoints)
        builder(one.found.layer).addMiddle(m_extract.relations[one.object], one.found);
    for (PendingArea &area : m_areas)
        builder(area.relation.found.layer)
            .addArea(m_extract.relations[area.relation.object], area.relation.found, std::move(area.polygons));
}

void LayersMaker::rank()
{
    for (OsmLayer &layer : m_made.layers) {
        if (layer.ranks.empty())
            continue;
        parallelFor((layer.ringStart.size() + chunkSize - 1) / chunkSize, m_cancel, [&](std::size_t chunk) {
            const std::size_t end = std::min(layer.ringStart.size(), (chunk + 1) * chunkSize);
            for (std::size_t ring = chunk * chunkSize; ring < end; ++ring) {
                const std::size_t first = layer.ringStart[ring], count = layer.ringEnd(ring) - first;
                rankBetweenMeetings(std::span(layer.vertices).subspan(first, count),
                                    std::span(layer.ranks).subspan(first, count));
            }
        });
    }
}

} // namespace

OsmLayers makeLayers(const OsmExtract &extract, const LayerMapping &mapping, const CancelToken &cancel)
{
    return LayersMaker(extract, mapping, cancel).make();
}

} // namespace ca
