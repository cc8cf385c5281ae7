// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of Overpass in JSON.
#include "ExtractTexts.h"
#include "support/TestData.h"

#include <QSet>

using namespace ca;
using namespace ca::test;

namespace {

QByteArray answer(const QByteArray &elements, const QByteArray &more = {})
{
    return R"({"version":0.6,"generator":"made up for a test","osm3s":{"timestamp_osm_base":"2026-03-04T05:06:07Z","copyright":"none"},"elements":[)" + elements + "]" + more + "}";
}

} // namespace

class OverpassReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bodyWithNodes();
    void waysWithGeometry();
    void membersWithGeometryBecomeWays();
    void wayItselfBeatsItsRelationsWord();
    void clippedGeometry();
    void metaAndDeleted();
    void unknownPartsArePassedOver();
    void withOtherFormats();
    void remarksOfOverpass();
    void faults_data();
    void faults();
    void realRoutes();

private:
    ExtractFolder m_folder;
};

void OverpassReaderTest::bodyWithNodes()
{
    const QByteArray text = answer(R"({"type":"way","id":7,"nodes":[1,9007199254740993],"tags":{"railway":"rail","name":"Ба\u043aу"}},
        {"type":"way","id":8,"nodes":[1,2],"tags":{"highway":"path"}},
        {"type":"node","id":9007199254740993,"lat":40.5,"lon":49.5},
        {"type":"node","id":1,"lat":-40,"lon":-49.1234567,"tags":{"railway":"halt"}})");
    const auto read = readExtracts({m_folder.write("body.json", text)}, railways);
    QVERIFY(read);
    QCOMPARE(lines(*read), QStringList({"n1 v0 t0 -491234567,-400000000 railway=halt",
                                        QStringLiteral("w7 v0 t0 railway=rail;name=Баку 1@-491234567,-400000000 9007199254740993@495000000,405000000")}));
    QCOMPARE(read->date.toString(Qt::ISODate), QStringLiteral("2026-03-04T05:06:07Z"));
    QCOMPARE(read->remarks, QStringList());
}

void OverpassReaderTest::waysWithGeometry()
{
    const QByteArray text = answer(R"({"type":"way","id":7,"bounds":{"minlat":1,"minlon":1,"maxlat":2,"maxlon":2},"nodes":[1,2],
        "geometry":[{"lat":1,"lon":1},{"lat":2,"lon":2}],"tags":{"railway":"rail"}},
        {"type":"way","id":8,"geometry":[{"lat":2,"lon":2},{"lat":3,"lon":3}],"tags":{"railway":"rail"}},
        {"type":"way","id":9,"geometry":[{"lon":3,"lat":3},{"lat":2,"lon":2}],"tags":{"railway":"rail"}})");
    const auto read = readExtracts({m_folder.write("geom.json", text)}, railways);
    QVERIFY(read);
    const auto ends = [&](int way) { return read->verticesOf(read->ways[std::size_t(way)]); };
    QCOMPARE(ends(0)[1].node, 2);
    QVERIFY(ends(0)[1].at == ends(1)[0].at);
    // Without ids the same place is the same node, and other places are others.
    QVERIFY(ends(1)[0].node < 0);
    QCOMPARE(ends(1)[1].node, ends(2)[0].node);
    QCOMPARE(ends(1)[0].node, ends(2)[1].node);
    QVERIFY(ends(1)[0].node != ends(1)[1].node);
}

void OverpassReaderTest::membersWithGeometryBecomeWays()
{
    const QByteArray text = answer(R"({"type":"relation","id":3,"bounds":{},"members":[
        {"type":"node","ref":4,"role":"stop","lat":1,"lon":1},
        {"type":"way","ref":5,"role":"","geometry":[{"lat":1,"lon":1},{"lat":2,"lon":2}]},
        {"type":"way","ref":6,"role":"","geometry":[{"lat":2,"lon":2},{"lat":3,"lon":3}]},
        {"type":"way","ref":5,"role":"again","geometry":[{"lat":1,"lon":1},{"lat":2,"lon":2}]}],"tags":{"route":"train"}},
        {"type":"relation","id":2,"members":[{"type":"way","ref":77,"role":"","geometry":[{"lat":1,"lon":1},{"lat":2,"lon":2}]}],"tags":{"route":"bus"}})");
    const auto read = readExtracts({m_folder.write("members.json", text)}, railways);
    QVERIFY(read);
    QCOMPARE(read->ways.size(), 2u);
    QCOMPARE(read->ways[0].id, 5);
    QCOMPARE(read->ways[0].version, 0);
    QCOMPARE(read->ways[0].tags.count, 0u);
    QCOMPARE(read->verticesOf(read->ways[0])[1].node, read->verticesOf(read->ways[1])[0].node);
    QCOMPARE(lines(*read).last(), QStringLiteral("r3 v0 t0 route=train node/4/stop way/5/ way/6/ way/5/again"));
    QCOMPARE(read->remarks, QStringList());
}

void OverpassReaderTest::wayItselfBeatsItsRelationsWord()
{
    const QByteArray relation = R"({"type":"relation","id":3,"members":[{"type":"way","ref":5,"role":"","geometry":[{"lat":1,"lon":1},{"lat":2,"lon":2}]}],"tags":{"route":"train"}})";
    const QByteArray way = R"({"type":"way","id":5,"nodes":[11,12],"geometry":[{"lat":1,"lon":1},{"lat":2,"lon":2}],"tags":{"public_transport":"platform"}})";
    const QString expected = QStringLiteral("w5 v0 t0 public_transport=platform 11@10000000,10000000 12@20000000,20000000");
    QCOMPARE(readLines({m_folder.write("rw.json", answer(relation + "," + way))}).first(), expected);
    QCOMPARE(readLines({m_folder.write("wr.json", answer(way + "," + relation))}).first(), expected);
    const QString apart = m_folder.write("r.json", answer(relation)), alone = m_folder.write("w.json", answer(way));
    QCOMPARE(readLines({apart, alone}).first(), expected);
    QCOMPARE(readLines({alone, apart}).first(), expected);
}

void OverpassReaderTest::clippedGeometry()
{
    const QByteArray text = answer(R"({"type":"way","id":7,"nodes":[1,2,3],"geometry":[null,{"lat":2,"lon":2},null],"tags":{"railway":"rail"}},
        {"type":"way","id":8,"geometry":[null,{"lat":2,"lon":2}],"tags":{"railway":"rail"}})");
    const auto read = readExtracts({m_folder.write("clipped.json", text)}, railways);
    QVERIFY(read);
    QCOMPARE(lines(*read).first(), QStringLiteral("w7 v0 t0 railway=rail 1@? 2@20000000,20000000 3@?"));
    QCOMPARE(read->remarks, QStringList("Places missing from the extract: 3 vertices of 2 ways, which have gaps there."));
}

void OverpassReaderTest::metaAndDeleted()
{
    const QByteArray text = answer(R"({"type":"way","id":7,"timestamp":"2026-01-01T00:00:00Z","version":12,"changeset":1,"user":"nobody","uid":1,"nodes":[],"tags":{"railway":"rail"}},
        {"type":"way","id":8,"visible":false,"nodes":[1],"tags":{"railway":"rail"}})");
    QCOMPARE(readLines({m_folder.write("meta.json", text)}), QStringList("w7 v12 t1767225600 railway=rail"));
}

void OverpassReaderTest::unknownPartsArePassedOver()
{
    const QByteArray text = answer(R"({"type":"count","id":0,"tags":{"total":"5"}},{"type":"area","id":3600000001,"tags":{"railway":"rail"}},
        {"tags":{"railway":"rail"},"extra":{"nodes":[5],"geometry":[{"lat":1}],"id":99,"type":"node","deep":[[[{"id":4}]]]},"nodes":[],"id":7,"type":"way","center":{"lat":1,"lon":2}})",
                                   R"(,"more":{"elements":[{"type":"way","id":100,"tags":{"railway":"rail"}}]})");
    QCOMPARE(readLines({m_folder.write("unknown.json", text)}), QStringList("w7 v0 t0 railway=rail"));
}

void OverpassReaderTest::withOtherFormats()
{
    const QString json = m_folder.write("part.json", answer(R"({"type":"way","id":7,"nodes":[1,2],"tags":{"railway":"rail"}})"));
    const QString osm = m_folder.write("nodes.osm", xml("<node id=\"1\" lat=\"1\" lon=\"1\"/><node id=\"2\" lat=\"2\" lon=\"2\"/>"));
    QCOMPARE(readLines({json, osm}), QStringList("w7 v0 t0 railway=rail 1@10000000,10000000 2@20000000,20000000"));
}

void OverpassReaderTest::remarksOfOverpass()
{
    const QByteArray remark = R"(,"remark":"runtime error: Query timed out in \"query\" at line 3 after 25 seconds.")";
    const auto part = readExtracts({m_folder.write("late.json", answer(R"({"type":"way","id":7,"nodes":[],"tags":{"railway":"rail"}})", remark))}, railways);
    QVERIFY(part);
    QCOMPARE(part->remarks.filter(QStringLiteral("Query timed out")).size(), 1);
    const QStringList nothing = readLines({m_folder.write("nothing.json", answer({}, remark))});
    QVERIFY2(nothing.first().startsWith(QStringLiteral("error: ")) && nothing.first().contains(QStringLiteral("Query timed out")), qPrintable(nothing.first()));
}

void OverpassReaderTest::faults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const QByteArray way = R"({"type":"way","id":7,"nodes":[1],"tags":{"railway":"rail"}})";
    QTest::newRow("cut short") << answer(way).chopped(40) << QStringLiteral("is cut short: the answer ends in the middle, at byte ");
    QTest::newRow("cut in a text") << answer(way).left(60) << QStringLiteral("is cut short");
    QTest::newRow("comma too many") << answer(way + ",") << QStringLiteral("is damaged at byte ");
    QTest::newRow("no id") << answer(R"({"type":"way","nodes":[1]})") << QStringLiteral("an element without id (way/?, number 1 of the answer)");
    QTest::newRow("no type") << answer(way + R"(,{"id":5})") << QStringLiteral("an element without type (?/5, number 2 of the answer)");
    QTest::newRow("id beyond 64 bits") << answer(R"({"type":"way","id":18446744073709551615})") << QStringLiteral("an id that is no whole number of 64 bits");
    QTest::newRow("id with a point") << answer(R"({"type":"way","id":7,"nodes":[1.5]})") << QStringLiteral("no whole number of 64 bits (in way/7)");
    QTest::newRow("member of no type") << answer(R"({"type":"relation","id":7,"members":[{"ref":1}],"tags":{"route":"train"}})") << QStringLiteral("a member without type (relation/7");
    QTest::newRow("bytes that are no text") << answer("{\"type\":\"way\",\"id\":7,\"tags\":{\"name\":\"\xff\xfe\"}}") << QStringLiteral("is damaged at byte ");
    QTest::newRow("GeoJSON") << QByteArray(R"({"type":"FeatureCollection","features":[]})") << QStringLiteral("is JSON, but no answer of Overpass");
    QTest::newRow("nothing in it") << answer({}) << QStringLiteral("holds no nodes, ways or relations");
    QTest::newRow("more behind it") << answer(way) + "}" << QStringLiteral("is damaged at byte ");
    QTest::newRow("deep") << answer(QByteArray(3'000'000, '[')) << QStringLiteral("is ");
}

void OverpassReaderTest::faults()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    const auto read = readExtracts({m_folder.write("fault.json", text)}, railways);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(words), qPrintable(read.error().text()));
    QVERIFY(read.error().file.endsWith(QStringLiteral("/fault.json")));
}

void OverpassReaderTest::realRoutes()
{
    CA_NEED_TEST_DATA();
    const auto json = readExtracts({externalPath(QStringLiteral("osm/overpass-geom-train-routes.json"))}, railways);
    const auto pbf = readExtracts({externalPath(QStringLiteral("osm/caucasus-train-routes.osm.pbf"))}, railways);
    QVERIFY(json && pbf);
    QCOMPARE(json->relations.size(), 5u);
    // The same routes, once with geometry in the members and once with nodes of their own.
    for (const OsmExtract::Way &way : json->ways) {
        const OsmExtract::Way *other = pbf->way(way.id);
        QVERIFY(other);
        QCOMPARE(way.vertices.count, other->vertices.count);
        for (std::uint32_t i = 0; i < way.vertices.count; ++i)
            QVERIFY(json->verticesOf(way)[i].at == pbf->verticesOf(*other)[i].at);
    }
    QSet<qint64> ids, places;
    for (const OsmExtract::Vertex &vertex : json->vertices) {
        ids.insert(vertex.node);
        places.insert((qint64(vertex.at.lon) << 32) ^ quint32(vertex.at.lat));
    }
    QCOMPARE(ids.size(), places.size());
}

QTEST_GUILESS_MAIN(OverpassReaderTest)
#include "OverpassReaderTest.moc"
