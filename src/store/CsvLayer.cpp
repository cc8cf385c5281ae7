// SPDX-License-Identifier: GPL-3.0-or-later
// The CSV half of TextLayer.
#include "store/TextLayer.h"

#include "store/CoordinateText.h"
#include "store/CsvColumns.h"
#include "store/CsvStream.h"
#include "store/FeatureReader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ca {

namespace {

constexpr int sampledRecords = 20;
constexpr int stepRecords = 512;  ///< between two looks at the cancel token

QString tr(const char *text)
{
    return QCoreApplication::translate("CsvLayer", text);
}

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

bool isBinary(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.peek(4096);
    return head.contains('\0') && !head.startsWith("\xFF\xFE") && !head.startsWith("\xFE\xFF");
}

/// How many cells the first records have when cut at @p separator; 0 when they do not all have as many.
std::size_t evenCells(CsvStream &stream, char separator)
{
    stream.setSeparator(separator);
    stream.rewind();
    std::size_t cells = 0;
    for (int i = 0; i < sampledRecords && stream.next(); ++i) {
        if (i > 0 && stream.cellCount() != cells)
            return 0;
        cells = stream.cellCount();
    }
    return cells;
}

std::size_t headerCells(CsvStream &stream, char separator)
{
    stream.setSeparator(separator);
    stream.rewind();
    return stream.next() ? stream.cellCount() : 0;
}

/// Sets the separator that cuts the first records into most cells, all alike; else the header into most.
void findSeparator(CsvStream &stream)
{
    constexpr char candidates[] = {',', ';', '\t', '|'};
    const auto best = [&](auto cells) {
        return std::pair(*std::ranges::max_element(candidates, {}, cells), std::ranges::max(candidates, {}, cells));
    };
    auto [separator, again] = best([&](char c) { return evenCells(stream, c); });
    if (evenCells(stream, separator) < 2)
        separator = best([&](char c) { return headerCells(stream, c); }).first;
    stream.setSeparator(separator);
    stream.rewind();
}

bool looksLikeWkt(std::string_view cell)
{
    if (cell.starts_with("SRID="))
        cell.remove_prefix(std::min(cell.size(), cell.find(';') + 1));
    const QString text = toText(cell.substr(0, 24)).toUpper();
    for (const char *word : {"POINT", "LINESTRING", "POLYGON", "MULTI", "GEOMETRYCOLLECTION", "CIRCULARSTRING", "COMPOUNDCURVE",
                             "CURVEPOLYGON", "LINEARRING", "TRIANGLE", "TIN"}) {
        if (text.startsWith(QLatin1String(word)))
            return true;
    }
    return false;
}

/// A table opened as far as its header.
struct CsvHead {
    std::unique_ptr<CsvStream> stream;
    QStringList columns;
    CsvGeometry geometry;
};

bool holdsWkt(CsvStream &stream, int column)
{
    stream.rewind();
    (void)stream.next();
    for (int i = 0; i < sampledRecords && stream.next(); ++i) {
        if (const std::string_view cell = stream.cell(std::size_t(column)); !cell.empty())
            return looksLikeWkt(cell);
    }
    return false;
}

Result<CsvHead> openCsv(const QString &path, const LayerOptions &options)
{
    if (isBinary(path))
        return Error{tr("this is not a text file"), path, 0};
    CsvHead head;
    head.stream = std::make_unique<CsvStream>(path);
    findSeparator(*head.stream);
    if (!head.stream->next())
        return Error{head.stream->error().isEmpty() ? tr("the table has no header line") : head.stream->error(), path, 0};
    for (std::size_t i = 0; i < head.stream->cellCount(); ++i)
        head.columns += toText(head.stream->cell(i));
    const auto holdsText = [&](int column) { return holdsWkt(*head.stream, column); };
    const Result<CsvGeometry> geometry = findCsvGeometry(head.columns, holdsText, options.longitudeColumn, options.latitudeColumn);
    if (!geometry)
        return Error{geometry.error().message, path, geometry.error().line};
    head.geometry = *geometry;
    head.stream->rewind();
    (void)head.stream->next();
    return head;
}

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
        m_out.leaveOut(LayerFault::NotANumber, m_id, m_stream.line(), tr("“%1”").arg(toText(bad.substr(0, 40))));
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
        m_out.leaveOut(LayerFault::Damaged, m_id, m_stream.line(), tr("“%1”").arg(toText(cell.substr(0, 40))));
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

/// Whether a text is the usual writing of a whole number, or of a number with a decimal mark; 007 is neither.
bool isNumber(std::string_view text, char mark, bool &whole)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at - from;
    };
    const bool zero = at < text.size() && text[at] == '0';
    const std::size_t count = digits();
    if (count == 0 || count > 15 || (zero && count > 1))
        return false;
    if (at == text.size())
        return true;
    whole = false;
    return text[at++] == mark && digits() > 0 && at == text.size();
}

/// Columns of a table are read as text; those with nothing but numbers in them become numbers.
void turnIntoNumbers(ColumnValues &column, char mark)
{
    bool whole = true;
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (!column.isNull(i) && !isNumber(column.utf8(i), mark, whole))
            return;
    }
    ColumnValues numbers;
    for (std::size_t i = 0; i < column.size(); ++i) {
        std::string text(column.utf8(i));
        std::ranges::replace(text, mark, '.');
        double real = 0;
        std::from_chars(text.data(), text.data() + text.size(), real);
        column.isNull(i) ? numbers.pushNull() : whole ? numbers.pushInteger(std::int64_t(real)) : numbers.pushReal(real);
    }
    column = std::move(numbers);
}

} // namespace

Result<LayerFileInfo> inspectCsvLayer(const QString &path)
{
    const Result<CsvHead> head = openCsv(path, {});
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
    Result<CsvHead> head = openCsv(path, options);
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
