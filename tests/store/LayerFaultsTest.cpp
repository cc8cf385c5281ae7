// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which the features of a layer can be wrong, and what the report says about it.
#include "LayerFiles.h"

#include <cmath>

using namespace ca;
using namespace ca::test;

using Fault = LayerFault;
using Remedy = LayerRemedy;

class LayerFaultsTest : public QObject {
    Q_OBJECT

    LayerFolder m_folder;
    int m_files = 0;

    Result<LayerData> readRows(const std::vector<Row> &rows, int epsg = 4326, const LayerOptions &options = {})
    {
        const QByteArray name = "faults" + QByteArray::number(++m_files) + ".gpkg";
        return readFirst(m_folder.write(name.constData(), "GPKG", rows, epsg), options);
    }

private Q_SLOTS:
    void badGeometry_data();
    void badGeometry();
    void mendedShapes();
    void linesAreNamedInTextFiles();
    void damagedBlobCostsOneFeature();
    void unknownKindCostsOneFeature();
    void reportDoesNotGrow();
    void wholeLayerSwapped();
    void someFeaturesSwapped();
    void oneBadFeatureDoesNotSwapTheOthers();
    void ambiguousOrderStaysAsStored();
    void axesAsTheUserSays();
    void planeLayerSwapped_data();
    void planeLayerSwapped();
    void layerOutsideOfItsArea();
    void missingReferenceIsTakenForDegrees();
    void mercatorWithoutReferenceIsOnlyProposed();
    void metresThatAreNoMercatorGetNoProposal();
    void degreesInAPlaneSystemAreOnlyProposed();
    void longitudesBeyondTheDateLine();
    void roundingAtTheEdgesIsSilent();
    void whatCannotBeTransformedCostsOneFeature();
    void crossingLimitIsKept();
    void findingsReadWell();
};

void LayerFaultsTest::badGeometry_data()
{
    QTest::addColumn<QByteArray>("wkt");
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("remedy");
    const auto row = [](const char *name, const char *wkt, Fault fault, Remedy remedy) {
        QTest::newRow(name) << QByteArray(wkt) << int(fault) << int(remedy);
    };
    row("null", "", Fault::NoGeometry, Remedy::LeftOut);
    row("empty point", "POINT EMPTY", Fault::NoGeometry, Remedy::LeftOut);
    row("empty line", "LINESTRING EMPTY", Fault::NoGeometry, Remedy::LeftOut);
    row("empty polygon", "POLYGON EMPTY", Fault::NoGeometry, Remedy::LeftOut);
    row("empty collection", "GEOMETRYCOLLECTION EMPTY", Fault::NoGeometry, Remedy::LeftOut);
    row("collection of nothing", "GEOMETRYCOLLECTION(POINT EMPTY,LINESTRING EMPTY)", Fault::NoGeometry, Remedy::LeftOut);
    row("infinite point", "POINT(inf 40)", Fault::NotANumber, Remedy::LeftOut);
    row("line of NaN", "LINESTRING(nan nan,nan nan)", Fault::NotANumber, Remedy::LeftOut);
    row("line with NaN at its end", "LINESTRING(45 40,46 41,nan 42)", Fault::NotANumber, Remedy::Mended);
    row("line with a hole", "LINESTRING(45 40,46 41,47 -inf,48 41,49 40)", Fault::NotANumber, Remedy::Mended);
    row("polygon with NaN", "POLYGON((0 0,4 0,4 nan,0 4,0 0))", Fault::NotANumber, Remedy::LeftOut);
    row("hole with NaN", "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 nan,1 1))", Fault::NotANumber, Remedy::LeftOut);
    row("one of two polygons with NaN", "MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((5 5,6 5,nan 6,5 5)))", Fault::NotANumber, Remedy::Mended);
    row("line of one point", "LINESTRING(45 40)", Fault::TooFewPoints, Remedy::LeftOut);
    row("one of two lines of one point", "MULTILINESTRING((45 40),(45 40,46 41))", Fault::TooFewPoints, Remedy::Mended);
    row("ring of two points", "POLYGON((0 0,1 1,0 0))", Fault::TooFewPoints, Remedy::LeftOut);
    row("hole of two points", "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 2,1 1))", Fault::TooFewPoints, Remedy::Mended);
    row("open ring", "POLYGON((0 0,4 0,4 4,0 4))", Fault::UnclosedRing, Remedy::Mended);
    row("open triangle", "POLYGON((0 0,4 0,4 4))", Fault::UnclosedRing, Remedy::Mended);
    row("bow tie", "POLYGON((0 0,4 4,4 0,0 4,0 0))", Fault::CrossingRings, Remedy::DrawnAsIs);
    row("hole across its shell", "POLYGON((0 0,4 0,4 4,0 4,0 0),(3 1,6 1,6 2,3 2,3 1))", Fault::CrossingRings, Remedy::DrawnAsIs);
    row("overlapping polygons", "MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((1 -1,5 -1,5 3,1 -1)))", Fault::CrossingRings, Remedy::DrawnAsIs);
    row("latitude above 90", "LINESTRING(45 95,46 95)", Fault::OutOfRange, Remedy::LeftOut);
    row("longitude above 360", "POINT(400 40)", Fault::OutOfRange, Remedy::LeftOut);
    row("nowhere near", "POINT(1e300 -1e300)", Fault::OutOfRange, Remedy::LeftOut);
}

void LayerFaultsTest::badGeometry()
{
    QFETCH(QByteArray, wkt);
    QFETCH(int, fault);
    QFETCH(int, remedy);
    const std::vector<Row> rows{{"POINT(45 40)", "before"}, {"LINESTRING(45 40,50 41)", "before"}, {wkt, "bad"}, {"LINESTRING(45 40,46 41)", "after"}};
    const auto read = readRows(rows);
    CA_VERIFY_READ(read);
    const LayerReport &report = read->report;
    QCOMPARE(report.featuresRead, std::uint64_t(4));
    QCOMPARE(report.count(Fault(fault), Remedy(remedy)), std::uint64_t(1));
    QCOMPARE(report.cases.size(), std::size_t(1));
    QCOMPARE(report.cases[0].feature, std::int64_t(3));
    QCOMPARE(report.featuresLeftOut, std::uint64_t(Remedy(remedy) == Remedy::LeftOut ? 1 : 0));
    const FeatureTable *lines = tableOf(*read, GeometryKind::Line);
    QVERIFY(lines);
    QCOMPARE(lines->value(lines->featureCount() - 1, "name").toString(), QStringLiteral("after"));
    for (const FeatureTable &table : read->tables) {
        for (const LatLon &p : table.vertices)
            QVERIFY(p.valid());
    }
}

void LayerFaultsTest::mendedShapes()
{
    const auto read = readRows({{"LINESTRING(45 40,46 41,47 -inf,48 41,49 40)", "split"},
                                {"POLYGON((0 0,4 0,4 4,0 4))", "closed"},
                                {"MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((5 5,9 5,9 9,5 5),(6 6,7 6,nan 6,6 6)))", "one left"}});
    CA_VERIFY_READ(read);
    const FeatureTable *lines = tableOf(*read, GeometryKind::Line);
    QCOMPARE(lines->featureStart, (std::vector<std::uint32_t>{0, 2}));
    QVERIFY(std::ranges::equal(lines->part(1), GeoLine{{41, 48}, {40, 49}}));
    const FeatureTable *polygons = tableOf(*read, GeometryKind::Polygon);
    QCOMPARE(polygons->part(0).size(), std::size_t(5));
    QCOMPARE(polygons->part(0).back(), (LatLon{0, 0}));
    QCOMPARE(polygons->featureStart, (std::vector<std::uint32_t>{0, 1, 2}));  // not the shell without its hole
    QCOMPARE(polygons->value(1, "name").toString(), QStringLiteral("one left"));
}

void LayerFaultsTest::linesAreNamedInTextFiles()
{
    const auto json = readFirst(m_folder.put("lines.geojsonl",
        feature(10, "Point", "[45, 40]") + "\n\n" + "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\"\n"
        + feature(12, "LineString", "[[45, 40]]") + "\n" + "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": null}\n"
        + feature(13, "Point", "[\"45\", 40]") + "\n" + feature(14, "Circle", "[45, 40]") + "\n" + "[1, 2]\n" + feature(15, "Point", "[46, 41]") + "\n"));
    CA_VERIFY_READ(json);
    QCOMPARE(json->tables.at(0).ids, (std::vector<std::int64_t>{10, 15}));
    std::vector<std::pair<int, Fault>> found;
    for (const LayerProblem &problem : json->report.cases)
        found.emplace_back(problem.line, problem.fault);
    QCOMPARE(found, (std::vector<std::pair<int, Fault>>{{3, Fault::Damaged}, {4, Fault::TooFewPoints}, {5, Fault::NoGeometry},
                                                        {6, Fault::NotANumber}, {7, Fault::Damaged}, {8, Fault::Damaged}}));
    const auto csv = readFirst(m_folder.put("lines.csv", "name,lat,lon\n\"two\nlines\",40,45\nbad,north,45\nout,95,45\n\nmissing,,\nlast,41,46\n"));
    CA_VERIFY_READ(csv);
    found.clear();
    CA_VERIFY_READ(csv);
    for (const LayerProblem &problem : csv->report.cases)
        found.emplace_back(problem.line, problem.fault);
    QCOMPARE(found, (std::vector<std::pair<int, Fault>>{{4, Fault::NotANumber}, {7, Fault::NoGeometry}, {5, Fault::OutOfRange}}));
    QCOMPARE(csv->report.cases[0].text(), QStringLiteral("feature 2 (line 4): coordinates that are no numbers (“north”): left out"));
    QCOMPARE(csv->tables.at(0).ids, (std::vector<std::int64_t>{1, 5}));
}

void LayerFaultsTest::damagedBlobCostsOneFeature()
{
    const QByteArray sound = "X'47500001E6100000" "0101000000" "0000000000804640" "0000000000004440'";
    const struct { const char *name; QByteArray blob; } blobs[] = {
        {"short", "X'4750'"}, {"no header", "X'0101000000'"}, {"header only", "X'47500001E6100000'"},
        {"cut", sound.chopped(5) + "'"}, {"wild count", "X'47500001E6100000" "0102000000" "FFFFFFFF" "0000000000804640'"},
        {"wild rings", "X'47500001E6100000" "0103000000" "FFFFFF7F'"}, {"text", "'POINT(1 2)'"}, {"number", "5"}};
    std::vector<Row> rows(std::size(blobs) + 2, Row{"POINT(45 40)", "sound"});
    const QString path = m_folder.write("blobs.gpkg", "GPKG", rows);
    GDALDatasetH dataset = GDALOpenEx(path.toUtf8(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
    // The triggers of the index would refuse some of them.
    LayerFolder::execute(dataset, "SELECT DisableSpatialIndex('layer', 'geom')");
    int fid = 2;
    for (const auto &blob : blobs)
        LayerFolder::execute(dataset, "UPDATE layer SET geom = " + blob.blob + " WHERE fid = " + QByteArray::number(fid++));
    GDALClose(dataset);
    const auto read = readFirst(path);
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.at(0).ids, (std::vector<std::int64_t>{1, std::int64_t(std::size(blobs)) + 2}));
    QCOMPARE(read->report.featuresLeftOut, std::uint64_t(std::size(blobs)));
    QVERIFY(read->report.count(Fault::Damaged) + read->report.count(Fault::NoGeometry) == std::size(blobs));
}

void LayerFaultsTest::unknownKindCostsOneFeature()
{
    const QString path = m_folder.write("kind.gpkg", "GPKG", {{"POINT(45 40)", ""}, {"POINT(45 40)", ""}});
    GDALDatasetH dataset = GDALOpenEx(path.toUtf8(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
    LayerFolder::execute(dataset, "SELECT DisableSpatialIndex('layer', 'geom')");
    LayerFolder::execute(dataset, "UPDATE layer SET geom = X'47500001E61000000163000000' WHERE fid = 2");
    GDALClose(dataset);
    const auto read = readFirst(path);
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.at(0).featureCount(), std::size_t(1));
    QCOMPARE(read->report.featuresLeftOut, std::uint64_t(1));
}

void LayerFaultsTest::reportDoesNotGrow()
{
    std::vector<Row> rows(70'000, Row{"LINESTRING(45 40)", QByteArray(60, 'x')});
    rows.push_back({"LINESTRING(45 40,46 41)", ""});
    LayerOptions options;
    options.caseLimit = 5;
    const auto read = readFirst(m_folder.write("grow.gpkg", "GPKG", rows), options);
    CA_VERIFY_READ(read);
    QVERIFY(QFile(m_folder.path("grow.gpkg")).size() > (4 << 20));  // read in slices
    QCOMPARE(read->report.count(Fault::TooFewPoints), std::uint64_t(70'000));
    QCOMPARE(read->report.cases.size(), std::size_t(5));
    for (std::size_t i = 0; i < 5; ++i)
        QCOMPARE(read->report.cases[i].feature, std::int64_t(i + 1));
    QCOMPARE(read->report.summary().size(), 1);
}

void LayerFaultsTest::wholeLayerSwapped()
{
    // Hami, Almaty, Baku–Beijing as latitude, longitude: two of them cannot be longitude, latitude.
    const auto read = readRows({{"POINT(42.8 93.5)", ""}, {"POINT(43.2 76.9)", ""}, {"LINESTRING(40.4 49.9,39.9 116.4)", ""}});
    CA_VERIFY_READ(read);
    QCOMPARE(read->report.count(Fault::SwappedAxes, Remedy::Mended), std::uint64_t(3));
    QVERIFY(read->report.cases.empty());
    QCOMPARE(read->report.featuresLeftOut, std::uint64_t(0));
    QVERIFY(read->report.summary().join(' ').contains("swapped"));
    QCOMPARE(tableOf(*read, GeometryKind::Point)->vertices[0], (LatLon{42.8, 93.5}));
    QCOMPARE(tableOf(*read, GeometryKind::Line)->vertices[1], (LatLon{39.9, 116.4}));
}

void LayerFaultsTest::someFeaturesSwapped()
{
    const auto read = readRows({{"POINT(116.4 39.9)", "Beijing"}, {"POINT(44.8 41.7)", "Tbilisi"}, {"POINT(40.1 115.9)", "swapped"},
                                {"POINT(120 45)", "far"}, {"POINT(40 -170)", "swapped, but far from the others"}});
    CA_VERIFY_READ(read);
    QCOMPARE(read->report.count(Fault::SwappedAxes, Remedy::Mended), std::uint64_t(1));
    QCOMPARE(read->report.count(Fault::OutOfRange, Remedy::LeftOut), std::uint64_t(1));
    QCOMPARE(read->tables[0].vertices[2], (LatLon{40.1, 115.9}));
    QCOMPARE(read->tables[0].ids, (std::vector<std::int64_t>{1, 2, 3, 4}));
}

void LayerFaultsTest::oneBadFeatureDoesNotSwapTheOthers()
{
    std::vector<Row> rows(20, Row{"POINT(45 40)", ""});
    rows.push_back({"POINT(45 140)", "a digit too many"});
    const auto read = readRows(rows);
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables[0].vertices[0], (LatLon{40, 45}));
    QCOMPARE(read->report.count(Fault::SwappedAxes), std::uint64_t(0));
    QCOMPARE(read->report.count(Fault::OutOfRange, Remedy::LeftOut), std::uint64_t(1));
}

void LayerFaultsTest::ambiguousOrderStaysAsStored()
{
    const auto read = readRows({{"POINT(40.2 44.5)", ""}, {"POINT(41.7 44.8)", ""}});  // could be either
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables[0].vertices[0], (LatLon{44.5, 40.2}));
    QVERIFY(read->report.summary().isEmpty());
}

void LayerFaultsTest::axesAsTheUserSays()
{
    LayerOptions options;
    options.axes = LayerAxes::Swapped;
    QCOMPARE(readRows({{"POINT(40.2 44.5)", ""}}, 4326, options)->tables[0].vertices[0], (LatLon{40.2, 44.5}));
    const auto plane = readRows({{"POINT(4427757.218739 500000)", ""}}, 32638, options);
    QVERIFY(std::abs(plane->tables[0].vertices[0].lat - 40) < 1e-6);
    options.axes = LayerAxes::AsStored;
    const auto stored = readRows({{"POINT(43.8 87.6)", ""}, {"POINT(40 116)", ""}}, 4326, options);
    QCOMPARE(stored->report.count(Fault::OutOfRange, Remedy::LeftOut), std::uint64_t(1));
    QCOMPARE(stored->tables[0].vertices[0], (LatLon{87.6, 43.8}));
}

void LayerFaultsTest::planeLayerSwapped_data()
{
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("east");
    QTest::addColumn<double>("north");
    QTest::newRow("UTM 38N") << 32638 << 500000.0 << 4427757.22;
    QTest::newRow("Pulkovo 1942, zone 8") << 28408 << 8500000.0 << 4429600.0;
    QTest::newRow("Lambert, Europe") << 3035 << 6000000.0 << 2500000.0;
}

void LayerFaultsTest::planeLayerSwapped()
{
    QFETCH(int, epsg);
    QFETCH(double, east);
    QFETCH(double, north);
    std::vector<Row> right;
    std::vector<Row> wrong;
    for (int i = 0; i < 5; ++i) {
        const QByteArray e = QByteArray::number(east + i * 1000, 'f', 2);
        const QByteArray n = QByteArray::number(north + i * 500, 'f', 2);
        right.push_back({"POINT(" + e + " " + n + ")", ""});
        wrong.push_back({"POINT(" + n + " " + e + ")", ""});
    }
    const auto a = readRows(right, epsg);
    const auto b = readRows(wrong, epsg);
    CA_VERIFY_READ(a);
    CA_VERIFY_READ(b);
    QCOMPARE(a->report.count(Fault::SwappedAxes), std::uint64_t(0));
    QCOMPARE(b->report.count(Fault::SwappedAxes, Remedy::Mended), std::uint64_t(5));
    QCOMPARE(a->tables.at(0).vertices, b->tables.at(0).vertices);
}

void LayerFaultsTest::layerOutsideOfItsArea()
{
    const auto read = readRows({{"POINT(600000 5900000)", ""}}, 27700);  // British grid, but far north of it
    CA_VERIFY_READ(read);
    QVERIFY2(read->report.notes.join(' ').contains("outside of the area"), qPrintable(read->report.notes.join(' ')));
    QCOMPARE(read->report.count(Fault::SwappedAxes), std::uint64_t(0));
}

void LayerFaultsTest::missingReferenceIsTakenForDegrees()
{
    const auto read = readFirst(m_folder.write("none.shp", "ESRI Shapefile", {{"POINT(45 40)", ""}}, 0, wkbPoint, "none"));
    CA_VERIFY_READ(read);
    QCOMPARE(read->report.crs, LayerReport::Crs::Assumed);
    QCOMPARE(read->report.crsTitle, QStringLiteral("WGS 84 (EPSG:4326)"));
    QCOMPARE(read->report.notes.size(), 1);
    QCOMPARE(read->tables[0].vertices[0], (LatLon{40, 45}));
    QCOMPARE(readRows({{"POINT(45 40)", ""}}, 0)->report.crs, LayerReport::Crs::Assumed);
}

void LayerFaultsTest::mercatorWithoutReferenceIsOnlyProposed()
{
    const auto read = readFirst(m_folder.write("metres.shp", "ESRI Shapefile",
        {{"POINT(5009377.09 4865942.28)", ""}, {"POINT(5100000 4900000)", ""}}, 0, wkbPoint, "metres"));
    CA_VERIFY_READ(read);
    QVERIFY(read->tables.empty());
    QCOMPARE(read->report.proposedCrs, QStringLiteral("EPSG:3857"));
    QCOMPARE(read->report.count(Fault::OutOfRange, Remedy::LeftOut), std::uint64_t(2));
    QVERIFY2(read->report.notes.join(' ').contains("between 45.00° and 45.81° east, 40.00° and 40.23° north"), qPrintable(read->report.notes.join(' ')));
    LayerOptions options;
    options.crs = read->report.proposedCrs;
    QCOMPARE(readFirst(m_folder.path("metres.shp"), options)->tables.at(0).featureCount(), std::size_t(2));
}

void LayerFaultsTest::metresThatAreNoMercatorGetNoProposal()
{
    const auto read = readRows({{"POINT(500000 40427757)", ""}}, 0);
    CA_VERIFY_READ(read);
    QVERIFY(read->report.proposedCrs.isEmpty());
    QVERIFY(read->report.notes.join(' ').contains("state the reference system"));
}

void LayerFaultsTest::degreesInAPlaneSystemAreOnlyProposed()
{
    const auto read = readRows({{"POINT(45 40)", ""}}, 3857);
    CA_VERIFY_READ(read);
    QCOMPARE(read->report.proposedCrs, QStringLiteral("EPSG:4326"));
    QVERIFY(std::abs(read->tables[0].vertices[0].lat) < 0.001);  // as the file says, not as we guess
}

void LayerFaultsTest::longitudesBeyondTheDateLine()
{
    const auto read = readRows({{"LINESTRING(190 60,200 61)", ""}, {"LINESTRING(170 60,-190 61)", ""}, {"LINESTRING(-10 60,10 61)", ""}});
    CA_VERIFY_READ(read);
    QCOMPARE(read->report.count(Fault::BeyondDateLine, Remedy::Mended), std::uint64_t(2));
    QVERIFY(std::ranges::equal(read->tables[0].part(0), GeoLine{{60, -170}, {61, -160}}));
    QVERIFY(std::ranges::equal(read->tables[0].part(1), GeoLine{{60, 170}, {61, 170}}));
}

void LayerFaultsTest::roundingAtTheEdgesIsSilent()
{
    const auto read = readRows({{"POLYGON((-180.00000000001 -90.0000000001,180.00000000001 -90.0000000001,180.00000000001 -60,-180.00000000001 -60,-180.00000000001 -90.0000000001))", ""}});
    CA_VERIFY_READ(read);
    QVERIFY2(read->report.count(Fault::OutOfRange) == 0 && read->report.count(Fault::BeyondDateLine) == 0, qPrintable(read->report.summary().join('|')));
    QCOMPARE(read->tables[0].vertices[0], (LatLon{-90, -180}));
    QCOMPARE(read->tables[0].vertices[1], (LatLon{-90, 180}));
}

void LayerFaultsTest::whatCannotBeTransformedCostsOneFeature()
{
    const auto read = readRows({{"POINT(500000 4427757)", ""}, {"POINT(1e30 1e30)", ""}, {"LINESTRING(500000 4427757,1e30 0)", ""}}, 32638);
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.at(0).ids, std::vector<std::int64_t>{1});
    QCOMPARE(read->report.count(Fault::NotTransformed, Remedy::LeftOut), std::uint64_t(2));
}

void LayerFaultsTest::crossingLimitIsKept()
{
    LayerOptions options;
    options.crossingLimit = 4;
    const auto read = readRows({{"POLYGON((0 0,4 4,4 0,0 4,0 0))", ""}}, 4326, options);
    QCOMPARE(read->report.count(Fault::CrossingRings), std::uint64_t(0));
    QCOMPARE(read->report.count(Fault::NotChecked, Remedy::DrawnAsIs), std::uint64_t(1));
}

void LayerFaultsTest::findingsReadWell()
{
    const auto read = readRows({{"POLYGON((0 0,4 4,4 0,0 4,0 0))", ""}, {"LINESTRING(1 1)", ""}, {"LINESTRING(2 2)", ""}});
    CA_VERIFY_READ(read);
    QCOMPARE(read->report.summary(),
             (QStringList{"too few points, left out: 2 features; first feature 2: too few points: left out",
                          "feature 1: outline crosses itself (near 2.000000° E, 2.000000° N): drawn as it is"}));
    for (std::size_t fault = 0; fault < layerFaultCount; ++fault)
        QVERIFY(!title(LayerFault(fault)).isEmpty());
}

QTEST_GUILESS_MAIN(LayerFaultsTest)
#include "LayerFaultsTest.moc"
