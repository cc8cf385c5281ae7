// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <QString>
#include <QVariant>

#include <cstdint>
#include <span>
#include <vector>

namespace ca {

enum class GeometryKind { Point, Line, Polygon };

/// Features of one layer, column by column, WGS 84 degrees. Plain data: filled once by a
/// reader, then shared as const. Feature f has the parts featureStart[f] … featureStart[f+1]-1;
/// part p has the vertices partStart[p] … partStart[p+1]-1. A polygon's parts are its rings
/// (shells and holes alike, closed, to be filled by the odd–even rule).
struct FeatureTable {
    struct Column {
        QString name;
        std::vector<QVariant> values;  ///< one per feature; null = unknown
    };

    GeometryKind kind = GeometryKind::Point;
    std::vector<LatLon> vertices;
    std::vector<std::uint32_t> partStart{0};
    std::vector<std::uint32_t> featureStart{0};
    std::vector<std::int64_t> ids;  ///< one per feature, the layer's own
    std::vector<Column> columns;

    [[nodiscard]] std::size_t featureCount() const { return ids.size(); }
    [[nodiscard]] std::span<const LatLon> part(std::size_t p) const
    {
        return {vertices.data() + partStart[p], partStart[p + 1] - partStart[p]};
    }
    /// Value of column @p name for feature @p f; null when there is no such column.
    [[nodiscard]] QVariant value(std::size_t f, const QString &name) const;
    [[nodiscard]] int columnIndex(const QString &name) const;  ///< -1 = none

    void beginFeature(std::int64_t id) { ids.push_back(id); featureStart.push_back(featureStart.back()); }
    /// Adds a part to the feature begun last.
    void addPart(std::span<const LatLon> points);
};

} // namespace ca
