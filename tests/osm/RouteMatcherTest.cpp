// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RouteMatcher.h"

#include "SmallNetwork.h"
#include "osm/ExtractReader.h"
#include "osm/MatchedLine.h"
#include "osm/TrackGeometry.h"
#include "store/AtlasFile.h"
#include "support/RealAtlas.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace ca;
using test::SmallNetwork;

namespace {

RouteMatch between(const SmallNetwork &net, const std::vector<PointXY> &places)
{
    std::vector<RoutePlace> stops;
    for (const PointXY &place : places)
        stops.push_back({QStringLiteral("%1").arg(place.x), net.at(place.x, place.y), 100});
    return *matchPlaces(net.extract(), stops, {});
}

/// An atlas with one segment from @p net's (0, 0) to (@p length, 0), through places @p between.
Atlas atlasOf(const SmallNetwork &net, double length, Mode mode, const QString &status, const std::vector<double> &between = {})
{
    Segment segment;
    segment.id = QStringLiteral("made-up");
    segment.from = QStringLiteral("West");
    segment.to = QStringLiteral("East");
    segment.modes = {mode};
    segment.legs = {{{net.at(0, 0), net.at(length, 0)}, Precision::Generalised, QStringLiteral("osm"), {}, {}, {}, {}}};
    std::vector<double> stops{0};
    stops.insert(stops.end(), between.begin(), between.end());
    stops.push_back(length);
    for (const double east : stops) {
        Waypoint waypoint;
        waypoint.position = net.at(east, 0);
        waypoint.name = east == 0 ? segment.from : east == length ? segment.to : QStringLiteral("km %1").arg(east / 1000);
        waypoint.provenance = QStringLiteral("osm");
        segment.waypoints.push_back(waypoint);
    }
    AtlasData data;
    data.segments = {segment};
    Fact fact;
    fact.id = QStringLiteral("f");
    fact.subject = segment.id;
    fact.attribute = QStringLiteral("status");
    fact.value = status;
    data.facts = {fact};
    return Atlas(data);
}

RouteMatch matchOne(const SmallNetwork &net, const Atlas &atlas)
{
    return matchSegments(net.extract(), atlas, {QStringLiteral("made-up")}, {})->front();
}

bool near(std::optional<double> value, double expected, double by = 1)
{
    return value && std::abs(*value - expected) <= by;
}

const OsmExtract &southCaucasus()
{
    static const OsmExtract extract = [] {
        ExtractOptions options;
        options.wanted = wantedForMatching;
        auto read = readExtracts({test::externalPath(QStringLiteral("osm/south-caucasus-rail.osm.pbf"))}, options);
        return read ? std::move(*read) : OsmExtract();
    }();
    return extract;
}

GeoLine referenceLine(const QString &id)
{
    QFile file(test::externalPath(QStringLiteral("osm/reference-lines.geojson")));
    GeoLine line;
    if (!file.open(QIODevice::ReadOnly))
        return line;
    for (const QJsonValue &feature : QJsonDocument::fromJson(file.readAll())[QStringLiteral("features")].toArray()) {
        if (feature[QStringLiteral("properties")][QStringLiteral("id")].toString() != id)
            continue;
        for (const QJsonValue &p : feature[QStringLiteral("geometry")][QStringLiteral("coordinates")].toArray())
            line.push_back({p[1].toDouble(), p[0].toDouble()});
    }
    return line;
}

/// 95th percentile of the distances of the route's vertices, and places between them, from the reference.
double offBy(const GeoLine &route, const GeoLine &reference)
{
    std::vector<double> metres;
    for (std::size_t i = 1; i < route.size(); ++i) {
        const double length = geodesic::distance(route[i - 1], route[i]);
        for (double along = 0; along < length; along += 500)
            metres.push_back(track::distanceTo(reference, placeBetween(route[i - 1], route[i], along / length)));
    }
    std::sort(metres.begin(), metres.end());
    return metres[metres.size() * 95 / 100];
}

} // namespace

class RouteMatcherTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parallelTracksAreNotHopped()
    {
        // Two tracks around a bend: the inner one is shorter in turn; crossovers join them on both sides.
        SmallNetwork net;
        const auto outer = net.way({{0, 0}, {1000, 0}, {1100, 0}, {2000, 0}, {3000, 1000}, {3100, 1100}, {4000, 2000}});
        net.way({{0, 5}, {1000, 5}, {1100, 5}, {1997, 5}, {2997, 1005}, {3097, 1105}, {3997, 2005}});
        net.way({{1000, 0}, {1100, 5}}, {{"railway", "rail"}, {"service", "crossover"}});
        net.way({{2997, 1005}, {3100, 1100}}, {{"railway", "rail"}});
        const RouteMatch match = between(net, {{0, -20}, {4000, 1980}});
        QCOMPARE(match.verdict, MatchVerdict::Matched);
        QCOMPARE(match.ways.size(), 1U);
        QCOMPARE(match.ways[0].way.id, outer);
        QVERIFY(outer > 0x7fff'ffffLL);
        QVERIFY(near(match.ways[0].share, 1, 1e-6));
    }
    void gapIsBridgedAndReported()
    {
        SmallNetwork net;
        net.way({{0, 0}, {2000, 0}});
        net.way({{2039, 0}, {4000, 0}});
        const RouteMatch match = between(net, {{0, 0}, {4000, 0}});
        QCOMPARE(match.verdict, MatchVerdict::Bridged);
        QVERIFY(near(match.lengthMetres, 4000));
        QCOMPARE(match.gaps.size(), 1U);
        QVERIFY(near(match.gaps[0].along, 2000) && near(match.gaps[0].metres, 39));
        QCOMPARE(match.parts.size(), 1U);
    }
    void widerGapIsNoTrack()
    {
        SmallNetwork net;
        net.way({{0, 0}, {2000, 0}});
        net.way({{2041, 0}, {4000, 0}});
        const RouteMatch match = between(net, {{0, 0}, {1500, 0}, {4000, 0}});
        QCOMPARE(match.verdict, MatchVerdict::NoTrack);
        QVERIFY(!match.lengthMetres && match.parts.empty());
        QVERIFY(match.text.startsWith(QStringLiteral("no track in this extract")));
        QCOMPARE(match.missing.size(), 1U);
        QCOMPARE(match.missing[0].from, QStringLiteral("1500"));
        QVERIFY(near(match.partialMetres, 1500));  // kept apart, not the length
    }
    void trainsDoNotTurnBackAtSwitches()
    {
        // From the branch the line to the east is reached by turning back at the junction, or around the loop in the west.
        SmallNetwork net;
        net.way({{0, 0}, {300, 0}, {4000, 0}});
        net.way({{300, 0}, {800, 60}, {2300, 600}});
        net.way({{0, 0}, {-150, 50}, {-300, 150}, {-450, 0}, {-300, -150}, {-150, -50}, {0, 0}});
        const RouteMatch match = between(net, {{2300, 600}, {4000, 0}});
        QVERIFY(match.hasRoute());
        QVERIFY(*match.lengthMetres > 7000);  // turning back would make it 5.8 km
        QVERIFY(match.remarks.isEmpty());
    }
    void saysWhereAndWhyItTurnsBack()
    {
        // A terminus beside the through line: the branch to it leaves in the direction of the west alone.
        SmallNetwork net;
        net.way({{-5000, 0}, {0, 0}, {6000, 0}});
        const auto branch = net.way({{0, 0}, {500, -30}, {2000, -600}});
        const RouteMatch match = between(net, {{-5000, 0}, {2000, -600}, {6000, 0}});
        QVERIFY(match.hasRoute());
        QCOMPARE(match.reversals.size(), 2U);  // in the terminus, and back at the junction
        QCOMPARE(match.reversals[1].stop, QStringLiteral("2000"));
        QVERIFY(geodesic::distance(match.reversals[1].at, net.at(0, 0)) < 1);
        const RouteReversal &turn = match.reversals.front();
        QVERIFY(near(turn.along, 7106, 20) && turn.stopMetres < 1);
        QVERIFY(geodesic::distance(turn.at, net.at(2000, -600)) < 1);
        QCOMPARE(turn.wayBefore, branch);
        // Past the terminus it does not turn at all.
        QVERIFY(turn.spared && *turn.spared > 3000);
        QVERIFY2(match.remarks.join(u'\n').contains(QStringLiteral("turns back at km 7.1, 0 m from 2000, on way %1").arg(branch)), qPrintable(match.remarks.join(u'\n')));
    }
    void partialTrackAndBundledLineMakeALine()
    {
        SmallNetwork net;
        net.way({{0, 10}, {3000, 10}, {5000, 10}}, {{"railway", "rail"}});
        net.way({{5000, 10}, {6000, 10}}, {{"railway", "construction"}, {"construction", "rail"}});
        const Atlas atlas = atlasOf(net, 10'000, Mode::Rail, QStringLiteral("construction"), {6000});
        const RouteMatch match = matchOne(net, atlas);
        QCOMPARE(match.verdict, MatchVerdict::NoTrack);
        QVERIFY2(match.text.endsWith(QStringLiteral("of the rest 6.0 km are matched")), qPrintable(match.text));
        QVERIFY(near(match.missing.front().bundledFrom, 6000) && near(match.missing.front().bundledTo, 10'000));
        const Segment &bundled = *atlas.segment(QStringLiteral("made-up"));
        const std::vector<MatchedPiece> pieces = matchedLine(match, bundled);
        QCOMPARE(pieces.size(), 4U);
        QVERIFY(pieces[0].stage == LifeCycle::Operating && pieces[1].stage == LifeCycle::Construction);
        QCOMPARE(pieces[0].ways, std::vector<std::int64_t>{net.extract().ways[0].id});
        QVERIFY(!pieces[2].stage && pieces[2].precision == Precision::Schematic && near(geodesic::length(pieces[2].line), 10));
        QVERIFY(!pieces[3].stage && pieces[3].precision == Precision::Generalised && near(geodesic::length(pieces[3].line), 4000));
        QCOMPARE(pieces.back().line.back(), bundled.line().back());
        for (std::size_t i = 1; i < pieces.size(); ++i)
            QCOMPARE(pieces[i].line.front(), pieces[i - 1].line.back());
        // Nothing matched, no line; a route needs no bundled one.
        QVERIFY(matchedLine(matchOne(SmallNetwork(), atlas), bundled).empty());
        net.way({{6000, 10}, {10'000, 0}}, {{"railway", "rail"}});
        const std::vector<MatchedPiece> whole = matchedLine(matchOne(net, atlas), bundled);
        QCOMPARE(whole.size(), 3U);
        QVERIFY(std::all_of(whole.begin(), whole.end(), [](const MatchedPiece &piece) { return piece.stage.has_value(); }));
    }
    void ambiguousWhenTwoRoutesAreAsGood()
    {
        SmallNetwork net;
        net.way({{-1000, 0}, {0, 0}, {500, 100}, {5000, 1000}, {9500, 100}, {10000, 0}, {11000, 0}});
        net.way({{0, 0}, {500, -100}, {5000, -1010}, {9500, -100}, {10000, 0}});
        const RouteMatch match = between(net, {{-1000, 0}, {11000, 0}});
        QCOMPARE(match.verdict, MatchVerdict::Ambiguous);
        QVERIFY(match.alternative && match.alternative->differing > 5000);
        QCOMPARE(between(net, {{-1000, 0}, {5000, 1000}, {11000, 0}}).verdict, MatchVerdict::Matched);
    }
    void statusDecidesOnStages()
    {
        SmallNetwork net;
        net.way({{0, 0}, {2000, 0}});
        net.way({{2000, 0}, {5000, 0}}, {{"railway", "construction"}, {"construction", "rail"}, {"gauge", "1520"}});
        const RouteMatch operating = matchOne(net, atlasOf(net, 5000, Mode::Rail, QStringLiteral("operating")));
        QCOMPARE(operating.verdict, MatchVerdict::NoTrack);
        const RouteMatch building = matchOne(net, atlasOf(net, 5000, Mode::Rail, QStringLiteral("construction")));
        QCOMPARE(building.verdict, MatchVerdict::Matched);
        QVERIFY(near(building.metresIn(LifeCycle::Construction), 3000));
        QCOMPARE(building.lifeStretches.size(), 2U);
        QCOMPARE(building.gauges, (std::vector<LengthOf>{{QString(), building.gauges[0].metres}, {QStringLiteral("1520"), building.gauges[1].metres}}));
        QVERIFY(building.deviation && building.deviation->most < 1);
        // Between places track in use is preferred, but taken as it is.
        QVERIFY(near(between(net, {{0, 0}, {5000, 0}}).metresIn(LifeCycle::Construction), 3000));
    }
    void saysThatTrackIsOnlyThereAsAnother()
    {
        SmallNetwork net;
        net.way({{0, 0}, {5000, 0}}, {{"railway", "abandoned"}});
        const RouteMatch match = matchOne(net, atlasOf(net, 5000, Mode::Rail, QStringLiteral("operating")));
        QCOMPARE(match.verdict, MatchVerdict::NoTrack);
        QCOMPARE(match.missing.size(), 1U);
        QVERIFY(match.missing[0].onlyAs == LifeCycle::Abandoned);
    }
    void pipelinesBendAndRailIsNotTaken()
    {
        SmallNetwork net;
        net.way({{0, 0}, {10000, 0}});
        QCOMPARE(matchOne(net, atlasOf(net, 10000, Mode::GasPipeline, QStringLiteral("operating"))).verdict, MatchVerdict::NoTrack);
        net.way({{0, 0}, {5000, 0}, {5000, 600}}, {{"man_made", "pipeline"}, {"substance", "gas"}});
        net.way({{5000, 600}, {5100, 0}, {10000, 0}}, {{"man_made", "pipeline"}, {"substance", "gas"}});
        const RouteMatch match = matchOne(net, atlasOf(net, 10000, Mode::GasPipeline, QStringLiteral("operating")));
        QCOMPARE(match.verdict, MatchVerdict::Matched);
        QCOMPARE(match.ways.size(), 2U);
    }
    void acrossTheAntimeridian()
    {
        SmallNetwork net({52, 179.95});
        net.way({{0, 0}, {3000, 0}, {6000, 0}});
        const RouteMatch match = between(net, {{0, 0}, {6000, 0}});
        QCOMPARE(match.verdict, MatchVerdict::Matched);
        QVERIFY(near(match.lengthMetres, 6000, 2));
    }
    void placesByName()
    {
        SmallNetwork net;
        net.station(0, 0, "Böyük Kəsik Stansiyası");
        net.station(0, 50'000, "Twin");
        net.station(90'000, 0, "Twin");
        const Atlas atlas{AtlasData{}};
        QCOMPARE(findPlace(net.extract(), atlas, QStringLiteral("boyuk kesik"))->position, net.location(0, 0).degrees());
        QVERIFY(findPlace(net.extract(), atlas, QStringLiteral("Twin")).error().text().contains(QStringLiteral("several places")));
        QVERIFY(!findPlace(net.extract(), atlas, QStringLiteral("Nowhere")));
        QCOMPARE(findPlace(net.extract(), atlas, QStringLiteral("-4.5, 30"))->position, (LatLon{-4.5, 30}));
        QVERIFY(!findPlace(net.extract(), atlas, QStringLiteral("100,30")));
    }
    void unknownSegmentAndCancel()
    {
        SmallNetwork net;
        net.way({{0, 0}, {5000, 0}});
        const Atlas atlas = atlasOf(net, 5000, Mode::Rail, QStringLiteral("operating"));
        QVERIFY(!matchSegments(net.extract(), atlas, {QStringLiteral("none")}, {}));
        RouteOptions options;
        options.cancel.cancel();
        QVERIFY(!matchSegments(net.extract(), atlas, {QStringLiteral("made-up")}, options));
        QCOMPARE(matchOne(net, atlasOf(net, 5000, Mode::Sea, QStringLiteral("operating"))).verdict, MatchVerdict::NoTrack);
    }
    void realRoutes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<double>("kilometres");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("Baku") << "Baku" << "Böyük Kəsik" << 498.5 << "baku-tbilisi" << "matched";
        QTest::newRow("Horadiz") << "Baş Ələt" << "Horadiz" << 204.9 << "alat-horadiz" << "matched";
        QTest::newRow("Ordubad") << "Ordubad" << "Naxçıvan" << 84.9 << "ordubad-velidag" << "matched";
        QTest::newRow("Aghband") << "Horadiz" << "Aghband" << 107.1 << "horadiz-aghband" << "matched";
        QTest::newRow("Kartsakhi") << "Tbilisi" << "Kartsakhi" << 210.4 << "tbilisi-kartsakhi" << "bridged";
    }
    void realRoutes()
    {
        CA_NEED_TEST_DATA();
        QFETCH(double, kilometres);
        std::vector<RoutePlace> places;
        for (const char *end : {"from", "to"}) {
            const Result<RoutePlace> place = findPlace(southCaucasus(), *test::realAtlas(), *static_cast<QString *>(QTest::qData(end, qMetaTypeId<QString>())));
            QVERIFY2(place, qPrintable(place ? QString() : place.error().text()));
            places.push_back(*place);
        }
        const RouteMatch match = *matchPlaces(southCaucasus(), places, {});
        QFETCH(QString, verdict);
        QCOMPARE(toId(match.verdict), verdict);
        QVERIFY2(near(match.lengthMetres, kilometres * 1000, kilometres * 5), qPrintable(QString::number(match.lengthMetres.value_or(0))));
        QFETCH(QString, reference);
        QVERIFY(offBy(match.parts[0].line, referenceLine(reference)) < 30);
        QVERIFY(verdict != QLatin1String("bridged") || !match.gaps.empty());
    }
    void realSegments()
    {
        CA_NEED_TEST_DATA();
        RouteOptions options;
        options.baseMap = *AtlasFile::readBaseMap(test::atlasPath());
        const QStringList ids{QStringLiteral("tripp-meghri"), QStringLiteral("boyuk-kesik-gardabani-tbilisi"), QStringLiteral("horadiz-aghband")};
        const auto matches = *matchSegments(southCaucasus(), *test::realAtlas(), ids, options);
        QCOMPARE(matches[0].verdict, MatchVerdict::NoTrack);
        QVERIFY(!matches[0].lengthMetres && matches[0].parts.empty());
        QVERIFY(matches[0].text.contains(QStringLiteral("no track in this extract")));
        QCOMPARE(matches[1].countries.size(), 2U);
        QCOMPARE(matches[1].countries[0].what, QStringLiteral("AZ"));
        QCOMPARE(matches[1].countries[1].what, QStringLiteral("GE"));
        QVERIFY(matches[2].metresIn(LifeCycle::Construction) > 105'000);
    }
    /// The one terminus on the way, and the port whose branch leaves to the other side.
    void realReversals()
    {
        CA_NEED_TEST_DATA();
        const auto matches = *matchSegments(southCaucasus(), *test::realAtlas(), {QStringLiteral("alat-astara"), QStringLiteral("alat-ganja-boyuk-kesik"), QStringLiteral("samtredia-batumi")}, {});
        QCOMPARE(matches[0].reversals.size(), 1U);
        QCOMPARE(matches[0].reversals[0].stop, QStringLiteral("Astara"));
        QCOMPARE(matches[1].reversals.size(), 1U);
        QCOMPARE(matches[1].reversals[0].stop, QStringLiteral("Bash Alat"));
        QVERIFY(matches[1].reversals[0].onlyWay);
        QCOMPARE(matches[2].verdict, MatchVerdict::NoTrack);
        const std::vector<MatchedPiece> pieces = matchedLine(matches[2], *test::realAtlas()->segment(QStringLiteral("samtredia-batumi")));
        QCOMPARE(pieces.size(), 3U);
        QVERIFY(near(geodesic::length(pieces[0].line), matches[2].partialMetres, 5) && !pieces[1].stage && !pieces[2].stage);
    }
};

QTEST_GUILESS_MAIN(RouteMatcherTest)
#include "RouteMatcherTest.moc"
