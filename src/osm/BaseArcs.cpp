// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BaseArcs.h"

#include "osm/OsmMeetings.h"

#include <algorithm>
#include <deque>
#include <map>
#include <unordered_map>

namespace ca {
namespace {

/// What a way is to the base map. Only ways that agree in all of it are joined.
struct ArcKind {
    bool coast = false;
    bool maritime = false;
    bool disputed = false;
    std::vector<std::uint32_t> relations;
    bool operator==(const ArcKind &) const = default;
};

struct ArcWay {
    std::span<const OsmExtract::Vertex> vertices;
    ArcKind kind;
    bool used = false;
};

/// A way in an arc.
struct ArcStep {
    std::size_t way = 0;
    bool backwards = false;
};

bool isYes(std::string_view value)
{
    return !value.empty() && value != "no";
}

bool isDisputed(const OsmExtract &extract, OsmExtract::Range tags)
{
    const std::string_view boundary = extract.tag(tags, "boundary");
    return boundary == "disputed" || boundary == "claim" || isYes(extract.tag(tags, "disputed")) || !extract.tag(tags, "disputed_by").empty()
        || !extract.tag(tags, "claimed_by").empty();
}

/// Joins ways; made for one extract.
class ArcMaker {
public:
    explicit ArcMaker(const OsmExtract &extract) : m_extract(extract) {}

    std::vector<BaseArc> make(int &broken)
    {
        findRelations();
        broken = gatherWays();
        countNodes();
        std::vector<BaseArc> arcs;
        for (std::size_t i = 0; i < m_ways.size(); ++i) {
            if (!m_ways[i].used)
                arcs.push_back(arcFrom(i));
        }
        return arcs;
    }

private:
    void findRelations()
    {
        for (std::size_t i = 0; i < m_extract.relations.size(); ++i) {
            const OsmExtract::Relation &relation = m_extract.relations[i];
            if (!boundsCountry(m_extract, relation) && m_extract.tag(relation.tags, "boundary") != "disputed"
                && m_extract.tag(relation.tags, "boundary") != "claim")
                continue;
            for (const OsmExtract::Member &member : m_extract.membersOf(relation)) {
                if (member.object.type == OsmType::Way && (m_byWay[member.object.id].empty() || m_byWay[member.object.id].back() != i))
                    m_byWay[member.object.id].push_back(std::uint32_t(i));
            }
        }
    }

    /// @returns how many lack nodes.
    int gatherWays()
    {
        int broken = 0;
        for (const OsmExtract::Way &way : m_extract.ways) {
            const auto member = m_byWay.find(way.id);
            const bool coast = m_extract.tag(way.tags, "natural") == "coastline";
            const std::string_view boundary = m_extract.tag(way.tags, "boundary");
            const bool border = boundary == "disputed" || (boundary == "administrative" && m_extract.tag(way.tags, "admin_level") == "2");
            if (member == m_byWay.end() && !coast && !border)
                continue;
            const auto vertices = m_extract.verticesOf(way);
            if (vertices.size() < 2 || std::any_of(vertices.begin(), vertices.end(), [](const auto &vertex) { return !vertex.at.defined(); })) {
                ++broken;
                continue;
            }
            m_ways.push_back({vertices, kindOf(way, coast, member == m_byWay.end() ? std::vector<std::uint32_t>() : member->second), false});
        }
        return broken;
    }

    [[nodiscard]] ArcKind kindOf(const OsmExtract::Way &way, bool coast, const std::vector<std::uint32_t> &relations) const
    {
        ArcKind kind{coast, coast || isYes(m_extract.tag(way.tags, "maritime")), isDisputed(m_extract, way.tags), relations};
        // "territorial" is said of borders on land as well.
        for (const char *atSea : {"baseline", "contiguous", "eez"})
            kind.maritime = kind.maritime || m_extract.tag(way.tags, "border_type") == atSea;
        for (const std::uint32_t relation : relations)
            kind.disputed = kind.disputed || isDisputed(m_extract, m_extract.relations[relation].tags);
        return kind;
    }

    void countNodes()
    {
        for (std::size_t i = 0; i < m_ways.size(); ++i) {
            for (const OsmExtract::Vertex &vertex : m_ways[i].vertices)
                ++m_uses[vertex.node];
            m_ends[m_ways[i].vertices.front().node].push_back(i);
            m_ends[m_ways[i].vertices.back().node].push_back(i);
        }
    }

    /// The one way that goes on at @p node just as @p from does.
    [[nodiscard]] std::optional<std::size_t> onward(std::int64_t node, std::size_t from) const
    {
        const std::vector<std::size_t> &here = m_ends.at(node);
        if (here.size() != 2 || m_uses.at(node) != 2)
            return std::nullopt;
        const std::size_t next = here[0] == from ? here[1] : here[0];
        if (m_ways[next].used || !(m_ways[next].kind == m_ways[from].kind))
            return std::nullopt;
        // Coastlines have their land on one side: two that run against each other do not go on.
        const bool headToTail = (m_ways[from].vertices.back().node == node) == (m_ways[next].vertices.front().node == node);
        return m_ways[next].kind.coast && !headToTail ? std::nullopt : std::optional(next);
    }

    BaseArc arcFrom(std::size_t first)
    {
        m_ways[first].used = true;
        std::deque<ArcStep> steps{{first, false}};
        const std::int64_t start = m_ways[first].vertices.front().node;
        std::int64_t node = m_ways[first].vertices.back().node;
        std::size_t way = first;
        while (const auto next = node == start ? std::nullopt : onward(node, way)) {
            m_ways[way = *next].used = true;
            steps.push_back({way, m_ways[way].vertices.front().node != node});
            node = steps.back().backwards ? m_ways[way].vertices.front().node : m_ways[way].vertices.back().node;
        }
        const std::int64_t end = node;
        node = start;
        way = first;
        while (const auto next = node == end ? std::nullopt : onward(node, way)) {
            m_ways[way = *next].used = true;
            steps.push_front({way, m_ways[way].vertices.back().node != node});
            node = steps.front().backwards ? m_ways[way].vertices.back().node : m_ways[way].vertices.front().node;
        }
        return arcOf(steps, node, end);
    }

    [[nodiscard]] BaseArc arcOf(const std::deque<ArcStep> &steps, std::int64_t firstNode, std::int64_t lastNode) const
    {
        const ArcKind &kind = m_ways[steps.front().way].kind;
        BaseArc arc{{}, {}, firstNode, lastNode, kind.coast, kind.maritime, kind.disputed, kind.relations};
        for (const ArcStep &step : steps) {
            const auto vertices = m_ways[step.way].vertices;
            for (std::size_t i = arc.line.empty() ? 0 : 1; i < vertices.size(); ++i) {
                const OsmExtract::Vertex &vertex = step.backwards ? vertices[vertices.size() - 1 - i] : vertices[i];
                arc.line.push_back(vertex.at);
                const bool joint = i + 1 == vertices.size() && m_ends.at(vertex.node).size() == 2;
                arc.ranks.push_back(m_uses.at(vertex.node) > (joint ? 2 : 1) ? endRank : RankCode(0));
            }
        }
        arc.ranks.front() = arc.ranks.back() = endRank;
        rankBetweenMeetings(arc.line, arc.ranks);
        return arc;
    }

    const OsmExtract &m_extract;
    std::vector<ArcWay> m_ways;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> m_byWay;   ///< relations of a way
    std::unordered_map<std::int64_t, std::vector<std::size_t>> m_ends;      ///< ways that end at a node
    std::unordered_map<std::int64_t, int> m_uses;                           ///< vertices of ways at a node
};

} // namespace

GeoLine BaseArc::at(double toleranceMetres) const
{
    const RankCode least = toleranceMetres > 0 ? leastRank(toleranceMetres) : RankCode(0);
    GeoLine out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const LatLon p = line[i].degrees();
        if (ranks[i] >= least && (out.empty() || !(out.back() == p)))
            out.push_back(p);
    }
    return out;
}

bool boundsCountry(const OsmExtract &extract, const OsmExtract::Relation &relation)
{
    return extract.tag(relation.tags, "boundary") == "administrative" && extract.tag(relation.tags, "admin_level") == "2";
}

QString countryCode(const OsmExtract &extract, const OsmExtract::Relation &relation)
{
    for (const char *key : {"ISO3166-1:alpha2", "ISO3166-1", "country_code_iso3166_1_alpha_2"}) {
        const std::string_view code = extract.tag(relation.tags, key);
        const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
        if (code.size() == 2 && letter(code[0]) && letter(code[1]))
            return QString::fromLatin1(code.data(), 2).toUpper();
    }
    return {};
}

std::vector<BaseArc> baseArcs(const OsmExtract &extract, int &broken)
{
    return ArcMaker(extract).make(broken);
}

} // namespace ca
