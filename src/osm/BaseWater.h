// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/CoverArea.h"
#include "osm/OsmLayers.h"
#include "geo/FeatureTable.h"

namespace ca {

/// A lake or reservoir of the extract: one shell with its holes.
struct BaseLake {
    std::size_t row = 0;       ///< in the layer
    std::size_t polygon = 0;   ///< in the layer
    double squareKilometres = 0;
};

/// Lakes and reservoirs of at least @p leastSquareKilometres that lie in @p cover, the largest first; neither wide rivers nor
/// what holds waste water.
[[nodiscard]] std::vector<BaseLake> baseLakes(const OsmExtract &extract, const OsmLayer &layer, const CoverArea &cover, double leastSquareKilometres);
/// The lake at a level, valid; empty where it is too small for it.
[[nodiscard]] Result<std::vector<PlaneFace>> lakeAt(const OsmLayer &layer, const BaseLake &lake, double toleranceMetres);

/// Bundled lakes beyond the cover, and those of the extract within it, largest first. @p bundled may be null.
[[nodiscard]] Result<FeatureTable> makeLakes(const FeatureTable *bundled, const OsmExtract &extract, const OsmLayer &layer, const std::vector<BaseLake> &lakes,
                                             const CoverArea &cover, double toleranceMetres);

/// Rivers and canals of the extract that the base map shows.
class BaseRivers {
public:
    BaseRivers(const OsmExtract &extract, const OsmLayer &layer);
    [[nodiscard]] bool empty() const { return m_shown.empty(); }
    /// @p bundled beyond the cover and those of the extract within it. @p mostRank: 1 = the great rivers alone, 2 = and the
    /// lesser ones, 3 = all. @p bundled may be null.
    [[nodiscard]] Result<FeatureTable> make(const FeatureTable *bundled, const CoverArea &cover, double toleranceMetres, int mostRank, int &added) const;

private:
    struct Shown {
        std::size_t row = 0;
        int rank = 3;
        bool canal = false;
    };
    const OsmExtract &m_extract;
    const OsmLayer &m_layer;
    std::vector<Shown> m_shown;
};

} // namespace ca
