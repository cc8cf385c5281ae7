// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/GeoPackageSchema.h"

#include "store/GeoPackageGeometry.h"
#include "store/SqliteHandles.h"

namespace ca::geopackage {
namespace {

const char *const coreTables = R"sql(
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
)sql";

// "%t" is the table, "%r" its index, both without quotes.
const char *const indexTable = R"sql(
CREATE VIRTUAL TABLE "%r" USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_extensions VALUES ('%t', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
)sql";

const char *const triggers = R"sql(
CREATE TRIGGER "%r_insert" AFTER INSERT ON "%t" WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN INSERT OR REPLACE INTO "%r" VALUES (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")); END;
CREATE TRIGGER "%r_update1" AFTER UPDATE OF "geom" ON "%t" WHEN OLD."fid" = NEW."fid" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN INSERT OR REPLACE INTO "%r" VALUES (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")); END;
CREATE TRIGGER "%r_update2" AFTER UPDATE OF "geom" ON "%t" WHEN OLD."fid" = NEW."fid" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "%r" WHERE id = OLD."fid"; END;
CREATE TRIGGER "%r_update3" AFTER UPDATE ON "%t" WHEN OLD."fid" != NEW."fid" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "%r" WHERE id = OLD."fid"; INSERT OR REPLACE INTO "%r" VALUES (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")); END;
CREATE TRIGGER "%r_update4" AFTER UPDATE ON "%t" WHEN OLD."fid" != NEW."fid" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "%r" WHERE id IN (OLD."fid", NEW."fid"); END;
CREATE TRIGGER "%r_delete" AFTER DELETE ON "%t" WHEN old."geom" NOT NULL
BEGIN DELETE FROM "%r" WHERE id = OLD."fid"; END;
CREATE TRIGGER "trigger_insert_feature_count_%t" AFTER INSERT ON "%t"
BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1 WHERE lower(table_name) = lower('%t'); END;
CREATE TRIGGER "trigger_delete_feature_count_%t" AFTER DELETE ON "%t"
BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count - 1 WHERE lower(table_name) = lower('%t'); END;
)sql";

QByteArray forTable(const char *sql, const QString &table)
{
    return QByteArray(sql).replace("%r", rtreeName(table).toUtf8()).replace("%t", table.toUtf8());
}

const char *columnType(GeoPackageColumn::Type type)
{
    switch (type) {
    case GeoPackageColumn::Type::Text: return "TEXT";
    case GeoPackageColumn::Type::Integer: return "INTEGER";
    case GeoPackageColumn::Type::Real: return "REAL";
    }
    return "TEXT";
}

} // namespace

QByteArray fileSchema()
{
    return coreTables;
}

QByteArray layerTable(const GeoPackageLayer &layer)
{
    QByteArray sql = "CREATE TABLE " + sqlite::quoted(layer.table) + " (fid INTEGER PRIMARY KEY NOT NULL, geom " + geometryTypeName(layer.kind);
    for (const GeoPackageColumn &column : layer.columns)
        sql += ", " + sqlite::quoted(column.name) + ' ' + columnType(column.type);
    return sql + ")";
}

QByteArray insertRows(const GeoPackageLayer &layer, std::size_t rows)
{
    // FAIL: rows need not be taken back, as nobody keeps a file that lacks one.
    const QByteArray row = "(?, ?" + QByteArray(", ?").repeated(int(layer.columns.size())) + ")";
    return "INSERT OR FAIL INTO " + sqlite::quoted(layer.table) + " VALUES " + row + (", " + row).repeated(int(rows) - 1);
}

QString rtreeName(const QString &table)
{
    return QStringLiteral("rtree_%1_geom").arg(table);
}

QByteArray rtreeTable(const QString &table)
{
    return forTable(indexTable, table);
}

QByteArray layerTriggers(const QString &table)
{
    return forTable(triggers, table);
}

} // namespace ca::geopackage
