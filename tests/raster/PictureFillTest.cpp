// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/PictureFill.h"

#include <QTest>

#include <random>
#include <vector>

using namespace ca::raster;

namespace {

struct Picture {
    int width, height;
    std::vector<Pixel> pixels;
    Picture(int w, int h, Pixel fill = 0) : width(w), height(h), pixels(std::size_t(w * h), fill) {}
    Pixels view() { return {pixels.data(), width, height, width}; }
    [[nodiscard]] Pixel at(int x, int y) const { return pixels[std::size_t(y * width + x)]; }
};

Picture noise(int width, int height)
{
    Picture picture(width, height);
    std::mt19937 random(3);
    for (Pixel &pixel : picture.pixels)
        pixel = 0xff000000u | (Pixel(random()) & 0xffffffu);
    return picture;
}

} // namespace

class PictureFillTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneToOneIsACopy();
    void oneColourStaysItWhateverTheStretch();
    void betweenTwoPixelsIsBetweenTheirColours();
    void onlyItsPlaceIsTouched();
    void opacityAndTransparency();
    void partlyOutside();
    void nothingToDraw();
};

void PictureFillTest::oneToOneIsACopy()
{
    Picture source = noise(17, 9), target(40, 30, 0xffffffffu);
    QVERIFY(drawPicture(target.view(), source.view(), {5, 6, 22, 15}, 255));
    for (int y = 0; y < 9; ++y) {
        for (int x = 0; x < 17; ++x)
            QCOMPARE(target.at(5 + x, 6 + y), source.at(x, y));
    }
}

void PictureFillTest::oneColourStaysItWhateverTheStretch()
{
    Picture source(7, 5, 0xff3366ccu);
    for (const double stretch : {0.3, 1.7, 12.9}) {
        Picture target(100, 80, 0);
        QVERIFY(drawPicture(target.view(), source.view(), {1.3, 2.6, 1.3 + 7 * stretch, 2.6 + 5 * stretch}, 255));
        for (const Pixel pixel : target.pixels)
            QVERIFY(pixel == 0 || pixel == 0xff3366ccu);
    }
}

void PictureFillTest::betweenTwoPixelsIsBetweenTheirColours()
{
    Picture source(2, 1), target(20, 1);
    source.pixels = {0xff000000u, 0xfffefefeu};
    QVERIFY(drawPicture(target.view(), source.view(), {0, 0, 20, 1}, 255));
    for (int x = 1; x < 20; ++x)
        QVERIFY((target.at(x, 0) & 0xff) >= (target.at(x - 1, 0) & 0xff));
    QCOMPARE(target.at(0, 0), 0xff000000u);
    QVERIFY(std::abs(int(target.at(10, 0) & 0xff) - 139) < 3);
}

void PictureFillTest::onlyItsPlaceIsTouched()
{
    Picture source(4, 4, 0xffff0000u), target(30, 30, 0xff00ff00u);
    QVERIFY(drawPicture(target.view(), source.view(), {10.2, 10.2, 19.8, 19.8}, 255));
    for (int y = 0; y < 30; ++y) {
        for (int x = 0; x < 30; ++x) {
            const bool inside = x + 0.5 >= 10.2 && x + 0.5 < 19.8 && y + 0.5 >= 10.2 && y + 0.5 < 19.8;
            QCOMPARE(target.at(x, y), inside ? 0xffff0000u : 0xff00ff00u);
        }
    }
}

void PictureFillTest::opacityAndTransparency()
{
    Picture red(3, 3, 0xffff0000u), clear(3, 3, 0), target(3, 3, 0xffffffffu);
    QVERIFY(drawPicture(target.view(), clear.view(), {0, 0, 3, 3}, 255));
    QCOMPARE(target.at(1, 1), 0xffffffffu);
    QVERIFY(drawPicture(target.view(), red.view(), {0, 0, 3, 3}, 128));
    QVERIFY(std::abs(int(target.at(1, 1) >> 8 & 0xff) - 127) <= 1);
    QCOMPARE(target.at(1, 1) >> 16 & 0xff, 255u);
    QVERIFY(drawPicture(target.view(), red.view(), {0, 0, 3, 3}, 0));
    QVERIFY(std::abs(int(target.at(1, 1) >> 8 & 0xff) - 127) <= 1);
}

void PictureFillTest::partlyOutside()
{
    Picture source = noise(50, 50), whole(50, 50, 0), part(20, 20, 0);
    QVERIFY(drawPicture(whole.view(), source.view(), {0, 0, 50, 50}, 255));
    QVERIFY(drawPicture(part.view(), source.view(), {-17, -22, 33, 28}, 255));
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 20; ++x)
            QCOMPARE(part.at(x, y), whole.at(x + 17, y + 22));
    }
}

void PictureFillTest::nothingToDraw()
{
    Picture source = noise(5, 5), target(10, 10, 7);
    QVERIFY(!drawPicture(target.view(), source.view(), {20, 0, 30, 10}, 255));
    QVERIFY(!drawPicture(target.view(), source.view(), {-1e9, 0, -1e8, 10}, 255));
    QVERIFY(!drawPicture(target.view(), source.view(), {5, 5, 5, 5}, 255));
    QVERIFY(!drawPicture(target.view(), Picture(0, 0).view(), {0, 0, 10, 10}, 255));
    QCOMPARE(std::count(target.pixels.begin(), target.pixels.end(), 7u), 100);
}

QTEST_APPLESS_MAIN(PictureFillTest)
#include "PictureFillTest.moc"
