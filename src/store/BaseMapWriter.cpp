// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/BaseMapWriter.h"

#include "base/Tr.h"
#include "store/GeoPackageWriter.h"

namespace ca {
namespace {

constexpr std::size_t rowsBetweenChecks = 1024;   // of the cancel token

GeoPackageColumn::Type columnType(const ColumnValues &values)
{
    switch (values.type()) {
    case ColumnValues::Type::Integer: return GeoPackageColumn::Type::Integer;
    case ColumnValues::Type::Real: return GeoPackageColumn::Type::Real;
    case ColumnValues::Type::Text:
    case ColumnValues::Type::Empty: break;
    }
    return GeoPackageColumn::Type::Text;
}

GeoPackageCell cellOf(const ColumnValues &values, std::size_t f)
{
    if (values.isNull(f))
        return {};
    switch (values.type()) {
    case ColumnValues::Type::Integer: return values.integer(f);
    case ColumnValues::Type::Real: return values.number(f);
    case ColumnValues::Type::Text:
    case ColumnValues::Type::Empty: break;
    }
    return values.utf8(f);
}

/// Geometry of a row; points and lines have one part. Reused from row to row.
class RowShape {
public:
    [[nodiscard]] GeoPackageShape of(const FeatureTable &table, std::size_t f)
    {
        const std::uint32_t first = table.featureStart[f], end = table.featureStart[f + 1];
        m_rings.clear();
        for (std::uint32_t p = first; p <= end; ++p)
            m_rings.push_back(table.partStart[p] - table.partStart[first]);
        m_polygons = {0, end - first};
        return {table.verticesOf(f), m_rings, m_polygons};
    }

private:
    std::vector<std::uint32_t> m_rings, m_polygons;
};

Result<Done> writeLevel(GeoPackageWriter &writer, const QString &name, const FeatureTable &table, const CancelToken &cancel)
{
    GeoPackageLayer layer{name, name, table.kind, {}};
    for (const FeatureTable::Column &column : table.columns)
        layer.columns.push_back({column.name, columnType(column.values)});
    if (const Result<Done> begun = writer.beginLayer(layer); !begun)
        return begun;
    RowShape shape;
    std::vector<GeoPackageCell> cells(table.columns.size());
    for (std::size_t f = 0; f < table.featureCount(); ++f) {
        if (f % rowsBetweenChecks == 0 && cancel.cancelled())
            return Error::of(tr("cancelled"));
        if (table.featureStart[f] == table.featureStart[f + 1])
            continue;
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = cellOf(table.columns[i].values, f);
        writer.addRow(table.ids[f], shape.of(table, f), cells);
    }
    return writer.endLayer();
}

Result<Done> writeCredits(GeoPackageWriter &writer, const std::vector<Credit> &credits)
{
    std::vector<QStringList> rows;
    for (const Credit &credit : credits)
        rows.push_back({credit.layer, credit.layer, credit.text, credit.licence, credit.url, credit.dataDate});
    return writer.addTable(QStringLiteral("metadata_atlas"), QStringLiteral("Where the layers are from"),
                           QStringLiteral("layer title credit licence url data_date").split(u' '), rows);
}

} // namespace

Result<Done> writeBaseMap(const BaseMap &map, const QString &path, const QDateTime &changed, const CancelToken &cancel)
{
    const Result<std::unique_ptr<GeoPackageWriter>> writer = GeoPackageWriter::create(path, changed);
    if (!writer)
        return writer.error();
    for (const BaseLayer &layer : map.layers) {
        for (std::size_t level = 0; level < layer.levels.size(); ++level) {
            const QString name = layer.levels.size() == 1 ? layer.id : QStringLiteral("%1_%2").arg(layer.id).arg(level);
            if (const Result<Done> written = writeLevel(**writer, name, layer.levels[level].features, cancel); !written)
                return written;
        }
    }
    if (const Result<Done> written = writeCredits(**writer, map.credits); !written)
        return written;
    return (*writer)->finish();
}

} // namespace ca
