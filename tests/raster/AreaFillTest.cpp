// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/AreaFill.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTest>

#include <random>

using namespace ca::raster;

namespace {

constexpr int side = 120;

void addRing(AreaFill &fill, const QPolygonF &ring)
{
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i], b = ring[(i + 1) % ring.size()];
        fill.addEdge(a.x(), a.y(), b.x(), b.y());
    }
}

QImage filled(const std::vector<QPolygonF> &rings, Pixel colour = 0xff000000)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    AreaFill fill;
    fill.reset(side, side);
    for (const QPolygonF &ring : rings)
        addRing(fill, ring);
    fill.paint({reinterpret_cast<Pixel *>(image.bits()), side, side, side}, colour);
    return image;
}

QImage painted(const std::vector<QPolygonF> &rings)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const QPolygonF &ring : rings) {
        path.addPolygon(ring);
        path.closeSubpath();
    }
    QPainter(&image).fillPath(path, Qt::black);
    return image;
}

int differences(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    }
    return count;
}

} // namespace

class AreaFillTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fillsWhatAPainterFills();
    void holesStayOpen();
    void overlappingAreasArePaintedOnce();
    void neighboursLeaveNeitherGapNorOverlap();
    void ringsReachingFarOutside();
    void edgesToTheRightMayBeLeftOut();
    void emptyAndDegenerate();
    void paintsAgainAfterReset();
};

void AreaFillTest::fillsWhatAPainterFills()
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> place(-30, side + 30);
    for (int round = 0; round < 40; ++round) {
        QPolygonF ring;
        for (int i = 0; i < 3 + round % 20; ++i)
            ring << QPointF(place(random), place(random));
        // Qt's rasteriser works in 64ths of a pixel: pixels whose centre lies on an edge may differ.
        QVERIFY(differences(filled({ring}), painted({ring})) < 60);
    }
}

void AreaFillTest::holesStayOpen()
{
    const QPolygonF outer(QRectF(10, 10, 80, 80)), hole{{30, 30}, {30, 50}, {50, 50}, {50, 30}};
    const QImage image = filled({outer, hole});
    QCOMPARE(image.pixel(20, 20), qRgb(0, 0, 0));
    QCOMPARE(image.pixel(40, 40), qRgb(255, 255, 255));
    QCOMPARE(image.pixel(60, 40), qRgb(0, 0, 0));
}

void AreaFillTest::overlappingAreasArePaintedOnce()
{
    const QImage image = filled({QPolygonF(QRectF(10, 10, 60, 60)), QPolygonF(QRectF(40, 40, 60, 60))}, 0x80000000);
    QCOMPARE(image.pixel(50, 50), image.pixel(20, 20));
    QCOMPARE(image.pixel(90, 90), image.pixel(20, 20));
}

void AreaFillTest::neighboursLeaveNeitherGapNorOverlap()
{
    // Two polygons share a ragged edge; filled one after the other half transparently, every pixel is touched once.
    std::mt19937 random(6);
    std::uniform_real_distribution<double> jitter(-7, 7);
    QPolygonF left{{5, 5}}, right{{115, 5}};
    for (double y = 5; y <= 115; y += 4.3) {
        const QPointF p(60 + jitter(random), y);
        left << p;
        right << p;
    }
    left << QPointF(5, left.back().y());
    right << QPointF(115, right.back().y());
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    AreaFill fill;
    for (const QPolygonF &ring : {left, right}) {
        fill.reset(side, side);
        addRing(fill, ring);
        fill.paint({reinterpret_cast<Pixel *>(image.bits()), side, side, side}, 0x80000000);
    }
    const QRgb once = image.pixel(20, 60);
    for (int y = 6; y < 112; ++y) {
        for (int x = 6; x < 114; ++x)
            QCOMPARE(image.pixel(x, y), once);
    }
}

void AreaFillTest::ringsReachingFarOutside()
{
    const QPolygonF half{{-1e7, -1e7}, {60, -1e7}, {60, 1e7}, {-1e7, 1e7}};
    const QImage image = filled({half});
    QCOMPARE(image.pixel(59, 60), qRgb(0, 0, 0));
    QCOMPARE(image.pixel(60, 60), qRgb(255, 255, 255));
    QCOMPARE(image.pixel(0, 119), qRgb(0, 0, 0));
}

void AreaFillTest::edgesToTheRightMayBeLeftOut()
{
    AreaFill whole, part;
    std::vector<Pixel> a(side * side, 0), b = a;
    const QPolygonF ring{{40, 10}, {300, 10}, {300, 60}, {90, 60}, {300, 100}, {20, 110}};
    whole.reset(side, side);
    part.reset(side, side);
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF p = ring[i], q = ring[(i + 1) % ring.size()];
        whole.addEdge(p.x(), p.y(), q.x(), q.y());
        if (p.x() < side || q.x() < side)
            part.addEdge(p.x(), p.y(), q.x(), q.y());
    }
    whole.paint({a.data(), side, side, side}, 0xff000000);
    part.paint({b.data(), side, side, side}, 0xff000000);
    QVERIFY(a == b);
    QVERIFY(std::count(a.begin(), a.end(), 0xff000000u) > side * side / 3);
}

void AreaFillTest::emptyAndDegenerate()
{
    const QImage blank = filled({});
    QCOMPARE(differences(blank, filled({QPolygonF{{3, 3}}, QPolygonF{{5, 5}, {50, 50}}, QPolygonF{{1, 9.5}, {90, 9.5}, {40, 9.5}}})), 0);
}

void AreaFillTest::paintsAgainAfterReset()
{
    AreaFill fill;
    std::vector<Pixel> pixels(16, 0);
    fill.reset(4, 4);
    addRing(fill, QPolygonF(QRectF(0, 0, 2, 2)));
    fill.reset(4, 4);
    addRing(fill, QPolygonF(QRectF(2, 2, 2, 2)));
    fill.paint({pixels.data(), 4, 4, 4}, 0xff00ff00);
    QCOMPARE(pixels[0], 0u);
    QCOMPARE(pixels[2 * 4 + 2], 0xff00ff00u);
}

QTEST_APPLESS_MAIN(AreaFillTest)
#include "AreaFillTest.moc"
