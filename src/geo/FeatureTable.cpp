// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/FeatureTable.h"

namespace ca {

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
    if (column < 0 || f >= columns[std::size_t(column)].values.size())
        return {};
    return columns[std::size_t(column)].values[f];
}

void FeatureTable::addPart(std::span<const LatLon> points)
{
    vertices.insert(vertices.end(), points.begin(), points.end());
    partStart.push_back(std::uint32_t(vertices.size()));
    ++featureStart.back();
}

} // namespace ca
