// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/SharedBorders.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace ca {
namespace {

using Key = std::uint64_t;

Key keyOf(GridPoint p)
{
    return Key(std::uint32_t(p.x)) << 32 | std::uint32_t(p.y);
}

/// A vertex and what it is joined to; more than two neighbours, all rings taken together, make it a junction.
struct Node {
    Key a = 0, b = 0;
    bool junction = false;
};

using Nodes = std::unordered_map<Key, Node>;

void noteNeighbours(Nodes &nodes, std::span<const GridPoint> ring)
{
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        Key a = keyOf(ring[i == 0 ? ring.size() - 2 : i - 1]), b = keyOf(ring[i + 1]);
        if (a > b)
            std::swap(a, b);
        const auto [node, fresh] = nodes.try_emplace(keyOf(ring[i]), Node{a, b, false});
        if (!fresh && (node->second.a != a || node->second.b != b))
            node->second.junction = true;
    }
}

/// Begins a closed ring at a junction, or without one at its least vertex: the same place for every copy of it.
void rotate(std::span<GridPoint> ring, const Nodes &nodes)
{
    const std::size_t count = ring.size() - 1;
    std::size_t start = 0;
    for (std::size_t i = 1; i < count; ++i) {
        const auto order = [&](std::size_t k) { return std::pair(!nodes.at(keyOf(ring[k])).junction, keyOf(ring[k])); };
        if (order(i) < order(start))
            start = i;
    }
    std::rotate(ring.begin(), ring.begin() + std::ptrdiff_t(start), ring.begin() + std::ptrdiff_t(count));
    ring.back() = ring.front();
}

class Sharer {
public:
    Sharer(PreparedLevel &level, const CancelToken &cancel)
        : m_level(level), m_cancel(cancel), m_vertices(level.shapes.vertices.begin(), level.shapes.vertices.end()),
          m_ranks(level.shapes.ranks.begin(), level.shapes.ranks.end()),
          m_arcs(level.outlines.parts.begin(), level.outlines.parts.end())
    {
        for (std::size_t i = 0; i < m_arcs.size(); ++i) {
            const PackedTree::Node &node = level.outlines.tree.node(i);
            m_boxes.push_back({node.minX, node.minY, node.maxX, node.maxY});
        }
    }

    void run()
    {
        for (const PreparedShapes::Part &part : m_level.shapes.parts)
            noteNeighbours(m_nodes, ring(part));
        for (const PreparedShapes::Part &part : m_level.shapes.parts) {
            if (m_cancel.cancelled())
                return;
            if (part.kind == PreparedShapes::cutRing)
                continue;
            rotate(ring(part), m_nodes);
            cutIntoArcs(part);
        }
        m_level.shapes.chunks = chunksOf(m_vertices);
        m_level.shapes.vertices = std::move(m_vertices);
        m_level.shapes.ranks = std::move(m_ranks);
        setOutlines();
    }

private:
    [[nodiscard]] std::span<GridPoint> ring(const PreparedShapes::Part &part)
    {
        return std::span(m_vertices).subspan(part.first, part.count);
    }

    void cutIntoArcs(const PreparedShapes::Part &part)
    {
        const std::size_t last = std::size_t(part.first) + part.count - 1;
        for (std::size_t first = part.first; first < last;) {
            std::size_t end = first + 1;
            while (end < last && !m_nodes.at(keyOf(m_vertices[end])).junction)
                ++end;
            addArc(part.feature, first, end);
            first = end;
        }
    }

    /// Ranks the stretch from vertex @p first to @p last the same way whichever ring it is met in.
    void addArc(std::uint32_t feature, std::size_t first, std::size_t last)
    {
        const std::size_t count = last - first + 1;
        const auto ends = [&](std::size_t a, std::size_t b) { return std::pair(keyOf(m_vertices[a]), keyOf(m_vertices[b])); };
        const bool backwards = ends(last, last - 1) < ends(first, first + 1);
        PlaneLine line(count);
        for (std::size_t i = 0; i < count; ++i)
            line[i] = m_vertices[backwards ? last - i : first + i].plane();
        const std::vector<float> ranks = vertexRanks(line);
        for (std::size_t i = 0; i < count; ++i)
            m_ranks[backwards ? last - i : first + i] = rankCode(ranks[i]);
        const Arc arc{keyOf(m_vertices[backwards ? last : first]), keyOf(m_vertices[backwards ? last - 1 : first + 1]),
                      keyOf(m_vertices[backwards ? first : last]), count};
        if (!m_known.insert(arc).second)
            return;
        m_arcs.push_back({std::uint32_t(first), std::uint32_t(count), feature, 0});
        m_boxes.emplace_back();
        for (const PointXY p : line)
            m_boxes.back().extend(p);
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

    /// What tells arcs apart: their first two vertices and their last (between junctions there is no other way on).
    struct Arc {
        Key first, second, last;
        std::size_t count;
        bool operator==(const Arc &) const = default;
    };
    struct ArcHash {
        std::size_t operator()(const Arc &arc) const
        {
            return std::hash<Key>()(arc.first * 0x9e3779b97f4a7c15u ^ arc.second * 0xc2b2ae3d27d4eb4fu ^ arc.last);
        }
    };

    PreparedLevel &m_level;
    CancelToken m_cancel;
    std::vector<GridPoint> m_vertices;
    std::vector<RankCode> m_ranks;
    Nodes m_nodes;
    std::unordered_set<Arc, ArcHash> m_known;
    std::vector<PreparedShapes::Part> m_arcs;
    std::vector<Box> m_boxes;
};

} // namespace

void shareBorders(PreparedLevel &level, const CancelToken &cancel)
{
    Sharer(level, cancel).run();
}

} // namespace ca
