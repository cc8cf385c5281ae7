// SPDX-License-Identifier: GPL-3.0-or-later
#include "Synthetic.h"
#include "geo/Geodesic.h"
#include "map/HitTester.h"
#include "map/MapPainter.h"

#include <QtTest>

using namespace ca;

class HitTesterTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Scene> m_scene;

    static bool has(const std::vector<Hit> &hits, Hit::Kind kind, const QString &id)
    {
        return std::any_of(hits.begin(), hits.end(), [&](const Hit &h) { return h.kind == kind && h.id == id; });
    }

private Q_SLOTS:
    void initTestCase() { m_scene = test::scene(); }

    void findsWhatThePainterPainted_data()
    {
        QTest::addColumn<QString>("corridor");
        QTest::addColumn<QString>("segment");
        QTest::newRow("lane left") << "red" << "trunk";
        QTest::newRow("lane right") << "blue" << "trunk";
        QTest::newRow("other way") << "blue" << "twin";
        QTest::newRow("alone") << "blue" << "far";
        QTest::newRow("dashed") << "red" << "plan";
        QTest::newRow("pipe") << "pipe" << "gas";
    }
    void findsWhatThePainterPainted()
    {
        QFETCH(QString, corridor);
        QFETCH(QString, segment);
        // Everything is hidden but one strand, and that is painted in a colour of its own.
        auto style = std::make_shared<MapStyle>(*MapStyle::bundled("light"));
        style->corridors.insert(corridor, QColor(255, 0, 254));
        RenderRequest request = test::request(m_scene);
        request.style = style;
        request.labels = false;
        request.visibility.hiddenLayers << "stations" << "symbols" << "places";
        for (const Subject *s : m_scene->atlas().corridors()) {
            if (s->id != corridor)
                request.visibility.hiddenCorridors << s->id;
        }
        for (const Segment &s : m_scene->atlas().data().segments) {
            if (s.id != segment)
                request.visibility.hiddenSegments << s.id;
        }
        const QImage image = MapPainter::render(request);
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); x += 7) {
                const QRgb pixel = image.pixel(x, y);
                if (qRed(pixel) < 200 || qBlue(pixel) < 200 || qGreen(pixel) > 90)
                    continue;
                ++painted;
                const auto hits = HitTester::hits(request, {x + 0.5, y + 0.5}, 3);  // a pipe's beads are wider than its line
                QVERIFY2(has(hits, Hit::Kind::Strand, segment), qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
                QCOMPARE(hits.size(), std::size_t(1));
            }
        }
        QVERIFY(painted > 10);
    }

    void sharedTrackOffersEach()
    {
        const RenderRequest request = test::request(m_scene);
        const auto hits = HitTester::hits(request, request.view.toScreen(LatLon{40, 44.6}), 6);
        QVERIFY(hits.size() >= 3);
        QSet<QString> corridors;
        for (const Hit &hit : hits) {
            if (hit.id == "trunk")
                corridors << hit.corridor;
        }
        QCOMPARE(corridors, QSet<QString>({"red", "blue"}));
        for (std::size_t i = 1; i < hits.size(); ++i)
            QVERIFY(hits[i - 1].distance <= hits[i].distance);
    }

    void saysHowFarAlong()
    {
        const RenderRequest request = test::request(m_scene);
        const LatLon at{41, 45};
        const auto hits = HitTester::hits(request, request.view.toScreen(at), 3);
        QVERIFY(!hits.empty());
        QCOMPARE(hits.front().id, QStringLiteral("far"));
        QVERIFY(std::abs(hits.front().along - geodesic::length(test::parallel(41, 46, 45))) < 1500);
        QVERIFY(geodesic::distance(hits.front().position, at) < 1500);
    }

    void symbolsComeFirst()
    {
        const RenderRequest request = test::request(m_scene);
        const auto hits = HitTester::hits(request, request.view.toScreen(LatLon{40, 46}));
        QVERIFY(hits.size() > 1);
        QCOMPARE(hits.front().kind, Hit::Kind::Waypoint);
        QCOMPARE(hits.front().name, QStringLiteral("Eastport"));
        QVERIFY(has(hits, Hit::Kind::Strand, "trunk"));
    }

    void stopBelongsToWhatIsShown()
    {
        AtlasData data = test::atlasData();
        data.segments[2].waypoints = {data.segments[0].waypoints[0]};  // far calls at Eastport, too
        RenderRequest request = test::request(test::scene(std::move(data)));
        request.visibility.hiddenSegments << "trunk";
        const auto hits = HitTester::hits(request, request.view.toScreen(LatLon{40, 46}));
        QVERIFY(has(hits, Hit::Kind::Waypoint, "far"));
        QVERIFY(!has(hits, Hit::Kind::Waypoint, "trunk"));
        QCOMPARE(hits.front().corridor, QStringLiteral("blue"));
    }

    void subjectsAndPlaces()
    {
        const RenderRequest request = test::request(m_scene);
        QVERIFY(has(HitTester::hits(request, request.view.toScreen(LatLon{40.6, 45.0})), Hit::Kind::Subject, "place-middle"));
        QVERIFY(has(HitTester::hits(request, request.view.toScreen(LatLon{40.5, 45.6})), Hit::Kind::Place, "Capital"));
        QVERIFY(!has(HitTester::hits(request, request.view.toScreen(LatLon{38.7, 44.3})), Hit::Kind::Place, "Hamlet"));
    }

    void toleranceIsInPixels()
    {
        const RenderRequest request = test::request(m_scene);
        const QPointF on = request.view.toScreen(LatLon{41, 44.7});
        QVERIFY(has(HitTester::hits(request, on + QPointF(0, 5), 6), Hit::Kind::Strand, "far"));
        QVERIFY(!has(HitTester::hits(request, on + QPointF(0, 15), 6), Hit::Kind::Strand, "far"));
        QVERIFY(has(HitTester::hits(request, on + QPointF(0, 15), 20), Hit::Kind::Strand, "far"));
    }

    void nothingThereNothingFound()
    {
        const RenderRequest request = test::request(m_scene);
        QVERIFY(HitTester::hits(request, request.view.toScreen(LatLon{39.5, 43.2})).empty());
        QVERIFY(HitTester::hits(request, {-1e6, 1e6}).empty());
        QVERIFY(HitTester::hits(RenderRequest{}, {0, 0}).empty());
    }
};

QTEST_MAIN(HitTesterTest)
#include "HitTesterTest.moc"
