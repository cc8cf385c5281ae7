// SPDX-License-Identifier: GPL-3.0-or-later
// The CSV half of TextLayer.
#include "store/TextLayer.h"

#include "base/Tr.h"
#include "store/CoordinateText.h"
#include "store/CsvHead.h"
#include "store/FeatureReader.h"
#include "store/TextNumbers.h"

#include <QFileInfo>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ca {

namespace {

constexpr int stepRecords = 512;  ///< between two looks at the cancel token

class CsvReader {
public:
    CsvReader(CsvHead &head, const LayerOptions &options, LayerProgress &progress, RawLayer &out)
        : m_head(head), m_stream(*head.stream), m_progress(progress), m_out(out)
    {
        for (int i = 0; i < m_head.columns.size(); ++i) {
            const QString &name = m_head.columns[i];
            if (options.withColumns && i != m_head.geometry.wkt && (options.columns.isEmpty() || options.columns.contains(name))) {
                m_cells.push_back(std::size_t(i));
                m_out.addColumn(name);
            }
        }
    }

    void run()
    {
        m_progress.setTotal(m_stream.size());
        double told = 0;
        while (m_stream.next()) {
            addRecord();
            if (m_id % stepRecords != 0)
                continue;
            const double at = m_stream.position();
            if (!m_progress.advance(at - told))
                return;
            told = at;
        }
        m_out.damage = m_stream.error();
    }

    /// Code of the reference system that well-known text named; 0 = none.
    [[nodiscard]] int srid() const { return m_srid; }

private:
    void addRecord()
    {
        ++m_id;
        if (hasTooMany()) {
            const QString detail = tr("%1 cells where the header has %2").arg(m_stream.cellCount()).arg(m_head.columns.size());
            return m_out.leaveOut(LayerFault::Damaged, m_id, m_stream.line(), detail);
        }
        m_parts.clear();
        if (m_head.geometry.wkt >= 0 ? readText() : readPair())
            addCells(m_out.add(m_id, m_stream.line(), m_parts));
    }

    /// Empty cells at the end are what spreadsheets write.
    [[nodiscard]] bool hasTooMany() const
    {
        for (std::size_t i = std::size_t(m_head.columns.size()); i < m_stream.cellCount(); ++i) {
            if (!m_stream.cell(i).empty())
                return true;
        }
        return false;
    }

    bool readPair()
    {
        const std::string_view lon = m_stream.cell(std::size_t(m_head.geometry.longitude));
        const std::string_view lat = m_stream.cell(std::size_t(m_head.geometry.latitude));
        if (lon.empty() && lat.empty()) {
            m_out.leaveOut(LayerFault::NoGeometry, m_id, m_stream.line());
            return false;
        }
        const LatLon point{parseCoordinate(lat), parseCoordinate(lon)};
        if (point.defined()) {
            m_parts.addPoint(point);
            return true;
        }
        const std::string_view bad = std::isfinite(point.lon) ? lat : lon;
        m_out.leaveOut(LayerFault::NotANumber, m_id, m_stream.line(), tr("“%1”").arg(CsvStream::text(bad.substr(0, 40))));
        return false;
    }

    bool readText()
    {
        std::string_view cell = m_stream.cell(std::size_t(m_head.geometry.wkt));
        if (cell.starts_with("SRID=")) {
            std::from_chars(cell.data() + 5, cell.data() + cell.size(), m_srid);
            cell.remove_prefix(std::min(cell.size(), cell.find(';') + 1));
        }
        if (cell.empty()) {
            m_out.leaveOut(LayerFault::NoGeometry, m_id, m_stream.line());
            return false;
        }
        if (decodeWkt(std::string(cell), m_parts))
            return true;
        m_out.leaveOut(LayerFault::Damaged, m_id, m_stream.line(), tr("“%1”").arg(CsvStream::text(cell.substr(0, 40))));
        return false;
    }

    void addCells(unsigned took)
    {
        for (std::size_t kind = 0; kind < m_out.tables.size(); ++kind) {
            if (!(took & (1u << kind)))
                continue;
            std::vector<FeatureTable::Column> &columns = m_out.tables[kind].columns;
            for (std::size_t i = 0; i < m_cells.size(); ++i) {
                const std::string_view cell = m_stream.cell(m_cells[i]);
                cell.empty() ? columns[i].values.pushNull() : columns[i].values.pushText(cell);
            }
        }
    }

    CsvHead &m_head;
    CsvStream &m_stream;
    LayerProgress &m_progress;
    RawLayer &m_out;
    GeometryParts m_parts;
    std::vector<std::size_t> m_cells;  ///< which cells become columns
    std::int64_t m_id = 0;
    int m_srid = 0;
};

} // namespace

Result<LayerFileInfo> inspectCsvLayer(const QString &path)
{
    const Result<CsvHead> head = openCsv(path);
    if (!head)
        return head.error();
    LayerInfo layer;
    layer.name = QFileInfo(path).completeBaseName();
    if (head->geometry.wkt < 0)
        layer.kinds = {GeometryKind::Point};
    if (head->geometry.degrees)
        layer.crsTitle = gdal::title(gdal::wgs84().get());
    for (const QString &column : head->columns)
        layer.fields.push_back({column, QStringLiteral("String")});
    return LayerFileInfo{QStringLiteral("CSV"), {layer}, false, {head->geometry.statement}};
}

Result<gdal::SpatialReference> readCsvLayer(const QString &path, const LayerOptions &options, LayerProgress &progress, RawLayer &out)
{
    Result<CsvHead> head = openCsv(path, options.longitudeColumn, options.latitudeColumn);
    if (!head)
        return head.error();
    out.report.notes += head->geometry.statement;
    CsvReader reader(*head, options, progress, out);
    reader.run();
    const char mark = head->stream->separator() == ',' ? '.' : ',';
    for (FeatureTable &table : out.tables) {
        for (FeatureTable::Column &column : table.columns) {
            turnIntoNumbers(column.values, '.');
            if (column.values.type() == ColumnValues::Type::Text)
                turnIntoNumbers(column.values, mark);
        }
    }
    if (head->geometry.degrees)
        return gdal::wgs84();
    return reader.srid() > 0 ? gdal::reference(QStringLiteral("EPSG:%1").arg(reader.srid())) : gdal::SpatialReference();
}

} // namespace ca
