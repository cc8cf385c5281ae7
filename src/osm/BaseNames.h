// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/FeatureTable.h"
#include "osm/OsmExtract.h"

namespace ca {

/// A row of a base layer whose columns are those of the bundled one, by name. What is not set is null.
class BaseRow {
public:
    explicit BaseRow(FeatureTable &table) : m_table(table) {}
    /// Begins a feature; finish() the one before.
    void begin(std::int64_t id) { m_table.beginFeature(id); }
    void set(const QString &column, const QVariant &value);
    /// name_en … name_ru by name:en … name:ru. What is not there stays null: nothing is transliterated.
    void setNames(const OsmExtract &extract, OsmExtract::Range tags);
    void finish() { m_table.padColumns(); }

private:
    FeatureTable &m_table;
};

/// An empty table with the columns of @p like; those of @p atLeast are there in any case.
[[nodiscard]] FeatureTable emptyLike(const FeatureTable *like, GeometryKind kind, const QStringList &atLeast);
/// Appends row @p f of @p from, under @p id and with @p parts as its geometry (its own where there are none).
void copyRow(const FeatureTable &from, std::size_t f, std::int64_t id, FeatureTable &to, const std::vector<GeoLine> &parts = {});
/// Text of a tag; empty when there is none.
[[nodiscard]] QString tagText(const OsmExtract &extract, OsmExtract::Range tags, std::string_view key);
/// "name_en" … "name_ru".
[[nodiscard]] QStringList nameColumns();

} // namespace ca
