// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AtlasCompiler.h"

#include "store/GeodataFolder.h"
#include "support/TestData.h"

#include <QTest>

using namespace ca;

class AtlasCompilerTest : public QObject {
    Q_OBJECT

    static QStringList told(const std::vector<Error> &errors)
    {
        QStringList texts;
        for (const Error &error : errors)
            texts += error.text();
        return texts;
    }

private Q_SLOTS:
    void readsASoundFolder()
    {
        const test::GeodataFolder folder;
        const AtlasCompiler::ReadResult result = AtlasCompiler::readText(folder.path());
        QCOMPARE(told(result.errors), QStringList());
        const AtlasData &data = result.source.data;
        QCOMPARE(data.date, QStringLiteral("2026-01-31"));
        QCOMPARE(data.segments.size(), std::size_t(2));
        QCOMPARE(data.segments[1].legs[0].line, (GeoLine{{40.0, 46.0}, {40.1, 47.0}}));
        QCOMPARE(data.segments[1].waypoints[0].position, (LatLon{40.1, 47.0}));
        QCOMPARE(data.subjects[1].note, QStringLiteral("two\nlines"));
        QVERIFY(!data.subjects[0].position.defined());
        QCOMPARE(data.facts[0].sources, (QStringList{"page-1", "article-1"}));
        QCOMPARE(data.passages[0].subjects, (std::vector<SubjectRef>{{"line", false}, {"place-x", true}}));
        QCOMPARE(data.records[0].custom("file"), QStringLiteral("one.txt"));
        QVERIFY(data.disputed.empty());
        // The row after a cell with a line end in it still knows its line.
        QCOMPARE(result.source.places["subjects"][2].line, 5);
        QCOMPARE(result.source.places["records"][1].line, 7);
        QCOMPARE(result.source.places["waypoints"][1].line, 9);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("place");    // file:line of the one error
        QTest::addColumn<QString>("message");  // a part of it
        const auto row = [](const char *name, const char *file, const QByteArray &from, const QByteArray &to, int line,
                            const char *message) {
            const QString place = line ? QStringLiteral("%1:%2: ").arg(QLatin1String(file)).arg(line)
                                       : QStringLiteral("%1: ").arg(QLatin1String(file));
            QTest::newRow(name) << QByteArray(file) << from << to << place << QString::fromUtf8(message);
        };
        row("unknown id", "facts.csv", "f-1,a,", "f-1,z,", 2, "unknown subject: z");
        row("missing source", "facts.csv", "page-1;article-1", "", 2, "no source");
        row("unknown source", "contradictions.csv", "page-1", "page-2", 2, "unknown record: page-2");
        row("join over 50 m", "segments/b.geojson", "[46.0, 40.0]", "[46.0, 40.001]", -1, "lies 111 m from it");
        row("latitude out of range", "segments/b.geojson", "[46.0, 40.0]", "[46.0, 95.0]", 8, "out of range");
        row("latitude of a subject", "subjects.csv", "40.5", "95", 3, "out of range");
        row("anchor too long", "passages.csv", "One two", "One two three four five six", 2, "first_words has 6 words");
        row("unknown mode", "segments/a.geojson", "[\"rail\"]", "[\"tram\"]", 0, "unknown mode: tram");
        row("unknown precision", "segments/a.geojson", "generalised", "perfect", 8, "unknown precision: perfect");
        row("unknown kind", "subjects.csv", "place-x,place", "place-x,town", 3, "unknown kind: town");
        row("unknown role", "corridors.csv", "2,b,main", "2,b,side", 3, "unknown role: side");
        row("unknown claim", "passages.csv", "opinion", "rumour", 2, "unknown claim: rumour");
        row("unknown status", "facts.csv", "operating", "ready", 2, "unknown status: ready");
        row("duplicate id", "subjects.csv", "place-y", "place-x", 5, "not unique");
        row("waypoint beside the line", "segments/b.geojson", "[47.0, 40.1]}", "[47.0, 40.2]}", 9, "not a vertex");
        row("bad date", "facts.csv", "2025-06", "June 2025", 2, "as_of is not a date");
        row("bad digest", "passages.csv", QByteArray(64, 'a'), "abc", 2, "sha256");
        row("not a number", "corridors.csv", "line,2", "line,two", 3, "order is not a whole number: two");
        row("not a latitude", "subjects.csv", "40.5", "40.5N", 3, "lat is not a number");
        row("role of a subject", "passages.csv", "line:about", "line", 2, "role about or context: line");
        row("unknown column", "names.csv", "from,source", "since,source", 1, "missing column: from");
        row("column twice", "names.csv", "avoided_by,from", "from,from", 1, "missing column: avoided_by");
        row("cell too many", "names.csv", "neutral,,,,", "neutral,,,,,", 2, "9 cells where the header has 8");
        row("quote never closed", "names.csv", "en,The", "en,\"The", 2, "never closed");
        row("id is not the file's", "segments/b.geojson", "\"id\": \"b\"", "\"id\": \"bb\"", 0, "not that of the file name");
        row("JSON broken off", "segments/b.geojson", "\"from\"", "\"from", 4, "not valid JSON");
        row("records broken", "records.json", "\"page-1\",", "\"page-1\"", 9, "not valid JSON");
        row("records of another shape", "records.json", "[\n", "{\"a\":[\n", 12, "not valid JSON");
        row("unknown member", "segments/b.geojson", "\"refs\"", "\"reference\": 1, \"refs\"", 8, "unknown member: reference");
        row("missing member", "segments/b.geojson", "\"to\": \"Gamma\",", "", 0, "missing member: to");
        row("neither leg nor waypoint", "segments/b.geojson", "\"feature\": \"leg\"", "\"feature\": \"arm\"", 8, "not: arm");
        row("text for a number", "segments/b.geojson", "\"error_m\": null", "\"error_m\": \"2 km\"", 8, "error_m is not a number");
        row("position of three", "segments/b.geojson", "[47.0, 40.1]}", "[47.0, 40.1, 5]}", 9, "a position is");
        row("another geometry", "segments/b.geojson", "\"LineString\"", "\"Point\"", 8, "a leg is a LineString");
        row("atlas without a title", "atlas.json", "Sample", "", 1, "title is empty");
        row("record without an id", "records.json", "\"id\": \"page-1\",", "", -1, "id is empty");
    }

    void refuses()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, place);
        QFETCH(QString, message);
        const test::GeodataFolder folder;
        folder.replace(file.constData(), from, to);
        const AtlasCompiler::ReadResult result = AtlasCompiler::readText(folder.path());
        const QStringList errors = told(result.errors);
        const bool anywhere = place.contains(QStringLiteral(":-1:"));
        const auto expected = std::find_if(errors.begin(), errors.end(), [&](const QString &error) {
            return error.contains(message) && (anywhere || error.startsWith(folder.path() + u'/' + place));
        });
        QVERIFY2(expected != errors.end(), qPrintable(errors.join(u'\n')));
    }

    void everyMistakeIsTold()
    {
        const test::GeodataFolder folder;
        folder.replace("facts.csv", "f-1,a,", "f-1,z,");
        folder.replace("facts.csv", "2025-06", "soon");
        folder.replace("passages.csv", "place-x", "place-z");
        const QStringList errors = told(AtlasCompiler::readText(folder.path()).errors);
        QCOMPARE(errors, (QStringList{folder.path("facts.csv") + ":2: f-1: unknown subject: z",
                                      folder.path("facts.csv") + ":2: f-1: as_of is not a date: soon",
                                      folder.path("passages.csv") + ":2: p1: unknown subject: place-z"}));
    }

    void legsThatDoNotTouch()
    {
        const test::GeodataFolder folder;
        const QByteArray leg = "{\"type\": \"Feature\", \"properties\": {\"feature\": \"leg\", \"precision\": \"schematic\", "
                               "\"provenance\": \"osm\", \"refs\": \"way/2\"}, \"geometry\": {\"type\": \"LineString\", "
                               "\"coordinates\": [[46.1, 40.0], [46.2, 40.0]]}},\n";
        folder.replace("segments/a.geojson", "{\"type\": \"Feature\", \"properties\": {\"feature\": \"waypoint\"",
                       leg + "{\"type\": \"Feature\", \"properties\": {\"feature\": \"waypoint\"");
        QCOMPARE(told(AtlasCompiler::readText(folder.path()).errors).value(0),
                 folder.path("segments/a.geojson") + ":9: a: the leg does not begin where the one before ends");
    }

    void missingFiles()
    {
        const test::GeodataFolder folder;
        QVERIFY(QFile::remove(folder.path("facts.csv")));
        QVERIFY(QFile::remove(folder.path("records.json")));
        const QStringList errors = told(AtlasCompiler::readText(folder.path()).errors);
        QCOMPARE(errors.size(), 2);
        QVERIFY(errors[0].startsWith(folder.path("facts.csv") + ": cannot be read"));
        QVERIFY(errors[1].startsWith(folder.path("records.json") + ": cannot be read"));
        QCOMPARE(told(AtlasCompiler::readText(folder.path("nowhere")).errors),
                 QStringList{folder.path("nowhere") + ": not a readable folder"});
        const QTemporaryDir empty;
        QVERIFY(AtlasCompiler::readText(empty.path()).errors.size() >= 9);
    }

    void theRealDataAreSound()
    {
        const AtlasCompiler::ReadResult result = AtlasCompiler::readText(test::sourcePath("geodata"));
        QVERIFY2(result.errors.empty(), qPrintable(told(result.errors).join(u'\n')));
        const AtlasData &data = result.source.data;
        QVERIFY(data.segments.size() >= 55);
        QCOMPARE(data.passages.size(), std::size_t(114));
        for (const auto &[table, rows] : {std::pair("facts", data.facts.size()), std::pair("passages", data.passages.size()),
                                          std::pair("segments", data.segments.size()), std::pair("records", data.records.size())})
            QCOMPARE(result.source.places[QString::fromLatin1(table)].size(), rows);
        const Atlas atlas(data);
        for (const Segment &segment : data.segments)
            QVERIFY2(!atlas.corridorsOf(segment.id).isEmpty(), qPrintable(segment.id));
    }
};

QTEST_APPLESS_MAIN(AtlasCompilerTest)
#include "AtlasCompilerTest.moc"
