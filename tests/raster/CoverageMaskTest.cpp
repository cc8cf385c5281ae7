// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/CoverageMask.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <random>

using namespace ca::raster;

namespace {

using Line = std::vector<Point>;

double sum(const CoverageMask &mask)
{
    double total = 0;
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x)
            total += mask.at(x, y) / 255.0;
    }
    return total;
}

Line randomLine(std::mt19937 &random, int vertices, float extent)
{
    std::uniform_real_distribution<float> place(0, extent), step(-extent / 12, extent / 12);
    Line line{{place(random), place(random)}};
    while (int(line.size()) < vertices)
        line.push_back({line.back().x + step(random), line.back().y + step(random)});
    return line;
}

std::vector<std::uint8_t> bytes(const CoverageMask &mask)
{
    std::vector<std::uint8_t> all;
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x)
            all.push_back(mask.at(x, y));
    }
    return all;
}

} // namespace

class CoverageMaskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void coverageIsTheLinesArea_data();
    void coverageIsTheLinesArea();
    void paintsWhatAPainterPaints_data();
    void paintsWhatAPainterPaints();
    void jointsAreNoDarkerThanTheLine();
    void oneLineInPiecesIsTheSameWhole();
    void crossingLinesAddUpAsPainted();
    void shapesBeyondTheEdgesDoNoHarm_data();
    void shapesBeyondTheEdgesDoNoHarm();
    void passingOverFullPixelsChangesLittle();
    void discHasItsArea();
    void composeEmptiesTheMask();
    void resetForgets();
    void translucentColour();
};

void CoverageMaskTest::coverageIsTheLinesArea_data()
{
    QTest::addColumn<float>("width");
    QTest::addColumn<float>("angle");
    for (const float width : {0.4f, 1.f, 2.f, 3.3f, 9.f}) {
        for (const float angle : {0.f, 0.3f, 0.785f, 1.2f, 1.5708f, 2.5f})
            QTest::addRow("%.1f px at %.2f", double(width), double(angle)) << width << angle;
    }
}

void CoverageMaskTest::coverageIsTheLinesArea()
{
    QFETCH(float, width);
    QFETCH(float, angle);
    const float length = 40;
    CoverageMask mask;
    mask.reset(100, 100);
    const float dx = std::cos(angle) * length / 2, dy = std::sin(angle) * length / 2;
    mask.addLine(Line{{50.3f - dx, 49.6f - dy}, {50.3f + dx, 49.6f + dy}}, width);
    const double area = double(width) * double(length);
    QVERIFY2(std::abs(sum(mask) - area) < 0.02 * area + 0.5, qPrintable(QString::number(sum(mask) / area)));
}

void CoverageMaskTest::paintsWhatAPainterPaints_data()
{
    QTest::addColumn<int>("vertices");
    QTest::addColumn<double>("width");
    for (const int vertices : {2, 3, 12}) {
        for (const double width : {1.0, 2.0, 4.5})
            QTest::addRow("%d vertices, %.1f px", vertices, width) << vertices << width;
    }
}

void CoverageMaskTest::paintsWhatAPainterPaints()
{
    QFETCH(int, vertices);
    QFETCH(double, width);
    constexpr int side = 200;
    std::mt19937 random(unsigned(vertices) * 31 + unsigned(width * 10));
    QImage ours(side, side, QImage::Format_ARGB32_Premultiplied), theirs = ours;
    ours.fill(Qt::white);
    theirs.fill(Qt::white);
    QPainter painter(&theirs);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    CoverageMask mask;
    mask.reset(side, side);
    for (int i = 0; i < 20; ++i) {
        const Line line = randomLine(random, vertices, side);
        mask.addLine(line, float(width));
        QPolygonF polygon;
        for (const Point p : line)
            polygon << QPointF(double(p.x), double(p.y));
        painter.drawPolyline(polygon);
    }
    painter.end();
    mask.compose({reinterpret_cast<Pixel *>(ours.bits()), side, side, side}, 0xff000000);
    int different = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            different += std::abs(qRed(ours.pixel(x, y)) - qRed(theirs.pixel(x, y))) > 48;
    }
    QVERIFY2(different < side * side / 100, qPrintable(QStringLiteral("%1 pixels differ").arg(different)));
}

void CoverageMaskTest::jointsAreNoDarkerThanTheLine()
{
    // Half transparent edges of two pieces overlap around their joint; the line must look as if it were one.
    CoverageMask whole, jointed;
    whole.reset(60, 20);
    jointed.reset(60, 20);
    whole.addLine(Line{{5, 10.3f}, {55, 10.3f}}, 2);
    Line many;
    for (float x = 5; x <= 55; x += 2.5f)
        many.push_back({x, 10.3f});
    jointed.addLine(many, 2);
    const auto a = bytes(whole), b = bytes(jointed);
    for (std::size_t i = 0; i < a.size(); ++i)
        QVERIFY(std::abs(int(a[i]) - int(b[i])) <= 2);
}

void CoverageMaskTest::oneLineInPiecesIsTheSameWhole()
{
    // Small and large shapes go different ways; a line just below and above the limit must look alike.
    for (const float reach : {11.f, 12.f, 12.9f, 13.1f, 14.f, 30.f}) {
        CoverageMask line, twice;
        line.reset(64, 64);
        twice.reset(64, 64);
        line.addLine(Line{{10, 10}, {10 + reach, 10 + reach / 3}}, 2);
        twice.addLine(Line{{10, 10}, {10 + reach / 2, 10 + reach / 6}, {10 + reach, 10 + reach / 3}}, 2);
        const auto a = bytes(line), b = bytes(twice);
        for (std::size_t i = 0; i < a.size(); ++i)
            QVERIFY2(std::abs(int(a[i]) - int(b[i])) <= 3, qPrintable(QString::number(double(reach))));
    }
}

void CoverageMaskTest::crossingLinesAddUpAsPainted()
{
    CoverageMask mask;
    mask.reset(20, 20);
    mask.addLine(Line{{0, 10.5f}, {20, 10.5f}}, 0.5f);
    mask.addLine(Line{{10.5f, 0}, {10.5f, 20}}, 0.5f);
    QCOMPARE(int(mask.at(3, 10)), 128);
    QVERIFY(std::abs(int(mask.at(10, 10)) - 191) <= 1);  // 1 − ½·½
}

void CoverageMaskTest::shapesBeyondTheEdgesDoNoHarm_data()
{
    QTest::addColumn<float>("x");
    QTest::addColumn<float>("y");
    for (const float x : {-9000.f, -3.f, 15.9f, 31.9f, 40.f, 9000.f}) {
        for (const float y : {-9000.f, -1.f, 16.5f, 40.f, 9000.f})
            QTest::addRow("%.0f, %.0f", double(x), double(y)) << x << y;
    }
}

void CoverageMaskTest::shapesBeyondTheEdgesDoNoHarm()
{
    QFETCH(float, x);
    QFETCH(float, y);
    CoverageMask mask;
    mask.reset(31, 33);
    mask.addLine(Line{{15.5f, 15.5f}, {x, y}}, 3, true);
    mask.addLine(Line{{x, y}, {x + 1, y}, {x, y + 40}}, 2);
    mask.addDisc({x, y}, 5);
    std::vector<Pixel> pixels(31 * 33 + 1, 0xffffffff);
    mask.compose({pixels.data(), 31, 33, 31}, 0xff000000);
    QCOMPARE(pixels.back(), 0xffffffffu);
    QVERIFY(pixels[15 * 31 + 15] != 0xffffffffu);
    QCOMPARE(sum(mask), 0.0);
}

void CoverageMaskTest::passingOverFullPixelsChangesLittle()
{
    // A crowd of lines, drawn one by one into masks of their own (nothing can be passed over) and together.
    constexpr int side = 120;
    std::mt19937 random(77);
    CoverageMask together, alone;
    together.reset(side, side);
    std::vector<double> left(side * side, 1);
    for (int i = 0; i < 3000; ++i) {
        const Line line = randomLine(random, 2 + i % 3, side);
        together.addLine(line, 2);
        alone.reset(side, side);
        alone.addLine(line, 2);
        for (int p = 0; p < side * side; ++p)
            left[std::size_t(p)] *= 1 - alone.at(p % side, p / side) / 255.0;
    }
    int full = 0;
    for (int p = 0; p < side * side; ++p) {
        const double expected = 255 * (1 - left[std::size_t(p)]);
        full += expected > 250;
        QVERIFY(std::abs(together.at(p % side, p / side) - expected) <= 18);
    }
    QVERIFY(full > side * side / 2);  // else the test shows nothing
}

void CoverageMaskTest::discHasItsArea()
{
    for (const float radius : {0.8f, 3.f, 7.5f, 20.f}) {
        CoverageMask mask;
        mask.reset(64, 64);
        mask.addDisc({31.7f, 30.2f}, radius);
        const double area = M_PI * double(radius) * double(radius);
        QVERIFY2(std::abs(sum(mask) - area) < 0.04 * area + 0.3, qPrintable(QString::number(sum(mask) / area)));
    }
}

void CoverageMaskTest::composeEmptiesTheMask()
{
    CoverageMask mask;
    mask.reset(40, 40);
    std::vector<Pixel> pixels(40 * 40, 0xffffffff);
    const Pixels view{pixels.data(), 40, 40, 40};
    mask.addLine(Line{{-5, 20}, {45, 20}}, 6);
    mask.compose(view, 0xff112233);
    QCOMPARE(pixels[20 * 40 + 20], 0xff112233u);
    QCOMPARE(sum(mask), 0.0);
    std::fill(pixels.begin(), pixels.end(), 0xffffffff);
    mask.compose(view, 0xff112233);
    QVERIFY(std::all_of(pixels.begin(), pixels.end(), [](Pixel p) { return p == 0xffffffff; }));
    // What was full is not taken to be full any more.
    mask.addDisc({20, 20}, 3);
    QVERIFY(sum(mask) > 20);
}

void CoverageMaskTest::resetForgets()
{
    CoverageMask mask;
    mask.reset(40, 40);
    mask.addDisc({20, 20}, 18);
    mask.reset(40, 40);
    QCOMPARE(sum(mask), 0.0);
    QVERIFY(!mask.fullWithin({15, 15}, {25, 25}));
    mask.addDisc({20, 20}, 18);
    QVERIFY(mask.fullWithin({17, 17}, {22, 22}));
    QVERIFY(!mask.fullWithin({1, 1}, {22, 22}));
    mask.reset(70, 20);
    QCOMPARE(sum(mask), 0.0);
}

void CoverageMaskTest::translucentColour()
{
    CoverageMask mask;
    mask.reset(8, 8);
    mask.addDisc({4, 4}, 20);
    std::vector<Pixel> pixels(64, 0xff000000);
    mask.compose({pixels.data(), 8, 8, 8}, 0x80800000);
    QCOMPARE(pixels[0], 0xff800000u);
}

QTEST_APPLESS_MAIN(CoverageMaskTest)
#include "CoverageMaskTest.moc"
