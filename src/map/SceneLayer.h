// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Scene.h"

#include <QString>

#include <span>
#include <vector>

namespace ca {

/// One level of a base layer in plane metres. Parts are lines, rings or points of features.
struct Scene::Layer {
    struct Part {
        std::uint32_t first = 0;   ///< in vertices and ranks
        std::uint32_t count = 0;
        std::uint32_t feature = 0; ///< in table
        Box box;
    };

    QString id;
    GeometryKind kind = GeometryKind::Line;
    double toleranceMetres = 0;
    std::vector<PointXY> vertices;
    std::vector<float> ranks;      ///< metres, see vertexRanks(); empty for points
    std::vector<Part> parts;       ///< ascending by feature
    SpatialIndex index;            ///< over parts
    const FeatureTable *table = nullptr;  ///< names and other columns; owned by the base map; the graticule has its own, without columns
    /// Where an area's name may stand: well inside its polygon or around its point, the roomiest first.
    struct Anchor {
        PointXY at;
        double room = 0;           ///< plane metres to the nearest edge
    };
    std::vector<std::vector<Anchor>> anchors;  ///< by feature; filled only for layers that are labelled

    [[nodiscard]] std::span<const PointXY> line(const Part &part) const
    {
        return {vertices.data() + part.first, part.count};
    }
    [[nodiscard]] std::span<const float> rank(const Part &part) const
    {
        return {ranks.data() + part.first, part.count};
    }
};

/// All levels of one base layer, coarsest first.
struct SceneLevels {
    QString id;
    std::vector<Scene::Layer> levels;
};

} // namespace ca
