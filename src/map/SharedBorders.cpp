// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/SharedBorders.h"

#include "base/Parallel.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace ca {
namespace {

using Key = std::uint64_t;

Key keyOf(GridPoint p)
{
    return Key(std::uint32_t(p.x)) << 32 | std::uint32_t(p.y);
}

/// A vertex of a ring and what it is joined to.
struct Link {
    Key at, a, b;
    std::uint32_t vertex;
};

void addLinks(std::vector<Link> &links, std::span<const GridPoint> vertices, const PreparedShapes::Part &part)
{
    const std::span<const GridPoint> ring = vertices.subspan(part.first, part.count);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        Key a = keyOf(ring[i == 0 ? ring.size() - 2 : i - 1]), b = keyOf(ring[i + 1]);
        if (a > b)
            std::swap(a, b);
        links.push_back({keyOf(ring[i]), a, b, part.first + std::uint32_t(i)});
    }
}

/// Marks the vertices that have more than two neighbours, all rings taken together.
std::vector<char> junctionsOf(std::span<const GridPoint> vertices, std::span<const PreparedShapes::Part> parts)
{
    std::vector<Link> links;
    links.reserve(vertices.size());
    for (const PreparedShapes::Part &part : parts)
        addLinks(links, vertices, part);
    std::sort(links.begin(), links.end(), [](const Link &a, const Link &b) { return a.at < b.at; });
    std::vector<char> junction(vertices.size(), 0);
    for (std::size_t first = 0; first < links.size();) {
        std::size_t end = first + 1;
        bool same = true;
        for (; end < links.size() && links[end].at == links[first].at; ++end)
            same = same && links[end].a == links[first].a && links[end].b == links[first].b;
        for (; first < end; ++first)
            junction[links[first].vertex] = same ? 0 : 1;
    }
    return junction;
}

class Sharer {
public:
    Sharer(PreparedLevel &level, const CancelToken &cancel)
        : m_level(level), m_cancel(cancel), m_vertices(level.shapes.vertices.begin(), level.shapes.vertices.end()),
          m_ranks(level.shapes.ranks.begin(), level.shapes.ranks.end()),
          m_arcs(level.outlines.parts.begin(), level.outlines.parts.end())
    {
        for (std::size_t i = 0; i < m_arcs.size(); ++i)
            m_boxes.push_back(level.outlines.tree.box(i));
    }

    void run()
    {
        m_junction = junctionsOf(m_vertices, m_level.shapes.parts.span());
        const auto &parts = m_level.shapes.parts;
        std::vector<std::vector<Arc>> arcs(parts.size());
        // Rings have no memory in common.
        constexpr std::size_t together = 64;
        parallelFor((parts.size() + together - 1) / together, m_cancel, [&](std::size_t i) {
            for (std::size_t p = i * together; p < std::min(parts.size(), (i + 1) * together); ++p) {
                if (parts[p].kind != PreparedShapes::cutRing)
                    arcs[p] = arcsOf(parts[p]);
            }
        });
        if (m_cancel.cancelled())
            return;
        for (const std::vector<Arc> &ring : arcs)
            std::for_each(ring.begin(), ring.end(), [this](const Arc &arc) { keep(arc); });
        m_level.shapes.chunks = chunksOf(m_vertices);
        m_level.shapes.vertices = std::move(m_vertices);
        m_level.shapes.ranks = std::move(m_ranks);
        setOutlines();
    }

private:
    /// What tells arcs apart: their first two vertices and their last (between junctions there is no other way on).
    struct Name {
        Key first, second, last;
        std::size_t count;
        bool operator==(const Name &) const = default;
    };
    struct NameHash {
        std::size_t operator()(const Name &name) const
        {
            return std::hash<Key>()(name.first * 0x9e3779b97f4a7c15u ^ name.second * 0xc2b2ae3d27d4eb4fu ^ name.last);
        }
    };
    struct Arc {
        Name name;
        PreparedShapes::Part part;
        Box box;
    };

    /// Begins a closed ring at a junction, or without one at its least vertex: the same place for every copy of it.
    void rotate(const PreparedShapes::Part &part)
    {
        const auto first = std::ptrdiff_t(part.first), count = std::ptrdiff_t(part.count) - 1;
        std::ptrdiff_t start = first;
        const auto order = [&](std::ptrdiff_t k) { return std::pair(m_junction[std::size_t(k)] == 0, keyOf(m_vertices[std::size_t(k)])); };
        for (std::ptrdiff_t i = first + 1; i < first + count; ++i) {
            if (order(i) < order(start))
                start = i;
        }
        const auto vertices = m_vertices.begin();
        const auto junctions = m_junction.begin();
        std::rotate(vertices + first, vertices + start, vertices + first + count);
        std::rotate(junctions + first, junctions + start, junctions + first + count);
        vertices[first + count] = vertices[first];
    }

    std::vector<Arc> arcsOf(const PreparedShapes::Part &part)
    {
        rotate(part);
        std::vector<Arc> arcs;
        const std::size_t last = std::size_t(part.first) + part.count - 1;
        for (std::size_t first = part.first; first < last;) {
            std::size_t end = first + 1;
            while (end < last && !m_junction[end])
                ++end;
            arcs.push_back(ranked(part.feature, first, end));
            first = end;
        }
        return arcs;
    }

    /// Ranks the stretch from vertex @p first to @p last the same way whichever ring it is met in.
    Arc ranked(std::uint32_t feature, std::size_t first, std::size_t last)
    {
        const std::size_t count = last - first + 1;
        const auto ends = [&](std::size_t a, std::size_t b) { return std::pair(keyOf(m_vertices[a]), keyOf(m_vertices[b])); };
        const bool backwards = ends(last, last - 1) < ends(first, first + 1);
        PlaneLine line(count);
        Box box;
        for (std::size_t i = 0; i < count; ++i) {
            line[i] = m_vertices[backwards ? last - i : first + i].plane();
            box.extend(line[i]);
        }
        const std::vector<float> ranks = vertexRanks(line);
        for (std::size_t i = 0; i < count; ++i)
            m_ranks[backwards ? last - i : first + i] = rankCode(ranks[i]);
        const Name name{keyOf(m_vertices[backwards ? last : first]), keyOf(m_vertices[backwards ? last - 1 : first + 1]),
                        keyOf(m_vertices[backwards ? first : last]), count};
        return {name, {std::uint32_t(first), std::uint32_t(count), feature, 0}, box};
    }

    void keep(const Arc &arc)
    {
        if (!m_known.insert(arc.name).second)
            return;
        m_arcs.push_back(arc.part);
        m_boxes.push_back(arc.box);
    }

    void setOutlines()
    {
        PreparedShapes &outlines = m_level.outlines;
        outlines.vertices = m_level.shapes.vertices;  // shared: an arc is a stretch of the first ring it was met in
        outlines.ranks = m_level.shapes.ranks;
        outlines.chunks = m_level.shapes.chunks;
        std::vector<PreparedShapes::Part> parts;
        std::vector<Box> boxes;
        for (const std::uint32_t i : hilbertOrder(m_boxes)) {
            parts.push_back(m_arcs[i]);
            boxes.push_back(m_boxes[i]);
        }
        outlines.parts = std::move(parts);
        outlines.tree = PackedTree(boxes);
    }

    PreparedLevel &m_level;
    CancelToken m_cancel;
    std::vector<GridPoint> m_vertices;
    std::vector<RankCode> m_ranks;
    std::vector<char> m_junction;   // per vertex; rings end where they begin, and only their beginnings count
    std::unordered_set<Name, NameHash> m_known;
    std::vector<PreparedShapes::Part> m_arcs;
    std::vector<Box> m_boxes;
};

} // namespace

void shareBorders(PreparedLevel &level, const CancelToken &cancel)
{
    Sharer(level, cancel).run();
}

} // namespace ca
