// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OsmLayers.h"
#include "store/GeoPackageWriter.h"

#include <unordered_map>

namespace ca {

/// The cells of a layer's rows, in the order of columnsOf().
class RowCells {
public:
    /// @p keys: distinctKeys() of the extract.
    RowCells(const OsmExtract &extract, std::span<const std::uint32_t> keys, std::vector<OsmColumn> columns);

    /// Where the keys of the extract's tags are among its strings, each once.
    [[nodiscard]] static std::vector<std::uint32_t> distinctKeys(const OsmExtract &extract);

    /// osm_type, osm_id, osm_version, osm_timestamp, then @p columns of the mapping.
    [[nodiscard]] static std::vector<GeoPackageColumn> columnsOf(std::span<const OsmColumn> columns);
    /// Valid until the next call.
    [[nodiscard]] std::span<const GeoPackageCell> of(const OsmRow &row);

private:
    void putSpecial(const OsmRow &row);
    void putTags(const OsmRow &row);
    [[nodiscard]] std::string relationIds(const OsmRow &row) const;
    [[nodiscard]] std::string parties(const OsmRow &row) const;

    const OsmExtract &m_extract;
    std::vector<OsmColumn> m_columns;
    /// Columns that want a key, by where the key is among the extract's strings.
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> m_byKey;
    std::vector<GeoPackageCell> m_cells;
    std::string m_timestamp, m_relations, m_parties, m_stage;
    std::int64_t m_timestampOf = 0;
};

} // namespace ca
