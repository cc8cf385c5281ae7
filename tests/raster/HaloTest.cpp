// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/Halo.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace ca::raster;

namespace {

Coverage scattered(int width, int height, unsigned seed)
{
    std::mt19937 random(seed);
    Coverage shape{width, height, std::vector<std::uint8_t>(std::size_t(width) * std::size_t(height))};
    for (std::uint8_t &value : shape.values)
        value = random() % 12 == 0 ? std::uint8_t(random()) : std::uint8_t(0);
    return shape;
}

/// By definition: each pixel the most of what its neighbours give, all of it within the radius, half a pixel beyond it nothing.
std::uint8_t reaching(const Coverage &shape, double radius, int x, int y)
{
    unsigned most = shape.values[std::size_t(y * shape.width + x)];
    for (int fromY = 0; fromY < shape.height; ++fromY) {
        for (int fromX = 0; fromX < shape.width; ++fromX) {
            const double share = std::clamp(radius + 0.5 - std::hypot(x - fromX, y - fromY), 0.0, 1.0);
            most = std::max(most, (shape.values[std::size_t(fromY * shape.width + fromX)] * unsigned(std::lround(share * 256))) >> 8);
        }
    }
    return std::uint8_t(most);
}

} // namespace

class HaloTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheDefinitionSays_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("radius");
        QTest::newRow("no halo") << 20 << 10 << 0.0;
        QTest::newRow("less than a pixel") << 20 << 10 << 0.6;
        QTest::newRow("a window") << 37 << 23 << 1.5;
        QTest::newRow("paper") << 41 << 29 << 4.6875;
        QTest::newRow("a whole number") << 33 << 40 << 8.0;
        QTest::newRow("wider than the shape") << 7 << 5 << 11.3;
        QTest::newRow("one column") << 1 << 30 << 3.0;
        QTest::newRow("one row") << 30 << 1 << 3.0;
        QTest::newRow("nothing") << 0 << 0 << 3.0;
    }

    void isWhatTheDefinitionSays()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(double, radius);
        const Coverage shape = scattered(width, height, unsigned(width * 100 + height));
        const Coverage halo = grown(shape, radius);
        QCOMPARE(halo.values.size(), shape.values.size());
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x)
                QCOMPARE(halo.values[std::size_t(y * width + x)], reaching(shape, radius, x, y));
        }
    }
};

QTEST_APPLESS_MAIN(HaloTest)
#include "HaloTest.moc"
