// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/ShapePreparer.h"

#include "base/Parallel.h"
#include "geo/Polyline.h"

#include <algorithm>

namespace ca {
namespace {

constexpr std::size_t sliceVertices = 16384;  // work handed out at a time
constexpr double longestEdge = 0.5;           // degrees; longer edges get vertices in between

/// What one thread made of some features.
struct Slice {
    std::size_t firstFeature = 0, endFeature = 0;
    std::vector<GridPoint> vertices;
    std::vector<RankCode> ranks;
    std::vector<PreparedShapes::Part> parts;
    std::vector<Box> boxes;
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
            slices.push_back({f, f, {}, {}, {}, {}});
            vertices = 0;
        }
        vertices += table.partStart[table.featureStart[f + 1]] - table.partStart[table.featureStart[f]];
        slices.back().endFeature = f + 1;
    }
    return slices;
}

/// Straight edges of the data are curves in the plane: long ones get vertices in between. Returns @p part itself where
/// there are none.
std::span<const LatLon> densified(std::span<const LatLon> part, GeoLine &scratch)
{
    const auto stepsOf = [](LatLon a, LatLon b) {
        const double steps = std::max(std::abs(b.lat - a.lat), std::abs(b.lon - a.lon)) / longestEdge;
        return steps < 1e4 ? int(steps) : 0;  // not for NaN either
    };
    bool any = false;
    for (std::size_t i = 1; i < part.size() && !any; ++i)
        any = stepsOf(part[i - 1], part[i]) > 0;
    if (!any)
        return part;
    scratch.clear();
    for (std::size_t i = 0; i < part.size(); ++i) {
        const int steps = i > 0 ? stepsOf(part[i - 1], part[i]) : 0;
        for (int k = 1; k <= steps; ++k) {
            const LatLon a = part[i - 1], b = part[i];
            scratch.push_back({a.lat + (b.lat - a.lat) * k / (steps + 1), a.lon + (b.lon - a.lon) * k / (steps + 1)});
        }
        scratch.push_back(part[i]);
    }
    return scratch;
}

class SlicePreparer {
public:
    SlicePreparer(const FeatureTable &table, const Projection &projection, const std::vector<std::uint32_t> &kinds)
        : m_table(table), m_projection(projection), m_kinds(kinds)
    {
    }

    void prepare(Slice &slice)
    {
        for (std::size_t f = slice.firstFeature; f < slice.endFeature; ++f) {
            for (std::uint32_t p = m_table.featureStart[f]; p < m_table.featureStart[f + 1]; ++p)
                addPart(slice, m_table.part(p), std::uint32_t(f));
        }
    }

private:
    void addPart(Slice &slice, std::span<const LatLon> source, std::uint32_t feature)
    {
        if (m_table.kind != GeometryKind::Point)
            source = densified(source, m_dense);
        m_plane.resize(source.size());
        m_projection.forward(source, m_plane);
        PreparedShapes::Part part{std::uint32_t(slice.vertices.size()), 0, feature, m_kinds.empty() ? 0 : m_kinds[feature]};
        const Box box = snap(slice.vertices);
        part.count = std::uint32_t(m_plane.size());
        if (part.count < leastCount(m_table.kind)) {
            slice.vertices.resize(part.first);
            return;
        }
        if (m_table.kind != GeometryKind::Point) {
            for (const float rank : vertexRanks(m_plane))
                slice.ranks.push_back(rankCode(rank));
        }
        slice.parts.push_back(part);
        slice.boxes.push_back(box);
    }

    /// Puts the projected vertices on the grid, in @p out; m_plane then holds the same points.
    Box snap(std::vector<GridPoint> &out)
    {
        Box box;
        std::size_t kept = 0;
        for (const PointXY p : m_plane) {
            if (!GridPoint::holds(p))
                continue;
            const GridPoint at = GridPoint::at(p);
            if (kept > 0 && out.back() == at)
                continue;
            out.push_back(at);
            m_plane[kept++] = at.plane();
            box.extend(m_plane[kept - 1]);
        }
        m_plane.resize(kept);
        return box;
    }

    const FeatureTable &m_table;
    const Projection &m_projection;
    const std::vector<std::uint32_t> &m_kinds;
    GeoLine m_dense;
    PlaneLine m_plane;
};

/// The slices' parts in one, neighbours near each other.
PreparedShapes gathered(const std::vector<Slice> &slices)
{
    struct Source {
        std::uint32_t slice, part;
    };
    std::vector<Source> sources;
    std::vector<Box> boxes;
    std::size_t vertexCount = 0;
    for (std::size_t s = 0; s < slices.size(); ++s) {
        for (std::size_t p = 0; p < slices[s].parts.size(); ++p)
            sources.push_back({std::uint32_t(s), std::uint32_t(p)});
        boxes.insert(boxes.end(), slices[s].boxes.begin(), slices[s].boxes.end());
        vertexCount += slices[s].vertices.size();
    }
    std::vector<GridPoint> vertices;
    std::vector<RankCode> ranks;
    std::vector<PreparedShapes::Part> parts;
    std::vector<Box> ordered;
    vertices.reserve(vertexCount);
    parts.reserve(sources.size());
    ordered.reserve(sources.size());
    for (const std::uint32_t i : hilbertOrder(boxes)) {
        const Slice &slice = slices[sources[i].slice];
        PreparedShapes::Part part = slice.parts[sources[i].part];
        const auto from = std::ptrdiff_t(part.first), to = from + std::ptrdiff_t(part.count);
        part.first = std::uint32_t(vertices.size());
        vertices.insert(vertices.end(), slice.vertices.begin() + from, slice.vertices.begin() + to);
        if (!slice.ranks.empty())
            ranks.insert(ranks.end(), slice.ranks.begin() + from, slice.ranks.begin() + to);
        parts.push_back(part);
        ordered.push_back(boxes[i]);
    }
    std::vector<PackedTree::Node> chunks;
    if (!ranks.empty())
        chunks = chunksOf(vertices);
    return {std::move(vertices), std::move(ranks), std::move(parts), PackedTree(ordered), std::move(chunks)};
}

} // namespace

PreparedShapes prepareShapes(const FeatureTable &table, const Projection &projection,
                             const std::vector<std::uint32_t> &kinds, const CancelToken &cancel)
{
    std::vector<Slice> slices = slicesOf(table);
    parallelFor(slices.size(), cancel,
                [&](std::size_t i) { SlicePreparer(table, projection, kinds).prepare(slices[i]); });
    return gathered(slices);
}

} // namespace ca
