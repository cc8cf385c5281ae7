// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/AtlasCheck.h"

#include "atlas/SampleAtlas.h"

#include <QTest>

#include <functional>

using namespace ca;

/// One change to the sample that must be refused, and the refusal.
struct Spoiled {
    std::function<void(AtlasData &)> spoil;
    QString table;
    int index = 0;
    QString message;  ///< a part of it
};
Q_DECLARE_METATYPE(Spoiled)

class AtlasCheckTest : public QObject {
    Q_OBJECT

    static void add(const char *name, const char *table, int index, const char *message, std::function<void(AtlasData &)> spoil)
    {
        QTest::newRow(name) << Spoiled{std::move(spoil), QString::fromLatin1(table), index, QString::fromUtf8(message)};
    }

    static void segmentRows()
    {
        add("segment id empty", "segments", 3, "id is empty", [](auto &d) { d.segments.push_back(d.segments[2]); d.segments[3].id.clear(); });
        add("segment id spelt oddly", "segments", 3, "other characters", [](auto &d) { d.segments.push_back(d.segments[2]); d.segments[3].id = "C 2"; });
        add("segment id with a line end", "segments", 3, "other characters", [](auto &d) { d.segments.push_back(d.segments[2]); d.segments[3].id = "z\n"; });
        add("segment id twice", "segments", 3, "not unique", [](auto &d) { d.segments.push_back(d.segments[2]); });
        add("no end name", "segments", 0, "from is empty", [](auto &d) { d.segments[0].from.clear(); });
        add("no mode", "segments", 0, "no mode", [](auto &d) { d.segments[0].modes.clear(); });
        add("mode twice", "segments", 0, "mode named twice", [](auto &d) { d.segments[0].modes = {Mode::Sea, Mode::Sea}; });
        add("no leg", "segments", 3, "no leg", [](auto &d) { d.segments.push_back(d.segments[0]); d.segments[3].id = "z"; d.segments[3].legs.clear(); d.segments[3].waypoints.clear(); });
        add("leg of one vertex", "legs", 4, "at least two vertices", [](auto &d) { d.segments.push_back(d.segments[0]); d.segments[3].id = "z"; d.segments[3].legs[0].line.resize(1); });
        add("latitude out of range", "legs", 3, "out of range", [](auto &d) { d.segments[2].legs[0].line[1].lat = 90.5; });
        add("longitude out of range", "legs", 3, "out of range", [](auto &d) { d.segments[2].legs[0].line[1].lon = -181; });
        add("not a number", "legs", 3, "out of range", [](auto &d) { d.segments[2].legs[0].line[1].lon = NAN; });
        add("vertex repeated", "legs", 0, "twice running", [](auto &d) { auto &l = d.segments[0].legs[0].line; l.push_back(l.back()); });
        add("legs apart", "legs", 2, "does not begin where", [](auto &d) { d.segments[1].legs[1].line[0].lat += 1e-6; });
        add("provenance of a leg", "legs", 0, "unknown provenance: guess", [](auto &d) { d.segments[0].legs[0].provenance = "guess"; });
        add("no refs", "legs", 0, "no source", [](auto &d) { d.segments[0].legs[0].refs = " "; });
        add("estimate without reasoning", "legs", 2, "note of an estimated leg", [](auto &d) { d.segments[1].legs[1].note.clear(); });
        add("estimate without error", "legs", 2, "states its error_m", [](auto &d) { d.segments[1].legs[1].errorMetres.reset(); });
        add("negative error", "legs", 2, "not positive", [](auto &d) { d.segments[1].legs[1].errorMetres = -1; });
        add("waypoint off the line", "waypoints", 1, "not a vertex", [](auto &d) { d.segments[1].waypoints[0].position.lat += 1e-6; });
        add("waypoint out of range", "waypoints", 1, "out of range", [](auto &d) { d.segments[1].waypoints[0].position = {91, 0}; });
        add("waypoint without a name", "waypoints", 1, "name is empty", [](auto &d) { d.segments[1].waypoints[0].name.clear(); });
        add("country", "waypoints", 1, "country", [](auto &d) { d.segments[1].waypoints[0].country = "Georgia"; });
        add("provenance of a waypoint", "waypoints", 2, "unknown provenance", [](auto &d) { d.segments[2].waypoints[0].provenance = ""; });
        add("waypoint without a source", "waypoints", 2, "no source", [](auto &d) { d.segments[2].waypoints[0].ref = ""; });
        add("language of a waypoint's name", "waypoints", 1, "name by language", [](auto &d) { d.segments[1].waypoints[0].names["Georgian!"] = "x"; });
    }

    static void corridorRows()
    {
        add("unknown corridor", "corridors", 4, "unknown corridor", [](auto &d) { d.members.push_back({"east", 1, "a", Role::Main, {}, {}}); });
        add("a place is no corridor", "corridors", 4, "unknown corridor", [](auto &d) { d.members.push_back({"place-x", 1, "a", Role::Main, {}, {}}); });
        add("unknown segment", "corridors", 4, "unknown segment", [](auto &d) { d.members.push_back({"north", 3, "z", Role::Main, {}, {}}); });
        add("order 0", "corridors", 0, "order counts from 1", [](auto &d) { d.members[0].order = 0; });
        add("order taken", "corridors", 1, "order 1 is taken", [](auto &d) { d.members[1].order = 1; });
        add("member twice", "corridors", 4, "named twice", [](auto &d) { d.members.push_back({"north", 3, "a", Role::Main, {}, {}}); });
        add("follows a stranger", "corridors", 1, "follows no other segment", [](auto &d) { d.members[1].follows = QStringList{"c"}; });
        add("follows itself", "corridors", 1, "follows no other segment", [](auto &d) { d.members[1].follows = QStringList{"b"}; });
        // One thousandth of a degree of latitude is 111 m.
        add("join over 50 m", "corridors", 2, "lies 111 m from it", [](auto &d) { d.segments[2].legs[0].line[0].lat += 0.001; d.segments[2].waypoints.clear(); });
    }

    static void statementRows()
    {
        add("subject id of a segment", "subjects", 4, "not unique", [](auto &d) { d.subjects.push_back(d.subjects[3]); d.subjects[4].id = "a"; });
        add("subject without a title", "subjects", 2, "title is empty", [](auto &d) { d.subjects[2].title.clear(); });
        add("place out of range", "subjects", 2, "out of range", [](auto &d) { d.subjects[2].position = {140, 46}; });
        add("half a position", "subjects", 2, "out of range", [](auto &d) { d.subjects[2].position.lat = NAN; });
        add("place without a source of its position", "subjects", 2, "coord_source", [](auto &d) { d.subjects[2].coordSource.clear(); });
        add("subject without a source", "subjects", 2, "no source", [](auto &d) { d.subjects[2].source.clear(); });
        add("subject's source unknown", "subjects", 2, "unknown record: z9", [](auto &d) { d.subjects[2].source = "page-1;z9"; });
        add("fact id twice", "facts", 1, "not unique", [](auto &d) { d.facts[1].id = "f-1"; });
        add("fact's subject", "facts", 0, "unknown subject: z", [](auto &d) { d.facts[0].subject = "z"; });
        add("attribute", "facts", 2, "unknown attribute: colour", [](auto &d) { d.facts[2].attribute = "colour"; });
        add("fact without a value", "facts", 2, "value is empty", [](auto &d) { d.facts[2].value.clear(); });
        add("status word", "facts", 0, "unknown status: ready", [](auto &d) { d.facts[0].value = "ready"; });
        add("date of a fact", "facts", 0, "as_of is not a date: 2025-02-30", [](auto &d) { d.facts[0].asOf = "2025-02-30"; });
        add("claimed by nobody", "facts", 0, "claimed_by is empty", [](auto &d) { d.facts[0].claimedBy.clear(); });
        add("fact without a source", "facts", 0, "no source", [](auto &d) { d.facts[0].sources.clear(); });
        add("fact's source unknown", "facts", 0, "unknown record: z9", [](auto &d) { d.facts[0].sources = QStringList{"z9"}; });
        add("name's subject", "names", 0, "unknown subject: z", [](auto &d) { d.names[0].subject = "z"; });
        add("language", "names", 0, "not a language code", [](auto &d) { d.names[0].language = "English"; });
        add("empty name", "names", 0, "name is empty", [](auto &d) { d.names[0].name.clear(); });
        add("policy", "names", 0, "unknown policy", [](auto &d) { d.names[0].policy = "both"; });
        add("name without a source", "names", 0, "no source", [](auto &d) { d.names[0].source.clear(); });
        add("date of a name", "names", 0, "from is not a date", [](auto &d) { d.names[0].from = "last year"; });
    }

    static void citedRows()
    {
        add("record id twice", "records", 3, "not unique", [](auto &d) { d.records.push_back(d.records[0]); });
        add("record without a type", "records", 0, "type is empty", [](auto &d) { d.records[0].csl.remove("type"); });
        add("date of a record", "records", 0, "issued is not a date", [](auto &d) { d.records[0].csl["issued"] = QJsonObject{{"date-parts", QJsonArray{QJsonArray{2025, 13}}}}; });
        add("empty date of a record", "records", 0, "issued is not a date", [](auto &d) { d.records[0].csl["issued"] = QJsonObject{{"raw", "soon"}}; });
        add("web address", "records", 0, "not a web address", [](auto &d) { d.records[0].csl["URL"] = "example dot org"; });
        add("passage id twice", "passages", 1, "not unique", [](auto &d) { d.passages[1].id = "p1"; });
        add("passage's record", "passages", 0, "unknown record: article-9", [](auto &d) { d.passages[0].record = "article-9"; });
        add("paragraph 0", "passages", 0, "counted from 1", [](auto &d) { d.passages[0].paragraph = 0; });
        add("anchor too long", "passages", 0, "first_words has 6 words", [](auto &d) { d.passages[0].firstWords = "a b c d e f"; });
        add("last anchor too long", "passages", 0, "last_words has 6 words", [](auto &d) { d.passages[0].lastWords = "a b c\u00a0d e f"; });
        add("no anchor", "passages", 0, "first_words is empty", [](auto &d) { d.passages[0].firstWords = " "; });
        add("no words", "passages", 0, "word_count", [](auto &d) { d.passages[0].wordCount = 0; });
        add("short digest", "passages", 0, "sha256", [](auto &d) { d.passages[0].sha256.chop(1); });
        add("digest in capitals", "passages", 0, "sha256", [](auto &d) { d.passages[0].sha256 = QString(64, u'A'); });
        add("rules of another version", "passages", 0, "normalisation: 2", [](auto &d) { d.passages[0].normalisation = 2; });
        add("no paraphrase", "passages", 0, "paraphrase is empty", [](auto &d) { d.passages[0].paraphrase.clear(); });
        add("passage of nothing", "passages", 0, "no subject", [](auto &d) { d.passages[0].subjects.clear(); });
        add("passage's subject", "passages", 0, "unknown subject: z", [](auto &d) { d.passages[0].subjects[0].id = "z"; });
        add("passage's subject twice", "passages", 0, "subject named twice", [](auto &d) { d.passages[0].subjects.push_back({"a", true}); });
        add("unknown contradiction", "passages", 0, "unknown contradiction: x-9", [](auto &d) { d.passages[0].contradictedBy = QStringList{"x-9"}; });
        add("time referred to", "passages", 0, "refers_to is not a time: 2025-14", [](auto &d) { d.passages[0].refersTo = "2020;2025-14"; });
        add("contradiction without a source", "contradictions", 0, "no source", [](auto &d) { d.contradictions[0].sources.clear(); });
        add("contradiction of nothing", "contradictions", 0, "statement is empty", [](auto &d) { d.contradictions[0].statement.clear(); });
        add("dispute without parties", "disputed", 0, "parties is empty", [](auto &d) { d.disputed[0].parties.clear(); });
        add("dispute about no stretch", "disputed", 0, "a stretch is AM-AZ", [](auto &d) { d.disputed[0].stretch = "the north"; });
        add("dispute about a box of none", "disputed", 0, "not a box", [](auto &d) { d.disputed[0].stretch = "XA-XB in 46,39,45,40"; });
        add("dispute without a source", "disputed", 0, "no source", [](auto &d) { d.disputed[0].source.clear(); });
        add("atlas without a date", "atlas", 0, "date is empty", [](auto &d) { d.date.clear(); });
        add("date of the atlas", "atlas", 0, "date is not a date", [](auto &d) { d.date = "22 November"; });
    }

private Q_SLOTS:
    void theSampleIsSound()
    {
        for (const AtlasProblem &problem : checkAtlas(test::sampleAtlas()))
            QFAIL(qPrintable(problem.table + u' ' + problem.row + u' ' + problem.message));
    }

    void refuses_data()
    {
        QTest::addColumn<Spoiled>("spoiled");
        segmentRows();
        corridorRows();
        statementRows();
        citedRows();
    }

    void refuses()
    {
        QFETCH(Spoiled, spoiled);
        AtlasData data = test::sampleAtlas();
        spoiled.spoil(data);
        const std::vector<AtlasProblem> problems = checkAtlas(data);
        QStringList all;
        for (const AtlasProblem &problem : problems)
            all += QStringLiteral("%1 %2: %3").arg(problem.table).arg(problem.index).arg(problem.message);
        QVERIFY2(problems.size() == 1, qPrintable(all.join(u'\n')));
        QCOMPARE(problems[0].table, spoiled.table);
        QCOMPARE(int(problems[0].index), spoiled.index);
        QVERIFY2(problems[0].message.contains(spoiled.message), qPrintable(problems[0].message));
    }

    void joinsWithAReasonMayBeApart()
    {
        AtlasData data = test::sampleAtlas();
        data.segments[2].legs[0].line[0].lat += 0.001;
        data.segments[2].waypoints.clear();
        data.members[2].joinReason = QStringLiteral("the stations lie apart");
        QVERIFY(checkAtlas(data).empty());
    }

    void joinsMayEndInTheMiddleOfALine()
    {
        AtlasData data = test::sampleAtlas();
        data.segments[1].legs[0].line[0] = {40.0002, 45.7};  // 22 m beside the line of a
        data.segments[1].waypoints.clear();
        QVERIFY(checkAtlas(data).empty());
    }

    void searchNamesNeedNoSource()
    {
        AtlasData data = test::sampleAtlas();
        data.names[5].source.clear();
        QVERIFY(checkAtlas(data).empty());
    }

    void dates_data()
    {
        QTest::addColumn<bool>("ok");
        for (const char *date : {"2026", "2026-01", "2024-02-29", "0001-01-01"})
            QTest::newRow(date) << true;
        for (const char *date : {"", "26", "2026-1", "2026-13", "2025-02-29", "2026-01-01T00:00", " 2026", "2026-", "c. 2026"})
            QTest::newRow(*date ? date : "empty") << false;
    }

    void dates()
    {
        QFETCH(bool, ok);
        const QByteArray tag = QTest::currentDataTag();
        QCOMPARE(isIsoDate(tag == "empty" ? QString() : QString::fromLatin1(tag)), ok);
    }

    void unknownSegmentsThatFollowEachOther()
    {
        AtlasData data = test::sampleAtlas();
        for (int i = 0; i < 40; ++i)  // enough of them that tables of lines grow while two are compared
            data.members.push_back({"north", 100 + i, QStringLiteral("y%1").arg(i), Role::Main, {QStringLiteral("y%1").arg((i + 1) % 40)}, {}});
        const auto problems = checkAtlas(data);
        QCOMPARE(problems.size(), std::size_t(40));
        for (const AtlasProblem &problem : problems)
            QVERIFY2(problem.message.startsWith("unknown segment"), qPrintable(problem.message));
    }
};

QTEST_APPLESS_MAIN(AtlasCheckTest)
#include "AtlasCheckTest.moc"
