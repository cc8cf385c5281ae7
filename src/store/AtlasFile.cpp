// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AtlasFile.h"

#include "base/Logging.h"
#include "store/AtlasOpen.h"
#include "store/TableColumns.h"

#include <QElapsedTimer>
#include <QHash>

namespace ca {

namespace {

using columns::Table;

/// Reads the tables of one opened atlas; after the first failure nothing more is read.
class Reader {
public:
    Reader(GDALDatasetH dataset, const QString &path) : m_dataset(dataset), m_path(path) {}

    Result<std::shared_ptr<const Atlas>> run()
    {
        readMeta();
        readSegments();
        fill(columns::subjectTable(), m_data.subjects);
        fill(columns::corridorTable(), m_data.members);
        fill(columns::factTable(), m_data.facts);
        fill(columns::nameTable(), m_data.names);
        fill(columns::recordTable(), m_data.records);
        fill(columns::passageTable(), m_data.passages);
        fill(columns::contradictionTable(), m_data.contradictions);
        fill(columns::disputedTable(), m_data.disputed);
        if (!m_problem.isEmpty())
            return Error{m_problem, m_path, 0};
        return std::make_shared<const Atlas>(std::move(m_data));
    }

private:
    void fail(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    void readMeta()
    {
        for (const columns::MetaRow &row : rows(columns::metaTable(), false))
            m_meta.insert(row.key, row.value);
        const int schema = m_meta.value(QStringLiteral("schema")).toInt();
        if (m_problem.isEmpty() && schema < 1)
            fail(QStringLiteral("the atlas in this file does not say its schema; it is damaged"));
        if (schema > columns::schemaVersion)
            fail(QStringLiteral("this atlas was made for a newer version of the program (schema %1, known is %2)")
                     .arg(schema).arg(columns::schemaVersion));
        m_data.title = m_meta.value(QStringLiteral("title"));
        m_data.version = m_meta.value(QStringLiteral("version"));
        m_data.date = m_meta.value(QStringLiteral("date"));
    }

    void readSegments()
    {
        QHash<QString, std::size_t> index;
        for (columns::SegmentRow &row : rows(columns::segmentTable())) {
            index.insert(row.segment.id, m_data.segments.size());
            m_data.segments.push_back(std::move(row.segment));
        }
        const auto owner = [&](const QString &id) -> Segment * {
            const auto found = index.constFind(id);
            if (found == index.constEnd())
                fail(QStringLiteral("a leg or waypoint belongs to no segment; the file is damaged"));
            return found == index.constEnd() ? nullptr : &m_data.segments[*found];
        };
        for (columns::LegRow &row : rows(columns::legTable())) {
            if (Segment *segment = owner(row.segment))
                segment->legs.push_back(std::move(row.leg));
        }
        for (columns::WaypointRow &row : rows(columns::waypointTable())) {
            if (Segment *segment = owner(row.segment))
                segment->waypoints.push_back(std::move(row.waypoint));
        }
    }

    template <class Row>
    void fill(const Table<Row> &table, std::vector<Row> &out)
    {
        out = rows(table);
    }

    template <class Row>
    std::vector<Row> rows(const Table<Row> &table, bool counted = true)
    {
        std::vector<Row> out;
        if (!m_problem.isEmpty())
            return out;
        gdal::ErrorScope errors;
        const QString name = QString::fromLatin1(table.name);
        OGRLayerH layer = GDALDatasetGetLayerByName(m_dataset, table.name);
        if (!layer) {
            fail(QStringLiteral("the atlas has no table %1; the file is damaged").arg(name));
            return out;
        }
        if (!table.readGeometry)
            ignoreGeometry(layer);
        readRows(layer, table, out);
        if (errors.failed())
            fail(QStringLiteral("the file is damaged: %1").arg(errors.message()));
        const QString expected = m_meta.value(QStringLiteral("rows.") + name);
        if (counted && expected.toULongLong() != out.size())
            fail(QStringLiteral("the table %1 has %2 rows instead of %3; the file is damaged")
                     .arg(name).arg(out.size()).arg(expected));
        return out;
    }

    static void ignoreGeometry(OGRLayerH layer)
    {
        const char *ignored[] = {"OGR_GEOMETRY", nullptr};
        OGR_L_SetIgnoredFields(layer, ignored);
    }

    template <class Row>
    void readRows(OGRLayerH layer, const Table<Row> &table, std::vector<Row> &out)
    {
        std::vector<int> fields;
        for (const auto &column : table.columns) {
            fields.push_back(OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), column.name));
            if (fields.back() < 0 && column.read)
                return fail(QStringLiteral("the table %1 has no column %2; the file is damaged")
                                .arg(QLatin1String(table.name), QLatin1String(column.name)));
        }
        OGR_L_ResetReading(layer);
        while (const gdal::Feature feature{OGR_L_GetNextFeature(layer)}) {
            Row &row = out.emplace_back();
            bool sound = !table.readGeometry || table.readGeometry(row, OGR_F_GetGeometryRef(feature.get()));
            for (std::size_t i = 0; i < fields.size(); ++i) {
                if (table.columns[i].read)
                    sound = table.columns[i].read(row, feature.get(), fields[i]) && sound;
            }
            if (!sound)
                return fail(QStringLiteral("row %1 of the table %2 makes no sense; the file is damaged")
                                .arg(out.size()).arg(QLatin1String(table.name)));
        }
    }

    GDALDatasetH m_dataset;
    QString m_path;
    QString m_problem;
    QHash<QString, QString> m_meta;
    AtlasData m_data;
};

} // namespace

Result<std::shared_ptr<const Atlas>> AtlasFile::readAtlas(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    Result<gdal::Dataset> dataset = openAtlas(path);
    if (!dataset)
        return dataset.error();
    auto atlas = Reader((*dataset).get(), path).run();
    qCInfo(logStore) << "atlas read in" << timer.elapsed() << "ms";
    return atlas;
}

} // namespace ca
