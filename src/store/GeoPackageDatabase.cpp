// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/GeoPackageDatabase.h"

#include "base/Tr.h"
#include "store/GeoPackageGeometry.h"
#include "store/GeoPackageSchema.h"

namespace ca {
namespace {

// The file is new and has a name of its own until it is whole: a journal would protect nothing.
const char *const pragmas
    = "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
      "PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY; PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;";

QByteArray changeText(const QDateTime &changed)
{
    const QDateTime stated = changed.isValid() ? changed : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    return stated.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz'Z'")).toUtf8();
}

} // namespace

GeoPackageDatabase::GeoPackageDatabase(const QString &target, const QDateTime &changed)
    : m_target(target), m_file(target), m_changed(changeText(changed))
{
}

Error GeoPackageDatabase::failure() const
{
    return {tr("cannot be written: %1").arg(QString::fromUtf8(sqlite3_errmsg(m_database.get()))), m_target, 0};
}

Result<Done> GeoPackageDatabase::open()
{
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(m_file.path().toUtf8().constData(), &database,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    m_database.reset(database);
    if (code != SQLITE_OK || !run(pragmas) || !run("BEGIN") || !run(geopackage::fileSchema()))
        return failure();
    return Done{};
}

Result<Done> GeoPackageDatabase::beginLayer(const GeoPackageLayer &layer)
{
    m_layer = layer;
    if (!run(geopackage::layerTable(layer)) || !m_rows.prepare(m_database.get(), layer))
        return failure();
    return Done{};
}

Result<Done> GeoPackageDatabase::addRows(const RowBatch &batch)
{
    if (!m_rows.insert(batch))
        return failure();
    return Done{};
}

Result<Done> GeoPackageDatabase::endLayer(RtreeRows index, const Box &extent)
{
    const QString &table = m_layer.table;
    const std::size_t count = index.cells.size();
    m_rows.close();
    const bool written = run(geopackage::rtreeTable(table))
        && writeRtree(m_database.get(), geopackage::rtreeName(table), std::move(index)) && run(geopackage::layerTriggers(table))
        && describe(table, "features", m_layer.title, extent) && describeGeometry(count);
    if (!written)
        return failure();
    return Done{};
}

Result<Done> GeoPackageDatabase::addTable(const QString &table, const QString &title, const QStringList &columns,
                                          const std::vector<QStringList> &rows)
{
    QByteArray sql = "CREATE TABLE " + sqlite::quoted(table) + " (fid INTEGER PRIMARY KEY NOT NULL";
    for (const QString &column : columns)
        sql += ", " + sqlite::quoted(column) + " TEXT";
    if (!run(sql + ")"))
        return failure();
    const sqlite::Statement add = sqlite::prepare(m_database.get(),
                                                  "INSERT INTO " + sqlite::quoted(table) + " VALUES (NULL"
                                                      + QByteArray(", ?").repeated(int(columns.size())) + ")");
    if (!add)
        return failure();
    for (const QStringList &row : rows) {
        for (int i = 0; i < columns.size(); ++i) {
            const QByteArray text = row.value(i).toUtf8();
            sqlite3_bind_text(add.get(), i + 1, text.constData(), int(text.size()), SQLITE_TRANSIENT);
        }
        if (!sqlite::step(add.get()))
            return failure();
    }
    if (!describe(table, "attributes", title, {}))
        return failure();
    return Done{};
}

bool GeoPackageDatabase::describe(const QString &table, const char *type, const QString &title, const Box &box) const
{
    const sqlite::Statement add
        = sqlite::prepare(m_database.get(), "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)");
    if (!add)
        return false;
    const QByteArray name = table.toUtf8(), identifier = title.toUtf8();
    sqlite::bind(add.get(), 1, name.constData());
    sqlite::bind(add.get(), 2, type);
    sqlite::bind(add.get(), 3, identifier.constData());
    sqlite::bind(add.get(), 4, m_changed.constData());
    const double sides[]{box.minX, box.minY, box.maxX, box.maxY};
    for (int i = 0; i < 4 && !box.empty(); ++i)
        sqlite3_bind_double(add.get(), 5 + i, sides[i]);
    if (std::string_view(type) == "features")
        sqlite3_bind_int(add.get(), 9, 4326);
    return sqlite::step(add.get());
}

bool GeoPackageDatabase::describeGeometry(std::size_t count) const
{
    const QByteArray name = '\'' + m_layer.table.toUtf8() + '\'';
    return run("INSERT INTO gpkg_geometry_columns VALUES (" + name + ", 'geom', '" + geometryTypeName(m_layer.kind)
               + "', 4326, 0, 0);"
                 "INSERT INTO gpkg_ogr_contents VALUES ("
               + name + ", " + QByteArray::number(qulonglong(count)) + ")");
}

Result<Done> GeoPackageDatabase::finish()
{
    if (!run("COMMIT"))
        return failure();
    if (sqlite3_close(m_database.get()) != SQLITE_OK)
        return failure();
    (void)m_database.release();
    return m_file.moveOntoTarget();
}

} // namespace ca
