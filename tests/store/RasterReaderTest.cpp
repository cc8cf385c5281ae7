// SPDX-License-Identifier: GPL-3.0-or-later
#include "RasterFolder.h"
#include "store/RasterReader.h"

#include <cpl_string.h>

#include <cmath>
#include <future>

using namespace ca;
using namespace ca::test;

namespace {

constexpr std::uint32_t red = 0xffff0000u;
constexpr std::uint32_t green = 0xff00ff00u;

} // namespace

class RasterReaderTest : public QObject {
    Q_OBJECT

    RasterFolder m_folder;

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
    void cancels();
    void twoAtOnce();
    void inspectSaysThatItIsAPicture();
};

void RasterReaderTest::valuesKeepTheirRangeAndHoles()
{
    Recipe recipe;
    recipe.type = GDT_Int16;
    recipe.more = [](GDALDatasetH dataset) { GDALSetRasterNoDataValue(GDALGetRasterBand(dataset, 1), 12); };
    const auto read = RasterReader::read(m_folder.make("values.tif", recipe));
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
    const auto read = RasterReader::read(m_folder.make("colours.tif", recipe));
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
    const auto holes = RasterReader::read(m_folder.make("holes.tif", recipe));
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
    const auto read = RasterReader::read(m_folder.make("palette.png", [&] { Recipe r = recipe; r.driver = "PNG"; return r; }()));
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
    const auto read = RasterReader::read(m_folder.make("deep.tif", recipe));
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
    const auto read = RasterReader::read(m_folder.make("scaled.tif", recipe));
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
    const QString path = m_folder.make(qPrintable(picture), recipe);
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
    const QString path = m_folder.make("large.tif", recipe);
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
    const auto read = RasterReader::read(m_folder.make("turned.tif", recipe));
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
    QVERIFY(RasterReader::read(m_folder.make("none.tif", recipe))->report.crsAssumed);
    recipe.transform = {500000, 30, 0, 4427757, 0, -30};
    QVERIFY(!RasterReader::read(m_folder.make("metres.tif", recipe)).ok());
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
    QVERIFY(RasterReader::read(m_folder.make("points.tif", recipe)).error().message.contains("control points"));
    recipe.more = [](GDALDatasetH) {};
    const auto bare = RasterReader::read(m_folder.make("bare.tif", recipe));
    QVERIFY(bare.error().message.contains("no georeference"));
    QCOMPARE(bare.error().file, m_folder.path("bare.tif"));
}

void RasterReaderTest::refusesBadTransforms()
{
    Recipe recipe;
    recipe.driver = "PNG";
    recipe.transform = {};
    recipe.epsg = 0;
    const QString path = m_folder.make("bad.png", recipe);
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
        m_folder.make(name, recipe);
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
    m_folder.make("part.tif", Recipe());
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

void RasterReaderTest::cancels()
{
    Recipe recipe;
    recipe.width = recipe.height = 1000;
    const QString path = m_folder.make("cancel.tif", recipe);
    const CancelToken cancel;
    const auto read = RasterReader::read(path);
    CA_VERIFY_READ(read);
    cancel.cancel();
    QCOMPARE(RasterReader::read(path, {}, cancel).error().message, QStringLiteral("cancelled"));
    QCOMPARE(RasterReader::warpTo(read->grid, "EPSG:3857", {5e6, -6e7, 6e6, 5e6}, 20'000, cancel).error().message, QStringLiteral("cancelled"));
}

void RasterReaderTest::twoAtOnce()
{
    const QString one = m_folder.make("one.tif", Recipe());
    const QString two = m_folder.make("two.tif", Recipe());
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
    const auto info = LayerFile::inspect(m_folder.make("picture.tif", Recipe()));
    CA_VERIFY_READ(info);
    QVERIFY(info->raster && info->layers.empty());
    QCOMPARE(info->driver, QStringLiteral("GTiff"));
}

QTEST_GUILESS_MAIN(RasterReaderTest)
#include "RasterReaderTest.moc"
