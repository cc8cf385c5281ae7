// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmLayers.h"

#include "ExtractMaker.h"
#include "osm/OldMultipolygons.h"

#include <QtTest>

using namespace ca;
using test::ExtractMaker;

namespace {

const LayerMapping &mapping()
{
    return LayerMapping::bundled();
}

const OsmLayer &layerOf(const OsmLayers &made, const char *id)
{
    for (std::size_t i = 0; i < made.layers.size(); ++i) {
        if (mapping().layers()[i].id == QLatin1String(id))
            return made.layers[i];
    }
    qFatal("no layer %s", id);
}

/// "10,40 10.5,40" of a ring, or of what a level of @p tolerance keeps of it.
QString ringText(const OsmLayer &layer, std::size_t ring, double tolerance = 0)
{
    QStringList words;
    for (std::size_t i = layer.ringStart[ring]; i < layer.ringEnd(ring); ++i) {
        if (tolerance == 0 || layer.ranks[i] >= leastRank(tolerance))
            words << QStringLiteral("%1,%2").arg(layer.vertices[i].lon / 1e7).arg(layer.vertices[i].lat / 1e7);
    }
    return words.join(u' ');
}

QStringList ringTexts(const OsmLayer &layer)
{
    QStringList out;
    for (std::size_t ring = 0; ring < layer.ringStart.size(); ++ring)
        out << ringText(layer, ring);
    return out;
}

OsmId wayId(std::int64_t id)
{
    return {OsmType::Way, id};
}

const test::MadeTags rail{{"railway", "rail"}};
const test::MadeTags water{{"type", "multipolygon"}, {"natural", "water"}};
const test::MadeTags country{{"type", "boundary"}, {"boundary", "administrative"}, {"admin_level", "2"}};

/// A square of four ways, 1 to 4, around (@p lon, @p lat); node ids from 1 up.
void placeSquare(ExtractMaker &maker, double lon, double lat, double half)
{
    maker.place(1, lon - half, lat - half);
    maker.place(2, lon + half, lat - half);
    maker.place(3, lon + half, lat + half);
    maker.place(4, lon - half, lat + half);
}

} // namespace

class OsmLayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void selfCrossingWaysStayWhole()
    {
        ExtractMaker maker;
        placeSquare(maker, 10, 40, 1);
        maker.way(5'000'000'000, {1, 3, 4, 2}, rail);  // its id needs 64 bits, its ends cross
        const OsmExtract extract = maker.made();
        const OsmLayers made = makeLayers(extract, mapping());
        const OsmLayer &layer = layerOf(made, "railways");
        QCOMPARE(ringTexts(layer), QStringList(QStringLiteral("9,39 11,41 9,41 11,39")));
        QCOMPARE(layer.rows[0].object, wayId(5'000'000'000));
        QCOMPARE(layer.rows[0].version, 3);
        QVERIFY(made.remarks.isEmpty());
    }

    void missingNodesCutAndDoubleOnesGo()
    {
        ExtractMaker maker;
        for (int i = 1; i <= 6; ++i)
            maker.place(i, 10 + i, 40);
        maker.place(7, 16, 40);  // where 6 is
        maker.way(1, {1, 2, 2, 99, 3, 98, 4, 5, 6, 7}, rail);
        maker.way(2, {99, 1}, rail);
        maker.way(3, {6, 7}, rail);
        const OsmExtract extract = maker.made();
        const OsmLayers made = makeLayers(extract, mapping());
        QCOMPARE(ringTexts(layerOf(made, "railways")), QStringList({QStringLiteral("11,40 12,40"), QStringLiteral("14,40 15,40 16,40")}));
        QCOMPARE(made.remarks.size(), 2);
        QVERIFY2(made.remarks[0].contains(QLatin1String("way/2, way/3")), qPrintable(made.remarks[0]));
        QVERIFY2(made.remarks[1].contains(QLatin1String("way/1")), qPrintable(made.remarks[1]));
    }

    void linesAreCutAtTheAntimeridian()
    {
        ExtractMaker maker;
        maker.place(1, 179, 60);
        maker.place(2, -179, 62);
        maker.place(3, -178, 62);
        maker.place(4, 180, 65);
        maker.way(1, {1, 2, 3}, rail);
        maker.way(2, {1, 4, 3}, rail);
        maker.way(3, {3, 1}, {{"natural", "coastline"}});
        const OsmExtract extract = maker.made();
        const OsmLayers made = makeLayers(extract, mapping());
        QCOMPARE(ringTexts(layerOf(made, "railways")), QStringList({QStringLiteral("179,60 180,61"), QStringLiteral("-180,61 -179,62 -178,62"), QStringLiteral("179,60 180,65"), QStringLiteral("-180,65 -178,62")}));
        QCOMPARE(layerOf(made, "coast").rows.size(), std::size_t(2));
        QVERIFY(made.remarks[0].contains(QLatin1String("way/1, way/2, way/3")));
    }

    void levelsKeepNodesWhereWaysMeet()
    {
        ExtractMaker maker;
        // A line with bends of some 11 m (node 2), none (3, a junction) and 1.1 km (4).
        maker.place(1, 10, 0);
        maker.place(2, 10.1, 0.0001);
        maker.place(3, 10.2, 0);
        maker.place(4, 10.3, 0.01);
        maker.place(5, 10.4, 0);
        maker.place(6, 10.2, 1);
        maker.way(1, {1, 2, 3, 4, 5}, rail);
        maker.way(2, {6, 3}, {{"railway", "rail"}, {"service", "yard"}});
        const OsmExtract extract = maker.made();
        const OsmLayers made = makeLayers(extract, mapping());
        const OsmLayer &layer = layerOf(made, "railways");
        QCOMPARE(ringText(layer, 0, 40), QStringLiteral("10,0 10.2,0 10.3,0.01 10.4,0"));
        QCOMPARE(ringText(layer, 0, 5000), QStringLiteral("10,0 10.2,0 10.4,0"));
        QCOMPARE(ringText(layer, 0, 5), QStringLiteral("10,0 10.1,0.0001 10.2,0 10.3,0.01 10.4,0"));
        QVERIFY(!layer.rows[0].close && layer.rows[1].close);
    }

    void multipolygonsAreJoinedByTheirNodes()
    {
        ExtractMaker maker;
        placeSquare(maker, 10, 40, 1);
        maker.place(11, 10, 40);
        maker.place(12, 10.1, 40);
        maker.place(13, 10, 40.1);
        maker.way(1, {1, 2, 3}, {});
        maker.way(2, {1, 4, 3}, {});  // the other way round
        maker.way(3, {11, 12, 13, 11}, {{"place", "islet"}});
        maker.way(4, {1, 2, 3, 4, 1}, {{"natural", "water"}});
        maker.relation(7, {{wayId(1), "outer"}, {wayId(3), "inner"}, {wayId(2), "outer"}}, water);
        maker.relation(8, {{wayId(4), "outer"}}, water);  // its way has the tags too: one lake, not two
        const OsmExtract extract = maker.made();
        const OsmLayers made = makeLayers(extract, mapping());
        const OsmLayer &lakes = layerOf(made, "lakes");
        QCOMPARE(lakes.rows.size(), std::size_t(2));
        QCOMPARE(toText(lakes.rows[0].object), QStringLiteral("relation/7"));
        QCOMPARE(ringTexts(lakes), QStringList({QStringLiteral("9,39 11,39 11,41 9,41 9,39"), QStringLiteral("10,40 10.1,40 10,40.1 10,40"), QStringLiteral("9,39 11,39 11,41 9,41 9,39")}));
        QCOMPARE(lakes.polygonStart, (std::vector<std::uint32_t>{0, 2}));
        QVERIFY2(made.remarks.isEmpty(), qPrintable(made.remarks.join(u'\n')));
    }

    /// Relations without tags of their own, as they were mapped up to 2017.
    void oldMultipolygonsAreWhatTheirOutlineSays()
    {
        ExtractMaker maker;
        placeSquare(maker, 10, 40, 1);
        maker.place(11, 10, 40);
        maker.place(12, 10.1, 40);
        maker.place(13, 10, 40.1);
        maker.place(21, 10.5, 40);
        maker.place(22, 10.6, 40);
        maker.place(23, 10.5, 40.1);
        const test::MadeTags bare{{"type", "multipolygon"}, {"created_by", "JOSM"}};
        maker.way(1, {1, 2, 3}, {{"natural", "water"}, {"name", "Lake"}, {"source", "survey"}});
        maker.way(2, {1, 4, 3}, {{"natural", "water"}, {"name", "Lake"}, {"note", "west shore"}, {"barrier", "wall"}});
        maker.way(3, {11, 12, 13, 11}, {{"name", "Lake"}, {"natural", "water"}});  // says what the area says: a hole
        maker.way(4, {21, 22, 23, 21}, {{"natural", "water"}, {"name", "Pond"}});  // a hole, and a lake of its own in it
        maker.way(5, {1, 2, 3, 4, 1}, {{"natural", "water"}});
        maker.way(6, {11, 12, 13, 11}, {{"landuse", "forest"}});
        maker.relation(7, {{wayId(1), "outer"}, {wayId(2), ""}, {wayId(3), "inner"}, {wayId(4), "inner"}}, bare);
        maker.relation(8, {{wayId(5), "outer"}, {wayId(6), "outer"}}, bare);  // they do not agree: each is what it is
        maker.relation(9, {{wayId(6), "outer"}}, bare);  // of no layer
        maker.relation(10, {{wayId(5), "outer"}}, {{"type", "multipolygon"}, {"landuse", "forest"}});  // says what it is
        OsmExtract extract = maker.made();
        oldmultipolygons::giveOutlineTags(extract, mapping().filter());
        QCOMPARE(extract.relations.size(), std::size_t(2));
        QCOMPARE(extract.relations[1].id, 10);
        QCOMPARE(extract.tag(extract.relations[0].tags, "name"), std::string_view("Lake"));
        QVERIFY(extract.tag(extract.relations[0].tags, "barrier").empty());
        const OsmLayers made = makeLayers(extract, mapping());
        const OsmLayer &lakes = layerOf(made, "lakes");
        QStringList objects;
        for (const OsmRow &row : lakes.rows)
            objects << toText(row.object);
        QCOMPARE(objects, QStringList({QStringLiteral("way/4"), QStringLiteral("way/5"), QStringLiteral("relation/7")}));
        QCOMPARE(lakes.ringStart.size() - lakes.rows[2].firstRing, std::size_t(3));
        QVERIFY2(made.remarks.isEmpty(), qPrintable(made.remarks.join(u'\n')));
    }

    void relationsWithMissingMembersAreLeftOut()
    {
        ExtractMaker maker;
        placeSquare(maker, 10, 40, 1);
        maker.way(1, {1, 2, 3}, {});
        maker.way(2, {3, 4}, {});
        maker.way(3, {1, 2, 3}, {{"natural", "water"}});
        maker.relation(7, {{wayId(1), "outer"}, {wayId(99), "outer"}}, water);
        maker.relation(8, {{wayId(1), "outer"}, {wayId(2), "outer"}}, water);
        const OsmExtract extract = maker.made();
        const OsmLayers made = makeLayers(extract, mapping());
        QVERIFY(layerOf(made, "lakes").rows.empty());
        QCOMPARE(made.remarks.size(), 3);
        QVERIFY(made.remarks[0].contains(QLatin1String("way/3")));
        QVERIFY(made.remarks[1].contains(QLatin1String("relation/7")));
        QVERIFY(made.remarks[2].contains(QLatin1String("relation/8")));
    }

    void areasAreCutAtTheAntimeridian()
    {
        ExtractMaker maker;
        maker.place(1, 179, 60);
        maker.place(2, -179, 60);
        maker.place(3, -179, 62);
        maker.place(4, 179, 62);
        maker.way(1, {1, 2, 3, 4, 1}, {{"natural", "water"}});
        const OsmExtract extract = maker.made();
        const OsmLayers made = makeLayers(extract, mapping());
        const OsmLayer &lakes = layerOf(made, "lakes");
        QCOMPARE(lakes.rows.size(), std::size_t(1));
        QCOMPARE(lakes.polygonStart.size(), std::size_t(2));
        for (std::size_t ring = 0; ring < 2; ++ring) {
            for (std::size_t i = lakes.ringStart[ring]; i < lakes.ringEnd(ring); ++i) {
                const std::int64_t lon = lakes.vertices[i].lon;
                QVERIFY(ring == 0 ? lon >= 1'790'000'000 : lon <= -1'790'000'000);
            }
        }
    }

    void bordersAreThereOnceWithTheirRelations()
    {
        ExtractMaker maker;
        placeSquare(maker, 10, 40, 1);
        maker.way(1, {1, 2}, {});
        maker.way(2, {2, 3}, {{"boundary", "administrative"}, {"admin_level", "2"}, {"disputed", "yes"}});
        maker.way(3, {3, 4}, {{"boundary", "administrative"}, {"admin_level", "2"}});
        auto named = country;
        named.emplace_back("name", "A");
        maker.relation(20, {{wayId(1), "outer"}, {wayId(2), "outer"}}, named);
        maker.relation(21, {{wayId(1), "outer"}, {wayId(98), "outer"}}, country);
        const OsmExtract extract = maker.made();
        const OsmLayers made = makeLayers(extract, mapping());
        const OsmLayer &borders = layerOf(made, "borders");
        QCOMPARE(borders.rows.size(), std::size_t(3));
        QCOMPARE(borders.rows[0].relations, (std::vector<std::uint32_t>{0, 1}));
        QCOMPARE(borders.rows[1].relations, (std::vector<std::uint32_t>{0}));
        QVERIFY(borders.rows[2].relations.empty());
        QVERIFY(made.remarks.size() == 1 && made.remarks[0].contains(QLatin1String("relation/21")));
    }

    void manyWaysStayInOrder()
    {
        ExtractMaker maker;
        constexpr int count = 20'000;  // more than a thread classifies at a time
        for (int i = 1; i <= count + 1; ++i)
            maker.place(i, i / 1000.0, 40 + i % 2);
        for (int i = 1; i <= count; ++i)
            maker.way(i, {i, i % 5000 ? i + 1 : -1}, i % 2 ? rail : test::MadeTags{{"highway", "primary"}});
        const OsmExtract extract = maker.made();
        const OsmLayers made = makeLayers(extract, mapping());
        const OsmLayer &rails = layerOf(made, "railways"), &roads = layerOf(made, "roads");
        QCOMPARE(rails.rows.size(), std::size_t(count / 2));
        QCOMPARE(roads.rows.size(), std::size_t(count / 2 - 4));
        for (const OsmLayer *layer : {&rails, &roads}) {
            QCOMPARE(layer->ranks.size(), layer->vertices.size());
            for (std::size_t row = 0; row < layer->rows.size(); ++row) {
                const OsmRow &one = layer->rows[row];
                QVERIFY(row == 0 || layer->rows[row - 1].object.id < one.object.id);
                QCOMPARE(layer->ringEnd(one.firstRing) - layer->ringStart[one.firstRing], std::size_t(2));
                QCOMPARE(std::int64_t(layer->vertices[layer->ringStart[one.firstRing]].lon), one.object.id * 10'000);
            }
        }
        QCOMPARE(made.remarks.size(), 1);
        QVERIFY2(made.remarks[0].contains(QStringLiteral("way/5000, way/10000, way/15000 …")), qPrintable(made.remarks[0]));
    }

    void pointsAreInTheMiddle()
    {
        ExtractMaker maker;
        placeSquare(maker, 10, 40, 1);
        maker.place(5, 179, 10);
        maker.place(6, -177, 12);
        maker.node(9, 50, 41, {{"railway", "station"}});
        maker.way(1, {1, 2, 3, 4, 1}, {{"railway", "station"}});
        maker.way(2, {5, 6}, {{"railway", "halt"}});
        maker.way(3, {77, 78}, {{"railway", "halt"}});
        const OsmExtract extract = maker.made();
        const OsmLayers made = makeLayers(extract, mapping());
        QCOMPARE(ringTexts(layerOf(made, "stations")), QStringList({QStringLiteral("50,41"), QStringLiteral("10,40"), QStringLiteral("-179,11")}));
        QVERIFY(made.remarks.size() == 1 && made.remarks[0].contains(QLatin1String("way/3")));
    }
};

QTEST_GUILESS_MAIN(OsmLayersTest)
#include "OsmLayersTest.moc"
