// SPDX-License-Identifier: GPL-3.0-or-later
#include "UserLayers.h"
#include "map/LayerRaster.h"
#include "map/LayerVector.h"
#include "map/RasterBand.h"

#include <QtTest>

#include <cmath>

using namespace ca;

namespace {

QImage paper(const Frame &frame, QSize size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(frame.compiled->color(StyleColor::Paper));
    return image;
}

QSize pixels(const Frame &frame, double scale)
{
    return {int(std::ceil(frame.view.size.width() * scale)), int(std::ceil(frame.view.size.height() * scale))};
}

raster::Pixels rowsOf(QImage &image, int top, int bottom)
{
    return {reinterpret_cast<raster::Pixel *>(image.scanLine(top)), image.width(), bottom - top,
            std::ptrdiff_t(image.bytesPerLine() / sizeof(raster::Pixel))};
}

/// One band after the other, all with the same memory.
QImage inBands(const RenderRequest &request, int bands, double scale, RasterScratch &scratch)
{
    const Frame frame(request);
    const std::vector<LayerStep> steps = layerSteps(frame);
    QImage image = paper(frame, pixels(frame, scale));
    for (int i = 0; i < bands; ++i) {
        const int top = i * image.height() / bands, bottom = (i + 1) * image.height() / bands;
        RasterBand band(frame, rowsOf(image, top, bottom), {0, top / scale}, scale, scratch);
        for (const LayerStep &step : steps)
            band.paint(step);
    }
    return image;
}

QImage inBands(const RenderRequest &request, int bands, double scale = 1)
{
    RasterScratch scratch;
    return inBands(request, bands, scale, scratch);
}

/// In squares that lie anywhere.
QImage inTiles(const RenderRequest &request, int side, double scale)
{
    const Frame frame(request);
    const std::vector<LayerStep> steps = layerSteps(frame);
    QImage image = paper(frame, pixels(frame, scale));
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    for (int y = 0; y < image.height(); y += side) {
        for (int x = 0; x < image.width(); x += side) {
            QImage tile = paper(frame, {std::min(side, image.width() - x), std::min(side, image.height() - y)});
            LayerRaster::paint(tile, frame, steps, QPointF(x, y) / scale, scale);
            painter.drawImage(x, y, tile);
        }
    }
    return image;
}

QImage asShapes(const RenderRequest &request, double scale)
{
    const Frame frame(request);
    QImage image = paper(frame, pixels(frame, scale));
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    LayerVector::paint(painter, frame, layerSteps(frame));
    return image;
}

/// But for the last bit of single precision, which depends on where a band begins and may decide whether a pixel counts as
/// full (240 of 255): rarely, and by no more than that.
bool nearlyEqual(const QImage &a, const QImage &b)
{
    return test::differing(a, b, 16) == 0 && test::differing(a, b) * 1000 < a.width() * a.height();
}

QString comparison(const QImage &a, const QImage &b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            most = std::max(most, test::levels(a.pixel(x, y), b.pixel(x, y)));
    }
    return QStringLiteral("%1 pixels of %2 differ, by up to %3 levels; %4 by more than 8").arg(test::differing(a, b))
        .arg(a.width() * a.height()).arg(most).arg(test::differing(a, b, 8));
}

} // namespace

class RasterBandTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Scene> m_scene;

    /// The island under a crowd of the user's: every kind of step, thin and thick, solid, dashed and translucent.
    [[nodiscard]] RenderRequest crowded(const QString &style = QStringLiteral("light")) const
    {
        RenderRequest made = test::request(m_scene, {500, 400});
        made.style = test::style(style);
        made.visibility.hiddenLayers.clear();
        const auto add = [&](const char *id, GeometryKind kind, std::size_t count, std::size_t vertices, unsigned seed, const LayerStyle &look) {
            made.userLayers.push_back(test::userLayer(QString::fromLatin1(id), test::crowd(kind, count, vertices, seed), look, made.view.projection));
        };
        LayerStyle areas = test::areaLook(QColor(90, 160, 60, 140));
        areas.line.color = QColor(30, 90, 20);
        areas.line.width = 1;
        add("areas", GeometryKind::Polygon, 40, 200, 1, areas);
        add("thin", GeometryKind::Line, 30, 300, 2, test::lineLook(QColor(150, 20, 90), 1));
        add("thick", GeometryKind::Line, 8, 120, 3, test::lineLook(QColor(20, 60, 190, 120), 5.5));
        add("dashed", GeometryKind::Line, 10, 150, 4, test::lineLook(QColor(10, 10, 10), 2, {7, 4}));
        LayerStyle dots = test::dotLook(QColor(230, 120, 10), 7);
        dots.pointOutline = Qt::white;
        add("dots", GeometryKind::Point, 120, 1, 5, dots);
        return made;
    }

private Q_SLOTS:
    void initTestCase() { m_scene = test::scene(); }

    void bandsMakeNoDifference_data()
    {
        QTest::addColumn<int>("bands");
        QTest::addColumn<double>("scale");
        for (const int bands : {2, 3, 7, 40}) {
            for (const double scale : {1.0, 1.5, 2.0})
                QTest::addRow("%d bands at %.1f", bands, scale) << bands << scale;
        }
    }
    void bandsMakeNoDifference()
    {
        QFETCH(int, bands);
        QFETCH(double, scale);
        for (const double closer : {1.0, 6.0}) {
            RenderRequest request = crowded();
            request.view = request.view.zoomedAt({200, 150}, closer);
            const QImage one = inBands(request, 1, scale), many = inBands(request, bands, scale);
            QVERIFY2(nearlyEqual(one, many), qPrintable(comparison(one, many)));
        }
    }

    void tilesMakeNoDifference()
    {
        for (const double scale : {1.0, 2.0}) {
            const RenderRequest request = crowded();
            const QImage whole = inBands(request, 1, scale), tiles = inTiles(request, 128, scale);
            QVERIFY2(nearlyEqual(whole, tiles), qPrintable(comparison(whole, tiles)));
        }
    }

    void threadsMakeNoDifference()
    {
        // Enough shapes that they are worth several threads.
        RenderRequest request = crowded();
        request.userLayers.push_back(test::userLayer(QStringLiteral("many"), test::crowd(GeometryKind::Line, 4000, 10, 6),
                                                     test::lineLook(QColor(0, 0, 0, 100), 1), request.view.projection));
        const Frame frame(request);
        const std::vector<LayerStep> steps = layerSteps(frame);
        QImage image = paper(frame, pixels(frame, 1));
        const std::vector<bool> drawn = LayerRaster::paint(image, frame, steps, {0, 0}, 1);
        QCOMPARE(drawn.size(), steps.size());
        QVERIFY(drawn.back());
        const QImage one = inBands(request, 1);
        QVERIFY2(nearlyEqual(image, one), qPrintable(comparison(image, one)));
    }

    void memoryUsedBeforeMakesNoDifference()
    {
        RasterScratch used;
        const RenderRequest request = crowded();
        RenderRequest larger = request;
        larger.view.size = {700, 500};
        const QImage fresh = inBands(request, 1);
        inBands(larger, 3, 1, used);
        QCOMPARE(inBands(request, 1, 1, used), fresh);
        QCOMPARE(inBands(request, 1, 1, used), fresh);
    }

    void saysWhatWasDrawn()
    {
        RenderRequest request = crowded();
        request.userLayers.push_back(test::userLayer(QStringLiteral("elsewhere"), test::table(GeometryKind::Point, {{{{45, 60}}}}),
                                                     test::dotLook(Qt::red, 5), request.view.projection));
        const Frame frame(request);
        const std::vector<LayerStep> steps = layerSteps(frame);
        QImage image = paper(frame, pixels(frame, 1));
        const std::vector<bool> byPixels = LayerRaster::paint(image, frame, steps, {0, 0}, 1);
        QPainter painter(&image);
        const std::vector<bool> byShapes = LayerVector::paint(painter, frame, steps);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            QVERIFY2(byPixels[i] == byShapes[i], qPrintable(steps[i].layer));
            if (steps[i].layer.startsWith(QLatin1String("user:")))
                QCOMPARE(byPixels[i], steps[i].layer != QLatin1String("user:elsewhere"));
        }
    }

    void likeTheSameAsShapes_data()
    {
        QTest::addColumn<QString>("style");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("closer");
        for (const QString &style : {QStringLiteral("light"), QStringLiteral("dark")}) {
            for (const double scale : {1.0, 2.0}) {
                for (const double closer : {0.4, 1.0, 8.0, 60.0})
                    QTest::newRow(qPrintable(QStringLiteral("%1 at %2, %3 closer").arg(style).arg(scale).arg(closer))) << style << scale << closer;
            }
        }
    }
    void likeTheSameAsShapes()
    {
        QFETCH(QString, style);
        QFETCH(double, scale);
        QFETCH(double, closer);
        RenderRequest request = crowded(style);
        request.view = request.view.zoomedAt({200, 150}, closer);
        const QImage byPixels = inBands(request, 1, scale), byShapes = asShapes(request, scale);
        const double share = double(test::differing(byPixels, byShapes, 48)) / (byPixels.width() * byPixels.height());
        QVERIFY2(share < 0.02, qPrintable(QString::number(100 * share)));
        // And there is something to be seen.
        const QRgb first = byPixels.pixel(0, 0);
        int other = 0;
        for (int y = 0; y < byPixels.height(); ++y) {
            for (int x = 0; x < byPixels.width(); ++x)
                other += byPixels.pixel(x, y) != first;
        }
        QVERIFY(other > 2000);
    }

    void farBeyondThePictureNothingOverflows()
    {
        // A line and an area a thousand times larger than the view, and one that ends in it.
        RenderRequest request = test::bareRequest({300, 200}, {44.999, 39.999, 45.001, 40.001});
        const auto add = [&](const char *id, GeometryKind kind, const test::Features &features, const LayerStyle &look) {
            request.userLayers.push_back(test::userLayer(QString::fromLatin1(id), test::table(kind, features), look, request.view.projection));
        };
        add("area", GeometryKind::Polygon, {{test::square(20, 36, 70, 40)}}, test::areaLook(QColor(0, 200, 0)));
        add("line", GeometryKind::Line, {{{{36, 45}, {40.0005, 45}}}}, test::lineLook(QColor(200, 0, 0), 5));
        const QImage one = inBands(request, 1);
        QVERIFY(test::differing(one, asShapes(request, 1), 48) < one.width() * one.height() / 50);
        const auto at = [&](LatLon place) { return QColor(one.pixel(request.view.toScreen(place).toPoint())); };
        QCOMPARE(at({40.0003, 45}), QColor(200, 0, 0));
        QCOMPARE(at({39.9995, 45}), QColor(200, 0, 0));
        QCOMPARE(at({39.9995, 44.9995}), QColor(0, 200, 0));
    }

    void straightStretchesGoOnBeyondThePicture()
    {
        // Long lines and edges of many vertices of which none is needed: they must not end where the picture's
        // neighbourhood does.
        GeoLine meridian, edge;
        for (int i = 0; i <= 1000; ++i) {
            meridian.push_back({38 + i * 0.004, 45});
            edge.push_back({38 + i * 0.004, 45.005});
        }
        edge.insert(edge.end(), {{42, 45.5}, {38, 45.5}, edge.front()});
        for (const double south : {38.05, 39.4, 39.95, 40.3, 41.9}) {
            RenderRequest request = test::bareRequest({300, 200}, {44.99, south, 45.01, south + 0.01});
            const auto &projection = request.view.projection;
            request.userLayers = {test::userLayer(QStringLiteral("area"), test::table(GeometryKind::Polygon, {{edge}}),
                                                  test::areaLook(QColor(0, 200, 0)), projection),
                                  test::userLayer(QStringLiteral("line"), test::table(GeometryKind::Line, {{meridian}}),
                                                  test::lineLook(QColor(200, 0, 0), 3), projection)};
            const QImage image = inBands(request, 1);
            for (int y = 0; y < image.height(); ++y) {
                int red = 0, green = 0;
                for (int x = 0; x < image.width(); ++x) {
                    red += QColor(image.pixel(x, y)) == QColor(200, 0, 0);
                    green += QColor(image.pixel(x, y)) == QColor(0, 200, 0);
                }
                QVERIFY2(red >= 2 && red <= 4, qPrintable(QStringLiteral("row %1: %2 red").arg(y).arg(red)));
                QVERIFY2(green > 50 && green < 130, qPrintable(QStringLiteral("row %1: %2 green").arg(y).arg(green)));
            }
            QVERIFY2(nearlyEqual(inBands(request, 13), image), qPrintable(comparison(inBands(request, 13), image)));
        }
    }

    void cancelledStops()
    {
        CancelToken token;
        token.cancel();
        const RenderRequest request = crowded();
        const Frame frame(request, token);
        QImage image = paper(frame, pixels(frame, 1));
        const QImage before = image;
        LayerRaster::paint(image, frame, layerSteps(frame), {0, 0}, 1);
        QCOMPARE(image, before);
    }
};

QTEST_MAIN(RasterBandTest)
#include "RasterBandTest.moc"
