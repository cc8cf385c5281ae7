// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/ColumnValues.h"
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
/// Filling it throws std::length_error beyond 4 thousand million vertices.
struct FeatureTable {
    struct Column {
        QString name;
        ColumnValues values;  ///< one per feature
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
    /// All vertices of feature @p f, part after part.
    [[nodiscard]] std::span<const LatLon> verticesOf(std::size_t f) const
    {
        const std::uint32_t first = partStart[featureStart[f]];
        return {vertices.data() + first, partStart[featureStart[f + 1]] - first};
    }
    /// Value of column @p name for feature @p f; null when there is no such column. For many features at
    /// once, look up the column by columnIndex() and ask its values, which are typed.
    [[nodiscard]] QVariant value(std::size_t f, const QString &name) const;
    [[nodiscard]] int columnIndex(const QString &name) const;  ///< -1 = none

    void beginFeature(std::int64_t id) { ids.push_back(id); featureStart.push_back(featureStart.back()); }
    /// Adds a part to the feature begun last.
    void addPart(std::span<const LatLon> points);

    /// Gives columns that are shorter than there are features nulls at their end.
    void padColumns();
    /// Appends the features of @p other, which is of the same kind. Columns are matched by name; where one side
    /// has no such column, its features are null there.
    void append(const FeatureTable &other);
    /// Removes all features whose mark is not set; @p marks has one for each.
    void retain(const std::vector<bool> &marks);
    /// Removes the features, keeps columns and memory.
    void clear();
};

} // namespace ca
