// SPDX-License-Identifier: GPL-3.0-or-later
#include "UserLayers.h"
#include "map/LayerCache.h"
#include "map/MapPainter.h"

#include <QtTest>

#include <functional>

using namespace ca;
using Change = std::function<void(RenderRequest &)>;
Q_DECLARE_METATYPE(Change)

class LayerCacheTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Scene> m_scene, m_otherScene;
    RenderRequest m_request;

    [[nodiscard]] const RenderRequest &request() const { return m_request; }
    /// A cache that holds a picture for @p request.
    static LayerCache warm(const RenderRequest &request)
    {
        LayerCache cache;
        QStringList layers;
        for (int i = 0; i < 2; ++i) {
            if (cache.find(request, layers).isNull())
                cache.keep(picture(), {QStringLiteral("land")});
        }
        return cache;
    }
    static QImage picture()
    {
        QImage image(4, 4, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::red);
        return image;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_scene = test::scene();
        m_otherScene = test::scene();
        m_request = test::request(m_scene, {320, 200});
        m_request.userLayers = {test::userLayer(QStringLiteral("areas"), test::crowd(GeometryKind::Polygon, 30, 40, 1),
                                                test::areaLook(QColor(200, 0, 0, 120)), m_scene->projection())};
    }

    void askedTwiceItIsKept()
    {
        LayerCache cache;
        QStringList layers;
        QVERIFY(cache.find(request(), layers).isNull());
        cache.keep(picture(), {QStringLiteral("land")});
        // A moving map asks for nothing twice: the first picture is not worth a copy.
        QVERIFY(cache.find(request(), layers).isNull());
        cache.keep(picture(), {QStringLiteral("land"), QStringLiteral("coast")});
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(cache.find(request(), layers), picture());
            QCOMPARE(layers, QStringList({QStringLiteral("land"), QStringLiteral("coast")}));
        }
    }

    void missesAfter_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("pan") << Change([](RenderRequest &r) { r.view = r.view.panned({1, 0}); });
        QTest::newRow("zoom") << Change([](RenderRequest &r) { r.view = r.view.zoomedAt({10, 10}, 1.01); });
        QTest::newRow("size") << Change([](RenderRequest &r) { r.view.size = {321, 200}; });
        QTest::newRow("ratio") << Change([](RenderRequest &r) { r.devicePixelRatio = 2; });
        QTest::newRow("style") << Change([](RenderRequest &r) { r.style = test::style(QStringLiteral("dark")); });
        QTest::newRow("scene") << Change([this](RenderRequest &r) { r.scene = m_otherScene; });
        QTest::newRow("layer hidden") << Change([](RenderRequest &r) { r.visibility.hiddenLayers << QStringLiteral("rivers"); });
        QTest::newRow("layer shown") << Change([](RenderRequest &r) { r.visibility.hiddenLayers.clear(); });
        QTest::newRow("user's layer hidden") << Change([](RenderRequest &r) { r.visibility.hiddenLayers << QStringLiteral("user:areas"); });
        QTest::newRow("user's layer removed") << Change([](RenderRequest &r) { r.userLayers.clear(); });
        QTest::newRow("user's layer added") << Change([](RenderRequest &r) { r.userLayers.push_back(r.userLayers.front()); });
        QTest::newRow("user's colour") << Change([](RenderRequest &r) { r.userLayers.front().style.fill = Qt::blue; });
        QTest::newRow("user's opacity") << Change([](RenderRequest &r) { r.userLayers.front().style.opacity = 0.5; });
        QTest::newRow("user's shapes") << Change([](RenderRequest &r) {
            r.userLayers.front().shapes = std::make_shared<const PreparedLayer>(*r.userLayers.front().shapes);
        });
    }
    void missesAfter()
    {
        QFETCH(Change, change);
        LayerCache cache = warm(request());
        QStringList layers;
        QVERIFY(!LayerCache(cache).find(request(), layers).isNull());
        RenderRequest other = request();
        change(other);
        QVERIFY(cache.find(other, layers).isNull());
        QVERIFY(cache.find(request(), layers).isNull());  // one picture is all it holds
    }

    void hitsAfter_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("selection") << Change([](RenderRequest &r) { r.highlight.selected = {QStringLiteral("trunk")}; });
        QTest::newRow("hover") << Change([](RenderRequest &r) { r.highlight.hovered = QStringLiteral("trunk"); });
        QTest::newRow("language") << Change([](RenderRequest &r) { r.language = QStringLiteral("az"); });
        QTest::newRow("names") << Change([](RenderRequest &r) { r.namePolicy = NamePolicy::Both; });
        QTest::newRow("corridor hidden") << Change([](RenderRequest &r) { r.visibility.hiddenCorridors << QStringLiteral("red"); });
        QTest::newRow("segment hidden") << Change([](RenderRequest &r) { r.visibility.hiddenSegments << QStringLiteral("far"); });
        QTest::newRow("labels") << Change([](RenderRequest &r) { r.labels = false; });
        QTest::newRow("credit") << Change([](RenderRequest &r) { r.cornerCredit = false; });
    }
    void hitsAfter()
    {
        QFETCH(Change, change);
        LayerCache cache = warm(request());
        RenderRequest other = request();
        change(other);
        QStringList layers;
        QCOMPARE(cache.find(other, layers), picture());
    }

    void picturesAreTheSameWithAndWithout()
    {
        // As a user would: the same again, select, another language, hide, show, another colour, move, back.
        std::vector<RenderRequest> wanted(3, request());
        const auto then = [&](const Change &change) {
            RenderRequest next = wanted.back();
            change(next);
            wanted.insert(wanted.end(), 3, next);
        };
        then([](RenderRequest &r) { r.highlight.selected = {QStringLiteral("trunk")}; });
        then([](RenderRequest &r) { r.language = QStringLiteral("az"); });
        then([](RenderRequest &r) { r.visibility.hiddenCorridors << QStringLiteral("red"); });
        then([](RenderRequest &r) { r.visibility.hiddenLayers << QStringLiteral("land"); });
        then([](RenderRequest &r) { r.userLayers.front().style.fill = QColor(0, 0, 200, 90); });
        then([](RenderRequest &r) { r.view = r.view.panned({20, 5}); });
        then([](RenderRequest &r) { r.devicePixelRatio = 1.5; });
        wanted.push_back(request());
        LayerCache cache;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            DrawnSummary with, without;
            const QImage cached = MapPainter::render(wanted[i], &with, {}, &cache);
            const QImage fresh = MapPainter::render(wanted[i], &without);
            QVERIFY2(!fresh.isNull() && cached == fresh, qPrintable(QStringLiteral("step %1").arg(i)));
            QCOMPARE(with.layers, without.layers);
            QCOMPARE(with.segments, without.segments);
        }
    }

    void whatWasCancelledIsNotKept()
    {
        LayerCache cache;
        CancelToken token;
        token.cancel();
        for (int i = 0; i < 3; ++i)
            QVERIFY(MapPainter::render(request(), nullptr, token, &cache).isNull());
        QStringList layers;
        QVERIFY(cache.find(request(), layers).isNull());
        QCOMPARE(MapPainter::render(request(), nullptr, {}, &cache), MapPainter::render(request()));
    }
};

QTEST_MAIN(LayerCacheTest)
#include "LayerCacheTest.moc"
