// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Geodesic.h"
#include "osm/OsmExtract.h"

#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ca::test {

using Tags = std::vector<std::pair<std::string, std::string>>;

/// Extracts made up for tests: ways through places in metres east and north of an origin. The same place is the same node.
class SmallNetwork {
public:
    explicit SmallNetwork(LatLon origin = {40, 45}) : m_origin(origin) { extract.strings.push_back('\0'); }

    [[nodiscard]] LatLon at(double east, double north) const
    {
        const LatLon p = geodesic::destination(geodesic::destination(m_origin, 0, north), 90, east);
        return east == 0 && north == 0 ? m_origin : p;
    }
    [[nodiscard]] OsmLocation location(double east, double north) const
    {
        const LatLon p = at(east, north);
        return {std::int32_t(std::lround(p.lon * 1e7)), std::int32_t(std::lround(p.lat * 1e7))};
    }
    /// Ids ascend from 64-bit ones, as OpenStreetMap's will; @returns the way's.
    std::int64_t way(const std::vector<PointXY> &places, const Tags &tags = {{"railway", "rail"}})
    {
        OsmExtract::Way way;
        way.id = m_nextWay++;
        way.version = 3;
        way.tags = store(tags);
        way.vertices = {std::uint32_t(extract.vertices.size()), std::uint32_t(places.size())};
        for (const PointXY &place : places)
            extract.vertices.push_back(vertex(place));
        extract.ways.push_back(way);
        return way.id;
    }
    /// A vertex that is missing from the extract.
    [[nodiscard]] static PointXY missing() { return {std::nan(""), 0}; }
    void station(double east, double north, const std::string &name)
    {
        OsmExtract::Node node;
        node.id = m_nextNode++;
        node.at = location(east, north);
        node.tags = store({{"railway", "station"}, {"name", name}});
        extract.nodes.push_back(node);
    }
    /// From now on each vertex has a node of its own, as where objects were imported twice.
    void useNewNodes() { m_nodes.clear(); }

    OsmExtract extract;

private:
    OsmExtract::Vertex vertex(const PointXY &place)
    {
        if (!place.finite())
            return {m_nextNode++, {}};
        const auto [known, isNew] = m_nodes.try_emplace({place.x, place.y}, m_nextNode);
        m_nextNode += isNew;
        return {known->second, location(place.x, place.y)};
    }
    OsmExtract::Range store(const Tags &tags)
    {
        const OsmExtract::Range range{std::uint32_t(extract.storedTags.size()), std::uint32_t(tags.size())};
        for (const auto &[key, value] : tags)
            extract.storedTags.push_back({text(key), text(value)});
        return range;
    }
    std::uint32_t text(const std::string &value)
    {
        const auto at = std::uint32_t(extract.strings.size());
        extract.strings += value;
        extract.strings.push_back('\0');
        return at;
    }

    LatLon m_origin;
    std::map<std::pair<double, double>, std::int64_t> m_nodes;
    std::int64_t m_nextNode = 20'000'000'001;
    std::int64_t m_nextWay = 9'000'000'000'001;
};

} // namespace ca::test
