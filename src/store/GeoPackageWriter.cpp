// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/GeoPackageWriter.h"

#include "base/Tr.h"
#include "store/GeoPackageGeometry.h"
#include "store/GeoPackageSchema.h"
#include "store/RtreePacker.h"
#include "store/TemporaryFile.h"

#include <QRegularExpression>

namespace ca {
namespace {

// The file is new and has a name of its own until it is whole: a journal would protect nothing.
const char *const pragmas
    = "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
      "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;";

struct CellBinder {
    sqlite3_stmt *insert;
    int parameter;
    void operator()(std::monostate) const { sqlite3_bind_null(insert, parameter); }
    void operator()(std::int64_t value) const { sqlite3_bind_int64(insert, parameter, value); }
    void operator()(double value) const { sqlite3_bind_double(insert, parameter, value); }
    void operator()(std::string_view text) const { sqlite::bind(insert, parameter, text); }
};

QByteArray changeText(const QDateTime &changed)
{
    const QDateTime stated = changed.isValid() ? changed : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    return stated.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz'Z'")).toUtf8();
}

bool isTableName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("\\A[a-z][a-z0-9_]*\\z"));
    return plain.match(name).hasMatch();
}

} // namespace

struct GeoPackageWriter::Private {
    Private(const QString &path, const QDateTime &when) : target(path), file(path), changed(changeText(when)) {}

    QString target;
    TemporaryFile file;  // outlives the database
    QByteArray changed;
    sqlite::Database database;
    GeoPackageLayer layer;
    sqlite::Statement insert;
    std::vector<std::int64_t> ids;
    std::vector<Box> boxes;
    std::string geometry;
    bool failed = false;

    [[nodiscard]] Error failure() const
    {
        return {tr("cannot be written: %1").arg(QString::fromUtf8(sqlite3_errmsg(database.get()))), target, 0};
    }
    [[nodiscard]] bool run(const QByteArray &sql) const { return sqlite::run(database.get(), sql); }
    /// @p box empty = a table without geometry, or without rows.
    [[nodiscard]] bool describe(const QString &table, const char *type, const QString &title, const Box &box) const;
    [[nodiscard]] bool describeGeometry(qint64 count) const;
};

bool GeoPackageWriter::Private::describe(const QString &table, const char *type, const QString &title, const Box &box) const
{
    const sqlite::Statement add
        = sqlite::prepare(database.get(), "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)");
    if (!add)
        return false;
    const QByteArray name = table.toUtf8(), identifier = title.toUtf8();
    sqlite::bind(add.get(), 1, name.constData());
    sqlite::bind(add.get(), 2, type);
    sqlite::bind(add.get(), 3, identifier.constData());
    sqlite::bind(add.get(), 4, changed.constData());
    const double sides[]{box.minX, box.minY, box.maxX, box.maxY};
    for (int i = 0; i < 4 && !box.empty(); ++i)
        sqlite3_bind_double(add.get(), 5 + i, sides[i]);
    if (std::string_view(type) == "features")
        sqlite3_bind_int(add.get(), 9, 4326);
    return sqlite::step(add.get());
}

bool GeoPackageWriter::Private::describeGeometry(qint64 count) const
{
    const QByteArray name = '\'' + layer.table.toUtf8() + '\'';
    return run("INSERT INTO gpkg_geometry_columns VALUES (" + name + ", 'geom', '" + geometryTypeName(layer.kind)
               + "', 4326, 0, 0);"
                 "INSERT INTO gpkg_ogr_contents VALUES ("
               + name + ", " + QByteArray::number(count) + ")");
}

GeoPackageWriter::GeoPackageWriter(std::unique_ptr<Private> opened) : d(std::move(opened)) {}
GeoPackageWriter::~GeoPackageWriter() = default;

Result<std::unique_ptr<GeoPackageWriter>> GeoPackageWriter::create(const QString &path, const QDateTime &changed)
{
    auto opened = std::make_unique<Private>(path, changed);
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(opened->file.path().toUtf8().constData(), &database,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    opened->database.reset(database);
    if (code != SQLITE_OK || !opened->run(pragmas) || !opened->run("BEGIN") || !opened->run(geopackage::fileSchema()))
        return opened->failure();
    return std::unique_ptr<GeoPackageWriter>(new GeoPackageWriter(std::move(opened)));
}

Result<Done> GeoPackageWriter::beginLayer(const GeoPackageLayer &layer)
{
    if (!isTableName(layer.table))
        return Error{tr("“%1” is no name for a table: lower-case letters, digits and “_”").arg(layer.table), d->target, 0};
    d->layer = layer;
    d->failed = false;
    d->ids.clear();
    d->boxes.clear();
    if (!d->run(geopackage::layerTable(layer)))
        return d->failure();
    d->insert = sqlite::prepare(d->database.get(), geopackage::insertRow(layer));
    if (!d->insert)
        return d->failure();
    return Done{};
}

void GeoPackageWriter::addRow(std::int64_t fid, const GeoPackageShape &shape, std::span<const GeoPackageCell> cells)
{
    if (d->failed || !d->insert || shape.vertices.empty())
        return;
    Q_ASSERT(cells.size() == d->layer.columns.size());
    const Box box = encodeGeometry(d->layer.kind, shape, d->geometry);
    sqlite3_stmt *insert = d->insert.get();
    sqlite3_bind_int64(insert, 1, fid);
    sqlite3_bind_blob64(insert, 2, d->geometry.data(), d->geometry.size(), SQLITE_STATIC);
    for (std::size_t i = 0; i < cells.size(); ++i)
        std::visit(CellBinder{insert, int(i) + 3}, cells[i]);
    d->failed = !sqlite::step(insert);
    d->ids.push_back(fid);
    d->boxes.push_back(box);
}

Result<Done> GeoPackageWriter::endLayer()
{
    Box all;
    for (const Box &box : d->boxes)
        all.extend(box);
    const QString &table = d->layer.table;
    // The message of a failed row is still the last one: nothing was run since.
    const bool written = !d->failed && d->run(geopackage::rtreeTable(table))
        && packRtree(d->database.get(), geopackage::rtreeName(table), d->ids, d->boxes)
        && d->run(geopackage::layerTriggers(table)) && d->describe(table, "features", d->layer.title, all)
        && d->describeGeometry(qint64(d->ids.size()));
    const Error failure = d->failure();
    d->insert.reset();
    if (!written)
        return failure;
    return Done{};
}

Result<Done> GeoPackageWriter::addTable(const QString &table, const QString &title, const QStringList &columns,
                                        const std::vector<QStringList> &rows)
{
    QByteArray sql = "CREATE TABLE " + sqlite::quoted(table) + " (fid INTEGER PRIMARY KEY NOT NULL";
    for (const QString &column : columns)
        sql += ", " + sqlite::quoted(column) + " TEXT";
    if (!d->run(sql + ")"))
        return d->failure();
    const sqlite::Statement add = sqlite::prepare(d->database.get(),
                                                  "INSERT INTO " + sqlite::quoted(table) + " VALUES (NULL"
                                                      + QByteArray(", ?").repeated(int(columns.size())) + ")");
    if (!add)
        return d->failure();
    for (const QStringList &row : rows) {
        for (int i = 0; i < columns.size(); ++i) {
            const QByteArray text = row.value(i).toUtf8();
            sqlite3_bind_text(add.get(), i + 1, text.constData(), int(text.size()), SQLITE_TRANSIENT);
        }
        if (!sqlite::step(add.get()))
            return d->failure();
    }
    if (!d->describe(table, "attributes", title, {}))
        return d->failure();
    return Done{};
}

Result<Done> GeoPackageWriter::finish()
{
    if (!d->run("COMMIT"))
        return d->failure();
    if (sqlite3_close(d->database.get()) != SQLITE_OK)
        return d->failure();
    (void)d->database.release();
    return d->file.moveOntoTarget();
}

} // namespace ca
