// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandsFixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace ca;
using Outcome = test::CommandsFixture::Outcome;

class CommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.prepare()); }
    void knowsItsCommands();
    void helpAndVersion();
    void badUsageIsTwo_data();
    void badUsageIsTwo();
    void failureIsOne_data();
    void failureIsOne();
    void listKeys_data();
    void listKeys();
    void countsAgreeWithTheSheet();
    void showAsText();
    void showAsJson();
    void showByAnyName();
    void geometryRoundTrip();
    void checkIsSilentlyContent();
    void checkLooksAtStyles();
    void optionsMayComeFirst();
    void extractsBecomeLayers();
    void extractsBecomeABaseMap();

private:
    [[nodiscard]] QJsonDocument json(const QString &words) const;
    test::CommandsFixture m_fixture;
};

QJsonDocument CommandsTest::json(const QString &words) const
{
    const Outcome outcome = m_fixture.onAtlas(words + QStringLiteral(" --json"));
    return outcome.code == 0 && outcome.err.isEmpty() ? QJsonDocument::fromJson(outcome.out.toUtf8()) : QJsonDocument();
}

void CommandsTest::knowsItsCommands()
{
    for (const char *word : {"list", "show", "export", "report", "cite", "geometry", "check", "--help", "-h", "--version", "--figure", "--figure=a.png", "lits"})
        QVERIFY2(isCommand(QString::fromLatin1(word)), word);
    for (const char *word : {"", "--sources", "--atlas", "-platform", "atlas.gpkg", "/tmp/x", "./project"})
        QVERIFY2(!isCommand(QString::fromLatin1(word)), word);
    QVERIFY(commandNeedsGui(QStringLiteral("export")) && commandNeedsGui(QStringLiteral("--figure")));
    QVERIFY(!commandNeedsGui(QStringLiteral("list")) && !commandNeedsGui(QStringLiteral("--help")));
}

void CommandsTest::helpAndVersion()
{
    const Outcome help = test::CommandsFixture::run({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    for (const char *word : {"list", "show", "export", "report", "cite", "geometry", "check", "--figure", "--version", "Exit code"})
        QVERIFY2(help.out.contains(QString::fromLatin1(word)), word);
    QCOMPARE(help.err, QString());
    for (const char *command : {"list", "show", "export", "geometry", "check"}) {
        const Outcome own = test::CommandsFixture::run({QString::fromLatin1(command), QStringLiteral("--help")});
        QCOMPARE(own.code, 0);
        QVERIFY(own.out.contains(QStringLiteral("--atlas FILE")));
        QCOMPARE(test::CommandsFixture::run({QStringLiteral("help"), QString::fromLatin1(command)}).out, own.out);
    }
    const Outcome version = test::CommandsFixture::run({QStringLiteral("--version")});
    QCOMPARE(version.code, 0);
    QVERIFY(version.out.startsWith(QStringLiteral("Corridor Atlas ")));
}

void CommandsTest::badUsageIsTwo_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {
             "lits", "list nothing", "list segments corridors", "list --what", "list --json --json", "list --json=yes", "list --atlas",
             "list segments --library x.sqlite", "list links", "list segments --project x.catlas", "show", "show a b", "show trunk --verbose", "check now", "check --fix",
             "osm", "osm --out a.gpkg", "osm --osm a.pbf", "osm a.pbf --out a.png", "osm a.pbf --base-map a.png",
             "osm a.pbf --out a.gpkg --base-map a.gpkg",
             "geometry", "geometry --segment trunk", "geometry --out a.geojson", "geometry --segment trunk --corridor red --out a.geojson",
             "geometry --segment trunk --out a.png", "geometry --segment --out a.geojson", "export", "export --out a.jpg", "export --out a",
             "export --segment trunk --corridor red --out a.png", "export --bbox 1,2,3,4 --segment trunk --out a.png",
             "export --bbox 52,37,40,43 --out a.png", "export --bbox nan,1,2,3 --out a.png", "export --bbox 1,2,3 --out a.png",
             "export --bbox 0,0,400,10 --out a.png", "export --size 0x100 --out a.png", "export --size 100 --out a.png",
             "export --size -5x5 --out a.png", "export --size 1e3x5 --out a.png", "export --size 12.5x30 --out a.png", "export --dpi 0 --out a.png",
             "export --dpi nan --out a.png", "export --dpi 5000 --out a.png", "export --style pink --out a.png", "export --language xx --out a.png",
             "export --name-policy mine --out a.png", "export --as-of yesterday --out a.png", "export --as-of 2026-13 --out a.png",
             "export --crs EPSG:4978 --out a.png", "export --crs nonsense --out a.png", "export extra --out a.png", "--version now", "--help nothing",
             "--figure", "--figure a.gif"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void CommandsTest::badUsageIsTwo()
{
    QFETCH(QString, words);
    const Outcome outcome = test::CommandsFixture::run(words.split(u' '));
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(outcome.err.startsWith(QStringLiteral("corridor-atlas: ")));
    for (const char *name : {"a.png", "a.geojson", "a.jpg", "a.gif", "a"})
        QVERIFY(!QFile::exists(QString::fromLatin1(name)));
}

void CommandsTest::failureIsOne_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("reason");
    QTest::newRow("show") << QStringLiteral("show nowhere") << QStringLiteral("“nowhere”");
    QTest::newRow("geometry") << QStringLiteral("geometry --segment nowhere --out /tmp/ca-none.geojson") << QStringLiteral("“nowhere”");
    QTest::newRow("segment asked as corridor") << QStringLiteral("geometry --corridor trunk --out /tmp/ca-none.geojson") << QStringLiteral("no corridor");
    QTest::newRow("corridor asked as segment") << QStringLiteral("geometry --segment red --out /tmp/ca-none.geojson") << QStringLiteral("no segment");
    QTest::newRow("no such folder") << QStringLiteral("geometry --segment trunk --out /no/such/folder/a.geojson") << QStringLiteral("cannot be written");
    QTest::newRow("shared name") << QStringLiteral("show A–B") << QStringLiteral("trunk");
}

void CommandsTest::failureIsOne()
{
    QFETCH(QString, words);
    QFETCH(QString, reason);
    QStringList arguments = words.split(u' ') + QStringList{QStringLiteral("--atlas"), m_fixture.atlas()};
    arguments.replaceInStrings(QStringLiteral("A–B"), QStringLiteral("A – B"));
    const Outcome outcome = test::CommandsFixture::run(arguments);
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY2(outcome.err.contains(reason), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(QStringLiteral("/tmp/ca-none.geojson")));
    const Outcome missing = test::CommandsFixture::run({QStringLiteral("list"), QStringLiteral("--atlas"), m_fixture.path(QStringLiteral("none.gpkg"))});
    QCOMPARE(missing.code, 1);
    QCOMPARE(missing.err.count(u'\n'), 1);
}

void CommandsTest::listKeys_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("keys");
    QTest::newRow("segments") << QStringLiteral("segments") << 6 << QStringLiteral("id corridors from to modes status status_as_of length_km precision facts passages");
    QTest::newRow("corridors") << QStringLiteral("corridors") << 3 << QStringLiteral("id title name segments length_km status status_as_of facts passages");
    QTest::newRow("facts") << QStringLiteral("facts") << 7 << QStringLiteral("id subject attribute value unit as_of claimed_by source");
    QTest::newRow("passages") << QStringLiteral("passages") << 3 << QStringLiteral("id record paragraph claim paraphrase anchor subjects contradicted_by");
    QTest::newRow("subjects") << QStringLiteral("subjects") << 4 << QStringLiteral("id kind title lat lon facts passages");
}

void CommandsTest::listKeys()
{
    QFETCH(QString, what);
    QFETCH(int, count);
    QFETCH(QString, keys);
    const QJsonArray rows = json(QStringLiteral("list ") + what).array();
    QCOMPARE(rows.size(), count);
    for (const QJsonValue &row : rows) {
        for (const QString &key : keys.split(u' '))
            QVERIFY2(row.toObject().contains(key), qPrintable(key));
    }
    const Outcome table = m_fixture.onAtlas(QStringLiteral("list ") + what);
    QCOMPARE(table.code, 0);
    QCOMPARE(table.out.count(u'\n'), count + 1);
}

void CommandsTest::countsAgreeWithTheSheet()
{
    for (const QJsonValue &row : json(QStringLiteral("list segments")).array()) {
        const QJsonObject sheet = json(QStringLiteral("show ") + row[QStringLiteral("id")].toString()).object();
        QCOMPARE(sheet[QStringLiteral("facts")].toArray().size(), row[QStringLiteral("facts")].toInt());
        QCOMPARE(sheet[QStringLiteral("passages")].toArray().size(), row[QStringLiteral("passages")].toInt());
    }
}

void CommandsTest::showAsText()
{
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("show plan"));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out, QStringLiteral("A – B\n"
                                         "id         plan\n"
                                         "from – to  A – B\n"
                                         "corridors  Red route\n"
                                         "modes      railway\n"
                                         "status     planned, as of 2026\n"
                                         "length     173.3 km, measured along the line as drawn\n"
                                         "line       schematic\n"
                                         "\n"
                                         "Facts (1)\n"
                                         "  status  planned  2026, [Survey Office, 2024-03]\n"
                                         "\n"
                                         "Passages (1)\n"
                                         "  Harbour News, undated\n"
                                         "    p3  ¶ 1, event, speaks of the whole corridor: Red route\n"
                                         "      The author tells of red.\n"
                                         "      from “The made-up line” to “of the island.”\n"));
    const Outcome trunk = m_fixture.onAtlas(QStringLiteral("show trunk"));
    QVERIFY(trunk.out.contains(QStringLiteral("published  175.0 km (Survey Office, 2024-03); the line differs by ")));
    QVERIFY(trunk.out.contains(QStringLiteral("other sources differ: The line was opened a year later.")));
    QVERIFY(m_fixture.onAtlas(QStringLiteral("show far")).out.contains(QStringLiteral("No article speaks of it")));
    QVERIFY(m_fixture.onAtlas(QStringLiteral("show red")).out.contains(QStringLiteral("avoided by East side")));
}

void CommandsTest::showAsJson()
{
    const QJsonObject sheet = json(QStringLiteral("show trunk")).object();
    QCOMPARE(sheet[QStringLiteral("id")].toString(), QStringLiteral("trunk"));
    const QJsonObject fact = sheet[QStringLiteral("facts")].toArray().last().toObject();
    for (const char *key : {"id", "attribute", "value", "unit", "as_of", "claimed_by", "source"})
        QVERIFY2(!fact[QLatin1String(key)].isUndefined(), key);
    QCOMPARE(fact[QStringLiteral("source")].toString(), QStringLiteral("r1"));
    const QJsonObject passage = sheet[QStringLiteral("passages")].toArray().first().toObject();
    for (const char *key : {"id", "record", "paragraph", "claim", "paraphrase", "anchor", "role", "contradicted_by"})
        QVERIFY2(!passage[QLatin1String(key)].isUndefined(), key);
    QCOMPARE(passage[QStringLiteral("role")].toString(), QStringLiteral("about"));
    QCOMPARE(passage[QStringLiteral("contradicted_by")].toArray(), QJsonArray{QStringLiteral("x1")});
    const QJsonObject length = sheet[QStringLiteral("published_lengths")].toArray().first().toObject();
    const double difference = sheet[QStringLiteral("length_km")].toDouble() - 175;
    QVERIFY(std::abs(length[QStringLiteral("difference_km")].toDouble() - difference) < 0.002);
    QVERIFY(sheet[QStringLiteral("names")].isArray());
    QCOMPARE(json(QStringLiteral("show red")).object()[QStringLiteral("names")].toArray().size(), 2);
}

void CommandsTest::showByAnyName()
{
    const QStringList words{QStringLiteral("show"), QStringLiteral("SCARLET road"), QStringLiteral("--json"), QStringLiteral("--atlas"), m_fixture.atlas()};
    const Outcome outcome = test::CommandsFixture::run(words);
    QCOMPARE(outcome.code, 0);
    QCOMPARE(QJsonDocument::fromJson(outcome.out.toUtf8()).object()[QStringLiteral("id")].toString(), QStringLiteral("red"));
}

void CommandsTest::geometryRoundTrip()
{
    const QString file = m_fixture.path(QStringLiteral("pipe.geojson"));
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("geometry --corridor pipe --out ") + file);
    QCOMPARE(outcome.code, 0);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(written.readAll()).object();
    QCOMPARE(object[QStringLiteral("type")].toString(), QStringLiteral("FeatureCollection"));
    QCOMPARE(object[QStringLiteral("licence")].toString(), QStringLiteral("ODbL-1.0"));
    QVERIFY(object[QStringLiteral("credits")].toArray().first().toString().contains(QStringLiteral("OpenStreetMap")));
    QVERIFY(!object.contains(QStringLiteral("crs")));  // RFC 7946 has none
    const AtlasData data = test::sourcedAtlas();
    const QJsonArray features = object[QStringLiteral("features")].toArray();
    QCOMPARE(features.size(), 2);
    for (int i = 0; i < 2; ++i) {
        const Leg &leg = data.segments[std::size_t(4 + i)].legs.front();
        const QJsonObject properties = features[i][QStringLiteral("properties")].toObject();
        QCOMPARE(properties[QStringLiteral("precision")].toString(), toId(leg.precision));
        QCOMPARE(properties[QStringLiteral("provenance")].toString(), leg.provenance);
        const QJsonArray coordinates = features[i][QStringLiteral("geometry")][QStringLiteral("coordinates")].toArray();
        QCOMPARE(std::size_t(coordinates.size()), leg.line.size());
        for (qsizetype v = 0; v < coordinates.size(); ++v) {
            QCOMPARE(coordinates[v][0].toDouble(), leg.line[std::size_t(v)].lon);
            QCOMPARE(coordinates[v][1].toDouble(), leg.line[std::size_t(v)].lat);
        }
    }
    QCOMPARE(features[1][QStringLiteral("properties")][QStringLiteral("error_m")].toDouble(), 12000.0);
    const QJsonArray box = object[QStringLiteral("bbox")].toArray();
    QCOMPARE(box[0].toDouble(), 44.0);
    QCOMPARE(box[2].toDouble(), 48.0);
}

void CommandsTest::checkLooksAtStyles()
{
    const QString own = m_fixture.path(QStringLiteral("own.style"));
    QFile file(own);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name own\nbase light\ncorridor nowhere #102030\n");
    file.close();
    const Outcome good = m_fixture.onAtlas(QStringLiteral("check --style ") + own);
    QCOMPARE(good.code, 0);
    QVERIFY2(good.out.contains(QStringLiteral("“own”")), qPrintable(good.out));
    QVERIFY2(good.err.contains(own + QStringLiteral(":3:10: the atlas has no corridor “nowhere”")), qPrintable(good.err));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name own\nbase light\nline coast width=thin\n");
    file.close();
    const Outcome bad = m_fixture.onAtlas(QStringLiteral("check --style ") + own);
    QCOMPARE(bad.code, 1);
    QCOMPARE(bad.out, QString());
    QVERIFY2(bad.err.startsWith(QStringLiteral("corridor-atlas: %1:3:18: ").arg(own)), qPrintable(bad.err));
    const Outcome json = m_fixture.onAtlas(QStringLiteral("check --json --style ") + own);
    QCOMPARE(json.code, 1);
    const QJsonObject error = QJsonDocument::fromJson(json.out.toUtf8()).object()[QStringLiteral("errors")].toArray().first().toObject();
    QCOMPARE(error[QStringLiteral("column")].toInt(), 18);
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("check --style /no/such.style")).code, 1);
}

void CommandsTest::checkIsSilentlyContent()
{
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("check --json"));
    const QJsonArray problems = QJsonDocument::fromJson(outcome.out.toUtf8()).object()[QStringLiteral("problems")].toArray();
    QCOMPARE(outcome.code, problems.isEmpty() ? 0 : 1);
    // A fact about nothing is a problem with a name.
    AtlasData bad = test::sourcedAtlas();
    bad.facts.front().subject = QStringLiteral("no-such-segment");
    const QString file = m_fixture.path(QStringLiteral("bad.gpkg"));
    QVERIFY(AtlasFile::write(file, bad).ok());
    const Outcome found = test::CommandsFixture::run({QStringLiteral("check"), QStringLiteral("--atlas"), file});
    QCOMPARE(found.code, 1);
    QVERIFY(found.out.contains(QStringLiteral("no-such-segment")));
    QCOMPARE(found.err.count(u'\n'), 1);
}

void CommandsTest::optionsMayComeFirst()
{
    const Outcome outcome = test::CommandsFixture::run({QStringLiteral("--atlas"), m_fixture.atlas(), QStringLiteral("list"), QStringLiteral("corridors")});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains(QStringLiteral("Red route")));
}

void CommandsTest::extractsBecomeLayers()
{
    QFile extract(m_fixture.path(QStringLiteral("made.osm")));
    QVERIFY(extract.open(QIODevice::WriteOnly));
    extract.write("<?xml version='1.0'?><osm version='0.6'><node id='1' version='1' timestamp='2026-01-02T03:04:05Z' lat='40' lon='46'/>"
                  "<node id='2' version='1' timestamp='2026-01-02T03:04:05Z' lat='41' lon='46'/><way id='3' version='1' "
                  "timestamp='2026-01-02T03:04:05Z'><nd ref='1'/><nd ref='2'/><tag k='railway' v='rail'/></way></osm>");
    extract.close();
    const QStringList words{QStringLiteral("osm"), QStringLiteral("--osm"), extract.fileName(), QStringLiteral("--out"), m_fixture.path(QStringLiteral("layers.gpkg"))};
    const Outcome told = test::CommandsFixture::run(words + QStringList{QStringLiteral("--json")});
    QVERIFY2(told.code == 0, qPrintable(told.err));
    const QJsonObject object = QJsonDocument::fromJson(told.out.toUtf8()).object();
    QCOMPARE(object[QLatin1String("features")].toInt(), 1);
    QCOMPARE(object[QLatin1String("data_date")].toString(), QStringLiteral("2026-01-02T03:04:05Z"));
    QCOMPARE(object[QLatin1String("layers")].toArray()[0].toObject()[QLatin1String("table")].toString(), QStringLiteral("railways"));
    QVERIFY(test::CommandsFixture::run(words).out.contains(QStringLiteral("© OpenStreetMap contributors")));
    const Outcome gone = test::CommandsFixture::run(words + QStringList{m_fixture.path(QStringLiteral("none.osm.pbf"))});
    QCOMPARE(gone.code, 1);
    QCOMPARE(gone.err.count(u'\n'), 1);
}

/// Both files of one call; a picture over the base map; a file that is none.
void CommandsTest::extractsBecomeABaseMap()
{
    QFile extract(m_fixture.path(QStringLiteral("base.osm")));
    QVERIFY(extract.open(QIODevice::WriteOnly));
    extract.write("<?xml version='1.0'?><osm version='0.6'><bounds minlat='40' minlon='46' maxlat='41' maxlon='47'/>"
                  "<node id='1' version='1' timestamp='2026-01-02T03:04:05Z' lat='40.5' lon='46.5'><tag k='place' v='town'/><tag k='name' v='Here'/></node></osm>");
    extract.close();
    const QString base = m_fixture.path(QStringLiteral("base.gpkg"));
    const QStringList words{QStringLiteral("osm"), QStringLiteral("--osm"), extract.fileName(), QStringLiteral("--base-map"), base, QStringLiteral("--atlas"), m_fixture.atlas()};
    const Outcome both = test::CommandsFixture::run(words + QStringList{QStringLiteral("--out"), m_fixture.path(QStringLiteral("layers.gpkg")), QStringLiteral("--json")});
    QVERIFY2(both.code == 0, qPrintable(both.err));
    const QJsonObject object = QJsonDocument::fromJson(both.out.toUtf8()).object();
    QCOMPARE(object[QLatin1String("features")].toInt(), 1);
    const QJsonObject made = object[QLatin1String("base_map")].toObject();
    QCOMPARE(made[QLatin1String("boxes")].toArray(), (QJsonArray{QJsonArray{46, 40, 47, 41}}));
    QCOMPARE(made[QLatin1String("data_date")].toString(), QStringLiteral("2026-01-02T03:04:05Z"));
    QVERIFY(QFile::exists(base));
    QVERIFY(test::CommandsFixture::run(words).out.contains(QStringLiteral("© OpenStreetMap contributors")));

    const QStringList drawing{QStringLiteral("export"), QStringLiteral("--bbox"), QStringLiteral("46,40,47,41"), QStringLiteral("--atlas"), m_fixture.atlas(),
                              QStringLiteral("--out"), m_fixture.path(QStringLiteral("base.png")), QStringLiteral("--base-map")};
    const Outcome drawn = test::CommandsFixture::run(drawing + QStringList{base});
    QVERIFY2(drawn.code == 0, qPrintable(drawn.err));
    const Outcome none = test::CommandsFixture::run(drawing + QStringList{extract.fileName()});
    QCOMPARE(none.code, 1);
    QVERIFY2(none.err.contains(QStringLiteral("base.osm")), qPrintable(none.err));
}

QTEST_MAIN(CommandsTest)
#include "CommandsTest.moc"
