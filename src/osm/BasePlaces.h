// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/FeatureTable.h"
#include "osm/BaseCover.h"
#include "osm/CoverArea.h"
#include "osm/OsmLayers.h"

#include <functional>

namespace ca {

/// Towns and villages that the base map shows. Cities, towns and capitals always; villages from 500 inhabitants, or where
/// nobody says how many; hamlets from 500.
class BasePlaces {
public:
    /// @p layer has the places of the extract.
    BasePlaces(const OsmExtract &extract, const OsmLayer &layer, const CoverArea &cover);
    [[nodiscard]] bool empty() const { return m_shown.empty(); }
    [[nodiscard]] std::size_t count() const { return m_shown.size(); }
    [[nodiscard]] std::vector<LatLon> positions() const;
    /// Bundled places beyond the cover, under their ids, then those of the extract, under ids that the same object has in
    /// every extract. @p bundled may be null. @p countryAt: the country a place is in, empty = unknown.
    [[nodiscard]] FeatureTable make(const FeatureTable *bundled, const std::function<QString(LatLon)> &countryAt) const;

private:
    struct Shown {
        std::int64_t id = 0;
        std::size_t row = 0;
        std::int64_t population = 0;
        int admin = -1;   ///< 0 = capital of a state … 4; -1 = none
    };
    [[nodiscard]] LatLon position(std::size_t row) const { return m_layer.vertices[m_layer.ringStart[m_layer.rows[row].firstRing]].degrees(); }
    void dropDoubles();

    const OsmExtract &m_extract;
    const OsmLayer &m_layer;
    const CoverArea &m_cover;
    std::vector<Shown> m_shown;
};

/// Bundled countries, and those covered that are not among them, with a point inside for their names. @p bundled may be null.
[[nodiscard]] Result<FeatureTable> makeCountries(const FeatureTable *bundled, const OsmExtract &extract, const std::vector<BaseArc> &arcs, const BaseCover &cover,
                                                 const FeatureTable &land);

} // namespace ca
