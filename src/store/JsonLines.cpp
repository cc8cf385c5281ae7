// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON half of TextLayer.
#include "store/TextLayer.h"

#include "base/Tr.h"
#include "store/JsonGeometry.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <utility>

namespace ca {

namespace {

constexpr std::size_t mostColumns = 1000;
constexpr int progressRecords = 128;  ///< between two looks at the cancel token
/// Records of the file: lines, or what is between record separators.
class Records {
public:
    explicit Records(QFile &file) : m_file(file), m_separated(file.peek(512).trimmed().startsWith(recordSeparator)) {}

    /// Next record that is not blank. @returns false at the end.
    bool next()
    {
        do {
            m_line = m_next++;
            m_record = m_file.readLine();
            while (m_separated && !m_file.atEnd() && m_file.peek(1) != QByteArray(1, recordSeparator)) {
                m_record += m_file.readLine();
                ++m_next;
            }
            if (m_record.isEmpty())
                return false;
            m_position += m_record.size();
            if (m_record.startsWith(recordSeparator))
                m_record.remove(0, 1);
            if (m_record.startsWith("\xEF\xBB\xBF"))
                m_record.remove(0, 3);
        } while (m_record.trimmed().isEmpty());
        return true;
    }
    [[nodiscard]] const QByteArray &record() const { return m_record; }
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] double position() const { return double(m_position); }  ///< bytes read so far

private:
    QFile &m_file;
    const bool m_separated;
    QByteArray m_record;
    int m_line = 1;
    int m_next = 1;
    qint64 m_position = 0;
};

class JsonLinesReader {
public:
    JsonLinesReader(const LayerOptions &options, RawLayer &out) : m_options(options), m_out(out) {}

    void add(const QByteArray &record, int line)
    {
        m_line = line;
        ++m_count;
        m_id = m_count;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(record, &error);
        if (!document.isObject())
            return leaveOut(LayerFault::Damaged, document.isNull() ? error.errorString() : tr("no feature"));
        addObject(document.object());
    }

private:
    void leaveOut(LayerFault fault, const QString &detail = {}) { m_out.leaveOut(fault, m_id, m_line, detail); }

    void addObject(const QJsonObject &object)
    {
        const bool feature = object.value(QLatin1String("type")).toString() == QLatin1String("Feature");
        const QJsonValue geometry = feature ? object.value(QLatin1String("geometry")) : QJsonValue(object);
        const QJsonValue id = object.value(QLatin1String("id"));
        if (id.isDouble())
            m_id = id.toInteger(m_count);
        if (feature && (geometry.isNull() || geometry.isUndefined()))
            return leaveOut(LayerFault::NoGeometry);
        m_parts.clear();
        if (!decodeJsonGeometry(geometry.toObject(), m_parts))
            return leaveOut(LayerFault::Damaged, tr("the geometry is none of GeoJSON"));
        const unsigned took = m_out.add(m_id, m_line, m_parts);
        QJsonObject cells = object.value(QLatin1String("properties")).toObject();
        if (id.isString() && !cells.contains(QLatin1String("id")))
            cells.insert(QLatin1String("id"), id);
        for (std::size_t kind = 0; kind < m_out.tables.size(); ++kind) {
            if (took & (1u << kind))
                addCells(m_out.tables[kind], cells);
        }
    }

    void addCells(FeatureTable &table, const QJsonObject &cells)
    {
        for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
            const int column = columnOf(cell.key());
            if (column < 0)
                continue;
            ColumnValues &values = table.columns[std::size_t(column)].values;
            while (values.size() + 1 < table.featureCount())  // it is new
                values.pushNull();
            pushCell(values, cell.value());
        }
        table.padColumns();
    }

    /// Index of a column, which is made when it is new; -1 = not wanted.
    int columnOf(const QString &name)
    {
        if (const auto known = m_columns.constFind(name); known != m_columns.constEnd())
            return *known;
        if (!m_options.withColumns || !(m_options.columns.isEmpty() || m_options.columns.contains(name)))
            return -1;
        if (m_columns.size() >= qsizetype(mostColumns)) {
            if (!std::exchange(m_tooManyColumns, true))
                m_out.report.notes += tr("Of the columns only the first %1 were read.").arg(mostColumns);
            return -1;
        }
        m_out.addColumn(name);
        const int column = int(m_out.tables[0].columns.size()) - 1;
        m_columns.insert(name, column);
        return column;
    }

    static void pushCell(ColumnValues &column, const QJsonValue &value)
    {
        switch (value.type()) {
        case QJsonValue::Bool:
            return column.pushInteger(value.toBool() ? 1 : 0);
        case QJsonValue::Double: {
            const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
            const bool real = whole == std::numeric_limits<qint64>::min() || column.type() == ColumnValues::Type::Real;
            return real ? column.pushReal(value.toDouble()) : column.pushInteger(whole);
        }
        case QJsonValue::String:
            return column.push_back(value.toString());
        case QJsonValue::Array:
            return column.push_back(QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)));
        case QJsonValue::Object:
            return column.push_back(QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
        default:
            return column.pushNull();
        }
    }

    const LayerOptions &m_options;
    RawLayer &m_out;
    GeometryParts m_parts;
    QHash<QString, int> m_columns;
    std::int64_t m_count = 0;
    std::int64_t m_id = 0;
    int m_line = 0;
    bool m_tooManyColumns = false;
};

} // namespace

Result<gdal::SpatialReference> readJsonLines(const QString &path, const LayerOptions &options, LayerProgress &progress, RawLayer &out)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{tr("the file cannot be read: %1").arg(file.errorString()), path, 0};
    progress.setTotal(double(file.size()));
    Records records(file);
    JsonLinesReader reader(options, out);
    double told = 0;
    for (int count = 1; records.next(); ++count) {
        reader.add(records.record(), records.line());
        if (count % progressRecords != 0)
            continue;
        const double at = records.position();
        if (!progress.advance(at - told))
            break;
        told = at;
    }
    return gdal::wgs84();
}

} // namespace ca
