// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RingCrossing.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace ca;

using Verdict = RingCrossing::Verdict;
using Rings = std::vector<GeoLine>;

class RingCrossingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void smallShapes_data();
    void smallShapes();
    void oneCrossingAmongThousands_data();
    void oneCrossingAmongThousands();
    void agreesWithAllPairs();
    void touchingIsNoCrossing();
    void hostileShapesEnd();
    void dateLineIsLeftUnsaid();
};

namespace {

Verdict searchIn(const Rings &rings, LatLon *place = nullptr)
{
    std::vector<LatLon> vertices;
    std::vector<std::uint32_t> starts{7};  // as a table's starts, they need not begin at 0
    for (const GeoLine &ring : rings) {
        vertices.insert(vertices.end(), ring.begin(), ring.end());
        starts.push_back(7 + std::uint32_t(vertices.size()));
    }
    RingCrossing search;
    const Verdict verdict = search.search(vertices, starts);
    if (place)
        *place = search.place();
    return verdict;
}

/// A wavy outline of @p count vertices that does not cross itself.
GeoLine outline(int count, double waves, double height)
{
    GeoLine ring;
    for (int i = 0; i < count; ++i) {
        const double a = 2 * M_PI * i / count;
        const double r = 1 + height * std::sin(waves * a);
        ring.push_back({40 + r * std::sin(a), 45 + r * std::cos(a)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// What search() does, pair by pair, in long double.
bool crossesSlowly(const GeoLine &ring)
{
    const auto side = [](LatLon a, LatLon b, LatLon c) {
        const long double d = (static_cast<long double>(a.lon) - c.lon) * (static_cast<long double>(b.lat) - c.lat)
            - (static_cast<long double>(a.lat) - c.lat) * (static_cast<long double>(b.lon) - c.lon);
        return d > 0 ? 1 : d < 0 ? -1 : 0;
    };
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        for (std::size_t j = i + 1; j + 1 < ring.size(); ++j) {
            if (side(ring[i], ring[i + 1], ring[j]) * side(ring[i], ring[i + 1], ring[j + 1]) < 0
                && side(ring[j], ring[j + 1], ring[i]) * side(ring[j], ring[j + 1], ring[i + 1]) < 0)
                return true;
        }
    }
    return false;
}

} // namespace

void RingCrossingTest::smallShapes_data()
{
    QTest::addColumn<Rings>("rings");
    QTest::addColumn<bool>("crossing");
    const GeoLine square{{0, 0}, {0, 4}, {4, 4}, {4, 0}, {0, 0}};
    QTest::newRow("square") << Rings{square} << false;
    QTest::newRow("bow tie") << Rings{{{0, 0}, {4, 4}, {4, 0}, {0, 4}, {0, 0}}} << true;
    QTest::newRow("hole inside") << Rings{square, {{1, 1}, {1, 2}, {2, 2}, {1, 1}}} << false;
    QTest::newRow("hole across") << Rings{square, {{1, 3}, {1, 6}, {2, 6}, {1, 3}}} << true;
    QTest::newRow("hole touching") << Rings{square, {{0, 2}, {1, 3}, {1, 1}, {0, 2}}} << false;
    QTest::newRow("apart") << Rings{square, {{10, 10}, {10, 11}, {11, 11}, {10, 10}}} << false;
    QTest::newRow("spike") << Rings{{{0, 0}, {0, 4}, {0, 6}, {0, 4}, {4, 4}, {0, 0}}} << false;
    QTest::newRow("nothing") << Rings{} << false;
    QTest::newRow("one point") << Rings{{{1, 1}}} << false;
    QTest::newRow("all the same point") << Rings{GeoLine(100, {1, 1})} << false;
}

void RingCrossingTest::smallShapes()
{
    QFETCH(Rings, rings);
    QFETCH(bool, crossing);
    LatLon place;
    QCOMPARE(searchIn(rings, &place), crossing ? Verdict::Crossing : Verdict::None);
    QVERIFY(!crossing || place.valid());
}

void RingCrossingTest::oneCrossingAmongThousands_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("waves");
    for (const int count : {30, 1000, 200'000}) {
        for (const double waves : {0.0, 7.0, 131.0})
            QTest::addRow("%d vertices, %g waves", count, waves) << count << waves;
    }
}

void RingCrossingTest::oneCrossingAmongThousands()
{
    QFETCH(int, count);
    QFETCH(double, waves);
    GeoLine ring = outline(count, count > 1000 ? waves : std::min(waves, 3.0), 0.2);
    QCOMPARE(searchIn({ring}), Verdict::None);
    std::swap(ring[std::size_t(count) / 3], ring[std::size_t(count) / 3 + 1]);  // a small loop
    LatLon place;
    QCOMPARE(searchIn({ring}, &place), Verdict::Crossing);
    const LatLon near = ring[std::size_t(count) / 3];
    QVERIFY(std::hypot(place.lat - near.lat, place.lon - near.lon) < 400.0 / count);
}

void RingCrossingTest::agreesWithAllPairs()
{
    std::mt19937 random(20240607);
    std::uniform_real_distribution<double> noise(0, 1);
    int crossings = 0;
    for (int i = 0; i < 400; ++i) {
        GeoLine ring = outline(200, 3, 0.2);
        for (std::size_t v = 0; v + 1 < ring.size(); ++v) {
            const double r = 1 + 0.0005 * i * noise(random);
            ring[v] = {40 + (ring[v].lat - 40) * r, 45 + (ring[v].lon - 45) * (1 + 0.0005 * i * noise(random))};
        }
        ring.back() = ring.front();
        const bool expected = crossesSlowly(ring);
        QCOMPARE(searchIn({ring}), expected ? Verdict::Crossing : Verdict::None);
        crossings += expected ? 1 : 0;
    }
    QVERIFY(crossings > 50 && crossings < 350);  // both were tried
}

void RingCrossingTest::touchingIsNoCrossing()
{
    // Two squares that share a corner, two that share a side, and the two as one ring through the corner.
    QCOMPARE(searchIn({{{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}}, {{1, 1}, {1, 2}, {2, 2}, {2, 1}, {1, 1}}}), Verdict::None);
    QCOMPARE(searchIn({{{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}}, {{0, 1}, {0, 2}, {1, 2}, {1, 1}, {0, 1}}}), Verdict::None);
    QCOMPARE(searchIn({{{0, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 2}, {2, 1}, {1, 1}, {1, 0}, {0, 0}}}), Verdict::None);
    // A vertex that lies on another segment but for rounding.
    QCOMPARE(searchIn({{{0, 0}, {0.3, 0.1}, {0.6, 0.2}, {0.9, 0.3}, {0.9, 0}, {0, 0}}, {{0.3, 0.1}, {0.6, 0.2}, {0.5, 0.9}, {0.3, 0.1}}}), Verdict::None);
}

void RingCrossingTest::hostileShapesEnd()
{
    const int count = 200'000;
    GeoLine comb;  // long diagonal teeth side by side: every cell is passed by very many
    for (int i = 0; i < count; ++i)
        comb.push_back(i % 2 ? LatLon{80, double(i) / count} : LatLon{0, 80 + double(i) / count});
    comb.push_back(comb.front());
    QVERIFY(searchIn({comb}) != Verdict::None);
    GeoLine knot;  // everything in one cell, and one point far away
    for (int i = 0; i < count; ++i)
        knot.push_back({1e-7 * std::sin(2 * M_PI * i / count), 1e-7 * std::cos(2 * M_PI * i / count)});
    knot.push_back({80, 170});
    knot.push_back(knot.front());
    QVERIFY(searchIn({knot}) != Verdict::None);
    GeoLine flat;
    for (int i = 0; i < count; ++i)
        flat.push_back({40, double(i % 1000) / 1000});
    flat.push_back(flat.front());
    QVERIFY(searchIn({flat}) != Verdict::Crossing);
}

void RingCrossingTest::dateLineIsLeftUnsaid()
{
    QCOMPARE(searchIn({{{60, 170}, {60, -170}, {70, -170}, {70, 170}, {60, 170}}}), Verdict::Unknown);
}

QTEST_APPLESS_MAIN(RingCrossingTest)
#include "RingCrossingTest.moc"
