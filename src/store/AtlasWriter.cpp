// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AtlasFile.h"
#include "store/TableColumns.h"
#include "store/TemporaryFile.h"

#include <QFile>
#include <QFileInfo>

#include <map>

namespace ca {

namespace {

using columns::Table;

class Writer {
public:
    explicit Writer(const AtlasData &data) : m_atlas(data) {}

    /// @p path is a copy of the base map, or nothing yet. Empty when all went well.
    QString run(const QString &path)
    {
        gdal::ErrorScope errors;
        gdal::Dataset dataset = open(path);
        if (!dataset)
            return because(errors, QStringLiteral("the base map is not a GeoPackage, or no file can be made here"));
        m_dataset = dataset.get();
        if (GDALDatasetStartTransaction(m_dataset, FALSE) != OGRERR_NONE)
            return because(errors, QStringLiteral("the atlas could not be written"));
        m_reference = gdal::wgs84();
        writeTables();
        m_failed = GDALDatasetCommitTransaction(m_dataset) != OGRERR_NONE || m_failed;
        dataset.reset();
        if (m_failed || errors.failed())
            return because(errors, QStringLiteral("the atlas could not be written"));
        return {};
    }

private:
    static QString because(const gdal::ErrorScope &errors, const QString &otherwise)
    {
        return errors.message().isEmpty() ? otherwise : errors.message();
    }

    static gdal::Dataset open(const QString &path)
    {
        const QByteArray name = path.toUtf8();
        if (QFile::exists(path))
            return gdal::Dataset(
                GDALOpenEx(name.constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
        return gdal::Dataset(GDALCreate(GDALGetDriverByName("GPKG"), name.constData(), 0, 0, 0, GDT_Unknown, nullptr));
    }

    void writeTables()
    {
        const AtlasData &data = m_atlas.data();
        writeSegments(data);
        write(columns::subjectTable(), data.subjects);
        write(columns::corridorTable(), data.members);
        write(columns::factTable(), data.facts);
        write(columns::nameTable(), data.names);
        write(columns::recordTable(), data.records);
        write(columns::passageTable(), data.passages);
        write(columns::contradictionTable(), data.contradictions);
        write(columns::disputedTable(), data.disputed);
        std::vector<columns::MetaRow> meta{{QStringLiteral("schema"), QString::number(columns::schemaVersion)},
                                           {QStringLiteral("title"), data.title},
                                           {QStringLiteral("version"), data.version},
                                           {QStringLiteral("date"), data.date}};
        for (const auto &[table, count] : m_counts)
            meta.push_back({QStringLiteral("rows.") + table, QString::number(count)});
        write(columns::metaTable(), meta);
    }

    void writeSegments(const AtlasData &data)
    {
        std::vector<columns::SegmentRow> segments;
        std::vector<columns::LegRow> legs;
        std::vector<columns::WaypointRow> waypoints;
        for (const Segment &segment : data.segments) {
            const CurrentStatus status = m_atlas.status(segment.id);
            segments.push_back({segment, toId(status.status), status.asOf, m_atlas.corridorsOf(segment.id).join(u';')});
            for (const Leg &leg : segment.legs)
                legs.push_back({segment.id, leg});
            for (const Waypoint &waypoint : segment.waypoints)
                waypoints.push_back({segment.id, waypoint});
        }
        write(columns::segmentTable(), segments);
        write(columns::legTable(), legs);
        write(columns::waypointTable(), waypoints);
    }

    template <class Row>
    void write(const Table<Row> &table, const std::vector<Row> &rows)
    {
        OGRLayerH layer = createLayer(table);
        if (!layer)
            return;
        for (const Row &row : rows) {
            const gdal::Feature feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                table.columns[i].write(row, feature.get(), static_cast<int>(i));
            if (table.writeGeometry)
                table.writeGeometry(row, feature.get());
            m_failed = OGR_L_CreateFeature(layer, feature.get()) != OGRERR_NONE || m_failed;
        }
        m_counts[QString::fromLatin1(table.name)] = rows.size();
    }

    template <class Row>
    OGRLayerH createLayer(const Table<Row> &table)
    {
        const QByteArray description = QByteArray("DESCRIPTION=") + table.description;
        const char *options[] = {description.constData(), "OVERWRITE=YES", nullptr};
        OGRLayerH layer = GDALDatasetCreateLayer(m_dataset, table.name,
                                                 table.geometry == wkbNone ? nullptr : m_reference.get(),
                                                 table.geometry, const_cast<char **>(options));
        m_failed = m_failed || !layer;
        if (!layer)
            return nullptr;
        for (const auto &column : table.columns) {
            OGRFieldDefnH field = OGR_Fld_Create(column.name, column.type);
            m_failed = OGR_L_CreateField(layer, field, TRUE) != OGRERR_NONE || m_failed;
            OGR_Fld_Destroy(field);
        }
        return layer;
    }

    Atlas m_atlas;
    GDALDatasetH m_dataset = nullptr;
    gdal::SpatialReference m_reference;
    std::map<QString, std::size_t> m_counts;
    bool m_failed = false;
};

/// Date of the atlas as GeoPackage wants it, so that the bytes do not depend on the day of the build.
QString timestamp(const QString &date)
{
    static const QString start = QStringLiteral("2000-01-01");
    return date + start.mid(date.size()) + QStringLiteral("T00:00:00.000Z");
}

} // namespace

Result<Done> AtlasFile::write(const QString &path, const AtlasData &data, const QString &baseMapPath)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir() || !folder.isWritable())
        return Error{QStringLiteral("the folder cannot be written to"), folder.filePath(), 0};
    const TemporaryFile temporary(path);
    if (!baseMapPath.isEmpty()) {
        if (!QFile::copy(baseMapPath, temporary.path()))
            return Error{QStringLiteral("the base map cannot be copied"), baseMapPath, 0};
        QFile::setPermissions(temporary.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    }
    gdal::needGeoPackage();
    const gdal::OptionScope clock("OGR_CURRENT_DATE", timestamp(data.date));
    const gdal::OptionScope durability("OGR_SQLITE_SYNCHRONOUS", QStringLiteral("OFF"));
    const QString problem = Writer(data).run(temporary.path());
    if (!problem.isEmpty())
        return Error{problem, path, 0};
    return temporary.moveOntoTarget();
}

} // namespace ca
