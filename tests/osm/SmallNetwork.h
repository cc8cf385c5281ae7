// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExtractMaker.h"
#include "geo/Geodesic.h"

namespace ca::test {

/// Extracts made up for tests: ways through places in metres east and north of an origin. The same place is the same node.
class SmallNetwork {
public:
    explicit SmallNetwork(LatLon origin = {40, 45}) : m_origin(origin) {}

    [[nodiscard]] const OsmExtract &extract() const { return m_maker.extract(); }
    [[nodiscard]] LatLon at(double east, double north) const
    {
        const LatLon p = geodesic::destination(geodesic::destination(m_origin, 0, north), 90, east);
        return east == 0 && north == 0 ? m_origin : p;
    }
    [[nodiscard]] OsmLocation location(double east, double north) const
    {
        const LatLon p = at(east, north);
        return ExtractMaker::location(p.lon, p.lat);
    }
    /// Ids ascend from 64-bit ones, as OpenStreetMap's will; @returns the way's.
    std::int64_t way(const std::vector<PointXY> &places, const MadeTags &tags = {{"railway", "rail"}})
    {
        std::vector<std::int64_t> nodes;
        for (const PointXY &place : places)
            nodes.push_back(node(place));
        m_maker.way(m_nextWay, nodes, tags);
        return m_nextWay++;
    }
    /// A vertex that is missing from the extract.
    [[nodiscard]] static PointXY missing() { return {std::nan(""), 0}; }
    void station(double east, double north, const std::string &name)
    {
        const LatLon p = at(east, north);
        m_maker.node(m_nextNode++, p.lon, p.lat, {{"railway", "station"}, {"name", name}});
    }
    /// From now on each vertex has a node of its own, as where objects were imported twice.
    void useNewNodes() { m_nodes.clear(); }

private:
    std::int64_t node(const PointXY &place)
    {
        if (!place.finite())
            return m_nextNode++;
        const auto [known, isNew] = m_nodes.try_emplace({place.x, place.y}, m_nextNode);
        if (isNew) {
            const LatLon p = at(place.x, place.y);
            m_maker.place(m_nextNode++, p.lon, p.lat);
        }
        return known->second;
    }

    LatLon m_origin;
    ExtractMaker m_maker;
    std::map<std::pair<double, double>, std::int64_t> m_nodes;
    std::int64_t m_nextNode = 20'000'000'001;
    std::int64_t m_nextWay = 9'000'000'000'001;
};

} // namespace ca::test
