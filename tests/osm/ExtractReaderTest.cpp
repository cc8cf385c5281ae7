// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of extracts in each format, alone and together.
#include "PackedExtracts.h"
#include "support/TestData.h"

using namespace ca;
using namespace ca::test;

namespace {

/// Two tracks, one of them named by a route with a platform; a house; a station. The ids are long.
const QByteArray madeUp = xml(R"(
 <node id="1" lat="40.1" lon="49.5" version="1" timestamp="2026-01-01T00:00:00Z"/>
 <node id="2" lat="40.2" lon="49.6" version="1" timestamp="2026-01-01T00:00:00Z"/>
 <node id="3" lat="40.3" lon="49.7" version="2" timestamp="2026-01-02T00:00:00Z"><tag k="railway" v="station"/><tag k="name" v="Bakı"/></node>
 <node id="9007199254740993" lat="40.4" lon="49.8" version="1" timestamp="2026-01-01T00:00:00Z"/>
 <node id="9007199254740994" lat="40.5" lon="49.9" version="1" timestamp="2026-01-01T00:00:00Z"><tag k="amenity" v="bench"/></node>
 <way id="10" version="4" timestamp="2026-01-03T00:00:00Z"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="railway" v="rail"/></way>
 <way id="11" version="1" timestamp="2026-01-01T00:00:00Z"><nd ref="1"/><nd ref="2"/><nd ref="1"/><tag k="building" v="yes"/></way>
 <way id="12" version="1" timestamp="2026-01-01T00:00:00Z"><nd ref="2"/><nd ref="9007199254740994"/><tag k="public_transport" v="platform"/></way>
 <way id="5000000000001" version="1" timestamp="2026-01-01T00:00:00Z"><nd ref="3"/><nd ref="9007199254740993"/><tag k="construction:railway" v="rail"/><tag k="railway" v="construction"/></way>
 <relation id="20" version="7" timestamp="2026-01-04T00:00:00Z"><member type="way" ref="10" role=""/><member type="way" ref="12" role="platform"/><member type="node" ref="3" role="stop"/><tag k="type" v="route"/><tag k="route" v="train"/></relation>
 <relation id="21" version="1" timestamp="2026-01-01T00:00:00Z"><member type="way" ref="11" role="outer"/><tag k="type" v="multipolygon"/></relation>
)");

const QStringList madeUpLines{
    QStringLiteral("n3 v2 t1767312000 497000000,403000000 railway=station;name=Bakı"),
    QStringLiteral("w10 v4 t1767398400 railway=rail 1@495000000,401000000 2@496000000,402000000 3@497000000,403000000"),
    QStringLiteral("w12 v1 t1767225600 public_transport=platform 2@496000000,402000000 9007199254740994@499000000,405000000"),
    QStringLiteral("w5000000000001 v1 t1767225600 construction:railway=rail;railway=construction 3@497000000,403000000 9007199254740993@498000000,404000000"),
    QStringLiteral("r20 v7 t1767484800 type=route;route=train way/10/ way/12/platform node/3/stop")};

QByteArray track(int id, int version, const char *tag = "railway")
{
    return QStringLiteral("<node id=\"1\" lat=\"40\" lon=\"%2\" version=\"%2\"/><node id=\"2\" lat=\"41\" lon=\"50\" version=\"1\"/>"
                          "<way id=\"%1\" version=\"%2\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"%3\" v=\"rail\"/></way>")
        .arg(id).arg(version).arg(QLatin1String(tag)).toUtf8();
}

} // namespace

class ExtractReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormatGivesTheSame();
    void formatIsToldByContent();
    void objectsInAnyOrder();
    void noFilterKeepsWhatHasTags();
    void newestVersionWins();
    void newestVersionWinsThoughUnwanted();
    void fileTwiceIsFileOnce();
    void deletedObjectsAreLeftOut();
    void changeFileDeletes();
    void doubleNodesAndCrossings();
    void missingNodesAndMembers();
    void antimeridianAndPlacesOffTheGlobe();
    void negativeIds();
    void dateOfTheData();
    void boxesOfTheFiles();
    void progressRisesToTheEnd();
    void cancelStops();
    void realExtracts_data();
    void realExtracts();
    void realExtractsTogether();

private:
    ExtractFolder m_folder;
};

void ExtractReaderTest::everyFormatGivesTheSame()
{
    QCOMPARE(readLines({m_folder.write("a.osm", madeUp)}), madeUpLines);
    QCOMPARE(readLines({m_folder.write("a.osm.gz", gzipped(madeUp))}), madeUpLines);
    QCOMPARE(readLines({m_folder.write("a.osm.bz2", bzipped(madeUp))}), madeUpLines);
    QCOMPARE(readLines({asPbf(m_folder, "a.osm.pbf", madeUp)}), madeUpLines);
}

void ExtractReaderTest::formatIsToldByContent()
{
    const QString pbf = asPbf(m_folder, "b.osm.pbf", madeUp);
    QCOMPARE(readLines({m_folder.write("pbf.osm", contents(pbf))}), madeUpLines);
    QCOMPARE(readLines({m_folder.write("xml.osm.pbf", madeUp)}), madeUpLines);
    QCOMPARE(readLines({m_folder.write("gz.json", gzipped(madeUp))}), madeUpLines);
    QCOMPARE(readLines({m_folder.write("http:nowhere", "\xef\xbb\xbf" + madeUp)}), madeUpLines);
}

void ExtractReaderTest::objectsInAnyOrder()
{
    QByteArray relationsFirst = madeUp;
    const auto nodes = relationsFirst.indexOf("<node"), ways = relationsFirst.indexOf("<way"), relations = relationsFirst.indexOf("<relation");
    const auto end = relationsFirst.indexOf("</osm>");
    relationsFirst = madeUp.left(nodes) + madeUp.mid(relations, end - relations) + madeUp.mid(ways, relations - ways) + madeUp.mid(nodes, ways - nodes) + "</osm>";
    QCOMPARE(readLines({m_folder.write("order.osm", relationsFirst)}), madeUpLines);
    const QByteArray falling = xml("<node id=\"2\" lat=\"1\" lon=\"2\"/><node id=\"1\" lat=\"1\" lon=\"1\"/>"
                                   "<way id=\"8\"><nd ref=\"2\"/><nd ref=\"1\"/><tag k=\"railway\" v=\"rail\"/></way>"
                                   "<way id=\"7\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"railway\" v=\"tram\"/></way>");
    QCOMPARE(readLines({m_folder.write("falling.osm", falling)}), QStringList({"w7 v0 t0 railway=tram 1@10000000,10000000 2@20000000,10000000",
                                                                              "w8 v0 t0 railway=rail 2@20000000,10000000 1@10000000,10000000"}));
}

void ExtractReaderTest::noFilterKeepsWhatHasTags()
{
    const auto all = readExtracts({m_folder.write("all.osm", madeUp)}, {});
    QVERIFY(all);
    QCOMPARE(all->nodes.size(), 2u);
    QCOMPARE(all->ways.size(), 4u);
    QCOMPARE(all->relations.size(), 2u);
    QVERIFY(all->way(5000000000001));
    QVERIFY(!all->way(13));
}

void ExtractReaderTest::newestVersionWins()
{
    const QString older = m_folder.write("older.osm", xml(track(5, 2)));
    const QString newer = asPbf(m_folder, "newer.osm.pbf", xml(track(5, 3)));
    const QStringList expected{QStringLiteral("w5 v3 t0 railway=rail 1@30000000,400000000 2@500000000,410000000")};
    QCOMPARE(readLines({older, newer}), expected);
    QCOMPARE(readLines({newer, older}), expected);
    const auto both = readExtracts({older, newer}, railways);
    QCOMPARE(both->vertices.size(), 2u);
    QCOMPARE(both->storedTags.size(), 1u);
    QCOMPARE(both->remarks, QStringList(QStringLiteral("Objects that came more than once: 1; the newest version of each was taken.")));
    QCOMPARE(both->files, QStringList({"older.osm", "newer.osm.pbf"}));
}

/// A track that has become a cycleway is not drawn as a track because another file is older.
void ExtractReaderTest::newestVersionWinsThoughUnwanted()
{
    const QString older = m_folder.write("track.osm", xml(track(5, 2)));
    const QString newer = m_folder.write("cycleway.osm", xml(track(5, 3, "highway")));
    QCOMPARE(readLines({older, newer}), QStringList());
    QCOMPARE(readLines({newer, older}), QStringList());
    const QByteArray route = "<relation id=\"1\" version=\"1\"><member type=\"way\" ref=\"5\" role=\"\"/><tag k=\"route\" v=\"train\"/></relation>";
    const QString named = m_folder.write("named.osm", xml(track(5, 2) + route));
    const QStringList expected{"w5 v3 t0 highway=rail 1@30000000,400000000 2@500000000,410000000", "r1 v1 t0 route=train way/5/"};
    QCOMPARE(readLines({named, newer}), expected);
    QCOMPARE(readLines({newer, named}), expected);
    const QByteArray stop = "<node id=\"4\" lat=\"1\" lon=\"1\" version=\"1\"><tag k=\"railway\" v=\"halt\"/></node>";
    const QByteArray gone = "<node id=\"4\" lat=\"1\" lon=\"1\" version=\"2\"><tag k=\"amenity\" v=\"cafe\"/></node>";
    QCOMPARE(readLines({m_folder.write("cafe.osm", xml(gone)), m_folder.write("halt.osm", xml(stop))}), QStringList());
}

void ExtractReaderTest::fileTwiceIsFileOnce()
{
    const QString file = m_folder.write("twice.osm", madeUp);
    const auto twice = readExtracts({file, asPbf(m_folder, "twice.osm.pbf", madeUp)}, railways);
    QVERIFY(twice);
    QCOMPARE(lines(*twice), madeUpLines);
    QCOMPARE(twice->vertices.size(), readExtracts({file}, railways)->vertices.size());
    QCOMPARE(twice->strings.size(), readExtracts({file}, railways)->strings.size());
}

void ExtractReaderTest::deletedObjectsAreLeftOut()
{
    const QByteArray history = xml("<node id=\"1\" lat=\"1\" lon=\"1\"/>"
                                   "<way id=\"3\" version=\"1\" visible=\"true\"><nd ref=\"1\"/><tag k=\"railway\" v=\"rail\"/></way>"
                                   "<way id=\"3\" version=\"2\" visible=\"false\"></way>"
                                   "<way id=\"4\" version=\"1\"><nd ref=\"1\"/><tag k=\"railway\" v=\"rail\"/></way>"
                                   "<way id=\"4\" version=\"2\"><nd ref=\"1\"/><tag k=\"railway\" v=\"tram\"/></way>"
                                   "<way id=\"5\" version=\"1\"><nd ref=\"1\"/><tag k=\"railway\" v=\"rail\"/></way>"
                                   "<way id=\"5\" version=\"2\"><nd ref=\"1\"/><tag k=\"highway\" v=\"path\"/></way>");
    const auto read = readExtracts({m_folder.write("history.osm", history)}, railways);
    QVERIFY(read);
    QCOMPARE(lines(*read), QStringList("w4 v2 t0 railway=tram 1@10000000,10000000"));
    QVERIFY(read->remarks.contains(QStringLiteral("Deleted objects left out: 1.")));
}

void ExtractReaderTest::changeFileDeletes()
{
    const QByteArray change = "<osmChange version=\"0.6\"><delete><way id=\"10\" version=\"5\"/></delete>"
                              "<modify><way id=\"5000000000001\" version=\"2\"><nd ref=\"3\"/><nd ref=\"2\"/><tag k=\"railway\" v=\"rail\"/></way></modify></osmChange>";
    const QStringList read = readLines({m_folder.write("base.osm", madeUp), m_folder.write("later.osc", change)});
    QVERIFY(read.filter(QStringLiteral("w10 ")).isEmpty());
    QCOMPARE(read.filter(QStringLiteral("w5000000000001 ")), QStringList("w5000000000001 v2 t0 railway=rail 3@497000000,403000000 2@496000000,402000000"));
}

void ExtractReaderTest::doubleNodesAndCrossings()
{
    const QByteArray text = xml("<node id=\"1\" lat=\"1\" lon=\"1\" version=\"1\"/><node id=\"1\" lat=\"3\" lon=\"3\" version=\"2\"/>"
                                "<node id=\"1\" lat=\"9\" lon=\"9\" version=\"1\"/><node id=\"2\" lat=\"2\" lon=\"2\"/>"
                                "<way id=\"1\"><nd ref=\"1\"/><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"railway\" v=\"rail\"/></way>");
    QCOMPARE(readLines({m_folder.write("doubles.osm", text)}),
             QStringList("w1 v0 t0 railway=rail 1@30000000,30000000 1@30000000,30000000 2@20000000,20000000 1@30000000,30000000 2@20000000,20000000"));
}

void ExtractReaderTest::missingNodesAndMembers()
{
    const QByteArray text = xml("<node id=\"2\" lat=\"2\" lon=\"2\"/>"
                                "<way id=\"1\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"7\"/><tag k=\"railway\" v=\"rail\"/></way>"
                                "<way id=\"2\"><tag k=\"railway\" v=\"rail\"/></way>"
                                "<relation id=\"1\"><member type=\"way\" ref=\"1\" role=\"a\"/><member type=\"way\" ref=\"99\" role=\"b\"/><member type=\"relation\" ref=\"1\" role=\"\"/><tag k=\"route\" v=\"train\"/></relation>");
    for (const QString &file : {m_folder.write("missing.osm", text), asPbf(m_folder, "missing.osm.pbf", text)}) {
        const auto read = readExtracts({file}, railways);
        QVERIFY(read);
        QCOMPARE(lines(*read), QStringList({"w1 v0 t0 railway=rail 1@? 2@20000000,20000000 7@?", "w2 v0 t0 railway=rail", "r1 v0 t0 route=train way/1/a way/99/b relation/1/"}));
        QCOMPARE(read->remarks, QStringList({"Places missing from the extract: 2 vertices of 1 ways, which have gaps there.",
                                             "Ways that relations name and the extract does not have: 1."}));
    }
}

void ExtractReaderTest::antimeridianAndPlacesOffTheGlobe()
{
    const QByteArray text = xml("<node id=\"1\" lat=\"65\" lon=\"179.9999999\"/><node id=\"2\" lat=\"65\" lon=\"-179.9999999\"/><node id=\"3\" lat=\"95\" lon=\"10\"/>"
                                "<way id=\"1\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"3\"/><tag k=\"railway\" v=\"rail\"/></way>");
    QCOMPARE(readLines({m_folder.write("edge.osm", text)}), QStringList("w1 v0 t0 railway=rail 1@1799999999,650000000 2@-1799999999,650000000 3@?"));
}

void ExtractReaderTest::negativeIds()
{
    const QByteArray text = xml("<node id=\"-1\" lat=\"1\" lon=\"1\"/><node id=\"-2\" lat=\"2\" lon=\"2\"/><node id=\"5\" lat=\"5\" lon=\"5\"/>"
                                "<way id=\"-7\"><nd ref=\"-2\"/><nd ref=\"5\"/><nd ref=\"-1\"/><tag k=\"railway\" v=\"rail\"/></way>");
    QCOMPARE(readLines({m_folder.write("new.osm", text)}), QStringList("w-7 v0 t0 railway=rail -2@20000000,20000000 5@50000000,50000000 -1@10000000,10000000"));
}

void ExtractReaderTest::dateOfTheData()
{
    const auto date = [](const QStringList &files) { return readExtracts(files, railways)->date.toString(Qt::ISODate); };
    const QString plain = m_folder.write("date.osm", madeUp);
    QCOMPARE(date({plain}), QStringLiteral("2026-01-04T00:00:00Z"));
    const QString pbf = asPbf(m_folder, "date.osm.pbf", madeUp, "2026-02-03T04:05:06Z");
    QCOMPARE(date({pbf}), QStringLiteral("2026-02-03T04:05:06Z"));
    QByteArray overpass = madeUp;
    overpass.replace(" <node id=\"1\"", "<note>made up</note>\n<meta osm_base=\"2025-12-31T23:59:59Z\"/>\n<node id=\"1\"");
    const QString stated = m_folder.write("stated.osm", overpass);
    QCOMPARE(date({stated}), QStringLiteral("2025-12-31T23:59:59Z"));
    QCOMPARE(date({pbf, stated}), QStringLiteral("2025-12-31T23:59:59Z"));
    QCOMPARE(readExtracts({pbf, stated}, railways)->remarks.filter(QStringLiteral("from 2025-12-31 to 2026-02-03")).size(), 1);
    QVERIFY(!readExtracts({m_folder.write("undated.osm", xml(track(1, 1)))}, railways)->date.isValid());
}

void ExtractReaderTest::boxesOfTheFiles()
{
    QByteArray stated = madeUp;
    stated.replace(" <node id=\"1\"", "<bounds minlat='40' minlon='44.5' maxlat='41' maxlon='50.25'/>\n<node id=\"1\"");
    const QString file = m_folder.write("box.osm", stated);
    QCOMPARE(readExtracts({file}, railways)->boxes, (std::vector<GeoBox>{{44.5, 40, 50.25, 41}}));
    QCOMPARE(readExtracts({file, m_folder.write("box2.osm.gz", gzipped(stated))}, railways)->boxes.size(), std::size_t(2));
    // Where one of several says nothing, nobody knows what they cover together.
    QVERIFY(readExtracts({file, m_folder.write("boxless.osm", madeUp)}, railways)->boxes.empty());
}

void ExtractReaderTest::progressRisesToTheEnd()
{
    ExtractOptions options = railways;
    double last = 0;
    bool rises = true;
    options.progress = [&](double share) {
        rises = rises && share >= last && share <= 1;
        last = share;
    };
    QVERIFY(readExtracts({m_folder.write("progress.osm", madeUp), asPbf(m_folder, "progress.osm.pbf", madeUp)}, options));
    QVERIFY(rises);
    QCOMPARE(last, 1.0);
}

void ExtractReaderTest::cancelStops()
{
    for (const QString &file : {m_folder.write("cancel.osm", madeUp), asPbf(m_folder, "cancel.osm.pbf", madeUp)}) {
        ExtractOptions options;
        int asked = 0;
        options.wanted = [&](OsmType, std::span<const OsmTag>) { ++asked; options.cancel.cancel(); return true; };
        const auto read = readExtracts({file}, options);
        QVERIFY(!read);
        QCOMPARE(read.error().text(), QStringLiteral("cancelled"));
        QVERIFY(asked < 10);
    }
}

void ExtractReaderTest::realExtracts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<std::size_t>("nodes");
    QTest::addColumn<std::size_t>("ways");
    QTest::addColumn<std::size_t>("relations");
    QTest::addColumn<QString>("date");
    // Ways and relations with tags, and nodes with tags, as osmium tags-count and GDAL count them.
    QTest::newRow("azerbaijan") << QStringLiteral("azerbaijan-rail.osm.pbf") << std::size_t(203) << std::size_t(4892) << std::size_t(0) << QStringLiteral("2026-02-26");
    QTest::newRow("south caucasus") << QStringLiteral("south-caucasus-rail.osm.pbf") << std::size_t(324) << std::size_t(6583) << std::size_t(37) << QStringLiteral("2026-07-14");
    QTest::newRow("stations") << QStringLiteral("corridor-stations.osm.pbf") << std::size_t(4421) << std::size_t(0) << std::size_t(0) << QStringLiteral("2026-02-26");
    QTest::newRow("overpass body") << QStringLiteral("overpass-body-sankt-poelten-rail.json") << std::size_t(0) << std::size_t(1779) << std::size_t(0) << QStringLiteral("2024-04-07");
    QTest::newRow("overpass ways") << QStringLiteral("overpass-geom-nakhchivan-rail.json") << std::size_t(0) << std::size_t(417) << std::size_t(0) << QStringLiteral("2026-02-26");
}

void ExtractReaderTest::realExtracts()
{
    CA_NEED_TEST_DATA();
    QFETCH(QString, file);
    const auto read = readExtracts({externalPath(QStringLiteral("osm/") + file)}, railways);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
    QTEST(read->nodes.size(), "nodes");
    QTEST(read->ways.size(), "ways");
    QTEST(read->relations.size(), "relations");
    QTEST(read->date.date().toString(Qt::ISODate), "date");
    QCOMPARE(read->remarks, QStringList());
    for (const OsmExtract::Vertex &vertex : read->vertices)
        QVERIFY(vertex.at.defined());
}

void ExtractReaderTest::realExtractsTogether()
{
    CA_NEED_TEST_DATA();
    const QString all = externalPath(QStringLiteral("osm/south-caucasus-rail.osm.pbf"));
    const auto once = readExtracts({all}, railways);
    const auto twice = readExtracts({all, all}, railways);
    QVERIFY(once && twice);
    QCOMPARE(lines(*twice), lines(*once));
    QCOMPARE(twice->vertices.size(), once->vertices.size());
    const auto monaco = readExtracts({externalPath(QStringLiteral("osm/monaco-2012.osm.gz"))}, {});
    QVERIFY(monaco);
    QCOMPARE(monaco->relations.size(), 77u);
    QVERIFY(monaco->ways.size() <= 1944 && monaco->ways.size() > 1800);
}

QTEST_GUILESS_MAIN(ExtractReaderTest)
#include "ExtractReaderTest.moc"
