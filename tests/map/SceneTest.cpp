// SPDX-License-Identifier: GPL-3.0-or-later
#include "Synthetic.h"
#include "geo/Polyline.h"
#include "map/LaneAssignment.h"

#include <QtTest>

using namespace ca;

class SceneTest : public QObject {
    Q_OBJECT

    static const Scene::Strand &strand(const Scene &scene, const QString &corridor, const QString &segment)
    {
        for (const Scene::Strand &s : scene.strands()) {
            if (s.corridor == corridor && scene.atlas().data().segments[s.segment].id == segment)
                return s;
        }
        qFatal("no such strand");
    }

private Q_SLOTS:
    void baseMapOfOnePoint()
    {
        BaseMap base;
        BaseLayer countries = test::layer(QStringLiteral("countries"), GeometryKind::Point);
        test::addFeature(countries.levels[0].features, 1, {{{39.5, 44.2}}});
        base.layers = {countries};
        const auto scene = test::scene(test::atlasData(), base);
        QVERIFY(scene);
        QCOMPARE(scene->layer(QStringLiteral("countries"))->levels.front().shapes.parts.size(), std::size_t(1));
    }

    void lakeSmallerThanRounding()
    {
        BaseMap base;
        BaseLayer lakes = test::layer(QStringLiteral("lakes"), GeometryKind::Polygon);
        const double east = std::nextafter(44.2, 45.0);
        test::addFeature(lakes.levels[0].features, 1, {test::square(44.2, 41.2, east, std::nextafter(41.2, 42.0))});
        base.layers = {lakes};
        QVERIFY(test::scene(test::atlasData(), base));
    }

    void sharedTracksGetLanes()
    {
        const auto scene = test::scene();
        const double red = strand(*scene, "red", "trunk").lane, blue = strand(*scene, "blue", "trunk").lane;
        QCOMPARE(red, -0.5);
        QCOMPARE(blue, 0.5);
        // The twin runs the other way on the same track: the blue lane stays on its side of it.
        QCOMPARE(strand(*scene, "blue", "twin").lane, -0.5);
    }

    void othersStayOnTheirLine()
    {
        const auto scene = test::scene();
        QCOMPARE(strand(*scene, "blue", "far").lane, 0.0);
        QCOMPARE(strand(*scene, "red", "plan").lane, 0.0);
        QCOMPARE(strand(*scene, "pipe", "gas").lane, 0.0);  // same place, but no railway
    }

    void lanesAreSideBySideOnTheGround()
    {
        // Whatever the direction a segment was digitised in, the two corridors never change sides.
        for (const bool reversed : {false, true}) {
            PlaneLine line{{100000, 0}, {50000, 100}, {0, 0}}, twin = line;
            if (reversed)
                std::reverse(twin.begin(), twin.end());
            std::vector<Scene::Strand> strands(3);
            strands[0] = {"a", 0, 0, Mode::Rail, Status::Operating, Role::Main, 0, {}};
            strands[1] = {"b", 0, 0, Mode::Rail, Status::Operating, Role::Main, 1, {}};
            strands[2] = {"b", 1, 0, Mode::Rail, Status::Operating, Role::Main, 1, {}};
            std::vector<std::vector<std::size_t>> turns;
            assignLanes({line, twin}, {Mode::Rail, Mode::Rail}, strands, turns);
            QCOMPARE(strands[0].lane, -0.5);
            QCOMPARE(strands[1].lane, 0.5);
            QCOMPARE(strands[2].lane, reversed ? -0.5 : 0.5);
        }
    }

    void partlySharedTracksShareThatPart()
    {
        // The first 50 km together, then apart: lanes only where both run.
        const PlaneLine a{{0, 0}, {-25000, 0}, {-50000, 0}, {-75000, 0}, {-100000, 0}};
        const PlaneLine b{{0, 100}, {-24000, 100}, {-50000, 100}, {-60000, -30000}, {-60000, -60000}};
        std::vector<Scene::Strand> strands{{"a", 0, 0, Mode::Rail, Status::Operating, Role::Main, 0, {}},
                                           {"b", 1, 0, Mode::Rail, Status::Operating, Role::Main, 1, {}}};
        std::vector<std::vector<std::size_t>> turns;
        assignLanes({a, b}, {Mode::Rail, Mode::Rail}, strands, turns);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(strands[std::size_t(i)].laneRuns.size(), std::size_t(2));
            QCOMPARE(strands[std::size_t(i)].laneRuns[0].lane, i == 0 ? -0.5 : 0.5);
            QCOMPARE(strands[std::size_t(i)].laneRuns[1].firstVertex, std::size_t(3));
            QCOMPARE(strands[std::size_t(i)].laneRuns[1].lane, 0.0);
            QCOMPARE(turns[std::size_t(i)], (std::vector<std::size_t>{2, 3}));
        }
    }

    void meetingAtOneEndIsNotSharing()
    {
        std::vector<Scene::Strand> strands{{"a", 0, 0, Mode::Rail, Status::Operating, Role::Main, 0, {}},
                                           {"b", 1, 0, Mode::Rail, Status::Operating, Role::Main, 1, {}}};
        std::vector<std::vector<std::size_t>> turns;
        assignLanes({{{0, 0}, {100000, 0}}, {{100000, 0}, {100000, 90000}}}, {Mode::Rail, Mode::Rail}, strands, turns);
        QCOMPARE(strands[0].lane, 0.0);
        QCOMPARE(strands[1].lane, 0.0);
    }

    void statusAndModeAreTheAtlas()
    {
        const auto scene = test::scene();
        QCOMPARE(strand(*scene, "red", "plan").status, Status::Planned);
        QCOMPARE(strand(*scene, "pipe", "guess").mode, Mode::Sea);
    }

    void legsKeepOrderLengthAndRank()
    {
        const auto scene = test::scene();
        QCOMPARE(scene->shapes().size(), scene->atlas().data().segments.size());
        for (std::size_t s = 0; s < scene->shapes().size(); ++s) {
            const Scene::LegLine &leg = scene->legs()[scene->shapes()[s].firstLeg];
            QCOMPARE(leg.segment, s);
            QCOMPARE(leg.rank.size(), leg.line.size());
            QCOMPARE(leg.along.size(), leg.line.size());
            QVERIFY(std::isinf(leg.rank.front()) && std::isinf(leg.rank.back()));
            QVERIFY(std::is_sorted(leg.along.begin(), leg.along.end()));
            QVERIFY(scene->shapes()[s].box.contains(leg.box));
        }
    }

    void pointsThatCannotBeProjectedAreLeftOut()
    {
        AtlasData data = test::atlasData();
        data.segments[0].legs[0].line.insert(data.segments[0].legs[0].line.begin() + 3, LatLon{});
        const auto scene = test::scene(data);
        for (const PointXY p : scene->legs().front().line)
            QVERIFY(p.finite());
        QCOMPARE(scene->legs().front().line.size(), data.segments[0].legs[0].line.size() - 1);
    }

    void layersAreProjectedAndIndexed()
    {
        const auto scene = test::scene();
        const PreparedLayer *land = scene->layer("land");
        QVERIFY(land);
        const PreparedShapes &shapes = land->level(500).shapes;
        QCOMPARE(shapes.parts.size(), std::size_t(2));
        QCOMPARE(shapes.ranks.size(), shapes.vertices.size());
        std::size_t found = 0;
        shapes.tree.query(shapes.tree.box(1), [&](std::size_t first, std::size_t end) { found += end - first; });
        QCOMPARE(found, std::size_t(2));
        for (std::size_t i = 0; i < shapes.parts.size(); ++i) {
            for (const GridPoint p : shapes.line(shapes.parts[i]))
                QVERIFY(shapes.tree.box(i).contains(p.plane()));
        }
        QVERIFY(!scene->layer("no such layer"));
        QVERIFY(scene->layer("graticule"));
    }

    void finerLevelsForCloserViews()
    {
        BaseMap base = test::baseMap();
        BaseLayer coarse = base.layers[0];
        coarse.levels.resize(3);
        for (std::size_t i = 0; i < 3; ++i) {
            coarse.levels[i] = base.layers[0].levels[0];
            coarse.levels[i].toleranceMetres = i == 0 ? 1500 : i == 1 ? 300 : 0;
        }
        base.layers[0] = coarse;
        const auto scene = test::scene(test::atlasData(), base);
        const PreparedLayer &land = *scene->layer("land"), &graticule = *scene->layer("graticule");
        QCOMPARE(land.level(5000).toleranceMetres, 1500.0);
        QCOMPARE(land.level(800).toleranceMetres, 300.0);
        QCOMPARE(land.level(5).toleranceMetres, 0.0);
        QVERIFY(graticule.level(5000).shapes.parts.size() < graticule.level(300).shapes.parts.size());
    }

    void boundsOfSegmentsCorridorsAndSubjects()
    {
        const auto scene = test::scene();
        const Box trunk = scene->boundsOf({"trunk"});
        QVERIFY(!trunk.empty());
        QVERIFY(scene->boundsOf({"red"}).contains(trunk));
        const Box subject = scene->boundsOf({"place-middle"});
        QCOMPARE(subject.width(), 0.0);
        QVERIFY(scene->boundsOf({"nothing"}).empty());
    }

    void placesAreSortedByImportance()
    {
        const auto scene = test::scene();
        QCOMPARE(scene->base().places.size(), std::size_t(4));
        QVERIFY(scene->base().places.front().capital);
        QCOMPARE(scene->base().places.back().id, std::int64_t(4));
    }

    void areaNamesFindRoomOnTheirSideOfTheBorder()
    {
        const auto scene = test::scene();
        const PreparedLayer *countries = scene->layer("countries");
        QVERIFY(countries);
        const auto anchors = countries->anchorsOf(0);
        QVERIFY(countries->anchorsOf(1).empty());
        QVERIFY(anchors.size() > 20);
        for (std::size_t i = 1; i < anchors.size(); ++i)
            QVERIFY(anchors[i - 1].room >= anchors[i].room);
        for (const auto &anchor : anchors) {
            const LatLon at = scene->projection()->inverse(anchor.at);
            QVERIFY2(at.lon < 45 + (at.lat - 38) / 4 * 0.2 && at.lon > 43, qPrintable(QString::number(at.lon)));
        }
    }

    void sameInputSameScene()
    {
        const auto a = test::scene(), b = test::scene();
        for (std::size_t i = 0; i < a->strands().size(); ++i)
            QCOMPARE(a->strands()[i].lane, b->strands()[i].lane);
        const auto first = a->layer("land")->levels.back().shapes.vertices, second = b->layer("land")->levels.back().shapes.vertices;
        QVERIFY(std::equal(first.begin(), first.end(), second.begin(), second.end()));
        QVERIFY(!first.empty());
    }

    void anEmptyAtlasMakesAScene()
    {
        const auto scene = test::scene(AtlasData{}, BaseMap{});
        QVERIFY(scene);
        QVERIFY(scene->strands().empty());
        QVERIFY(scene->boundsOf({"x"}).empty());
    }

    void cancelledGivesNull()
    {
        CancelToken token;
        token.cancel();
        QVERIFY(!Scene::build(std::make_shared<const Atlas>(test::atlasData()), std::make_shared<const BaseMap>(test::baseMap()),
                              *Projection::create(Projection::defaultDefinition()), token));
    }
};

QTEST_GUILESS_MAIN(SceneTest)
#include "SceneTest.moc"
