// SPDX-License-Identifier: GPL-3.0-or-later
#include "UserLayers.h"
#include "geo/Polyline.h"
#include "map/FeatureHits.h"
#include "map/HitTester.h"

#include <QtTest>

#include <map>

using namespace ca;

namespace {

constexpr double unsure = 0.1;  // pixels: curved edges are followed to two metres

bool encloses(const PlaneLine &ring, PointXY p)
{
    bool inside = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const PointXY a = ring[i - 1], b = ring[i];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

/// Every feature looked at, vertex by vertex, straight from the table.
class Plainly {
public:
    Plainly(const FeatureTable &table, const Projection &projection) : m_table(table)
    {
        for (std::size_t p = 0; p + 1 < table.partStart.size(); ++p) {
            PlaneLine line;
            for (const LatLon vertex : table.part(p))
                line.push_back(projection.forward(vertex));
            m_parts.push_back(std::move(line));
        }
    }

    /// Metres to the feature's edge, and whether the place is inside.
    [[nodiscard]] std::pair<double, bool> look(std::size_t feature, PointXY at) const
    {
        double nearest = std::numeric_limits<double>::infinity();
        bool inside = false;
        for (std::uint32_t p = m_table.featureStart[feature]; p < m_table.featureStart[feature + 1]; ++p) {
            const PlaneLine &line = m_parts[p];
            if (m_table.kind == GeometryKind::Point) {
                nearest = std::min(nearest, std::hypot(line[0].x - at.x, line[0].y - at.y));
            } else {
                nearest = std::min(nearest, distanceToLine(line, at));
                inside ^= m_table.kind == GeometryKind::Polygon && encloses(line, at);
            }
        }
        return {nearest, inside};
    }

private:
    const FeatureTable &m_table;
    std::vector<PlaneLine> m_parts;
};

} // namespace

class FeatureHitsTest : public QObject {
    Q_OBJECT

    [[nodiscard]] static std::vector<FeatureHit> hits(const RenderRequest &request, QPointF at, double tolerance, std::size_t most = 24)
    {
        return featuresAt(Frame(request), at, tolerance, most);
    }
    static RenderRequest withLayers(std::vector<UserLayer> layers)
    {
        RenderRequest request = test::bareRequest();
        request.userLayers = std::move(layers);
        return request;
    }
    static UserLayer square(const char *id, double west, double south, double east, double north)
    {
        return test::userLayer(QString::fromLatin1(id), test::table(GeometryKind::Polygon, {{test::square(west, south, east, north)}}),
                               test::areaLook(Qt::red), test::bareRequest().view.projection);
    }

private Q_SLOTS:
    void likeLookingAtEveryFeature_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("closer");
        QTest::addColumn<double>("tolerance");
        for (const auto &[name, kind] : {std::pair("points", GeometryKind::Point), std::pair("lines", GeometryKind::Line), std::pair("areas", GeometryKind::Polygon)}) {
            QTest::addRow("%s, whole", name) << int(kind) << 1.0 << 6.0;
            QTest::addRow("%s, closer", name) << int(kind) << 10.0 << 6.0;
            QTest::addRow("%s, exactly", name) << int(kind) << 4.0 << 0.5;
            QTest::addRow("%s, far around", name) << int(kind) << 1.0 << 40.0;
        }
    }
    void likeLookingAtEveryFeature()
    {
        QFETCH(int, kind);
        QFETCH(double, closer);
        QFETCH(double, tolerance);
        const FeatureTable table = test::crowd(GeometryKind(kind), 400, 90, 11);
        LayerStyle look = kind == 0 ? test::dotLook(Qt::red, 9) : test::lineLook(Qt::red, 3);
        RenderRequest request = withLayers({test::userLayer(QStringLiteral("x"), table, look, test::bareRequest().view.projection)});
        request.view = request.view.zoomedAt({200, 150}, closer);
        const double half = kind == 0 ? 4.5 : 1.5, reach = tolerance + half, scale = request.view.metresPerPixel;
        const Plainly plainly(table, *request.view.projection);
        std::mt19937 random(12);
        std::uniform_real_distribution<double> x(-20, 420), y(-20, 320), little(-reach, reach);
        int found = 0, insides = 0;
        for (int i = 0; i < 200; ++i) {
            // Anywhere, and every other time near a vertex.
            const QPointF near = request.view.toScreen(table.vertices[random() % table.vertices.size()]);
            const QPointF at = i % 2 ? QPointF(x(random), y(random)) : near + QPointF(little(random), little(random));
            const PointXY plane = request.view.toPlane(at);
            std::map<std::uint32_t, FeatureHit> got;
            double before = 0;
            for (const FeatureHit &hit : hits(request, at, tolerance, 1000)) {
                QVERIFY(got.emplace(hit.feature, hit).second);  // each feature once
                QVERIFY(hit.distance >= before);                // the nearest first
                before = hit.distance;
            }
            for (std::uint32_t f = 0; f < table.featureCount(); ++f) {
                const auto [metres, inside] = plainly.look(f, plane);
                const double distance = metres / scale;
                if (std::abs(distance - reach) < unsure || (kind == 2 && distance < unsure))
                    continue;
                const bool hit = inside || distance < reach;
                QVERIFY2(got.contains(f) == hit, qPrintable(QStringLiteral("feature %1 at %2, %3").arg(f).arg(at.x()).arg(at.y())));
                if (!hit)
                    continue;
                ++found;
                insides += inside;
                const FeatureHit &answer = got[f];
                QVERIFY(std::abs(answer.distance - (inside ? 0 : distance)) < unsure);
                QVERIFY(std::abs(std::hypot(answer.at.x - plane.x, answer.at.y - plane.y) / scale - answer.distance) < unsure);
            }
        }
        QVERIFY(found > 20);
        QVERIFY(kind != 2 || insides > 20);
    }

    void holesAreOutside()
    {
        const RenderRequest request = withLayers({test::userLayer(
            QStringLiteral("x"), test::table(GeometryKind::Polygon, {{test::square(44, 39, 46, 41), test::square(44.5, 39.5, 45.5, 40.5)}}),
            test::areaLook(Qt::red), test::bareRequest().view.projection)});
        const auto at = [&](double lat, double lon) { return hits(request, request.view.toScreen(LatLon{lat, lon}), 2); };
        QVERIFY(at(40, 45).empty());
        QCOMPARE(at(39.25, 45).size(), std::size_t(1));
        QCOMPARE(at(39.25, 45).front().distance, 0.0);
        QVERIFY(at(42, 45).empty());
    }

    void theUpperLayerFirst()
    {
        const RenderRequest request = withLayers({square("low", 44, 39, 46, 41), square("middle", 44.5, 39.5, 45.5, 40.5), square("high", 44.9, 39.9, 46, 41)});
        const auto found = hits(request, request.view.toScreen(LatLon{40, 45}), 3);
        QCOMPARE(found.size(), std::size_t(3));
        QCOMPARE(found[0].layer, std::size_t(2));
        QCOMPARE(found[1].layer, std::size_t(1));
        QCOMPARE(found[2].layer, std::size_t(0));
    }

    void hiddenLayersAreNotFound()
    {
        RenderRequest request = withLayers({square("low", 44, 39, 46, 41), square("high", 44, 39, 46, 41)});
        request.visibility.hiddenLayers << QStringLiteral("user:high");
        const auto found = hits(request, request.view.toScreen(LatLon{40, 45}), 3);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].layer, std::size_t(0));
        request.userLayers.emplace_back();  // without shapes
        QCOMPARE(hits(request, request.view.toScreen(LatLon{40, 45}), 3).size(), std::size_t(1));
    }

    void notMoreThanAsked()
    {
        test::Features many;
        for (int i = 0; i < 50; ++i)
            many.push_back({{{40, 45 + i * 0.0001}}});
        const auto layer = [&](const char *id) {
            return test::userLayer(QString::fromLatin1(id), test::table(GeometryKind::Point, many), test::dotLook(Qt::red, 6), test::bareRequest().view.projection);
        };
        const RenderRequest request = withLayers({layer("a"), layer("b")});
        const QPointF at = request.view.toScreen(LatLon{40, 45});
        const auto few = hits(request, at, 6, 3);
        QCOMPARE(few.size(), std::size_t(6));  // of each layer
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(few[i].feature, std::uint32_t(i));  // the nearest ones
            QCOMPARE(few[i].layer, std::size_t(1));
        }
        QCOMPARE(hits(request, at, 6).size(), std::size_t(48));
        QVERIFY(hits(request, at, 6, 0).empty());
    }

    void featuresComeAfterStrands()
    {
        RenderRequest request = test::request(test::scene());
        FeatureTable named = test::table(GeometryKind::Polygon, {{test::square(43, 38, 47, 42)}});
        named.columns = {{QStringLiteral("name_en"), {QStringLiteral("The island")}}};
        request.userLayers = {test::userLayer(QStringLiteral("low"), named, test::areaLook(Qt::red), request.view.projection),
                              test::userLayer(QStringLiteral("high"), test::table(GeometryKind::Point, {{{{41, 45.02}}}}), test::dotLook(Qt::red, 8), request.view.projection)};
        const std::vector<Hit> found = HitTester::hits(request, request.view.toScreen(LatLon{41, 45}), 6);
        QVERIFY(found.size() >= 3);
        QCOMPARE(found.front().kind, Hit::Kind::Strand);
        QCOMPARE(found.front().id, QStringLiteral("far"));
        const Hit &upper = found[found.size() - 2], &lower = found.back();
        QCOMPARE(upper.kind, Hit::Kind::Feature);
        QCOMPARE(upper.id, QStringLiteral("high"));   // upper layer first, though the area is nearer
        QCOMPARE(upper.name, QStringLiteral("high"));  // without a name of its own
        QCOMPARE(lower.id, QStringLiteral("low"));
        QCOMPARE(lower.name, QStringLiteral("The island"));
        QCOMPARE(lower.distance, 0.0);
        for (const Hit &hit : found)
            QVERIFY(hit.kind == Hit::Kind::Strand || hit.kind == Hit::Kind::Feature);
    }
};

QTEST_MAIN(FeatureHitsTest)
#include "FeatureHitsTest.moc"
