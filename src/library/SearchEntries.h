// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "atlas/BaseMap.h"
#include "geo/LatLon.h"
#include "library/SearchHit.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace ca {

/// One thing AtlasSearch can find. Places stay in the base map's table and are only pointed at.
struct SearchEntry {
    SearchHit::Kind kind = SearchHit::Kind::Subject;
    QString id;
    LatLon position;
    QStringList names;    ///< or, for a passage or fact, its one text
    QString title;
    QString detail;       ///< snippet where no other name was matched
    bool corridor = false;
};

/// The places of the base map as search sees them. All columns are optional but one called name:
/// name_<language>, search_names (other spellings, separated by ';'), population, country,
/// geonames_id (a place's id; without it the feature's).
class PlaceTable {
public:
    explicit PlaceTable(std::shared_ptr<const BaseMap> baseMap);
    [[nodiscard]] std::size_t count() const { return m_table ? m_table->featureCount() : 0; }
    [[nodiscard]] QStringList names(std::size_t place) const;
    [[nodiscard]] QString title(std::size_t place) const;
    [[nodiscard]] QString country(std::size_t place) const;
    [[nodiscard]] double population(std::size_t place) const;   ///< 0 = unknown
    [[nodiscard]] LatLon position(std::size_t place) const;
    [[nodiscard]] QString id(std::size_t place) const;

private:
    [[nodiscard]] QString text(std::size_t place, int column) const;
    std::shared_ptr<const BaseMap> m_baseMap;
    const FeatureTable *m_table = nullptr;
    std::vector<int> m_nameColumns;
    int m_title = -1;
    int m_searchNames = -1;
    int m_population = -1;
    int m_country = -1;
    int m_id = -1;
};

/// Segments, their waypoints, subjects, passages and facts of an atlas, in that order.
[[nodiscard]] std::vector<SearchEntry> atlasEntries(const Atlas &atlas);

} // namespace ca
