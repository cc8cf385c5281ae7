// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/DisputedBorders.h"

#include "atlas/BorderStretch.h"

namespace ca {

BaseLayer disputedLayer(const BaseLayer &borders, const std::vector<DisputedStretch> &rows)
{
    BaseLayer layer{QStringLiteral("disputed"), {}};
    for (const BaseLayer::Level &source : borders.levels) {
        BaseLayer::Level &level = layer.levels.emplace_back();
        level.toleranceMetres = source.toleranceMetres;
        level.features.kind = GeometryKind::Line;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            level.features.beginFeature(std::int64_t(row));
            const Result<BorderStretch> stretch = BorderStretch::parse(rows[row].stretch);
            for (const GeoLine &line : stretch ? stretch->lines(source.features) : std::vector<GeoLine>())
                level.features.addPart(line);
        }
    }
    return layer;
}

} // namespace ca
