// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/ShapePreparer.h"

#include "base/Parallel.h"
#include "geo/GeometryProjector.h"
#include "map/RingDirections.h"

#include <algorithm>

namespace ca {
namespace {

constexpr std::size_t sliceVertices = 16384;  // work handed out at a time

/// Parts with their boxes.
struct PartList {
    std::vector<PreparedShapes::Part> parts;
    std::vector<Box> boxes;
};

/// What one thread made of some features.
struct Slice {
    std::size_t firstFeature = 0, endFeature = 0;
    std::vector<GridPoint> vertices;
    std::vector<RankCode> ranks;
    PartList shapes, outlines;
};

std::size_t leastCount(GeometryKind kind)
{
    return kind == GeometryKind::Polygon ? 4 : kind == GeometryKind::Line ? 2 : 1;
}

std::vector<Slice> slicesOf(const FeatureTable &table)
{
    std::vector<Slice> slices;
    std::size_t vertices = sliceVertices;
    for (std::size_t f = 0; f < table.featureCount(); ++f) {
        if (vertices >= sliceVertices) {
            slices.emplace_back();
            slices.back().firstFeature = f;
            vertices = 0;
        }
        vertices += table.partStart[table.featureStart[f + 1]] - table.partStart[table.featureStart[f]];
        slices.back().endFeature = f + 1;
    }
    return slices;
}

class SlicePreparer {
public:
    SlicePreparer(const FeatureTable &table, const Projection &projection, const std::vector<std::uint32_t> &kinds, bool shared, Slice &slice)
        : m_table(table), m_projector(projection), m_kinds(kinds), m_shared(shared), m_slice(slice)
    {
    }

    void prepare()
    {
        for (std::size_t f = m_slice.firstFeature; f < m_slice.endFeature; ++f) {
            switch (m_table.kind) {
            case GeometryKind::Point: addPoints(f); break;
            case GeometryKind::Line: addLines(f); break;
            case GeometryKind::Polygon: addRings(f); break;
            }
        }
    }

private:
    [[nodiscard]] std::uint32_t kindOf(std::size_t feature) const { return m_kinds.empty() ? 0 : m_kinds[feature]; }

    void addPoints(std::size_t feature)
    {
        m_points.clear();
        m_indices.clear();
        for (std::uint32_t p = m_table.featureStart[feature]; p < m_table.featureStart[feature + 1]; ++p)
            m_projector.points(m_table.part(p), m_points, m_indices);
        for (const PointXY &at : m_points)
            addPart(m_slice.shapes, {&at, 1}, feature, kindOf(feature));
    }

    void addLines(std::size_t feature)
    {
        m_plane.clear();
        for (std::uint32_t p = m_table.featureStart[feature]; p < m_table.featureStart[feature + 1]; ++p)
            m_projector.line(m_table.part(p), m_plane);
        addParts(m_slice.shapes, feature, kindOf(feature));
        rank(m_slice.shapes);
    }

    void addRings(std::size_t feature)
    {
        m_rings.clear();
        for (std::uint32_t p = m_table.featureStart[feature]; p < m_table.featureStart[feature + 1]; ++p)
            m_rings.push_back(m_table.part(p));
        m_plane.clear();
        m_projector.rings(m_rings, m_plane);
        const bool cut = std::find(m_plane.cut.begin(), m_plane.cut.end(), 1) != m_plane.cut.end();
        const std::size_t first = m_slice.shapes.parts.size();
        addParts(m_slice.shapes, feature, cut ? PreparedShapes::cutRing : kindOf(feature));
        setRingDirections(m_slice.vertices, std::span(m_slice.shapes.parts).subspan(first));
        if (!cut && m_shared) {
            m_slice.ranks.resize(m_slice.vertices.size());
            return;
        }
        rank(m_slice.shapes);
        if (!cut)
            return;
        m_plane.clear();
        for (const std::span<const LatLon> ring : m_rings)
            m_projector.outline(ring, m_plane);
        addParts(m_slice.outlines, feature, kindOf(feature), leastCount(GeometryKind::Line));
        rank(m_slice.outlines);
    }

    void addParts(PartList &list, std::size_t feature, std::uint32_t kind, std::size_t least = 0)
    {
        for (std::size_t i = 0; i < m_plane.size(); ++i)
            addPart(list, m_plane.part(i), feature, kind, std::max(least, std::size_t(1)));
    }

    /// Puts vertices on the grid; the part is dropped when fewer are left than it needs.
    void addPart(PartList &list, std::span<const PointXY> line, std::size_t feature, std::uint32_t kind, std::size_t least = 1)
    {
        std::vector<GridPoint> &out = m_slice.vertices;
        const std::size_t first = out.size();
        Box box;
        for (const PointXY p : line) {
            if (!GridPoint::holds(p))
                continue;
            const GridPoint at = GridPoint::at(p);
            if (out.size() > first && out.back() == at)
                continue;
            out.push_back(at);
            box.extend(at.plane());
        }
        const std::size_t count = out.size() - first;
        if (count < (least > 1 ? least : leastCount(m_table.kind))) {
            out.resize(first);
            return;
        }
        list.parts.push_back({std::uint32_t(first), std::uint32_t(count), std::uint32_t(feature), kind});
        list.boxes.push_back(box);
    }

    /// Ranks the vertices added since it was last called, the last parts of @p list.
    void rank(const PartList &list)
    {
        std::size_t part = list.parts.size();
        while (part > 0 && list.parts[part - 1].first >= m_slice.ranks.size())
            --part;
        for (; part < list.parts.size(); ++part) {
            m_line.clear();
            for (std::uint32_t i = 0; i < list.parts[part].count; ++i)
                m_line.push_back(m_slice.vertices[list.parts[part].first + i].plane());
            for (const float rank : vertexRanks(m_line))
                m_slice.ranks.push_back(rankCode(rank));
        }
    }

    const FeatureTable &m_table;
    GeometryProjector m_projector;
    const std::vector<std::uint32_t> &m_kinds;
    bool m_shared;
    Slice &m_slice;
    PlaneParts m_plane;
    PlaneLine m_line;
    std::vector<PointXY> m_points;
    std::vector<std::uint32_t> m_indices;
    std::vector<std::span<const LatLon>> m_rings;
};

/// Brings the slices together, neighbours near each other.
class Gatherer {
public:
    explicit Gatherer(const std::vector<Slice> &slices) : m_slices(slices)
    {
        std::size_t count = 0;
        for (const Slice &slice : slices)
            count += slice.vertices.size();
        m_vertices.reserve(count);
    }

    void gather(PreparedLevel &level)
    {
        const auto [parts, tree] = gathered(&Slice::shapes);
        const auto [lines, lineTree] = gathered(&Slice::outlines);
        const std::vector<PackedTree::Node> chunks = m_ranks.empty() ? std::vector<PackedTree::Node>() : chunksOf(m_vertices);
        level.shapes = {std::move(m_vertices), std::move(m_ranks), parts, tree, chunks};
        level.outlines = {};
        if (!lines.empty())
            level.outlines = {level.shapes.vertices, level.shapes.ranks, lines, lineTree, level.shapes.chunks};
    }

private:
    struct Source {
        const Slice *slice;
        const PreparedShapes::Part *part;
    };

    std::pair<std::vector<PreparedShapes::Part>, PackedTree> gathered(PartList Slice::*list)
    {
        std::vector<Source> sources;
        std::vector<Box> boxes, ordered;
        for (const Slice &slice : m_slices) {
            for (const PreparedShapes::Part &part : (slice.*list).parts)
                sources.push_back({&slice, &part});
            boxes.insert(boxes.end(), (slice.*list).boxes.begin(), (slice.*list).boxes.end());
        }
        std::vector<PreparedShapes::Part> parts;
        parts.reserve(sources.size());
        ordered.reserve(sources.size());
        for (const std::uint32_t i : hilbertOrder(boxes)) {
            parts.push_back(moved(sources[i]));
            ordered.push_back(boxes[i]);
        }
        return {std::move(parts), PackedTree(ordered)};
    }

    PreparedShapes::Part moved(const Source &source)
    {
        PreparedShapes::Part part = *source.part;
        const auto from = std::ptrdiff_t(part.first), to = from + std::ptrdiff_t(part.count);
        part.first = std::uint32_t(m_vertices.size());
        m_vertices.insert(m_vertices.end(), source.slice->vertices.begin() + from, source.slice->vertices.begin() + to);
        if (!source.slice->ranks.empty())
            m_ranks.insert(m_ranks.end(), source.slice->ranks.begin() + from, source.slice->ranks.begin() + to);
        return part;
    }

    const std::vector<Slice> &m_slices;
    std::vector<GridPoint> m_vertices;
    std::vector<RankCode> m_ranks;
};

} // namespace

void prepareShapes(PreparedLevel &level, const FeatureTable &table, const Projection &projection,
                   const std::vector<std::uint32_t> &kinds, const CancelToken &cancel, bool shared)
{
    std::vector<Slice> slices = slicesOf(table);
    parallelFor(slices.size(), cancel, [&](std::size_t i) { SlicePreparer(table, projection, kinds, shared, slices[i]).prepare(); });
    Gatherer(slices).gather(level);
}

} // namespace ca
