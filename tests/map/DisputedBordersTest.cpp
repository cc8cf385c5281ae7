// SPDX-License-Identifier: GPL-3.0-or-later
#include "Synthetic.h"
#include "map/MapPainter.h"

#include <QtTest>

using namespace ca;

/// On the made-up island, whose only border runs from south to north; no real border is meant.
class DisputedBordersTest : public QObject {
    Q_OBJECT

    static std::shared_ptr<const Scene> scene(const QStringList &stretches)
    {
        BaseMap base = test::baseMap();
        for (BaseLayer &layer : base.layers) {
            if (layer.id != QLatin1String("borders"))
                continue;
            layer.levels[0].features.columns = {{QStringLiteral("left_iso"), {QStringLiteral("XA")}},
                                                {QStringLiteral("right_iso"), {QStringLiteral("XB")}},
                                                {QStringLiteral("kind"), {QStringLiteral("border")}}};
        }
        AtlasData data = test::atlasData();
        for (const QString &stretch : stretches)
            data.disputed.push_back({QStringLiteral("d"), stretch, QStringLiteral("p"), QStringLiteral("v"), QStringLiteral("r1")});
        return test::scene(data, base);
    }

    static RenderRequest request(const QStringList &stretches)
    {
        RenderRequest r = test::request(scene(stretches));
        auto style = std::make_shared<MapStyle>(*r.style);
        style->lines[QStringLiteral("disputed")].color = QColor(0xff, 0, 0xff);
        r.style = style;
        r.labels = false;
        return r;
    }

    /// Rows of pixels, between the given latitudes, that have the style's colour of disputes in them.
    static int rows(const QImage &image, const RenderRequest &r, double south, double north)
    {
        const int top = int(r.view.toScreen(LatLon{north, 45.1}).y()), bottom = int(r.view.toScreen(LatLon{south, 45.1}).y());
        int count = 0;
        for (int y = top; y < bottom; ++y) {
            bool any = false;
            for (int x = 0; x < image.width(); ++x) {
                const QColor c = image.pixelColor(x, y);
                any = any || (c.red() > 180 && c.blue() > 180 && c.green() < 140);
            }
            count += any;
        }
        return count;
    }

private Q_SLOTS:
    void nothingWithoutData()
    {
        DrawnSummary summary;
        const RenderRequest r = request({});
        const QImage image = MapPainter::render(r, &summary);
        QVERIFY(summary.layers.contains("borders"));
        QVERIFY(!summary.layers.contains("disputed"));
        QCOMPARE(rows(image, r, 38, 42), 0);
    }

    void onlyTheStretch()
    {
        DrawnSummary summary;
        const RenderRequest r = request({QStringLiteral("XB-XA in 44,38,46,39.5")});
        const QImage image = MapPainter::render(r, &summary);
        QVERIFY(summary.layers.contains("disputed"));
        QVERIFY(rows(image, r, 38.1, 39.4) > 20);
        QCOMPARE(rows(image, r, 39.6, 42), 0);
    }

    void notInViewNotInTheLegend()
    {
        DrawnSummary summary;
        RenderRequest r = request({QStringLiteral("XA-XB in 44,38,46,38.3")});
        r.view = r.view.fitted(GeoBox{44.5, 41, 45.5, 41.5});
        (void)MapPainter::render(r, &summary);
        QVERIFY(summary.layers.contains("borders"));
        QVERIFY(!summary.layers.contains("disputed"));
    }

    void hiddenWithTheBorders()
    {
        DrawnSummary summary;
        RenderRequest r = request({QStringLiteral("XA-XB")});
        r.visibility.hiddenLayers << QStringLiteral("borders");
        (void)MapPainter::render(r, &summary);
        QVERIFY(!summary.layers.contains("disputed"));
    }
};

QTEST_MAIN(DisputedBordersTest)
#include "DisputedBordersTest.moc"
