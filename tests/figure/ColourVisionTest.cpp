// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/ColourVision.h"

#include "figure/ColourDifference.h"

#include <QTest>

using namespace ca;

class ColourVisionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void differenceIsThePublishedOne();
    void labOfKnownColours();
    void greysStayGrey();
    void redAndGreenMeet();
    void pictureAndColourAgree();
    void alphaIsKept();
    void idsReadBack();
};

/// Pairs of the test data of Sharma, Wu and Dalal (2005), among them those that wrong hue arithmetic gets wrong.
void ColourVisionTest::differenceIsThePublishedOne()
{
    struct Pair {
        Lab one, other;
        double difference;
    };
    const Pair pairs[] = {{{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},   {{50, 0, 0}, {50, -1, 2}, 2.3669},
                          {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},                 {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
                          {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
                          {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082}};
    for (const Pair &pair : pairs) {
        QVERIFY2(std::abs(colourDifference(pair.one, pair.other) - pair.difference) < 5e-5, qPrintable(QString::number(colourDifference(pair.one, pair.other))));
        QCOMPARE(colourDifference(pair.other, pair.one), colourDifference(pair.one, pair.other));
    }
    QCOMPARE(colourDifference({40, 10, 10}, {40, 10, 10}), 0.0);
}

void ColourVisionTest::labOfKnownColours()
{
    const Lab white = Lab::of(Qt::white), red = Lab::of(QColor(255, 0, 0));
    QVERIFY(std::abs(white.lightness - 100) < 0.01 && std::abs(white.a) < 0.05 && std::abs(white.b) < 0.05);
    QVERIFY(std::abs(red.lightness - 53.24) < 0.05 && std::abs(red.a - 80.09) < 0.1 && std::abs(red.b - 67.2) < 0.1);
}

/// The rows of each matrix sum to one: a digit wrong anywhere would tint grey.
void ColourVisionTest::greysStayGrey()
{
    for (const ColourVision vision : allColourVisions) {
        for (int value = 0; value < 256; ++value) {
            const QColor grey(value, value, value);
            QImage image(1, 1, QImage::Format_RGB32);
            image.fill(grey);
            QCOMPARE(simulated(grey, vision).rgb(), grey.rgb());
            QCOMPARE(simulated(image, vision).pixelColor(0, 0).rgb(), grey.rgb());
        }
    }
}

void ColourVisionTest::redAndGreenMeet()
{
    const auto apart = [](QColor one, QColor other, ColourVision vision) { return colourDifference(Lab::of(simulated(one, vision)), Lab::of(simulated(other, vision))); };
    const QColor red(0xa0, 0x50, 0x20), green(0x60, 0x70, 0x20), blue(0x30, 0x60, 0xc0);
    QVERIFY(apart(red, green, ColourVision::Everyone) > 25);
    QVERIFY(apart(red, green, ColourVision::Deuteranopia) < 10);
    QVERIFY(apart(red, blue, ColourVision::Deuteranopia) > 25);
    QVERIFY(apart(red, green, ColourVision::Tritanopia) > 20);
    QVERIFY(apart(QColor(0, 0x80, 0x80), QColor(0, 0x80, 0xb0), ColourVision::Tritanopia) < apart(QColor(0, 0x80, 0x80), QColor(0, 0x80, 0xb0), ColourVision::Everyone));
    QCOMPARE(simulated(QColor(255, 0, 0), ColourVision::GreyPrint).red(), 127);  // 0.2126 of the light
}

void ColourVisionTest::pictureAndColourAgree()
{
    QImage image(17, 16, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y, QColor(x * 15, y * 17, (x * y * 7) % 256));
    }
    for (const ColourVision vision : allColourVisions) {
        const QImage seen = simulated(image, vision);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor expected = simulated(image.pixelColor(x, y), vision), actual = seen.pixelColor(x, y);
                const int off = std::max({std::abs(expected.red() - actual.red()), std::abs(expected.green() - actual.green()), std::abs(expected.blue() - actual.blue())});
                QVERIFY2(off <= 1, qPrintable(QStringLiteral("%1: %2 is not %3").arg(colourVisionId(vision), actual.name(), expected.name())));
            }
        }
    }
}

void ColourVisionTest::alphaIsKept()
{
    QImage image(2, 1, QImage::Format_ARGB32);
    image.setPixelColor(0, 0, QColor(200, 40, 40, 128));
    image.setPixelColor(1, 0, QColor(0, 0, 0, 0));
    const QImage seen = simulated(image, ColourVision::Protanopia);
    QCOMPARE(seen.pixelColor(0, 0).alpha(), 128);
    QCOMPARE(seen.pixelColor(1, 0).alpha(), 0);
    const QColor expected = simulated(QColor(200, 40, 40), ColourVision::Protanopia);
    QVERIFY(std::abs(seen.pixelColor(0, 0).red() - expected.red()) <= 2);
    QVERIFY(simulated(QImage(), ColourVision::Protanopia).isNull());
}

void ColourVisionTest::idsReadBack()
{
    for (const ColourVision vision : allColourVisions)
        QCOMPARE(colourVisionFromId(colourVisionId(vision)), std::optional(vision));
    QVERIFY(!colourVisionFromId(QStringLiteral("cat")));
}

QTEST_MAIN(ColourVisionTest)
#include "ColourVisionTest.moc"
