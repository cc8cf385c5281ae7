// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WkbDecoder.h"

#include <QTest>
#include <QtEndian>

#include <cstring>
#include <limits>
#include <random>

using namespace ca;

namespace {

/// Well-known binary by hand, in either byte order.
class Wkb {
public:
    explicit Wkb(bool big) : m_big(big) {}
    Wkb &head(std::uint32_t type)
    {
        m_bytes.push_back(m_big ? 0 : 1);
        return count(type);
    }
    Wkb &count(std::uint32_t n) { return put(m_big ? qToBigEndian(n) : qToLittleEndian(n)); }
    Wkb &numbers(std::initializer_list<double> values)
    {
        for (const double value : values) {
            quint64 bits = 0;
            std::memcpy(&bits, &value, sizeof bits);
            put(m_big ? qToBigEndian(bits) : qToLittleEndian(bits));
        }
        return *this;
    }
    [[nodiscard]] const std::vector<unsigned char> &bytes() const { return m_bytes; }

private:
    template <class T>
    Wkb &put(T value)
    {
        for (std::size_t i = 0; i < sizeof value; ++i)
            m_bytes.push_back(reinterpret_cast<const unsigned char *>(&value)[i]);
        return *this;
    }
    bool m_big;
    std::vector<unsigned char> m_bytes;
};

FeatureTable tableOf(const GeometryParts &parts, GeometryKind kind)
{
    FeatureTable table;
    table.beginFeature(1);
    parts.appendTo(table, kind);
    return table;
}

constexpr double none = std::numeric_limits<double>::quiet_NaN();

} // namespace

class WkbDecoderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsBothByteOrders_data();
    void readsBothByteOrders();
    void dropsHeightsInEveryDialect_data();
    void dropsHeightsInEveryDialect();
    void halfAPointIsNoNumber();
    void namesCurvesAndUnknownKinds();
    void trustsNoLength();
    void refusesEndlessNesting();
    void surfacesBecomePolygons();
};

void WkbDecoderTest::readsBothByteOrders_data()
{
    QTest::addColumn<bool>("big");
    QTest::newRow("little") << false;
    QTest::newRow("big") << true;
}

void WkbDecoderTest::readsBothByteOrders()
{
    QFETCH(bool, big);
    Wkb wkb(big);
    wkb.head(7).count(4);
    wkb.head(1).numbers({45, 40});
    wkb.head(5).count(2).head(2).count(2).numbers({1, 2, 3, 4}).head(2).count(3).numbers({5, 6, 7, 8, 9, 10});
    wkb.head(3).count(2).count(4).numbers({0, 0, 9, 0, 9, 9, 0, 0}).count(4).numbers({1, 1, 2, 1, 2, 2, 1, 1});
    wkb.head(4).count(1).head(1).numbers({46, 41});
    GeometryParts parts;
    QVERIFY(decodeWkb(wkb.bytes(), parts) == WkbVerdict::Fine);
    QVERIFY(!parts.faults().any());
    QCOMPARE(tableOf(parts, GeometryKind::Point).vertices, (std::vector<LatLon>{{40, 45}, {41, 46}}));
    QCOMPARE(tableOf(parts, GeometryKind::Line).partStart, (std::vector<std::uint32_t>{0, 2, 5}));
    QCOMPARE(tableOf(parts, GeometryKind::Line).vertices[4], (LatLon{10, 9}));
    QCOMPARE(tableOf(parts, GeometryKind::Polygon).partStart, (std::vector<std::uint32_t>{0, 4, 8}));
}

void WkbDecoderTest::dropsHeightsInEveryDialect_data()
{
    QTest::addColumn<quint32>("type");
    QTest::addColumn<int>("more");
    QTest::newRow("plain") << 2u << 0;
    QTest::newRow("ISO Z") << 1002u << 1;
    QTest::newRow("ISO M") << 2002u << 1;
    QTest::newRow("ISO ZM") << 3002u << 2;
    QTest::newRow("PostGIS Z") << 0x80000002u << 1;
    QTest::newRow("PostGIS M") << 0x40000002u << 1;
    QTest::newRow("PostGIS ZM, SRID") << 0xE0000002u << 2;
    QTest::newRow("PostGIS SRID") << 0x20000002u << 0;
}

void WkbDecoderTest::dropsHeightsInEveryDialect()
{
    QFETCH(quint32, type);
    QFETCH(int, more);
    Wkb wkb(false);
    wkb.head(type);
    if (type & 0x20000000u)
        wkb.count(4326);
    wkb.count(2);
    for (const double at : {1.0, 3.0}) {
        wkb.numbers({at, at + 1});
        for (int i = 0; i < more; ++i)
            wkb.numbers({999});
    }
    GeometryParts parts;
    QVERIFY(decodeWkb(wkb.bytes(), parts) == WkbVerdict::Fine);
    QCOMPARE(tableOf(parts, GeometryKind::Line).vertices, (std::vector<LatLon>{{2, 1}, {4, 3}}));
}

void WkbDecoderTest::halfAPointIsNoNumber()
{
    GeometryParts parts;
    QVERIFY(decodeWkb(Wkb(false).head(1).numbers({45, none}).bytes(), parts) == WkbVerdict::Fine);
    QCOMPARE(parts.faults().notNumbers, 1u);
    QVERIFY(parts.empty());
    parts.clear();
    QVERIFY(decodeWkb(Wkb(false).head(1).numbers({none, none}).bytes(), parts) == WkbVerdict::Fine);
    QVERIFY(parts.empty() && !parts.faults().any());  // ISO's way of writing an empty point
}

void WkbDecoderTest::namesCurvesAndUnknownKinds()
{
    GeometryParts parts;
    for (const std::uint32_t type : {8u, 9u, 10u, 11u, 12u, 1008u, 3012u})
        QVERIFY(decodeWkb(Wkb(false).head(type).count(0).bytes(), parts) == WkbVerdict::Curved);
    for (const std::uint32_t type : {0u, 18u, 99u, 4002u})
        QVERIFY(decodeWkb(Wkb(false).head(type).count(0).bytes(), parts) == WkbVerdict::Unsupported);
}

void WkbDecoderTest::trustsNoLength()
{
    Wkb whole(false);
    whole.head(7).count(3).head(6).count(1).head(3).count(1).count(4).numbers({0, 0, 9, 0, 9, 9, 0, 0});
    whole.head(2).count(2).numbers({1, 2, 3, 4}).head(1).numbers({5, 6});
    GeometryParts parts;
    for (std::size_t length = 0; length < whole.bytes().size(); ++length) {
        parts.clear();
        QVERIFY(decodeWkb(std::span(whole.bytes()).first(length), parts) == WkbVerdict::Damaged);
    }
    std::mt19937 random(1);
    for (int i = 0; i < 200'000; ++i) {
        std::vector<unsigned char> bytes = whole.bytes();
        for (int change = 0; change < 3; ++change)
            bytes[random() % bytes.size()] = static_cast<unsigned char>(random());
        parts.clear();
        (void)decodeWkb(bytes, parts);
    }
    for (const std::uint32_t type : {2u, 3u, 4u, 5u, 6u, 7u})
        QVERIFY(decodeWkb(Wkb(false).head(type).count(0xFFFFFFFFu).bytes(), parts) == WkbVerdict::Damaged);
}

void WkbDecoderTest::refusesEndlessNesting()
{
    Wkb deep(false);
    for (int i = 0; i < 100'000; ++i)
        deep.head(7).count(1);
    GeometryParts parts;
    QVERIFY(decodeWkb(deep.bytes(), parts) == WkbVerdict::Damaged);
}

void WkbDecoderTest::surfacesBecomePolygons()
{
    Wkb wkb(false);
    wkb.head(1016).count(2);
    for (int i = 0; i < 2; ++i)
        wkb.head(1017).count(1).count(4).numbers({0, 0, 5, 9, 0, 5, 9, 9, 5, 0, 0, 5});
    GeometryParts parts;
    QVERIFY(decodeWkb(wkb.bytes(), parts) == WkbVerdict::Fine);
    QCOMPARE(tableOf(parts, GeometryKind::Polygon).partStart, (std::vector<std::uint32_t>{0, 4, 8}));
}

QTEST_APPLESS_MAIN(WkbDecoderTest)
#include "WkbDecoderTest.moc"
