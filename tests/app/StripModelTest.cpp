// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/StripModel.h"

#include "geo/Geodesic.h"

#include <QTest>

using namespace ca;

class StripModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mainSegmentsFollowEachOther();
    void turnsSegmentsThatRunAgainstTheCorridor();
    void everyKilometreBelongsToOnePart();
    void labelsNeverTouch();
    void importantLabelsComeFirst();
};

namespace {

Segment segment(const QString &id, LatLon from, LatLon to, const QString &atStart, const QString &atEnd)
{
    Segment made;
    made.id = id;
    made.from = atStart;
    made.to = atEnd;
    made.modes = {Mode::Rail};
    Leg leg;
    leg.line = {from, to};
    made.legs = {leg};
    Waypoint first;
    first.position = from;
    first.name = atStart;
    Waypoint last;
    last.position = to;
    last.name = atEnd;
    last.along = geodesic::distance(from, to);
    made.waypoints = {first, last};
    return made;
}

/// a runs west to east, b is drawn the other way round, c is a branch.
Atlas threeSegments()
{
    AtlasData data;
    data.segments = {segment("a", {40, 45}, {40, 46}, "A", "B"), segment("b", {40, 48}, {40, 46}, "C", "B"),
                     segment("c", {40, 46}, {41, 46}, "B", "D")};
    Subject corridor;
    corridor.id = "line";
    corridor.kind = SubjectKind::Corridor;
    corridor.title = "Line";
    data.subjects = {corridor};
    data.members = {{"line", 1, "a", Role::Main, {}, {}},
                    {"line", 2, "b", Role::Main, {"a"}, {}},
                    {"line", 3, "c", Role::Branch, {"a"}, {}}};
    return Atlas(data);
}

double tickOf(const Strip &strip, const QString &label)
{
    for (const Strip::Tick &tick : strip.ticks)
        if (tick.label == label)
            return tick.km;
    return -1;
}

Strip crowded()
{
    Strip strip;
    strip.parts = {{"a", 0, 100, Status::Operating, 0, 0}};
    for (int km = 0; km <= 100; ++km)
        strip.ticks.push_back({double(km), QStringLiteral("Station %1").arg(km), WaypointKind::Station, 4});
    strip.ticks[50] = {50, QStringLiteral("Border"), WaypointKind::BorderCrossing, 0};
    return strip;
}

std::vector<PlacedTick> placed(const Strip &strip)
{
    return placeTicks(
        strip, 0, 600, [](double km) { return km * 6; }, [](const QString &label) { return label.size() * 7.0; });
}

} // namespace

void StripModelTest::mainSegmentsFollowEachOther()
{
    const Atlas atlas = threeSegments();
    const Strip strip = buildStrip(atlas, "line");
    QCOMPARE(strip.parts.size(), std::size_t(2));
    QCOMPARE(strip.parts[0].segment, QString("a"));
    QCOMPARE(strip.parts[1].startKm, strip.parts[0].endKm);
    const double expected = geodesic::distance({40, 45}, {40, 46}) + geodesic::distance({40, 46}, {40, 48});
    QVERIFY(std::abs(strip.totalKm() - expected / 1000) < 0.001);
    QVERIFY(buildStrip(atlas, "unknown").parts.empty());
}

void StripModelTest::turnsSegmentsThatRunAgainstTheCorridor()
{
    const Strip strip = buildStrip(threeSegments(), "line");
    QVERIFY(std::abs(tickOf(strip, "A")) < 0.001);
    QVERIFY(std::abs(tickOf(strip, "B") - strip.parts[0].endKm) < 0.001);
    QVERIFY(std::abs(tickOf(strip, "C") - strip.totalKm()) < 0.001);
}

void StripModelTest::everyKilometreBelongsToOnePart()
{
    const Strip strip = buildStrip(threeSegments(), "line");
    QCOMPARE(strip.partAt(1)->segment, QString("a"));
    QCOMPARE(strip.partAt(strip.parts[1].startKm)->segment, QString("b"));
    QVERIFY(!strip.partAt(-1));
    QVERIFY(!strip.partAt(strip.totalKm() + 1));
}

void StripModelTest::labelsNeverTouch()
{
    const Strip strip = crowded();
    const auto ticks = placed(strip);
    QVERIFY(ticks.size() > 3);
    for (std::size_t i = 1; i < ticks.size(); ++i)
        QVERIFY(ticks[i].left >= ticks[i - 1].left + ticks[i - 1].width);
    QVERIFY(ticks.front().left >= 0);
    QVERIFY(ticks.back().left + ticks.back().width <= 600);
}

void StripModelTest::importantLabelsComeFirst()
{
    const Strip strip = crowded();
    const auto ticks = placed(strip);
    QVERIFY(std::any_of(ticks.begin(), ticks.end(),
                        [](const PlacedTick &tick) { return tick.tick->label == QLatin1String("Border"); }));
}

QTEST_GUILESS_MAIN(StripModelTest)
#include "StripModelTest.moc"
