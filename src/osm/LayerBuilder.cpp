// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/LayerBuilder.h"

#include "osm/OldMultipolygons.h"

#include <algorithm>

namespace ca {
namespace {

constexpr std::int64_t halfTurn = 1'800'000'000;

template <class Object> OsmRow rowOf(OsmType type, const Object &object, const OsmClass &found)
{
    OsmRow row;
    row.object = {type, object.id};
    row.version = object.version;
    row.changed = object.changed;
    row.tags = object.tags;
    row.kind = found.kind;
    row.stage = found.stage;
    row.close = found.close;
    return row;
}

/// @p lon moved by whole turns to within half a turn of @p near.
std::int64_t nearTo(std::int64_t lon, std::int64_t near)
{
    return lon - near > halfTurn ? lon - 2 * halfTurn : lon - near < -halfTurn ? lon + 2 * halfTurn : lon;
}

/// Middle of the extent; @p places is not empty.
OsmLocation middleOf(const std::vector<OsmLocation> &places)
{
    std::int64_t west = places.front().lon, east = west;
    std::int32_t south = places.front().lat, north = south;
    for (const OsmLocation &at : places) {
        const std::int64_t lon = nearTo(at.lon, places.front().lon);
        west = std::min(west, lon);
        east = std::max(east, lon);
        south = std::min(south, at.lat);
        north = std::max(north, at.lat);
    }
    return {std::int32_t(nearTo((west + east) / 2, 0)), std::int32_t((std::int64_t(south) + north) / 2)};
}

/// Where the edge from @p a to @p b, which jumps, is at 180°.
std::int32_t latitudeAtAntimeridian(OsmLocation a, OsmLocation b)
{
    const std::int64_t bLon = nearTo(b.lon, a.lon);
    const std::int64_t edge = a.lon > 0 ? halfTurn : -halfTurn;
    const double share = bLon == a.lon ? 0 : double(edge - a.lon) / double(bLon - a.lon);
    return std::int32_t(a.lat + share * (double(b.lat) - a.lat));
}

void collect(std::span<const OsmExtract::Vertex> vertices, std::vector<OsmLocation> &places)
{
    for (const OsmExtract::Vertex &vertex : vertices) {
        if (vertex.at.defined())
            places.push_back(vertex.at);
    }
}

/// Vertices of a line without repeats, cut where nodes are missing and at the antimeridian.
class WayCutter {
public:
    std::vector<OsmRing> parts;
    bool lacksNodes = false;
    bool jumps = false;

    void add(OsmLocation at, bool meets)
    {
        if (!at.defined()) {
            lacksNodes = true;
            end();
            return;
        }
        if (!m_part.empty() && jumpsAntimeridian(m_part.back().at, at))
            jump(at);
        if (m_part.empty() || !(m_part.back().at == at))
            m_part.push_back({at, meets});
        else
            m_part.back().meets |= meets;
    }
    void end()
    {
        if (m_part.size() > 1)
            parts.push_back(std::move(m_part));
        m_part.clear();
    }

private:
    void jump(OsmLocation to)
    {
        jumps = true;
        const OsmLocation from = m_part.back().at;
        const std::int32_t lat = latitudeAtAntimeridian(from, to);
        const auto edge = std::int32_t(from.lon > 0 ? halfTurn : -halfTurn);
        if (from.lon != edge)
            m_part.push_back({{edge, lat}, true});
        end();
        if (to.lon != -edge)
            m_part.push_back({{-edge, lat}, true});
    }

    OsmRing m_part;
};

} // namespace

template <class Object> OsmRow &LayerBuilder::beginRow(OsmType type, const Object &object, const OsmClass &found)
{
    OsmRow row = rowOf(type, object, found);
    row.firstRing = std::uint32_t(m_layer.ringStart.size());
    row.firstPolygon = std::uint32_t(m_layer.polygonStart.size());
    m_layer.rows.push_back(std::move(row));
    return m_layer.rows.back();
}

void LayerBuilder::addVertex(OsmLocation at, bool meets)
{
    m_layer.vertices.push_back(at);
    if (m_ranked)
        m_layer.ranks.push_back(meets ? endRank : RankCode(0));
}

void LayerBuilder::addPoint(OsmId object, const std::vector<OsmLocation> &places, OsmRow row)
{
    if (places.empty()) {
        m_faults.note(OsmFault::NowhereKnown, object);
        return;
    }
    row.firstRing = std::uint32_t(m_layer.ringStart.size());
    m_layer.rows.push_back(std::move(row));
    m_layer.ringStart.push_back(std::uint32_t(m_layer.vertices.size()));
    addVertex(middleOf(places), true);
}

void LayerBuilder::addNode(const OsmExtract::Node &node, const OsmClass &found)
{
    std::vector<OsmLocation> places;
    if (node.at.defined())
        places.push_back(node.at);
    addPoint({OsmType::Node, node.id}, places, rowOf(OsmType::Node, node, found));
}

void LayerBuilder::addMiddle(const OsmExtract::Way &way, const OsmClass &found)
{
    std::vector<OsmLocation> places;
    collect(m_extract.verticesOf(way), places);
    addPoint({OsmType::Way, way.id}, places, rowOf(OsmType::Way, way, found));
}

void LayerBuilder::addMiddle(const OsmExtract::Relation &relation, const OsmClass &found)
{
    std::vector<OsmLocation> places;
    for (const OsmExtract::Member &member : m_extract.membersOf(relation)) {
        if (const auto *way = member.object.type == OsmType::Way ? m_extract.way(member.object.id) : nullptr)
            collect(m_extract.verticesOf(*way), places);
        if (const auto *node = member.object.type == OsmType::Node ? m_extract.node(member.object.id) : nullptr;
            node && node->at.defined())
            places.push_back(node->at);
    }
    addPoint({OsmType::Relation, relation.id}, places, rowOf(OsmType::Relation, relation, found));
}

void LayerBuilder::addLine(const OsmExtract::Way &way, const OsmClass &found, const std::vector<std::uint32_t> &relations)
{
    WayCutter cutter;
    const auto vertices = m_extract.verticesOf(way);
    for (std::size_t i = 0; i < vertices.size(); ++i)
        cutter.add(vertices[i].at, m_meets[way.vertices.first + i] != 0);
    cutter.end();
    const OsmId id{OsmType::Way, way.id};
    if (cutter.parts.empty()) {
        m_faults.note(OsmFault::TooShort, id);
        return;
    }
    if (cutter.lacksNodes)
        m_faults.note(OsmFault::Cut, id);
    if (cutter.jumps)
        m_faults.note(OsmFault::Antimeridian, id);
    for (const OsmRing &part : cutter.parts) {
        beginRow(OsmType::Way, way, found).relations = relations;
        m_layer.ringStart.push_back(std::uint32_t(m_layer.vertices.size()));
        for (std::size_t i = 0; i < part.size(); ++i)
            addVertex(part[i].at, part[i].meets || i == 0 || i + 1 == part.size());
    }
}

void LayerBuilder::addPolygons(const std::vector<OsmPolygon> &polygons)
{
    for (const OsmPolygon &polygon : polygons) {
        m_layer.polygonStart.push_back(std::uint32_t(m_layer.ringStart.size()));
        for (const OsmRing &ring : polygon.rings) {
            m_layer.ringStart.push_back(std::uint32_t(m_layer.vertices.size()));
            for (std::size_t i = 0; i < ring.size(); ++i)
                addVertex(ring[i].at, ring[i].meets || i == 0 || i + 1 == ring.size());
        }
    }
}

void LayerBuilder::addArea(const OsmExtract::Way &way, const OsmClass &found)
{
    const OsmId id{OsmType::Way, way.id};
    const auto vertices = m_extract.verticesOf(way);
    if (vertices.size() < 4 || vertices.front().node != vertices.back().node) {
        m_faults.note(OsmFault::OpenArea, id);
        return;
    }
    std::vector<OsmRing> rings;
    bool cut = false;
    if (!joinRings(m_extract, m_meets, {&way}, rings)) {
        m_faults.note(OsmFault::MissingMembers, id);
        return;
    }
    std::vector<OsmPolygon> polygons = polygonsOf(cutAtAntimeridian(std::move(rings), cut), {});
    if (cut)
        m_faults.note(OsmFault::Antimeridian, id);
    if (polygons.empty())
        return;
    beginRow(OsmType::Way, way, found);
    addPolygons(polygons);
}

std::vector<OsmPolygon> LayerBuilder::assemble(const OsmExtract::Relation &relation, std::vector<std::int64_t> &outline)
{
    std::vector<const OsmExtract::Way *> outer, inner;
    const OsmId id{OsmType::Relation, relation.id};
    bool whole = true;
    for (const OsmExtract::Member &member : m_extract.membersOf(relation)) {
        if (member.object.type != OsmType::Way)
            continue;
        const OsmExtract::Way *way = m_extract.way(member.object.id);
        const bool isInner = m_extract.string(member.role) == "inner";
        whole = whole && way;
        if (way)
            (isInner ? inner : outer).push_back(way);
    }
    std::vector<OsmRing> shells, holes;
    bool cut = false, holesCut = false;
    if (!whole || !joinRings(m_extract, m_meets, outer, shells) || !joinRings(m_extract, m_meets, inner, holes)
        || shells.empty()) {
        m_faults.note(whole ? OsmFault::OpenRings : OsmFault::MissingMembers, id);
        return {};
    }
    for (const OsmExtract::Way *way : outer)
        outline.push_back(way->id);
    for (const OsmExtract::Way *way : inner) {
        if (oldmultipolygons::sameArea(m_extract, way->tags, relation.tags))
            outline.push_back(way->id);
    }
    shells = cutAtAntimeridian(std::move(shells), cut);
    holes = cutAtAntimeridian(std::move(holes), holesCut);
    if (cut)
        m_faults.note(OsmFault::Antimeridian, id);
    return polygonsOf(std::move(shells), std::move(holes));
}

void LayerBuilder::addArea(const OsmExtract::Relation &relation, const OsmClass &found, std::vector<OsmPolygon> polygons)
{
    beginRow(OsmType::Relation, relation, found);
    addPolygons(polygons);
}

} // namespace ca
