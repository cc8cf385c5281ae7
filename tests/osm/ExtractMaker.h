// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OsmExtract.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <utility>

namespace ca::test {

using MadeTags = std::vector<std::pair<std::string, std::string>>;

struct MadeMember {
    OsmId object;
    std::string role;
};

/// Makes small extracts by hand. Nodes first: a way knows the places of those that are there, others are missing.
class ExtractMaker {
public:
    ExtractMaker() { text(""); }

    [[nodiscard]] static OsmLocation location(double lon, double lat)
    {
        return {std::int32_t(std::lround(lon * 1e7)), std::int32_t(std::lround(lat * 1e7))};
    }
    void place(std::int64_t node, double lon, double lat) { m_places[node] = location(lon, lat); }
    void node(std::int64_t id, double lon, double lat, const MadeTags &tags)
    {
        place(id, lon, lat);
        OsmExtract::Node &node = m_extract.nodes.emplace_back();
        describe(node, id, tags);
        node.at = m_places[id];
    }
    void way(std::int64_t id, const std::vector<std::int64_t> &nodes, const MadeTags &tags)
    {
        OsmExtract::Way &way = m_extract.ways.emplace_back();
        describe(way, id, tags);
        way.vertices = {std::uint32_t(m_extract.vertices.size()), std::uint32_t(nodes.size())};
        for (const std::int64_t node : nodes) {
            const auto at = m_places.find(node);
            m_extract.vertices.push_back({node, at == m_places.end() ? OsmLocation() : at->second});
        }
    }
    void relation(std::int64_t id, const std::vector<MadeMember> &members, const MadeTags &tags)
    {
        OsmExtract::Relation &relation = m_extract.relations.emplace_back();
        describe(relation, id, tags);
        relation.members = {std::uint32_t(m_extract.members.size()), std::uint32_t(members.size())};
        for (const MadeMember &member : members)
            m_extract.members.push_back({member.object, text(member.role)});
    }
    /// Objects in the order in which they were made.
    [[nodiscard]] const OsmExtract &extract() const { return m_extract; }
    /// In the order of their ids, as readers make them.
    [[nodiscard]] OsmExtract made()
    {
        const auto byId = [](const OsmVersion &a, const OsmVersion &b) { return a.id < b.id; };
        std::sort(m_extract.nodes.begin(), m_extract.nodes.end(), byId);
        std::sort(m_extract.ways.begin(), m_extract.ways.end(), byId);
        std::sort(m_extract.relations.begin(), m_extract.relations.end(), byId);
        return m_extract;
    }

private:
    std::uint32_t text(const std::string &text)
    {
        const auto [at, added] = m_texts.try_emplace(text, std::uint32_t(m_extract.strings.size()));
        if (added)
            m_extract.strings.append(text.c_str(), text.size() + 1);
        return at->second;
    }
    template <class Object>
    void describe(Object &object, std::int64_t id, const MadeTags &tags)
    {
        object.id = id;
        object.version = 3;
        object.changed = 1772064000;  // 2026-02-26
        object.tags = {std::uint32_t(m_extract.storedTags.size()), std::uint32_t(tags.size())};
        for (const auto &[key, value] : tags)
            m_extract.storedTags.push_back({text(key), text(value)});
    }

    OsmExtract m_extract;
    std::map<std::int64_t, OsmLocation> m_places;
    std::map<std::string, std::uint32_t> m_texts;
};

} // namespace ca::test
