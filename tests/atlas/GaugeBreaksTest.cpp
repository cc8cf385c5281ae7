// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleAtlas.h"

#include <QTest>

using namespace ca;

class GaugeBreaksTest : public QObject {
    Q_OBJECT

    /// Three segments in a row from 44 to 47° E, without facts.
    static AtlasData row()
    {
        AtlasData data;
        data.segments = {test::sampleSegment("a", "Aa", "Bb", {test::sampleLeg({{40, 44}, {40, 45}})}),
                         test::sampleSegment("b", "Bb", "Cc", {test::sampleLeg({{40, 45}, {40, 45.5}, {40, 46}})}),
                         test::sampleSegment("c", "Dd", "Cc", {test::sampleLeg({{40, 47}, {40, 46}})})};
        return data;
    }

    static void add(AtlasData &data, const char *segment, const char *value, const char *unit = "mm")
    {
        Fact fact;
        fact.id = QStringLiteral("f-%1").arg(data.facts.size());
        fact.subject = QString::fromLatin1(segment);
        fact.attribute = QStringLiteral("gauge");
        fact.value = QString::fromUtf8(value);
        fact.unit = QString::fromLatin1(unit);
        fact.sources = {QStringLiteral("page-1")};
        data.facts.push_back(fact);
    }

    /// "b|c 1520|1435 at 40,46" for each break.
    static QStringList breaks(const AtlasData &data)
    {
        const Atlas atlas(data);
        QStringList found;
        for (const GaugeBreak &b : atlas.gaugeBreaks())
            found << QStringLiteral("%1|%2 %3|%4 at %5,%6").arg(b.segment, b.otherSegment).arg(b.gauge).arg(b.otherGauge).arg(b.at.lat).arg(b.at.lon);
        return found;
    }

private Q_SLOTS:
    void whereGaugesDiffer()
    {
        AtlasData data = row();
        for (const char *segment : {"a", "b"})
            add(data, segment, "1520");
        add(data, "c", "1435");
        QCOMPARE(breaks(data), QStringList{"b|c 1520|1435 at 40,46"});
    }

    void nothingIsInvented()
    {
        AtlasData data = row();
        add(data, "a", "1520");
        add(data, "c", "1435");  // b says nothing
        QCOMPARE(breaks(data), QStringList());
        add(data, "b", "break of gauge expected", "");
        QCOMPARE(breaks(data), QStringList());
        add(data, "b", "1520");
        add(data, "b", "1435");  // and now it says both
        QCOMPARE(breaks(data), QStringList());
    }

    void notWhereRoadsMeetRailways()
    {
        AtlasData data = row();
        data.segments[2].modes = {Mode::Road};
        add(data, "b", "1520");
        add(data, "c", "1435");
        QCOMPARE(breaks(data), QStringList());
    }

    void withinASegment()
    {
        AtlasData data = row();
        Waypoint stop;
        stop.position = {40, 45.5};
        stop.name = QStringLiteral("Midway (change of gauge)");
        data.segments[1].waypoints.push_back(stop);
        add(data, "a", "1520");
        add(data, "b", "1520 to Midway, 1435 beyond");
        add(data, "c", "1435");
        QCOMPARE(breaks(data), QStringList{"b|b 1520|1435 at 40,45.5"});
        data.segments[1].waypoints.pop_back();  // a place that the line does not have cannot be drawn
        QCOMPARE(breaks(data), QStringList());
    }

    void onceForTracksThatMeetInOnePlace()
    {
        AtlasData data = row();
        data.segments.push_back(test::sampleSegment("twin", "Bb", "Cc", {test::sampleLeg({{40, 45}, {40.0001, 46}})}));
        for (const char *segment : {"b", "twin"})
            add(data, segment, "1520");
        add(data, "c", "1435");
        QCOMPARE(breaks(data).size(), 1);
    }

    void saysBothGauges()
    {
        AtlasData data = row();
        data.segments[2].waypoints.front().position = {40, 46};
        data.segments[2].waypoints.front().name = QStringLiteral("Cc");
        add(data, "b", "1435");
        add(data, "c", "1520");
        const Atlas atlas(data);
        QCOMPARE(atlas.gaugeBreaks().size(), std::size_t(1));
        const QString text = title(atlas.gaugeBreaks().front());
        QVERIFY2(text.contains("1435 mm") && text.contains("1520 mm"), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(GaugeBreaksTest)
#include "GaugeBreaksTest.moc"
