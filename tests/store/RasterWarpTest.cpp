// SPDX-License-Identifier: GPL-3.0-or-later
#include "RasterFolder.h"
#include "store/RasterReader.h"

#include <cmath>

using namespace ca;
using namespace ca::test;

namespace {

constexpr std::uint32_t red = 0xffff0000u;
constexpr std::uint32_t green = 0xff00ff00u;

} // namespace

/// Pictures and values brought into another projection.
class RasterWarpTest : public QObject {
    Q_OBJECT

    RasterFolder m_folder;

private Q_SLOTS:
    void warpsIntoAProjection();
    void warpedPlacesAreRight();
    void warpedHolesStayHoles();
    void warpsOverThePole();
    void refusesToWarp();
};

void RasterWarpTest::warpsIntoAProjection()
{
    Recipe recipe;
    recipe.bands = 3;
    recipe.width = 80;
    recipe.height = 40;
    recipe.transform = {45, 0.05, 0, 42, 0, -0.05};
    recipe.value = [](int band, int column, int) { return band == (column < 40 ? 0 : 1) ? 255.0 : 0.0; };
    const auto read = RasterReader::read(m_folder.make("halves.tif", recipe));
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

void RasterWarpTest::warpedPlacesAreRight()
{
    Recipe recipe;
    recipe.type = GDT_Float32;
    recipe.width = 100;
    recipe.height = 100;
    recipe.epsg = 32638;
    recipe.transform = {450'000, 1000, 0, 4'500'000, 0, -1000};
    recipe.value = [](int, int column, int row) { return column + row * 1000.0; };
    const auto read = RasterReader::read(m_folder.make("utm.tif", recipe));
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

void RasterWarpTest::warpedHolesStayHoles()
{
    Recipe recipe;
    recipe.type = GDT_Float32;
    recipe.width = recipe.height = 60;
    recipe.transform = {45, 0.05, 0, 42, 0, -0.05};
    recipe.value = [](int, int column, int row) { return column > 20 && column < 40 && row > 20 && row < 40 ? -9999.0 : 100.0 + column; };
    recipe.more = [](GDALDatasetH dataset) { GDALSetRasterNoDataValue(GDALGetRasterBand(dataset, 1), -9999); };
    const auto read = RasterReader::read(m_folder.make("hole.tif", recipe));
    CA_VERIFY_READ(read);
    QCOMPARE(read->grid.low, 100.0f);
    const Box box = read->grid.bounds();
    const auto image = RasterReader::warpTo(read->grid, "EPSG:4326", box, 0.01);
    CA_VERIFY_READ(image);
    const auto at = [&](double share) { return image->pixels[std::size_t(int(share * image->height) * image->width + int(share * image->width))]; };
    QCOMPARE(at(0.5), 0u);
    QVERIFY(at(0.1) >> 24 == 0xff && at(0.9) >> 24 == 0xff);
}

void RasterWarpTest::warpsOverThePole()
{
    Recipe recipe;
    recipe.width = 360;
    recipe.height = 180;
    recipe.bands = 3;
    recipe.transform = {-180, 1, 0, 90, 0, -1};
    recipe.value = [](int band, int, int row) { return band == (row < 90 ? 0 : 1) ? 255.0 : 0.0; };
    const auto read = RasterReader::read(m_folder.make("world.tif", recipe));
    CA_VERIFY_READ(read);
    const auto image = RasterReader::warpTo(read->grid, "+proj=laea +lat_0=90 +lon_0=45 +datum=WGS84", {-3e6, -3e6, 3e6, 3e6}, 20'000);
    CA_VERIFY_READ(image);
    std::size_t missing = 0;
    for (const std::uint32_t pixel : image->pixels)
        missing += pixel != red ? 1 : 0;
    QVERIFY2(missing < image->pixels.size() / 100, qPrintable(QString::number(missing)));
}

void RasterWarpTest::refusesToWarp()
{
    const auto read = RasterReader::read(m_folder.make("small.tif", Recipe()));
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

QTEST_GUILESS_MAIN(RasterWarpTest)
#include "RasterWarpTest.moc"
