// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/LayerTables.h"

#include "atlas/ProvenanceCredits.h"
#include "base/Tr.h"
#include "osm/RowCells.h"
#include "store/GeoPackageWriter.h"

namespace ca {
namespace {

constexpr std::size_t rowsBetweenLooks = 4096;  // at the cancel token

GeometryKind geometryOf(OsmShape shape)
{
    switch (shape) {
    case OsmShape::Point: return GeometryKind::Point;
    case OsmShape::Line:
    case OsmShape::Border: return GeometryKind::Line;
    case OsmShape::Area: return GeometryKind::Polygon;
    }
    return GeometryKind::Point;
}

std::vector<OsmColumn> columnsOfTable(const OsmLayerSpec &spec, bool full)
{
    std::vector<OsmColumn> columns = spec.columns;
    if (!full)
        std::erase_if(columns, [](const OsmColumn &column) { return column.detail; });
    return columns;
}

/// A row's geometry in degrees, with the vertices that a level keeps. Reused from row to row.
class LevelShape {
public:
    explicit LevelShape(const OsmLayer &layer, RankCode least) : m_layer(layer), m_least(least) {}

    /// False where nothing is left of it at this level.
    bool take(std::size_t row)
    {
        m_vertices.clear();
        m_rings.clear();
        m_polygons.clear();
        const std::size_t polygonEnd = m_layer.lastPolygon(row);
        if (m_layer.polygonStart.empty())
            takeRing(m_layer.rows[row].firstRing);
        for (std::size_t polygon = m_layer.rows[row].firstPolygon; polygon < polygonEnd; ++polygon)
            takePolygon(polygon);
        m_rings.push_back(std::uint32_t(m_vertices.size()));
        m_polygons.push_back(std::uint32_t(m_rings.size() - 1));
        return !m_vertices.empty();
    }
    [[nodiscard]] GeoPackageShape shape() const { return {m_vertices, m_rings, m_polygons}; }

private:
    void takePolygon(std::size_t polygon)
    {
        const auto first = std::uint32_t(m_rings.size());
        for (std::size_t ring = m_layer.polygonStart[polygon]; ring < m_layer.polygonEnd(polygon); ++ring) {
            const std::size_t before = m_vertices.size();
            takeRing(ring);
            if (m_vertices.size() - before >= 4) {
                m_rings.push_back(std::uint32_t(before));
                continue;
            }
            m_vertices.resize(before);
            if (m_rings.size() == first)
                return;  // holes of a shell that is too small for this level
        }
        m_polygons.push_back(first);
    }
    void takeRing(std::size_t ring)
    {
        for (std::size_t i = m_layer.ringStart[ring]; i < m_layer.ringEnd(ring); ++i) {
            if (m_least == 0 || m_layer.ranks[i] >= m_least)
                m_vertices.push_back(m_layer.vertices[i].degrees());
        }
    }

    const OsmLayer &m_layer;
    RankCode m_least;  ///< 0 = all
    std::vector<LatLon> m_vertices;
    std::vector<std::uint32_t> m_rings, m_polygons;
};

class TablesWriter {
public:
    TablesWriter(const OsmExtract &extract, const LayerMapping &mapping, const OsmLayers &made, GeoPackageWriter &writer,
                 const ExtractImportOptions &options)
        : m_extract(extract), m_mapping(mapping), m_made(made), m_writer(writer), m_options(options),
          m_keys(RowCells::distinctKeys(extract))
    {
        for (std::size_t i = 0; i < made.layers.size(); ++i)
            m_rowsToWrite += made.layers[i].rows.size() * (1 + (mapping.layers()[i].levels ? osmLevels.size() : 0));
    }

    Result<std::vector<ImportedLayer>> write()
    {
        std::vector<ImportedLayer> written;
        for (std::size_t i = 0; i < m_made.layers.size(); ++i) {
            if (m_made.layers[i].rows.empty())
                continue;
            Result<ImportedLayer> layer = writeLayer(m_mapping.layers()[i], m_made.layers[i]);
            if (!layer)
                return layer.error();
            written.push_back(*std::move(layer));
        }
        if (const Result<Done> told = writeMetadata(); !told)
            return told.error();
        return written;
    }

private:
    Result<ImportedLayer> writeLayer(const OsmLayerSpec &spec, const OsmLayer &layer);
    Result<qint64> writeTable(const OsmLayerSpec &spec, const OsmLayer &layer, const OsmLevel &level);
    Result<Done> writeMetadata();

    const OsmExtract &m_extract;
    const LayerMapping &m_mapping;
    const OsmLayers &m_made;
    GeoPackageWriter &m_writer;
    const ExtractImportOptions &m_options;
    std::vector<std::uint32_t> m_keys;
    std::size_t m_rowsToWrite = 0;
    std::size_t m_rowsDone = 0;
    std::vector<QStringList> m_metadata;
};

Result<ImportedLayer> TablesWriter::writeLayer(const OsmLayerSpec &spec, const OsmLayer &layer)
{
    ImportedLayer written{spec.id, spec.title, 0, qint64(layer.vertices.size()), {}};
    const Result<qint64> rows = writeTable(spec, layer, {"", 0});
    if (!rows)
        return rows.error();
    written.features = *rows;
    for (std::size_t i = 0; spec.levels && i < osmLevels.size(); ++i) {
        const Result<qint64> simplified = writeTable(spec, layer, osmLevels[i]);
        if (!simplified)
            return simplified.error();
        written.levels << spec.id + QLatin1String(osmLevels[i].suffix);
    }
    return written;
}

/// A tolerance of 0 is the full table.
Result<qint64> TablesWriter::writeTable(const OsmLayerSpec &spec, const OsmLayer &layer, const OsmLevel &level)
{
    const bool full = level.tolerance == 0;
    const QString title = full ? spec.title : QStringLiteral("%1, simplified by %2 m").arg(spec.title).arg(level.tolerance);
    const std::vector<OsmColumn> columns = columnsOfTable(spec, full);
    const GeoPackageLayer table{spec.id + QLatin1String(level.suffix), title, geometryOf(spec.shape), RowCells::columnsOf(columns)};
    if (const Result<Done> begun = m_writer.beginLayer(table); !begun)
        return begun.error();
    RowCells cells(m_extract, m_keys, columns);
    LevelShape shape(layer, full ? RankCode(0) : leastRank(level.tolerance));
    qint64 rows = 0;
    for (std::size_t row = 0; row < layer.rows.size(); ++row) {
        if (++m_rowsDone % rowsBetweenLooks == 0) {
            if (m_options.cancel.cancelled())
                return Error::of(tr("cancelled"));
            if (m_options.progress)
                m_options.progress(double(m_rowsDone) / double(m_rowsToWrite));
        }
        if ((!full && layer.rows[row].close) || !shape.take(row))
            continue;
        m_writer.addRow(std::int64_t(row) + 1, shape.shape(), cells.of(layer.rows[row]));
        ++rows;
    }
    const Credit credit = openStreetMapCredit(table.table);
    m_metadata.push_back({table.table, table.title, credit.text, credit.licence, credit.url, m_extract.date.toUTC().toString(Qt::ISODate),
                          m_extract.files.join(QStringLiteral("; ")), QString::number(level.tolerance)});
    if (const Result<Done> ended = m_writer.endLayer(); !ended)
        return ended.error();
    return rows;
}

Result<Done> TablesWriter::writeMetadata()
{
    return m_writer.addTable(QStringLiteral("metadata_osm"), QStringLiteral("Where the layers are from"),
                             {QStringLiteral("layer"), QStringLiteral("title"), QStringLiteral("credit"),
                              QStringLiteral("licence"), QStringLiteral("url"), QStringLiteral("data_date"),
                              QStringLiteral("files"), QStringLiteral("tolerance_m")},
                             m_metadata);
}

} // namespace

Result<std::vector<ImportedLayer>> writeLayers(const OsmExtract &extract, const LayerMapping &mapping, const OsmLayers &made,
                                               GeoPackageWriter &writer, const ExtractImportOptions &options)
{
    return TablesWriter(extract, mapping, made, writer, options).write();
}

} // namespace ca
