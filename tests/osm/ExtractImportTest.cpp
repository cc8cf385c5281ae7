// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ExtractImport.h"

#include "osm/LayerMapping.h"
#include "store/LayerReader.h"
#include "support/TestData.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace ca;

namespace {

// Made for this test: two tracks that meet, one being built; a lake with an island, another as they were mapped up to 2017;
// a pipeline; a border; a town.
const char *const madeExtract = R"(<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="made for a test">
<node id="1" version="1" timestamp="2026-01-02T03:04:05Z" lat="40.0" lon="46.0"/>
<node id="2" version="1" timestamp="2026-01-02T03:04:05Z" lat="40.1" lon="46.1"/>
<node id="3" version="1" timestamp="2026-01-02T03:04:05Z" lat="40.0" lon="46.2"/>
<node id="4" version="1" timestamp="2026-01-02T03:04:05Z" lat="40.3" lon="46.2"/>
<node id="5" version="1" timestamp="2026-01-02T03:04:05Z" lat="40.04" lon="46.05"/>
<node id="6" version="1" timestamp="2026-01-02T03:04:05Z" lat="40.02" lon="46.15"/>
<node id="7" version="1" timestamp="2026-01-02T03:04:05Z" lat="40.02" lon="46.10"/>
<node id="9000000001" version="4" timestamp="2026-01-02T03:04:05Z" lat="40.5" lon="46.5"><tag k="place" v="town"/><tag k="name" v="Şəhər"/><tag k="name:ka" v="ქალაქი"/><tag k="population" v="12345"/></node>
<way id="10" version="7" timestamp="2026-02-03T04:05:06Z"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="railway" v="rail"/><tag k="gauge" v="1520"/></way>
<way id="11" version="2" timestamp="2026-02-03T04:05:06Z"><nd ref="2"/><nd ref="4"/><tag k="construction:railway" v="rail"/></way>
<way id="12" version="1" timestamp="2026-02-03T04:05:06Z"><nd ref="1"/><nd ref="3"/><nd ref="4"/><nd ref="1"/></way>
<way id="13" version="1" timestamp="2026-02-03T04:05:06Z"><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="5"/></way>
<way id="14" version="1" timestamp="2026-02-03T04:05:06Z"><nd ref="1"/><nd ref="4"/><tag k="man_made" v="pipeline"/><tag k="substance" v="gas"/><tag k="diameter" v="1420 mm"/></way>
<way id="15" version="1" timestamp="2026-02-03T04:05:06Z"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="natural" v="water"/><tag k="name" v="Old lake"/></way>
<relation id="20" version="5" timestamp="2026-02-03T04:05:06Z"><member type="way" ref="12" role="outer"/><member type="way" ref="13" role="inner"/><tag k="type" v="multipolygon"/><tag k="natural" v="water"/></relation>
<relation id="21" version="5" timestamp="2026-02-03T04:05:06Z"><member type="way" ref="14" role="outer"/><member type="way" ref="999" role="outer"/><tag k="type" v="boundary"/><tag k="boundary" v="administrative"/><tag k="admin_level" v="2"/><tag k="name" v="Made-up"/></relation>
<relation id="22" version="1" timestamp="2026-02-03T04:05:06Z"><member type="way" ref="15" role="outer"/><member type="way" ref="13" role="inner"/><tag k="type" v="multipolygon"/></relation>
</osm>
)";

QString writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

FeatureTable readTable(const QString &path, const char *layer)
{
    const Result<LayerData> data = LayerReader::read(path, QLatin1String(layer));
    if (!data || data->tables.size() != 1)
        qFatal("%s cannot be read", layer);
    return data->tables.front();
}

} // namespace

class ExtractImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowNamesItsObject()
    {
        QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("layers.gpkg"));
        const auto report = importExtracts({writeFile(folder.filePath(QStringLiteral("made.osm")), madeExtract)}, LayerMapping::bundled(), out);
        QVERIFY2(report, qPrintable(report.error().text()));
        QStringList tables;
        for (const ImportedLayer &layer : report->layers)
            tables << layer.table;
        QCOMPARE(tables, QStringList({QStringLiteral("railways"), QStringLiteral("pipelines"), QStringLiteral("borders"), QStringLiteral("lakes"), QStringLiteral("places")}));
        const FeatureTable rails = readTable(out, "railways");
        QCOMPARE(rails.featureCount(), std::size_t(2));
        QCOMPARE(rails.value(0, QStringLiteral("osm_type")).toString(), QStringLiteral("way"));
        QCOMPARE(rails.value(0, QStringLiteral("osm_id")).toLongLong(), 10);
        QCOMPARE(rails.value(0, QStringLiteral("osm_version")).toInt(), 7);
        QCOMPARE(rails.value(0, QStringLiteral("osm_timestamp")).toString(), QStringLiteral("2026-02-03T04:05:06Z"));
        QCOMPARE(rails.value(0, QStringLiteral("gauge")).toString(), QStringLiteral("1520"));
        QCOMPARE(rails.value(1, QStringLiteral("life_cycle")).toString(), QStringLiteral("construction"));
        const FeatureTable simplified = readTable(out, "railways_z1");
        QCOMPARE(simplified.featureCount(), std::size_t(2));
        QCOMPARE(simplified.value(1, QStringLiteral("life_cycle")).toString(), QStringLiteral("construction"));
        QCOMPARE(simplified.value(0, QStringLiteral("osm_id")).toLongLong(), 10);
        const auto has = [](const FeatureTable &table, const char *name) {
            return std::any_of(table.columns.begin(), table.columns.end(), [&](const auto &column) { return column.name == QLatin1String(name); });
        };
        QVERIFY(has(rails, "operator") && !has(simplified, "operator"));
        QCOMPARE(readTable(out, "pipelines").value(0, QStringLiteral("diameter")).toString(), QStringLiteral("1420 mm"));
        const FeatureTable lakes = readTable(out, "lakes");
        QCOMPARE(lakes.partStart, (std::vector<std::uint32_t>{0, 4, 8, 12, 16}));
        QCOMPARE(lakes.value(1, QStringLiteral("name")).toString(), QStringLiteral("Old lake"));
        QCOMPARE(lakes.value(0, QStringLiteral("osm_type")).toString(), QStringLiteral("relation"));
        const FeatureTable borders = readTable(out, "borders");
        QCOMPARE(borders.value(0, QStringLiteral("relations")).toString(), QStringLiteral("21"));
        QCOMPARE(borders.value(0, QStringLiteral("parties")).toString(), QStringLiteral("Made-up"));
        const FeatureTable places = readTable(out, "places");
        QCOMPARE(places.value(0, QStringLiteral("osm_id")).toLongLong(), 9'000'000'001);
        QCOMPARE(places.value(0, QStringLiteral("name_ka")).toString(), QStringLiteral("ქალაქი"));
        QCOMPARE(places.value(0, QStringLiteral("population")).toLongLong(), 12345);
        QVERIFY2(report->remarks.join(u'\n').contains(QLatin1String("relation/21")), qPrintable(report->remarks.join(u'\n')));
    }

    void failuresLeaveTheOldFile()
    {
        QTemporaryDir folder;
        const QString out = writeFile(folder.filePath(QStringLiteral("layers.gpkg")), "old");
        const QString made = writeFile(folder.filePath(QStringLiteral("made.osm")), madeExtract);
        const QString bad = writeFile(folder.filePath(QStringLiteral("bad.osm")), "<osm");
        const QString empty = writeFile(folder.filePath(QStringLiteral("empty.osm")), "<?xml version='1.0'?>\n<osm version='0.6'></osm>\n");
        ExtractImportOptions cancelled;
        cancelled.cancel.cancel();
        QVERIFY(!importExtracts({made, bad}, LayerMapping::bundled(), out));
        QVERIFY(!importExtracts({empty}, LayerMapping::bundled(), out));
        QVERIFY(!importExtracts({made}, LayerMapping::bundled(), out, cancelled));
        QVERIFY(!importExtracts({made}, LayerMapping::bundled(), folder.filePath(QStringLiteral("none/layers.gpkg"))));
        QCOMPARE(QFileInfo(out).size(), 3);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 4);
    }

    void realExtractsGiveLayers()
    {
        CA_NEED_TEST_DATA();
        QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("layers.gpkg"));
        double last = 0;
        ExtractImportOptions options;
        options.progress = [&](double share) {
            QVERIFY(share >= last - 1e-9 && share <= 1 + 1e-9);
            last = share;
        };
        const auto report = importExtracts({test::externalPath(QStringLiteral("osm/south-caucasus-rail.osm.pbf")), test::externalPath(QStringLiteral("osm/liechtenstein-2015.osm.pbf"))}, LayerMapping::bundled(), out, options);
        QVERIFY2(report, qPrintable(report.error().text()));
        for (const ImportedLayer &layer : report->layers) {
            const Result<LayerData> read = LayerReader::read(out, layer.table);
            QVERIFY2(read, qPrintable(read.error().text()));
            std::size_t features = 0;
            for (const FeatureTable &table : read->tables)
                features += table.featureCount();
            QCOMPARE(qint64(features), layer.features);
            for (const QString &level : layer.levels)
                QVERIFY(LayerReader::read(out, level));
        }
        QVERIFY(report->features() > 6000);
    }
};

QTEST_GUILESS_MAIN(ExtractImportTest)
#include "ExtractImportTest.moc"
