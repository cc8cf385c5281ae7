// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/FeatureTable.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace ca {

namespace {

/// Appends the ends in @p more, which count from 0, to those in @p starts.
void appendStarts(std::vector<std::uint32_t> &starts, const std::vector<std::uint32_t> &more)
{
    const std::uint32_t base = starts.back();
    const std::size_t before = starts.size();
    starts.resize(before + more.size() - 1);
    std::transform(more.begin() + 1, more.end(), starts.begin() + std::ptrdiff_t(before),
                   [base](std::uint32_t start) { return base + start; });
}

void needRoom(std::size_t have, std::size_t more)
{
    if (have + more > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("a layer holds more than 4 thousand million vertices");
}

} // namespace

int FeatureTable::columnIndex(const QString &name) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name)
            return int(i);
    }
    return -1;
}

QVariant FeatureTable::value(std::size_t f, const QString &name) const
{
    const int column = columnIndex(name);
    return column < 0 ? QVariant() : columns[std::size_t(column)].values[f];
}

void FeatureTable::addPart(std::span<const LatLon> points)
{
    needRoom(vertices.size(), points.size());
    vertices.insert(vertices.end(), points.begin(), points.end());
    partStart.push_back(std::uint32_t(vertices.size()));
    ++featureStart.back();
}

void FeatureTable::padColumns()
{
    for (Column &column : columns) {
        while (column.values.size() < featureCount())
            column.values.pushNull();
    }
}

void FeatureTable::append(const FeatureTable &other)
{
    needRoom(vertices.size(), other.vertices.size());
    const std::size_t before = featureCount();
    vertices.insert(vertices.end(), other.vertices.begin(), other.vertices.end());
    appendStarts(partStart, other.partStart);
    appendStarts(featureStart, other.featureStart);
    ids.insert(ids.end(), other.ids.begin(), other.ids.end());
    for (std::size_t i = 0; i < other.columns.size(); ++i) {
        const Column &column = other.columns[i];
        const bool samePlace = i < columns.size() && columns[i].name == column.name;
        const int found = samePlace ? int(i) : columnIndex(column.name);
        if (found < 0)
            columns.push_back({column.name, {}});
        ColumnValues &values = found < 0 ? columns.back().values : columns[std::size_t(found)].values;
        while (values.size() < before)
            values.pushNull();
        values.append(column.values);
    }
    padColumns();
}

void FeatureTable::retain(const std::vector<bool> &marks)
{
    std::size_t keptFeatures = 0;
    std::size_t keptParts = 0;
    std::size_t keptVertices = 0;
    for (std::size_t f = 0; f < marks.size(); ++f) {
        if (!marks[f])
            continue;
        const std::uint32_t lastPart = featureStart[f + 1];
        for (std::uint32_t p = featureStart[f]; p < lastPart; ++p) {
            const auto first = vertices.begin() + partStart[p];
            const auto last = vertices.begin() + partStart[p + 1];
            if (keptVertices != partStart[p])
                std::move(first, last, vertices.begin() + std::ptrdiff_t(keptVertices));
            keptVertices += std::size_t(last - first);
            partStart[++keptParts] = std::uint32_t(keptVertices);
        }
        ids[keptFeatures] = ids[f];
        featureStart[++keptFeatures] = std::uint32_t(keptParts);
    }
    vertices.resize(keptVertices);
    partStart.resize(keptParts + 1);
    featureStart.resize(keptFeatures + 1);
    ids.resize(keptFeatures);
    for (Column &column : columns)
        column.values.retain(marks);
}

void FeatureTable::clear()
{
    vertices.clear();
    partStart.assign(1, 0);
    featureStart.assign(1, 0);
    ids.clear();
    for (Column &column : columns)
        column.values.clear();
}

} // namespace ca
