// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/SharedArray.h"
#include "geo/FeatureTable.h"
#include "geo/GridPoint.h"
#include "geo/PackedTree.h"
#include "geo/VertexRank.h"

#include <QString>

#include <memory>
#include <vector>

namespace ca {

/// Shapes of one kind, ready to be drawn in one projection at any scale down to its tolerance: projected, ranked,
/// indexed, in flat arrays that may lie in a mapped file. Immutable.
struct PreparedShapes {
    /// A line, a ring or a point: count vertices from first on.
    struct Part {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        std::uint32_t feature = 0;   ///< in the layer's table
        std::uint32_t kind = 0;      ///< which of a layer's looks it has, see lookOf()
        bool operator==(const Part &) const = default;
    };

    SharedArray<GridPoint> vertices;
    SharedArray<RankCode> ranks;     ///< one per vertex; empty for points
    SharedArray<Part> parts;         ///< neighbours near each other
    PackedTree tree;                 ///< over parts, plane metres
    /// The bounds, plane metres, of vertices chunkSize·i … chunkSize·(i + 1), both included: of a long line or ring only
    /// the chunks near the view need a look.
    SharedArray<PackedTree::Node> chunks;
    static constexpr std::size_t chunkSize = 64;
    /// Kind of a ring that runs partly along a cut of the map or of the data's maker: to be filled, but not stroked.
    static constexpr std::uint32_t cutRing = ~std::uint32_t(0);

    [[nodiscard]] std::span<const GridPoint> line(const Part &part) const { return vertices.span(part.first, part.count); }
    [[nodiscard]] std::span<const RankCode> rank(const Part &part) const { return ranks.span(part.first, part.count); }
};

/// The chunks of these vertices.
[[nodiscard]] std::vector<PackedTree::Node> chunksOf(std::span<const GridPoint> vertices);

/// One level of generalisation of a layer.
struct PreparedLevel {
    double toleranceMetres = 0;      ///< by which it was generalised; 0 = not
    PreparedShapes shapes;           ///< points, lines or rings (holes the other way round: the non-zero rule fills them)
    PreparedShapes outlines;         ///< of areas: what to stroke of cut rings, and each stretch that neighbours share once
    std::shared_ptr<const FeatureTable> table;  ///< names and other columns of the features; null for those without
};

/// One layer in one projection.
struct PreparedLayer {
    /// Where an area's name may stand: well inside its polygon or around its point, the roomiest first.
    struct Anchor {
        PointXY at;                  ///< plane metres
        double room = 0;             ///< plane metres to the nearest edge
    };

    QString id;
    GeometryKind kind = GeometryKind::Point;
    std::vector<PreparedLevel> levels;               ///< coarsest first; at least one
    SharedArray<Anchor> anchors;
    SharedArray<std::uint32_t> anchorStart;          ///< per feature of the first level, in anchors; empty without anchors

    /// The coarsest level that is fine enough for @p metresPerPixel.
    [[nodiscard]] const PreparedLevel &level(double metresPerPixel) const;
    [[nodiscard]] Box box() const;                   ///< plane metres
    /// Anchors of a feature of the first level.
    [[nodiscard]] std::span<const Anchor> anchorsOf(std::size_t feature) const;
};

/// Anchors by feature, as they are found.
using AnchorLists = std::vector<std::vector<PreparedLayer::Anchor>>;
void setAnchors(PreparedLayer &layer, const AnchorLists &anchors);

} // namespace ca
