// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayerFiles.h"
#include "store/RasterReader.h"

#include <cpl_string.h>

#include <cmath>
#include <functional>
#include <future>

using namespace ca;
using namespace ca::test;

namespace {

constexpr std::uint32_t red = 0xffff0000u;
constexpr std::uint32_t green = 0xff00ff00u;

/// How to make a raster.
struct Recipe {
    const char *driver = "GTiff";
    int width = 8;
    int height = 4;
    int bands = 1;
    GDALDataType type = GDT_Byte;
    std::array<double, 6> transform{45, 0.5, 0, 42, 0, -0.5};
    int epsg = 4326;
    std::function<double(int band, int column, int row)> value = [](int, int column, int row) { return column + 10 * row; };
    std::function<void(GDALDatasetH)> more = [](GDALDatasetH) {};
};

} // namespace

class RasterReaderTest : public QObject {
    Q_OBJECT

    LayerFolder m_folder;

    QString make(const char *name, const Recipe &recipe)
    {
        GDALAllRegister();
        const QByteArray path = m_folder.path(name).toUtf8();
        GDALDatasetH memory = GDALCreate(GDALGetDriverByName("MEM"), "", recipe.width, recipe.height, recipe.bands, recipe.type, nullptr);
        for (int band = 0; band < recipe.bands; ++band) {
            for (int row = 0; row < recipe.height; ++row) {
                std::vector<double> values;
                for (int column = 0; column < recipe.width; ++column)
                    values.push_back(recipe.value(band, column, row));
                if (GDALRasterIO(GDALGetRasterBand(memory, band + 1), GF_Write, 0, row, recipe.width, 1, values.data(), recipe.width, 1,
                                 GDT_Float64, 0, 0) != CE_None)
                    qFatal("cannot fill %s", name);
            }
        }
        if (recipe.transform[1] != 0 || recipe.transform[2] != 0)
            GDALSetGeoTransform(memory, const_cast<double *>(recipe.transform.data()));
        if (recipe.epsg) {
            OGRSpatialReferenceH reference = OSRNewSpatialReference(nullptr);
            OSRImportFromEPSG(reference, recipe.epsg);
            GDALSetSpatialRef(memory, reference);
            OSRRelease(reference);
        }
        recipe.more(memory);
        GDALDatasetH file = GDALCreateCopy(GDALGetDriverByName(recipe.driver), path, memory, FALSE, nullptr, nullptr, nullptr);
        if (!file)
            qFatal("cannot write %s", name);
        GDALClose(file);
        GDALClose(memory);
        return m_folder.path(name);
    }

private Q_SLOTS:
    void valuesKeepTheirRangeAndHoles();
    void coloursAndTransparency();
    void paletteBecomesColours();
    void deepColoursAreStretched();
    void scaleAndOffsetAreApplied();
    void picturesWithWorldFiles_data();
    void picturesWithWorldFiles();
    void largePicturesAreReduced();
    void turnedPicturesArePlaced();
    void missingReferenceIsTakenForDegreesOrRefused();
    void refusesWhatHasNoPlace();
    void refusesBadTransforms();
    void refusesDamage();
    void localListsOfPicturesOnly();
    void warpsIntoAProjection();
    void warpedPlacesAreRight();
    void warpedHolesStayHoles();
    void warpsOverThePole();
    void refusesToWarp();
    void cancels();
    void twoAtOnce();
    void inspectSaysThatItIsAPicture();
};

void RasterReaderTest::valuesKeepTheirRangeAndHoles()
{
    Recipe recipe;
    recipe.type = GDT_Int16;
    recipe.more = [](GDALDatasetH dataset) { GDALSetRasterNoDataValue(GDALGetRasterBand(dataset, 1), 12); };
    const auto read = RasterReader::read(make("values.tif", recipe));
    CA_VERIFY_READ(read);
    const RasterGrid &grid = read->grid;
    QCOMPARE(grid.kind, RasterGrid::Kind::Values);
    QCOMPARE(grid.width, 8);
    QCOMPARE(grid.height, 4);
    QCOMPARE(grid.low, 0.0f);
    QCOMPARE(grid.high, 37.0f);
    QVERIFY(std::isnan(grid.values[8 + 2]));
    QCOMPARE(grid.values[8 + 3], 13.0f);
    QCOMPARE(grid.grey(grid.values[10]), 0u);
    QCOMPARE(grid.grey(0), 0xff000000u);
    QCOMPARE(grid.grey(37), 0xffffffffu);
    QCOMPARE(grid.bounds(), (Box{45, 40, 49, 42}));
    QVERIFY(std::abs(read->report.extent.east - 49) < 1e-9 && std::abs(read->report.extent.south - 40) < 1e-9);
    QCOMPARE(read->report.crsTitle, QStringLiteral("WGS 84 (EPSG:4326)"));
    QVERIFY(read->report.notes.isEmpty());
}

void RasterReaderTest::coloursAndTransparency()
{
    Recipe recipe;
    recipe.bands = 4;
    recipe.value = [](int band, int column, int) { return band == 0 ? 255.0 : band == 3 ? column * 36.0 : 0.0; };
    recipe.more = [](GDALDatasetH dataset) {
        const GDALColorInterp meanings[] = {GCI_RedBand, GCI_GreenBand, GCI_BlueBand, GCI_AlphaBand};
        for (int i = 0; i < 4; ++i)
            GDALSetRasterColorInterpretation(GDALGetRasterBand(dataset, i + 1), meanings[i]);
    };
    const auto read = RasterReader::read(make("colours.tif", recipe));
    CA_VERIFY_READ(read);
    QCOMPARE(read->grid.kind, RasterGrid::Kind::Colours);
    QCOMPARE(read->grid.colours[0], 0u);
    QCOMPARE(read->grid.colours[1], 0x24240000u);  // premultiplied
    QCOMPARE(read->grid.colours[7], 0xfcfc0000u);
    recipe.bands = 3;
    recipe.more = [](GDALDatasetH dataset) {
        for (int i = 1; i <= 3; ++i)
            GDALSetRasterNoDataValue(GDALGetRasterBand(dataset, i), 0);
    };
    recipe.value = [](int band, int column, int) { return band == 1 && column > 0 ? 255.0 : 0.0; };
    const auto holes = RasterReader::read(make("holes.tif", recipe));
    CA_VERIFY_READ(holes);
    QCOMPARE(holes->grid.colours[0], 0u);      // all three bands say that there is nothing
    QCOMPARE(holes->grid.colours[1], green);
}

void RasterReaderTest::paletteBecomesColours()
{
    Recipe recipe;
    recipe.value = [](int, int column, int) { return column % 3; };
    recipe.more = [](GDALDatasetH dataset) {
        GDALColorTableH table = GDALCreateColorTable(GPI_RGB);
        const GDALColorEntry entries[] = {{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 0}};
        for (int i = 0; i < 3; ++i)
            GDALSetColorEntry(table, i, &entries[i]);
        GDALSetRasterColorTable(GDALGetRasterBand(dataset, 1), table);
        GDALSetRasterColorInterpretation(GDALGetRasterBand(dataset, 1), GCI_PaletteIndex);
        GDALDestroyColorTable(table);
    };
    const auto read = RasterReader::read(make("palette.png", [&] { Recipe r = recipe; r.driver = "PNG"; return r; }()));
    CA_VERIFY_READ(read);
    QCOMPARE(read->grid.kind, RasterGrid::Kind::Colours);
    QCOMPARE(read->grid.colours[0], red);
    QCOMPARE(read->grid.colours[1], green);
    QCOMPARE(read->grid.colours[2], 0u);
}

void RasterReaderTest::deepColoursAreStretched()
{
    Recipe recipe;
    recipe.bands = 5;
    recipe.type = GDT_UInt16;
    recipe.value = [](int band, int column, int) { return band == 0 ? 1000.0 + column * 1000 : 1000.0; };
    recipe.more = [](GDALDatasetH dataset) {
        const GDALColorInterp meanings[] = {GCI_RedBand, GCI_GreenBand, GCI_BlueBand};
        for (int i = 0; i < 3; ++i)
            GDALSetRasterColorInterpretation(GDALGetRasterBand(dataset, i + 1), meanings[i]);
    };
    const auto read = RasterReader::read(make("deep.tif", recipe));
    CA_VERIFY_READ(read);
    QCOMPARE(read->grid.colours[0], 0xff000000u);
    QCOMPARE(read->grid.colours[7], red);
    QCOMPARE(read->report.notes.size(), 2);
    QVERIFY(read->report.notes[0].contains("Of 5 bands") && read->report.notes[1].contains("1000 to 8000"));
}

void RasterReaderTest::scaleAndOffsetAreApplied()
{
    Recipe recipe;
    recipe.type = GDT_Int16;
    recipe.more = [](GDALDatasetH dataset) {
        GDALSetRasterScale(GDALGetRasterBand(dataset, 1), 0.5);
        GDALSetRasterOffset(GDALGetRasterBand(dataset, 1), 100);
    };
    const auto read = RasterReader::read(make("scaled.tif", recipe));
    CA_VERIFY_READ(read);
    QCOMPARE(read->grid.low, 100.0f);
    QCOMPARE(read->grid.values[3], 101.5f);
}

void RasterReaderTest::picturesWithWorldFiles_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::addColumn<QString>("picture");
    QTest::addColumn<QString>("world");
    QTest::newRow("PNG") << QByteArray("PNG") << "map.png" << "map.pgw";
    QTest::newRow("PNG, long name") << QByteArray("PNG") << "map2.png" << "map2.wld";
    QTest::newRow("JPEG") << QByteArray("JPEG") << "map.jpg" << "map.jgw";
}

void RasterReaderTest::picturesWithWorldFiles()
{
    QFETCH(QByteArray, driver);
    QFETCH(QString, picture);
    QFETCH(QString, world);
    Recipe recipe;
    recipe.driver = driver.constData();
    recipe.transform = {};
    recipe.epsg = 0;
    recipe.bands = 3;
    const QString path = make(qPrintable(picture), recipe);
    QVERIFY(RasterReader::read(path).error().message.contains("world file"));
    m_folder.put(qPrintable(world), "0.5\n0\n0\n-0.5\n45.25\n41.75\n");
    const auto read = RasterReader::read(path);
    CA_VERIFY_READ(read);
    QVERIFY(read->report.crsAssumed);
    QCOMPARE(read->grid.bounds(), (Box{45, 40, 49, 42}));
    m_folder.put(qPrintable(world), "500\n0\n0\n-500\n5000250\n4900250\n");
    QVERIFY(RasterReader::read(path).error().message.contains("state the system"));
    RasterOptions options;
    options.crs = QStringLiteral("EPSG:3857");
    const auto chosen = RasterReader::read(path, options);
    CA_VERIFY_READ(chosen);
    QVERIFY(chosen->report.extent.west > 44.9 && chosen->report.extent.north < 40.3);
}

void RasterReaderTest::largePicturesAreReduced()
{
    Recipe recipe;
    recipe.width = 1001;
    recipe.height = 503;
    recipe.type = GDT_Float32;
    recipe.value = [](int, int column, int) { return double(column); };
    recipe.transform = {40, 0.01, 0, 42, 0, -0.01};
    const QString path = make("large.tif", recipe);
    RasterOptions options;
    options.maxPixels = 60'000;
    const auto read = RasterReader::read(path, options);
    CA_VERIFY_READ(read);
    QCOMPARE(read->report.reduction, 3);
    QCOMPARE(read->grid.width, 334);
    QCOMPARE(read->grid.height, 168);
    QVERIFY(read->report.notes.join(' ').contains("1001 × 503"));
    const Box bounds = read->grid.bounds();
    QVERIFY(std::abs(bounds.maxX - 50.01) < 1e-9 && std::abs(bounds.minY - 36.97) < 1e-9);
    for (int row = 0; row < 168; row += 50) {
        for (int column = 1; column < 333; ++column) {
            const double centre = (column + 0.5) * 1001 / 334 - 0.5;
            QVERIFY(std::abs(read->grid.values[std::size_t(row * 334 + column)] - centre) < 1.01);
        }
    }
    QCOMPARE(RasterReader::read(path)->report.reduction, 1);
}

void RasterReaderTest::turnedPicturesArePlaced()
{
    Recipe recipe;
    recipe.transform = {45, 0.3, 0.4, 42, 0.4, -0.3};
    const auto read = RasterReader::read(make("turned.tif", recipe));
    CA_VERIFY_READ(read);
    const Box bounds = read->grid.bounds();
    QVERIFY(std::abs(bounds.maxX - 49) < 1e-9 && std::abs(bounds.maxY - 45.2) < 1e-9);
    QCOMPARE(read->grid.place(8, 4), (PointXY{45 + 8 * 0.3 + 4 * 0.4, 42 + 8 * 0.4 - 4 * 0.3}));
    const auto image = RasterReader::warpTo(read->grid, "EPSG:4326", bounds, 0.05);
    CA_VERIFY_READ(image);
    QCOMPARE(image->pixels.front(), 0u);  // the corners of the box are outside
    QCOMPARE(image->pixels.back(), 0u);
}

void RasterReaderTest::missingReferenceIsTakenForDegreesOrRefused()
{
    Recipe recipe;
    recipe.epsg = 0;
    QVERIFY(RasterReader::read(make("none.tif", recipe))->report.crsAssumed);
    recipe.transform = {500000, 30, 0, 4427757, 0, -30};
    QVERIFY(!RasterReader::read(make("metres.tif", recipe)).ok());
}

void RasterReaderTest::refusesWhatHasNoPlace()
{
    Recipe recipe;
    recipe.transform = {};
    recipe.more = [](GDALDatasetH dataset) {
        GDAL_GCP points[4];
        GDALInitGCPs(4, points);
        const double places[4][4] = {{0, 0, 45, 42}, {8, 0, 49, 42.1}, {8, 4, 49, 40}, {0, 4, 45, 40.1}};
        for (int i = 0; i < 4; ++i) {
            points[i].dfGCPPixel = places[i][0];
            points[i].dfGCPLine = places[i][1];
            points[i].dfGCPX = places[i][2];
            points[i].dfGCPY = places[i][3];
        }
        GDALSetGCPs(dataset, 4, points, GDALGetProjectionRef(dataset));
        GDALDeinitGCPs(4, points);
    };
    QVERIFY(RasterReader::read(make("points.tif", recipe)).error().message.contains("control points"));
    recipe.more = [](GDALDatasetH) {};
    const auto bare = RasterReader::read(make("bare.tif", recipe));
    QVERIFY(bare.error().message.contains("no georeference"));
    QCOMPARE(bare.error().file, m_folder.path("bare.tif"));
}

void RasterReaderTest::refusesBadTransforms()
{
    Recipe recipe;
    recipe.driver = "PNG";
    recipe.transform = {};
    recipe.epsg = 0;
    const QString path = make("bad.png", recipe);
    for (const char *world : {"0\n0\n0\n0\n45\n42\n", "1\n2\n2\n4\n45\n42\n", "nan\n0\n0\n-1\n45\n42\n", "1e308\n0\n0\n-1e308\n45\n42\n", "x\n"}) {
        m_folder.put("bad.pgw", world);
        QVERIFY2(!RasterReader::read(path).ok(), world);
    }
}

void RasterReaderTest::refusesDamage()
{
    Recipe recipe;
    recipe.width = 300;
    recipe.height = 300;
    for (const char *name : {"damage.tif", "damage.png", "damage.jpg"}) {
        const QByteArray file = name;
        recipe.driver = file.endsWith("tif") ? "GTiff" : file.endsWith("png") ? "PNG" : "JPEG";
        make(name, recipe);
        m_folder.put("damage.pgw", "0.01\n0\n0\n-0.01\n45\n42\n");
        m_folder.put("damage.jgw", "0.01\n0\n0\n-0.01\n45\n42\n");
        const QByteArray whole = m_folder.bytes(name);
        for (int length = 0; length < int(whole.size()); length += std::max(1, int(whole.size()) / 60)) {
            const auto read = RasterReader::read(m_folder.put(name, whole.first(length)));
            QVERIFY(read.ok() || !read.error().message.isEmpty());
        }
    }
    QVERIFY(!RasterReader::read(m_folder.put("empty.tif", "")).ok());
    QVERIFY(!RasterReader::read(m_folder.put("text.tif", "no picture")).ok());
    QVERIFY(!RasterReader::read(m_folder.path("missing.tif")).ok());
    QVERIFY(!RasterReader::read(QFileInfo(m_folder.path("x")).path()).ok());
}

void RasterReaderTest::localListsOfPicturesOnly()
{
    make("part.tif", Recipe());
    const auto list = [&](const QByteArray &source, bool relative) {
        return m_folder.put("list.vrt", "<VRTDataset rasterXSize=\"8\" rasterYSize=\"4\"><SRS>EPSG:4326</SRS><GeoTransform>45,0.5,0,42,0,-0.5</GeoTransform>"
            "<VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource><SourceFilename relativeToVRT=\"" + QByteArray(relative ? "1" : "0") + "\">" + source
            + "</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>");
    };
    const auto sound = RasterReader::read(list("part.tif", true));
    CA_VERIFY_READ(sound);
    QCOMPARE(sound->grid.values[9], 11.0f);
    for (const char *source : {"/vsicurl/http://127.0.0.1:9/a.tif", "http://127.0.0.1:9/a.tif", "/vsistdin/", "/dev/zero", "/dev/stdin", "/",
                               "missing.tif", "WMS:http://127.0.0.1:9/", "&lt;GDAL_WMS&gt;&lt;/GDAL_WMS&gt;", "/vsizip//vsicurl/http://127.0.0.1:9/a.zip/a.tif"}) {
        const auto read = RasterReader::read(list(source, false));
        QVERIFY2(!read.ok() && read.error().message.contains("no file of this machine"), source);
    }
    QVERIFY(RasterReader::read(list("list.vrt", true)).error().message.contains("too deep"));
}

void RasterReaderTest::warpsIntoAProjection()
{
    Recipe recipe;
    recipe.bands = 3;
    recipe.width = 80;
    recipe.height = 40;
    recipe.transform = {45, 0.05, 0, 42, 0, -0.05};
    recipe.value = [](int band, int column, int) { return band == (column < 40 ? 0 : 1) ? 255.0 : 0.0; };
    const auto read = RasterReader::read(make("halves.tif", recipe));
    CA_VERIFY_READ(read);
    const QString conic = QStringLiteral("+proj=lcc +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84 +units=m");
    const auto image = RasterReader::warpTo(read->grid, conic, {-100'000, -200'000, 500'000, 200'000}, 1999);
    CA_VERIFY_READ(image);
    QCOMPARE(image->width, 301);
    QCOMPARE(image->height, 201);
    QCOMPARE(image->box.minX, -100'000.0);
    QCOMPARE(image->box.maxY, 200'000.0);
    QVERIFY(image->box.maxX >= 500'000 && image->box.minY <= -200'000);
    const auto at = [&](double x, double y) {
        const int column = int((x - image->box.minX) / 1999);
        const int row = int((image->box.maxY - y) / 1999);
        return image->pixels[std::size_t(row * image->width + column)];
    };
    QCOMPARE(at(-50'000, 0), 0u);          // west of 45° E
    QCOMPARE(at(100'000, 50'000), red);
    QCOMPARE(at(250'000, 50'000), green);  // east of 47° E
    QCOMPARE(at(100'000, 190'000), 0u);    // north of 42° N
}

void RasterReaderTest::warpedPlacesAreRight()
{
    Recipe recipe;
    recipe.type = GDT_Float32;
    recipe.width = 100;
    recipe.height = 100;
    recipe.epsg = 32638;
    recipe.transform = {450'000, 1000, 0, 4'500'000, 0, -1000};
    recipe.value = [](int, int column, int row) { return column + row * 1000.0; };
    const auto read = RasterReader::read(make("utm.tif", recipe));
    CA_VERIFY_READ(read);
    const auto same = RasterReader::warpTo(read->grid, "EPSG:32638", read->grid.bounds(), 1000);
    CA_VERIFY_READ(same);
    QCOMPARE(same->width, 100);
    for (const std::size_t i : {std::size_t(0), std::size_t(5050), std::size_t(9999)})
        QCOMPARE(same->pixels[i], read->grid.grey(read->grid.values[i]));
    // The point 45° E, 40.2° N is 500 km east and 4449.958 km north.
    const auto degrees = RasterReader::warpTo(read->grid, "EPSG:4326", {44.99, 40.19, 45.01, 40.21}, 0.001);
    CA_VERIFY_READ(degrees);
    QCOMPARE(degrees->pixels.size(), std::size_t(400));
    const std::uint32_t expected = read->grid.grey(49.54f * 1000 + 49.5f);
    QVERIFY(std::ranges::all_of(degrees->pixels, [&](std::uint32_t p) { return std::abs(int(p & 0xff) - int(expected & 0xff)) <= 4; }));
}

void RasterReaderTest::warpedHolesStayHoles()
{
    Recipe recipe;
    recipe.type = GDT_Float32;
    recipe.width = recipe.height = 60;
    recipe.transform = {45, 0.05, 0, 42, 0, -0.05};
    recipe.value = [](int, int column, int row) { return column > 20 && column < 40 && row > 20 && row < 40 ? -9999.0 : 100.0 + column; };
    recipe.more = [](GDALDatasetH dataset) { GDALSetRasterNoDataValue(GDALGetRasterBand(dataset, 1), -9999); };
    const auto read = RasterReader::read(make("hole.tif", recipe));
    CA_VERIFY_READ(read);
    QCOMPARE(read->grid.low, 100.0f);
    const Box box = read->grid.bounds();
    const auto image = RasterReader::warpTo(read->grid, "EPSG:4326", box, 0.01);
    CA_VERIFY_READ(image);
    const auto at = [&](double share) { return image->pixels[std::size_t(int(share * image->height) * image->width + int(share * image->width))]; };
    QCOMPARE(at(0.5), 0u);
    QVERIFY(at(0.1) >> 24 == 0xff && at(0.9) >> 24 == 0xff);
}

void RasterReaderTest::warpsOverThePole()
{
    Recipe recipe;
    recipe.width = 360;
    recipe.height = 180;
    recipe.bands = 3;
    recipe.transform = {-180, 1, 0, 90, 0, -1};
    recipe.value = [](int band, int, int row) { return band == (row < 90 ? 0 : 1) ? 255.0 : 0.0; };
    const auto read = RasterReader::read(make("world.tif", recipe));
    CA_VERIFY_READ(read);
    const auto image = RasterReader::warpTo(read->grid, "+proj=laea +lat_0=90 +lon_0=45 +datum=WGS84", {-3e6, -3e6, 3e6, 3e6}, 20'000);
    CA_VERIFY_READ(image);
    std::size_t missing = 0;
    for (const std::uint32_t pixel : image->pixels)
        missing += pixel != red ? 1 : 0;
    QVERIFY2(missing < image->pixels.size() / 100, qPrintable(QString::number(missing)));
}

void RasterReaderTest::refusesToWarp()
{
    const auto read = RasterReader::read(make("small.tif", Recipe()));
    CA_VERIFY_READ(read);
    const Box box = read->grid.bounds();
    QVERIFY(!RasterReader::warpTo(read->grid, "rubbish", box, 1).ok());
    QVERIFY(!RasterReader::warpTo(read->grid, "http://127.0.0.1:9/crs", box, 1).ok());
    QVERIFY(!RasterReader::warpTo(read->grid, "EPSG:4326", Box(), 1).ok());
    QVERIFY(!RasterReader::warpTo(read->grid, "EPSG:4326", box, 0).ok());
    QVERIFY(!RasterReader::warpTo(read->grid, "EPSG:4326", box, 1e-9).ok());
    QVERIFY(!RasterReader::warpTo(read->grid, "EPSG:4326", {0, 0, std::nan(""), 1}, 1).ok());
    // Elsewhere there is nothing to see, which is no error.
    const auto elsewhere = RasterReader::warpTo(read->grid, "EPSG:3857", {-1e7, -1e6, -9e6, 0}, 10'000);
    CA_VERIFY_READ(elsewhere);
    QVERIFY(std::ranges::all_of(elsewhere->pixels, [](std::uint32_t p) { return p == 0; }));
}

void RasterReaderTest::cancels()
{
    Recipe recipe;
    recipe.width = recipe.height = 1000;
    const QString path = make("cancel.tif", recipe);
    const CancelToken cancel;
    const auto read = RasterReader::read(path);
    CA_VERIFY_READ(read);
    cancel.cancel();
    QCOMPARE(RasterReader::read(path, {}, cancel).error().message, QStringLiteral("cancelled"));
    QCOMPARE(RasterReader::warpTo(read->grid, "EPSG:3857", {5e6, -6e7, 6e6, 5e6}, 20'000, cancel).error().message, QStringLiteral("cancelled"));
}

void RasterReaderTest::twoAtOnce()
{
    const QString one = make("one.tif", Recipe());
    const QString two = make("two.tif", Recipe());
    const auto work = [](const QString &path) {
        bool all = true;
        for (int i = 0; i < 20; ++i) {
            const auto read = RasterReader::read(path);
            all = all && read && RasterReader::warpTo(read->grid, "EPSG:3857", {5e6, 4.8e6, 5.2e6, 5e6}, 2000).ok();
        }
        return all;
    };
    auto other = std::async(std::launch::async, work, one);
    QVERIFY(work(two));
    QVERIFY(other.get());
}

void RasterReaderTest::inspectSaysThatItIsAPicture()
{
    const auto info = LayerFile::inspect(make("picture.tif", Recipe()));
    CA_VERIFY_READ(info);
    QVERIFY(info->raster && info->layers.empty());
    QCOMPARE(info->driver, QStringLiteral("GTiff"));
}

QTEST_GUILESS_MAIN(RasterReaderTest)
#include "RasterReaderTest.moc"
