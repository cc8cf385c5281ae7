// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/BaseBorders.h"
#include "osm/BaseMapRefresh.h"
#include "osm/BasePlaces.h"
#include "osm/BaseWater.h"
#include "osm/CountryCutter.h"

#include <optional>

namespace ca {

/// Makes one base map; see refreshedBaseMap(). Used once.
class BaseMapMaker {
public:
    /// All outlive the maker.
    BaseMapMaker(const OsmExtract &extract, const BaseMap &bundled, const BaseMapOptions &options);

    Result<RefreshedBaseMap> make();

private:
    [[nodiscard]] bool givesNothing() const;
    [[nodiscard]] Result<Done> prepare();
    [[nodiscard]] Result<Done> makeLevels(Result<Done> (BaseMapMaker::*step)(std::size_t), double begin, double share);
    void findBordersAtSea();
    [[nodiscard]] Result<Done> addLand(std::size_t level);
    [[nodiscard]] Result<Done> addBorders(std::size_t level);
    [[nodiscard]] Result<Done> addRivers(std::size_t level);
    [[nodiscard]] Result<Done> addSingles();
    [[nodiscard]] std::vector<GeoLine> coastlines(double toleranceMetres, double leastIsland) const;
    void add(const char *id, std::size_t level, FeatureTable table);
    void note(const char *id, const FeatureTable &table, qint64 made);
    void sortLayers();
    [[nodiscard]] QString countryAt(LatLon p);
    void describe();
    void addCredits();
    void progress(double share) const
    {
        if (m_options.progress)
            m_options.progress(share);
    }

    const OsmExtract &m_extract;
    const BaseMap &m_bundled;
    const BaseMapOptions &m_options;
    int m_broken = 0;
    std::vector<BaseArc> m_arcs;
    BaseCover m_cover;
    OsmLayers m_layers;
    const OsmLayer &m_lakeRows;
    std::vector<CoverArea> m_areas;            ///< the cover at each level
    std::vector<std::pair<QString, CoverArea>> m_countries;   ///< each at the finest level
    std::vector<BorderSides> m_sides;
    std::vector<BaseLake> m_lakes;
    std::optional<BaseRivers> m_rivers;
    std::optional<BasePlaces> m_places;
    std::optional<CountryCutter> m_cutter;
    GeoBox m_known;
    RefreshedBaseMap m_made;
};

} // namespace ca
