// SPDX-License-Identifier: GPL-3.0-or-later
// What LayerReader makes of sound files in each format.
#include "LayerFiles.h"
#include "support/TestData.h"

#include <cmath>
#include <future>

using namespace ca;
using namespace ca::test;

namespace {

/// Enough for a file that is read in slices.
std::vector<Row> manyRows()
{
    std::vector<Row> rows;
    for (int i = 0; i < 60'000; ++i) {
        const QByteArray x = QByteArray::number(i / 1000.0, 'f', 3);
        rows.push_back({"LINESTRING(" + x + " 40," + x + " 41)", i % 7 ? QByteArray("even") : QByteArray::number(i)});
    }
    return rows;
}

} // namespace

class LayerReaderTest : public QObject {
    Q_OBJECT

    LayerFolder m_folder;

private Q_SLOTS:
    void readsColumnsAndParts();
    void readsOnlyTheColumnsWanted();
    void polygonsKeepTheirHoles();
    void readsEveryFormat_data();
    void readsEveryFormat();
    void mixedKindsBecomeATableEach();
    void collectionsAreTakenApart();
    void arcsBecomeLines();
    void heightsAndMeasuresAreDropped();
    void transformsToDegrees_data();
    void transformsToDegrees();
    void chosenReferenceOverridesTheFile();
    void typesOfColumns();
    void manySlicesKeepTheOrder_data();
    void manySlicesKeepTheOrder();
    void idsWithGapsAndExtremes();
    void viewsAndPlainTablesAreRead();
    void inspectTellsWhatIsInside();
    void columnsHaveALimit();
    void progressRisesToOne();
    void cancelsWhileReading();
    void twoFilesAtOnce();
    void realExtract();
};

void LayerReaderTest::readsColumnsAndParts()
{
    const QString path = m_folder.put("lines.geojson", collection(
        feature(7, "LineString", "[[45, 40], [46, 41]]", "{\"name\": \"one\", \"n\": 3, \"x\": 1.5}") + ","
        + feature(9, "MultiLineString", "[[[1, 2], [3, 4]], [[5, 6], [7, 8], [9, 10]]]", "{\"name\": null, \"n\": 4}")));
    const auto read = LayerReader::read(path, "lines");
    CA_VERIFY_READ(read);
    QCOMPARE(read->report.summary(), QStringList());
    QCOMPARE(read->tables.size(), std::size_t(1));
    const FeatureTable &table = read->tables[0];
    QCOMPARE(table.kind, GeometryKind::Line);
    QCOMPARE(table.ids, (std::vector<std::int64_t>{7, 9}));
    QCOMPARE(table.featureStart, (std::vector<std::uint32_t>{0, 1, 3}));
    QCOMPARE(table.partStart, (std::vector<std::uint32_t>{0, 2, 4, 7}));
    QCOMPARE(table.vertices[0], (LatLon{40, 45}));
    QCOMPARE(table.vertices[6], (LatLon{10, 9}));
    QCOMPARE(table.value(0, "name"), QVariant(QStringLiteral("one")));
    QCOMPARE(table.value(0, "n").toInt(), 3);
    QCOMPARE(table.value(0, "x").toDouble(), 1.5);
    QVERIFY(table.value(1, "name").isNull());
    QVERIFY(table.value(1, "x").isNull());
}

void LayerReaderTest::readsOnlyTheColumnsWanted()
{
    const QString path = m_folder.write("wanted.gpkg", "GPKG", {{"POINT(45 40)", "x"}});
    LayerOptions options;
    options.columns = QStringList{"n", "nothing"};
    const auto read = LayerReader::read(path, "layer", options);
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables[0].columns.size(), std::size_t(1));
    QCOMPARE(read->tables[0].value(0, "n").toInt(), 1);
    options.withColumns = false;
    QVERIFY(LayerReader::read(path, "layer", options)->tables[0].columns.empty());
}

void LayerReaderTest::polygonsKeepTheirHoles()
{
    const auto read = readFirst(m_folder.put("areas.geojson", collection(
        feature(1, "Polygon", "[[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]], [[3, 3], [4, 3], [4, 4], [3, 3]]]"))));
    CA_VERIFY_READ(read);
    const FeatureTable &table = read->tables[0];
    QCOMPARE(table.kind, GeometryKind::Polygon);
    QCOMPARE(table.partStart, (std::vector<std::uint32_t>{0, 5, 9}));
    QCOMPARE(table.part(1).front(), table.part(1).back());
}

void LayerReaderTest::readsEveryFormat_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("driver");
    const std::vector<Row> rows{{"LINESTRING(45 40,46 41,47 41.5)", "Bakı"}, {"LINESTRING(44 40,44 41)", "Гюмри"}};
    const struct { const char *file; const char *driver; } formats[] = {
        {"f.gpkg", "GPKG"}, {"f.shp", "ESRI Shapefile"}, {"f.geojson", "GeoJSON"}, {"f.geojsonl", "GeoJSONSeq"},
        {"f.kml", "LIBKML"}, {"f.kmz", "LIBKML"}, {"f.fgb", "FlatGeobuf"}, {"f.gml", "GML"}, {"f.tab", "MapInfo File"},
        {"f.gmt", "OGR_GMT"}, {"f.sqlite", "SQLite"}, {"f.jml", "JML"}};
    for (const auto &[file, driver] : formats) {
        char encoding[] = "ENCODING=UTF-8";
        char *options[] = {encoding, nullptr};
        const bool ask = QByteArray(driver) == "ESRI Shapefile" || QByteArray(driver) == "MapInfo File";
        QTest::newRow(file) << m_folder.write(file, driver, rows, 4326, wkbLineString, "f", ask ? options : nullptr)
                            << QString::fromLatin1(driver);
    }
}

void LayerReaderTest::readsEveryFormat()
{
    QFETCH(QString, file);
    QFETCH(QString, driver);
    const auto info = LayerFile::inspect(file);
    CA_VERIFY_READ(info);
    QCOMPARE(info->driver, driver);
    const auto read = LayerReader::read(file, info->layers.at(0).name);
    CA_VERIFY_READ(read);
    const FeatureTable *table = tableOf(*read, GeometryKind::Line);
    QVERIFY(table);
    QCOMPARE(table->featureCount(), std::size_t(2));
    // FlatGeobuf sorts its features by place.
    const std::size_t first = table->part(0).size() == 3 ? 0 : 1;
    QCOMPARE(table->part(first).size(), std::size_t(3));
    QVERIFY(std::abs(table->part(first)[2].lat - 41.5) < 1e-9 && std::abs(table->part(first)[2].lon - 47) < 1e-9);
    QStringList texts;
    for (const FeatureTable::Column &column : table->columns)
        texts += column.values.text(first);
    QVERIFY2(texts.contains(QStringLiteral("Bakı")), qPrintable(texts.join('|')));
    QCOMPARE(read->report.count(LayerFault::Damaged), std::uint64_t(0));
}

void LayerReaderTest::mixedKindsBecomeATableEach()
{
    for (const char *file : {"mixed.gpkg", "mixed.geojson", "mixed.geojsonl"}) {
        const char *driver = QByteArray(file).endsWith("gpkg") ? "GPKG" : QByteArray(file).endsWith("l") ? "GeoJSONSeq" : "GeoJSON";
        const auto read = readFirst(m_folder.write(file, driver, {
            {"POINT(45 40)", "a"}, {"LINESTRING(45 40,46 41)", "b"}, {"POLYGON((0 0,1 0,1 1,0 0))", "c"}, {"MULTIPOINT(1 2,3 4)", "d"}}));
        CA_VERIFY_READ(read);
        QCOMPARE(read->tables.size(), std::size_t(3));
        const FeatureTable *points = tableOf(*read, GeometryKind::Point);
        QCOMPARE(points->featureCount(), std::size_t(2));
        QCOMPARE(points->featureStart, (std::vector<std::uint32_t>{0, 1, 3}));
        QCOMPARE(points->value(1, "name").toString(), QStringLiteral("d"));
        QCOMPARE(tableOf(*read, GeometryKind::Polygon)->value(0, "name").toString(), QStringLiteral("c"));
        QCOMPARE(read->report.featuresRead, std::uint64_t(4));
    }
}

void LayerReaderTest::collectionsAreTakenApart()
{
    const QByteArray wkt = "GEOMETRYCOLLECTION(POINT(45 40),GEOMETRYCOLLECTION(LINESTRING(1 2,3 4),POINT(7 8)),POLYGON((0 0,1 0,1 1,0 0)))";
    const auto read = readFirst(m_folder.write("collection.gpkg", "GPKG", {{wkt, "all"}}));
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.size(), std::size_t(3));
    for (const FeatureTable &table : read->tables) {
        QCOMPARE(table.ids, std::vector<std::int64_t>{1});
        QCOMPARE(table.value(0, "name").toString(), QStringLiteral("all"));
    }
    QCOMPARE(tableOf(*read, GeometryKind::Point)->vertices.size(), std::size_t(2));
}

void LayerReaderTest::arcsBecomeLines()
{
    const auto read = readFirst(m_folder.write("arcs.gpkg", "GPKG", {
        {"CIRCULARSTRING(0 0,1 1,2 0)", "arc"}, {"CURVEPOLYGON(CIRCULARSTRING(0 0,4 0,4 4,0 4,0 0))", "disc"}}));
    CA_VERIFY_READ(read);
    const FeatureTable *lines = tableOf(*read, GeometryKind::Line);
    QVERIFY(lines && lines->vertices.size() > 10);
    for (const LatLon &p : lines->vertices)
        QVERIFY(std::abs(std::hypot(p.lon - 1, p.lat) - 1) < 1e-9);
    const FeatureTable *discs = tableOf(*read, GeometryKind::Polygon);
    QVERIFY(discs && discs->vertices.size() > 10);
    QCOMPARE(discs->part(0).front(), discs->part(0).back());
}

void LayerReaderTest::heightsAndMeasuresAreDropped()
{
    const auto read = readFirst(m_folder.write("zm.gpkg", "GPKG", {
        {"LINESTRING Z(45 40 900,46 41 950)", ""}, {"LINESTRING M(45 40 1,46 41 2)", ""}, {"LINESTRING ZM(45 40 900 1,46 41 950 2)", ""}}));
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables[0].featureCount(), std::size_t(3));
    for (std::size_t f = 0; f < 3; ++f)
        QVERIFY(std::ranges::equal(read->tables[0].part(f), GeoLine{{40, 45}, {41, 46}}));
}

void LayerReaderTest::transformsToDegrees_data()
{
    QTest::addColumn<int>("epsg");
    QTest::addColumn<QByteArray>("wkt");
    QTest::newRow("Web Mercator") << 3857 << QByteArray("POINT(5009377.085697 4865942.279503)");
    QTest::newRow("UTM 38N") << 32638 << QByteArray("POINT(500000 4427757.218739)");
    QTest::newRow("NTF (Paris), grads") << 4807 << QByteArray("POINT(47.403 44.4443)");
    QTest::newRow("degrees, latitude first by the authority") << 4326 << QByteArray("POINT(45 40)");
}

void LayerReaderTest::transformsToDegrees()
{
    QFETCH(int, epsg);
    QFETCH(QByteArray, wkt);
    const auto read = readFirst(m_folder.write("crs.gpkg", "GPKG", {{wkt, ""}}, epsg));
    QFile::remove(m_folder.path("crs.gpkg"));
    CA_VERIFY_READ(read);
    QCOMPARE(read->report.crs, LayerReport::Crs::Stated);
    QVERIFY(read->report.crsTitle.contains(QString::number(epsg)));
    const LatLon p = read->tables.at(0).vertices[0];
    const double tolerance = epsg == 4807 ? 0.01 : 1e-6;
    QVERIFY2(std::abs(p.lon - 45) < tolerance && std::abs(p.lat - 40) < tolerance, qPrintable(QString("%1 %2").arg(p.lon).arg(p.lat)));
}

void LayerReaderTest::chosenReferenceOverridesTheFile()
{
    const QString path = m_folder.write("wrong.gpkg", "GPKG", {{"POINT(500000 4427757.218739)", ""}}, 3857);
    LayerOptions options;
    options.crs = QStringLiteral("EPSG:32638");
    const auto read = readFirst(path, options);
    CA_VERIFY_READ(read);
    QCOMPARE(read->report.crs, LayerReport::Crs::Chosen);
    QVERIFY(std::abs(read->tables[0].vertices[0].lat - 40) < 1e-6);
    for (const char *bad : {"EPSG:1", "rubbish", "http://example.org/crs", "/etc/passwd", "EPSG:4978", "LOCAL_CS[\"x\"]"}) {
        options.crs = QString::fromLatin1(bad);
        QVERIFY2(!readFirst(path, options).ok(), bad);
    }
}

void LayerReaderTest::typesOfColumns()
{
    GDALAllRegister();
    const QString path = m_folder.path("types.gpkg");
    GDALDatasetH dataset = GDALCreate(GDALGetDriverByName("GPKG"), path.toUtf8(), 0, 0, 0, GDT_Unknown, nullptr);
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, "types", nullptr, wkbPoint, nullptr);
    const struct { const char *name; OGRFieldType type; const char *value; } fields[] = {
        {"i", OFTInteger, "-5"}, {"l", OFTInteger64, "9007199254740993"}, {"r", OFTReal, "0.25"}, {"s", OFTString, "Ərdəbil"},
        {"d", OFTDate, "2024/05/06"}, {"t", OFTDateTime, "2024/05/06 07:08:09"}, {"b", OFTBinary, "00"}};
    for (const auto &field : fields)
        LayerFolder::addField(layer, field.name, field.type);
    OGRFieldDefnH flag = OGR_Fld_Create("flag", OFTInteger);
    OGR_Fld_SetSubType(flag, OFSTBoolean);
    OGR_L_CreateField(layer, flag, TRUE);
    OGR_Fld_Destroy(flag);
    for (const bool filled : {true, false}) {
        OGRFeatureH row = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        for (int i = 0; filled && i < 7; ++i)
            OGR_F_SetFieldString(row, i, fields[i].value);
        if (filled)
            OGR_F_SetFieldInteger(row, 7, 1);
        OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
        OGR_G_SetPoint_2D(point, 0, 45, 40);
        OGR_F_SetGeometryDirectly(row, point);
        LayerFolder::keep(layer, row);
    }
    GDALClose(dataset);
    for (const QStringList &columns : {QStringList(), QStringList{"i", "l", "r", "s", "flag"}}) {  // one by one, in batches
        LayerOptions options;
        options.columns = columns;
        const auto read = LayerReader::read(path, "types", options);
        CA_VERIFY_READ(read);
        const FeatureTable &table = read->tables[0];
        QCOMPARE(table.value(0, "i"), QVariant(-5ll));
        QCOMPARE(table.value(0, "l"), QVariant(9007199254740993ll));
        QCOMPARE(table.value(0, "r"), QVariant(0.25));
        QCOMPARE(table.value(0, "s"), QVariant(QStringLiteral("Ərdəbil")));
        QCOMPARE(table.value(0, "flag").toInt(), 1);
        QVERIFY(!columns.isEmpty() || table.value(0, "d").toString() == QLatin1String("2024/05/06"));
        QVERIFY(!columns.isEmpty() || table.value(0, "t").toString().startsWith(QLatin1String("2024/05/06 07:08:09")));
        QCOMPARE(table.columnIndex("b"), -1);
        QCOMPARE(read->report.notes.join(' ').contains("Of 8 columns 7 were read"), columns.isEmpty());
        for (const FeatureTable::Column &column : table.columns)
            QVERIFY2(column.values.isNull(1), qPrintable(column.name));
    }
}

void LayerReaderTest::manySlicesKeepTheOrder_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::newRow("many.gpkg") << QByteArray("GPKG");
    QTest::newRow("many.shp") << QByteArray("ESRI Shapefile");
}

void LayerReaderTest::manySlicesKeepTheOrder()
{
    QFETCH(QByteArray, driver);
    const std::vector<Row> rows = manyRows();
    const auto read = readFirst(m_folder.write(QTest::currentDataTag(), driver, rows, 4326, wkbLineString));
    CA_VERIFY_READ(read);
    QVERIFY(QFile(m_folder.path(QTest::currentDataTag())).size() > (4 << 20));  // else it is not cut
    const FeatureTable &table = read->tables.at(0);
    QCOMPARE(table.featureCount(), rows.size());
    const ColumnValues &names = table.columns[std::size_t(table.columnIndex("name"))].values;
    const ColumnValues &numbers = table.columns[std::size_t(table.columnIndex("n"))].values;
    for (std::size_t f = 0; f < rows.size(); ++f) {
        QCOMPARE(table.ids[f] - table.ids[0], std::int64_t(f));
        QVERIFY(std::abs(table.part(f)[0].lon - double(f) / 1000) < 1e-9);
        QCOMPARE(numbers.integer(f), std::int64_t(f + 1));
        QVERIFY(names.utf8(f) == std::string_view(rows[f].second));
    }
}

void LayerReaderTest::idsWithGapsAndExtremes()
{
    const QString path = m_folder.write("gaps.gpkg", "GPKG", {{"POINT(1 1)", "a"}, {"POINT(2 2)", "b"}, {"POINT(3 3)", "c"}, {"POINT(4 4)", "d"}});
    GDALDatasetH dataset = GDALOpenEx(path.toUtf8(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
    for (const char *sql : {"UPDATE layer SET fid = 9223372036854775807 WHERE fid = 4", "UPDATE layer SET fid = -9223372036854775807 WHERE fid = 1",
                            "DELETE FROM layer WHERE fid = 2"})
        LayerFolder::execute(dataset, sql);
    GDALClose(dataset);
    const auto read = readFirst(path);
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables[0].ids, (std::vector<std::int64_t>{-9223372036854775807, 3, 9223372036854775807}));
    QCOMPARE(read->tables[0].value(2, "name").toString(), QStringLiteral("d"));
}

void LayerReaderTest::viewsAndPlainTablesAreRead()
{
    const QString path = m_folder.write("view.gpkg", "GPKG", {{"POINT(1 1)", "a"}, {"POINT(2 2)", "b"}}, 4326, wkbPoint);
    GDALDatasetH dataset = GDALOpenEx(path.toUtf8(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
    for (const char *sql : {"CREATE VIEW seen AS SELECT fid AS OGC_FID, geom, name || '!' AS loud FROM layer",
                            "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES ('seen', 'seen', 'features', 4326)",
                            "INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'POINT', 4326, 0, 0)"})
        LayerFolder::execute(dataset, sql);
    GDALClose(dataset);
    const auto read = LayerReader::read(path, "seen");
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.at(0).featureCount(), std::size_t(2));
    QCOMPARE(read->tables[0].value(1, "loud").toString(), QStringLiteral("b!"));
}

void LayerReaderTest::inspectTellsWhatIsInside()
{
    const auto info = LayerFile::inspect(m_folder.write("info.gpkg", "GPKG", {{"LINESTRING(45 40,46 41)", "x"}}, 32638, wkbMultiLineString, "rail"));
    CA_VERIFY_READ(info);
    QCOMPARE(info->driver, QStringLiteral("GPKG"));
    QVERIFY(!info->raster);
    QCOMPARE(info->layers.size(), std::size_t(1));
    const LayerInfo &layer = info->layers[0];
    QCOMPARE(layer.name, QStringLiteral("rail"));
    QCOMPARE(layer.kinds, std::vector<GeometryKind>{GeometryKind::Line});
    QCOMPARE(layer.featureCount, std::int64_t(1));
    QCOMPARE(layer.crsTitle, QStringLiteral("WGS 84 / UTM zone 38N (EPSG:32638)"));
    QCOMPARE(layer.fields, (std::vector<LayerField>{{"name", "String"}, {"n", "Integer"}}));
    const auto gpx = LayerFile::inspect(m_folder.put("t.gpx", "<gpx version=\"1.1\" creator=\"t\" xmlns=\"http://www.topografix.com/GPX/1/1\">"
                                                            "<wpt lat=\"40\" lon=\"45\"><name>A</name></wpt><trk><trkseg><trkpt lat=\"40\" lon=\"45\"/>"
                                                            "<trkpt lat=\"41\" lon=\"46\"/></trkseg></trk></gpx>"));
    CA_VERIFY_READ(gpx);
    QStringList names;
    for (const LayerInfo &l : gpx->layers)
        names += l.name;
    QVERIFY(names.contains("waypoints") && names.contains("tracks"));
    QCOMPARE(LayerReader::read(m_folder.path("t.gpx"), "tracks")->tables.at(0).vertices.size(), std::size_t(2));
}

void LayerReaderTest::columnsHaveALimit()
{
    QByteArray properties = "{\"c0\": 0";
    for (int i = 1; i < 1100; ++i)
        properties += ", \"c" + QByteArray::number(i) + "\": " + QByteArray::number(i);
    const QByteArray one = feature(1, "Point", "[45, 40]", properties + "}");
    for (const QString &path : {m_folder.put("wide.geojsonl", one + "\n" + one + "\n"), m_folder.put("wide.geojson", collection(one))}) {
        const auto read = readFirst(path);
        CA_VERIFY_READ(read);
        QCOMPARE(read->tables.at(0).columns.size(), std::size_t(1000));
        QCOMPARE(read->report.notes.size(), 1);
    }
}

void LayerReaderTest::progressRisesToOne()
{
    std::vector<Row> rows;
    for (int i = 0; i < 3000; ++i)
        rows.push_back({"POINT(45 40)", QByteArray()});
    for (const char *file : {"progress.gpkg", "progress.geojsonl"}) {
        std::vector<double> told;
        LayerOptions options;
        options.progress = [&](double done) { told.push_back(done); };
        const auto read = readFirst(m_folder.write(file, QByteArray(file).endsWith('l') ? "GeoJSONSeq" : "GPKG", rows), options);
        CA_VERIFY_READ(read);
        QVERIFY2(!told.empty(), file);
        QVERIFY2(std::is_sorted(told.begin(), told.end()), file);
        QVERIFY(told.back() > 0.8 && told.back() <= 1);
    }
}

void LayerReaderTest::cancelsWhileReading()
{
    const CancelToken cancel;
    LayerOptions options;
    options.progress = [&](double) { cancel.cancel(); };
    const auto read = LayerReader::read(m_folder.write("cancel.gpkg", "GPKG", manyRows()), "layer", options, cancel);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().message, QStringLiteral("cancelled"));
}

void LayerReaderTest::twoFilesAtOnce()
{
    const std::vector<Row> few{{"LINESTRING(45 40,46 41)", "a"}, {"LINESTRING(45 40,46 42)", "b"}};
    const QString files[] = {m_folder.write("once.gpkg", "GPKG", manyRows()),
                             m_folder.write("once.shp", "ESRI Shapefile", manyRows(), 4326, wkbLineString, "once"),
                             m_folder.write("once.kml", "LIBKML", few), m_folder.write("once.geojson", "GeoJSON", few)};
    const auto readAgain = [](const QString &file) {
        std::size_t features = 0;
        for (int i = 0; i < 3; ++i) {
            const auto read = readFirst(file);
            features += read ? read->tables.at(0).featureCount() : 0;
        }
        return features;
    };
    std::vector<std::future<std::size_t>> counts;
    for (const QString &file : files)
        counts.push_back(std::async(std::launch::async, readAgain, file));
    QCOMPARE(counts[0].get(), std::size_t(180'000));
    QCOMPARE(counts[1].get(), std::size_t(180'000));
    QCOMPARE(counts[2].get(), std::size_t(6));
    QCOMPARE(counts[3].get(), std::size_t(6));
}

void LayerReaderTest::realExtract()
{
    CA_NEED_TEST_DATA();
    const auto read = readFirst(externalPath("osm/georgia-rail.geojson"));
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.size(), std::size_t(1));
    const FeatureTable &table = read->tables[0];
    QCOMPARE(table.featureCount(), std::size_t(1771));
    QCOMPARE(table.kind, GeometryKind::Line);
    for (const LatLon &p : table.vertices)
        QVERIFY(p.lon > 40 && p.lon < 46.2 && p.lat > 41.1 && p.lat < 43.4);
    QVERIFY(table.value(0, "@id").toString().startsWith("way/"));
    QCOMPARE(read->report.featuresLeftOut, std::uint64_t(0));
}

QTEST_GUILESS_MAIN(LayerReaderTest)
#include "LayerReaderTest.moc"
