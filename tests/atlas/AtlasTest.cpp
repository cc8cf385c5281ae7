// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/Atlas.h"

#include "atlas/SampleAtlas.h"
#include "geo/Geodesic.h"

#include <QTest>

using namespace ca;

class AtlasTest : public QObject {
    Q_OBJECT

    const Atlas m_atlas{test::sampleAtlas()};

    /// "p1 p2(context) p3[north]"
    QString told(const QString &subject) const
    {
        QStringList words;
        for (const PassageLink &link : m_atlas.passages(subject)) {
            QString word = link.passage->id;
            if (link.context)
                word += QStringLiteral("(context)");
            if (link.wholeCorridor)
                word += u'[' + link.corridor + u']';
            words += word;
        }
        return words.join(u' ');
    }

private Q_SLOTS:
    void findsById()
    {
        QCOMPARE(m_atlas.segment("b")->from, QStringLiteral("Beta"));
        QCOMPARE(m_atlas.subject("place-x")->title, QStringLiteral("Place X"));
        QCOMPARE(m_atlas.record("page-1")->id, QStringLiteral("page-1"));
        QCOMPARE(m_atlas.passage("p3")->paragraph, 1);
        QCOMPARE(m_atlas.contradiction("x-1")->sources, QStringList{"page-1"});
        QVERIFY(!m_atlas.segment("north") && !m_atlas.subject("a") && !m_atlas.record("") && !m_atlas.passage("p9"));
        QVERIFY(m_atlas.knows("a") && m_atlas.knows("agreement-y") && !m_atlas.knows("nowhere"));
    }

    void corridorsByOrder()
    {
        QCOMPARE(m_atlas.corridors().size(), std::size_t(2));
        QStringList south;
        for (const CorridorMember *member : m_atlas.members("south"))
            south += member->segment;
        QCOMPARE(south, (QStringList{"b", "c"}));
        QCOMPARE(m_atlas.corridorsOf("b"), (QStringList{"north", "south"}));
        QVERIFY(m_atlas.members("place-x").empty());
    }

    void passagesOfSegmentsAndCorridors()
    {
        QCOMPARE(told("a"), QStringLiteral("p2(context)[north] p1 p3[north] p5(context)[north]"));
        // What names the segment itself is its own, even when it names the corridor too; a passage of two of its
        // corridors comes once, and as what it is about.
        QCOMPARE(told("b"), QStringLiteral("p2(context)[north] p3(context) p5[south]"));
        QCOMPARE(told("c"), QStringLiteral("p5[south]"));
        QCOMPARE(told("north"), QStringLiteral("p2(context) p1 p3 p5(context)"));
        QCOMPARE(told("south"), QStringLiteral("p3(context) p5"));
        QCOMPARE(told("place-x"), QStringLiteral("p4"));
        QCOMPARE(told("agreement-y"), QString());
        QCOMPARE(told("nowhere"), QString());
    }

    void segmentsOfPassages()
    {
        QCOMPARE(m_atlas.segmentsOf(*m_atlas.passage("p1")), QStringList{"a"});
        QCOMPARE(m_atlas.segmentsOf(*m_atlas.passage("p3")), (QStringList{"b", "a"}));
        QCOMPARE(m_atlas.segmentsOf(*m_atlas.passage("p4")), QStringList());
        QCOMPARE(m_atlas.segmentsOf(*m_atlas.passage("p5")), (QStringList{"b", "c", "a"}));
    }

    void everyLinkWorksBothWays()
    {
        for (const Segment &segment : m_atlas.data().segments) {
            for (const Passage &passage : m_atlas.data().passages) {
                const std::vector<PassageLink> links = m_atlas.passages(segment.id);
                const bool listed = std::any_of(links.begin(), links.end(), [&](const PassageLink &l) { return l.passage == &passage; });
                QCOMPARE(listed, m_atlas.segmentsOf(passage).contains(segment.id));
            }
        }
    }

    void newestStatusCounts()
    {
        const CurrentStatus a = m_atlas.status("a");
        QCOMPARE(a.status, Status::Operating);  // the later "unknown" hides nothing
        QCOMPARE(a.asOf, QStringLiteral("2025"));
        QCOMPARE(a.fact->id, QStringLiteral("f-2"));
        QCOMPARE(m_atlas.status("b").status, Status::Planned);
        QCOMPARE(m_atlas.status("c").status, Status::Unknown);
        QVERIFY(!m_atlas.status("c").fact);
        QCOMPARE(m_atlas.publishedLengths("a").size(), std::size_t(1));
        QCOMPARE(m_atlas.facts("a").size(), std::size_t(4));
    }

    void derivedGeometry()
    {
        const Segment &b = *m_atlas.segment("b");
        const GeoLine line = b.line();
        QCOMPARE(line.size(), std::size_t(3));
        QCOMPARE(b.lengthMetres, geodesic::length(line));
        QVERIFY(b.lengthMetres > 80000 && b.lengthMetres < 100000);
        QCOMPARE(b.extent, (GeoBox{46.0, 40.0, 47.0, 40.1}));
        QCOMPARE(b.waypoints.front().along, 0.0);
        QCOMPARE(b.weakestPrecision(), Precision::Estimated);
        QCOMPARE(m_atlas.segment("a")->weakestPrecision(), Precision::Generalised);
    }

    void waypointsKnowHowFarTheyAre()
    {
        AtlasData data = test::sampleAtlas();
        Waypoint middle = data.segments[0].waypoints[0];
        middle.position = data.segments[0].legs[0].line[1];
        Waypoint beside = middle;
        beside.position = {40.001, 45.75};
        data.segments[0].waypoints.push_back(middle);
        data.segments[0].waypoints.push_back(beside);
        const Atlas atlas(data);
        const Segment &a = *atlas.segment("a");
        QVERIFY(qAbs(a.waypoints[1].along - a.lengthMetres / 2) < 1);
        QVERIFY(qAbs(a.waypoints[2].along - a.lengthMetres * 0.75) < 50);
    }

    void displayNames_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<NamePolicy>("policy");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        QTest::newRow("neutral") << "b" << NamePolicy::Neutral << "en" << "Beta route";
        QTest::newRow("Armenian") << "b" << NamePolicy::Armenian << "en" << "BRIP";
        QTest::newRow("Azerbaijani") << "b" << NamePolicy::Azerbaijani << "en" << "Zangezur corridor";
        QTest::newRow("own language") << "b" << NamePolicy::Azerbaijani << "az" << QStringLiteral("Zəngəzur dəhlizi");
        QTest::newRow("neutral in the language before the party in English")
            << "b" << NamePolicy::Armenian << "hy" << QStringLiteral("Բետա");
        QTest::newRow("party in English") << "b" << NamePolicy::Armenian << "tr" << "BRIP";
        QTest::newRow("neutral in English") << "b" << NamePolicy::Neutral << "tr" << "Beta route";
        QTest::newRow("party without a name") << "c" << NamePolicy::Armenian << "en" << "Gamma line";
        QTest::newRow("ends") << "a" << NamePolicy::Neutral << "en" << QStringLiteral("Alpha – Beta");
        QTest::newRow("title") << "south" << NamePolicy::Armenian << "ka" << "South corridor";
        QTest::newRow("unknown") << "nowhere" << NamePolicy::Neutral << "en" << "nowhere";
        QTest::newRow("both") << "b" << NamePolicy::Both << "en"
                              << QStringLiteral("Beta route (“BRIP” in Armenian usage; “Zangezur corridor” in Azerbaijani usage)");
        QTest::newRow("both, alike") << "c" << NamePolicy::Both << "en" << "Gamma line";
    }

    void namesInOneLanguageAreTold()
    {
        AtlasData data = m_atlas.data();
        data.names = {{"b", "en", "Beta route", "neutral", {}, {}, {}, {}}, {"b", "tr", "Beta yolu", "neutral", {}, {}, {}, {}},
                      {"b", "ru", "Бета", "armenian", {}, {}, {}, {}}, {"b", "ka", "ბეტა", "search", {}, {}, {}, {}}};
        const Atlas atlas(data);
        QVERIFY(atlas.hasNameIn("b", NamePolicy::Neutral, "en"));
        QVERIFY(atlas.hasNameIn("b", NamePolicy::Azerbaijani, "tr"));
        QVERIFY(atlas.hasNameIn("b", NamePolicy::Armenian, "ru"));
        QVERIFY(!atlas.hasNameIn("b", NamePolicy::Neutral, "ru"));
        QVERIFY(!atlas.hasNameIn("b", NamePolicy::Neutral, "ka"));  // only searched for
    }
    void displayNames()
    {
        QFETCH(QString, id);
        QFETCH(NamePolicy, policy);
        QFETCH(QString, language);
        QTEST(m_atlas.displayName(id, policy, language), "name");
    }

    void bothLeavesOutWhatIsTheSame()
    {
        AtlasData data = test::sampleAtlas();
        data.names[1].name = QStringLiteral("Beta route");
        QCOMPARE(Atlas(data).displayName("b", NamePolicy::Both, "en"),
                 QStringLiteral("Beta route (“Zangezur corridor” in Azerbaijani usage)"));
        data.names[1].name = data.names[2].name;
        QCOMPARE(Atlas(data).displayName("b", NamePolicy::Both, "en"), QStringLiteral("Beta route (Zangezur corridor)"));
        data.names[0].name = QStringLiteral("Beta route (BR)");
        QCOMPARE(Atlas(data).displayName("b", NamePolicy::Both, "en"), QStringLiteral("Beta route (BR) – Zangezur corridor"));
    }

    void resolvesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("id") << "b" << QStringList{"b"};
        QTest::newRow("name in capitals") << "BETA ROUTE" << QStringList{"b"};
        QTest::newRow("ends") << "alpha - beta" << QStringList{"a"};
        QTest::newRow("title") << "place x" << QStringList{"place-x"};
        QTest::newRow("search name") << QStringLiteral("зангезурский коридор") << QStringList{"b"};
        QTest::newRow("sounds alike") << "zengezur korridor" << QStringList();
        QTest::newRow("another vowel") << "zengezur corridor" << QStringList{"b"};
        QTest::newRow("spaces") << "  Beta   route " << QStringList{"b"};
        QTest::newRow("unknown") << "nowhere" << QStringList();
        QTest::newRow("empty") << "" << QStringList();
    }

    void resolvesNames()
    {
        QFETCH(QString, name);
        QTEST(m_atlas.resolve(name), "ids");
    }

    void sharedNamesGiveEveryId()
    {
        AtlasData data = test::sampleAtlas();
        data.names.back().name = QStringLiteral("Beta route");
        QCOMPARE(Atlas(data).resolve("beta route"), (QStringList{"b", "c"}));
    }
};

QTEST_APPLESS_MAIN(AtlasTest)
#include "AtlasTest.moc"
