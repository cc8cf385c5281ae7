// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AtlasFile.h"

#include "atlas/SampleAtlas.h"
#include "store/AtlasCompiler.h"
#include "store/LayerReader.h"
#include "support/TestData.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <atomic>
#include <thread>

using namespace ca;

class AtlasFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    static QByteArray bytesOf(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    template <class Row>
    static void compareRows(const std::vector<Row> &a, const std::vector<Row> &b, const char *table)
    {
        QVERIFY2(a.size() == b.size(), table);
        for (std::size_t i = 0; i < a.size(); ++i)
            QVERIFY2(a[i] == b[i], qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(table)).arg(i)));
    }

    /// Undefined positions equal nothing; here they are to be the same.
    static AtlasData comparable(AtlasData data)
    {
        for (Subject &subject : data.subjects) {
            if (!subject.position.defined())
                subject.position = {-1000, -1000};
        }
        return data;
    }

    static void compare(const AtlasData &written, const AtlasData &read)
    {
        // What the atlas derives is derived on both sides.
        const AtlasData a = comparable(Atlas(written).data());
        const AtlasData b = comparable(read);
        QCOMPARE(b.title, a.title);
        QCOMPARE(b.version, a.version);
        QCOMPARE(b.date, a.date);
        compareRows(a.segments, b.segments, "segments");
        compareRows(a.members, b.members, "corridors");
        compareRows(a.subjects, b.subjects, "subjects");
        compareRows(a.facts, b.facts, "facts");
        compareRows(a.names, b.names, "names");
        compareRows(a.records, b.records, "records");
        compareRows(a.passages, b.passages, "passages");
        compareRows(a.contradictions, b.contradictions, "contradictions");
        compareRows(a.disputed, b.disputed, "disputed");
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto written = AtlasFile::write(file("sample.gpkg"), test::sampleAtlas());
        QVERIFY2(written.ok(), qPrintable(written.error().text()));
    }

    void sampleComesBack()
    {
        const auto read = AtlasFile::readAtlas(file("sample.gpkg"));
        QVERIFY2(read.ok(), qPrintable(read.error().text()));
        compare(test::sampleAtlas(), (*read)->data());
    }

    void pathsMayHoldAnything_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char *folder : {"a b", "a%20b", "a#b?c", "100%", "\xC9\x99\xC5\x9F", "a'b\"c"})
            QTest::newRow(folder) << QString::fromUtf8(folder);
    }

    void pathsMayHoldAnything()
    {
        QFETCH(QString, folder);
        QVERIFY(QDir(m_folder.path()).mkpath(folder));
        const QString path = m_folder.filePath(folder + QStringLiteral("/at las.gpkg"));
        const auto written = AtlasFile::write(path, test::sampleAtlas());
        QVERIFY2(written.ok(), qPrintable(written.error().text()));
        const auto read = AtlasFile::readAtlas(path);
        QVERIFY2(read.ok(), qPrintable(read.error().text()));
    }

    void emptyTablesComeBack()
    {
        AtlasData data;
        data.title = QStringLiteral("Empty");
        data.date = QStringLiteral("2026");
        QVERIFY(AtlasFile::write(file("empty-tables.gpkg"), data).ok());
        const auto read = AtlasFile::readAtlas(file("empty-tables.gpkg"));
        QVERIFY2(read.ok(), qPrintable(read.error().text()));
        compare(data, (*read)->data());
    }

    void realAtlasComesBack()
    {
        const AtlasCompiler::ReadResult source = AtlasCompiler::readText(test::sourcePath("geodata"));
        QVERIFY(source.errors.empty());
        QVERIFY(AtlasFile::write(file("real.gpkg"), source.source.data).ok());
        const auto read = AtlasFile::readAtlas(file("real.gpkg"));
        QVERIFY2(read.ok(), qPrintable(read.error().text()));
        compare(source.source.data, (*read)->data());
    }

    void sameInputSameBytes()
    {
        QVERIFY(AtlasFile::write(file("again.gpkg"), test::sampleAtlas()).ok());
        QVERIFY(bytesOf(file("again.gpkg")) == bytesOf(file("sample.gpkg")));
        // And onto a file that is there already.
        QVERIFY(AtlasFile::write(file("again.gpkg"), test::sampleAtlas()).ok());
        QVERIFY(bytesOf(file("again.gpkg")) == bytesOf(file("sample.gpkg")));
    }

    void nothingIsLeftBeside()
    {
        QTemporaryDir folder;
        QVERIFY(AtlasFile::write(folder.filePath("a.gpkg"), test::sampleAtlas()).ok());
        const QByteArray before = bytesOf(folder.filePath("a.gpkg"));
        QVERIFY(AtlasFile::readAtlas(folder.filePath("a.gpkg")).ok());
        QVERIFY(!AtlasFile::write(folder.filePath("b.gpkg"), test::sampleAtlas(), folder.filePath("no-base.gpkg")).ok());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"a.gpkg"});
        QVERIFY(bytesOf(folder.filePath("a.gpkg")) == before);
    }

    void aFailedWriteLeavesTheOldFile()
    {
        const QString target = file("kept.gpkg");
        QVERIFY(AtlasFile::write(target, test::sampleAtlas()).ok());
        const QByteArray before = bytesOf(target);
        put(file("rubbish.gpkg"), "no base map");
        QVERIFY(!AtlasFile::write(target, test::sampleAtlas(), file("rubbish.gpkg")).ok());
        QVERIFY(bytesOf(target) == before);
        const auto nowhere = AtlasFile::write(file("no-such-folder/a.gpkg"), test::sampleAtlas());
        QVERIFY(!nowhere.ok());
        QVERIFY(nowhere.error().file.contains("no-such-folder"));
    }

    void otherProgramsSeeLayersInDegrees()
    {
        GDALAllRegister();
        GDALDatasetH dataset = GDALOpenEx(qPrintable(file("sample.gpkg")), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
        QVERIFY(dataset);
        for (const char *name : {"segments", "legs", "waypoints", "subjects"}) {
            OGRLayerH layer = GDALDatasetGetLayerByName(dataset, name);
            QVERIFY2(layer, name);
            OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(layer);
            QVERIFY2(reference, name);
            QCOMPARE(QByteArray(OSRGetAuthorityCode(reference, nullptr)), QByteArray("4326"));
        }
        for (const char *name : {"corridors", "facts", "names", "records", "passages", "contradictions", "disputed", "atlas_meta"})
            QVERIFY2(GDALDatasetGetLayerByName(dataset, name), name);
        GDALClose(dataset);
        const auto read = LayerReader::read(file("sample.gpkg"), QStringLiteral("segments"));
        QVERIFY(read.ok());
        const FeatureTable *segments = &read->tables.at(0);
        QCOMPARE(segments->value(0, QStringLiteral("status")).toString(), QStringLiteral("operating"));
        QCOMPARE(segments->value(1, QStringLiteral("corridors")).toString(), QStringLiteral("north;south"));
        QCOMPARE(segments->featureStart[2], 3u);  // the second segment's two legs are two parts
        const double km = segments->value(0, QStringLiteral("length_km")).toDouble();
        QVERIFY(km > 85 && km < 86);
    }

    void refusesBadFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const QByteArray sound = bytesOf(file("sample.gpkg"));
        QVERIFY(sound.size() > 20000);
        QTest::newRow("empty") << QByteArray() << "the file is empty";
        QTest::newRow("text") << QByteArray("id,name\n1,x\n") << "this is not a GeoPackage";
        QTest::newRow("short text") << QByteArray("SQLite") << "cut short";
        for (const int length : {16, 99, 100, 512, 4096, 10000, int(sound.size()) / 2, int(sound.size()) - 1})
            QTest::addRow("truncated at %d", length) << sound.first(length) << "cut short";
        QByteArray database = sound;
        database.replace(68, 4, "\0\0\0\0", 4);
        QTest::newRow("another database") << database << "not a GeoPackage";
        QByteArray zeroed = sound;
        for (qsizetype i = 4096; i < zeroed.size(); ++i)
            zeroed[i] = 0;
        QTest::newRow("zeros inside") << zeroed << QString();
    }

    void refusesBadFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        put(file("bad.gpkg"), bytes);
        const auto atlas = AtlasFile::readAtlas(file("bad.gpkg"));
        QVERIFY(!atlas.ok());
        QCOMPARE(atlas.error().file, file("bad.gpkg"));
        QVERIFY2(atlas.error().message.contains(message), qPrintable(atlas.error().message));
        QVERIFY(!AtlasFile::readBaseMap(file("bad.gpkg")).ok());
        QVERIFY(bytesOf(file("bad.gpkg")) == bytes);
    }

    void refusesOtherThings()
    {
        const auto missing = AtlasFile::readAtlas(file("missing.gpkg"));
        QVERIFY(!missing.ok());
        QCOMPARE(missing.error().message, QStringLiteral("there is no such file"));
        QCOMPARE(AtlasFile::readAtlas(m_folder.path()).error().message, QStringLiteral("this is not a file"));
        put(file("closed.gpkg"), bytesOf(file("sample.gpkg")));
        QFile::setPermissions(file("closed.gpkg"), QFile::Permissions());
        if (!QFile(file("closed.gpkg")).open(QIODevice::ReadOnly))  // the superuser reads everything
            QVERIFY(AtlasFile::readAtlas(file("closed.gpkg")).error().message.startsWith("the file cannot be read"));
    }

    /// Runs SQL on a copy of the sample and reads it.
    Result<std::shared_ptr<const Atlas>> readChanged(const char *sql)
    {
        put(file("changed.gpkg"), bytesOf(file("sample.gpkg")));
        GDALDatasetH dataset = GDALOpenEx(qPrintable(file("changed.gpkg")), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
        GDALDatasetExecuteSQL(dataset, sql, nullptr, nullptr);
        GDALClose(dataset);
        return AtlasFile::readAtlas(file("changed.gpkg"));
    }

    void refusesOtherContents_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("message");
        QTest::newRow("newer schema") << QByteArray("UPDATE atlas_meta SET value = '99' WHERE key = 'schema'") << "newer version";
        QTest::newRow("no schema") << QByteArray("DELETE FROM atlas_meta WHERE key = 'schema'") << "does not say its schema";
        QTest::newRow("no atlas") << QByteArray("DROP TABLE atlas_meta") << "holds no atlas";
        QTest::newRow("no facts") << QByteArray("DROP TABLE facts") << "no table facts";
        QTest::newRow("row lost") << QByteArray("DELETE FROM passages WHERE id = 'p3'") << "the table passages has 4 rows instead of 5";
        QTest::newRow("unknown word") << QByteArray("UPDATE passages SET claim = 'rumour' WHERE id = 'p3'")
                                      << "row 3 of the table passages makes no sense";
        QTest::newRow("line lost") << QByteArray("UPDATE legs SET geom = NULL") << "row 1 of the table legs makes no sense";
        QTest::newRow("line off the globe")
            << QByteArray("UPDATE legs SET geom = x'47500001E610000001020000000200000000000000008046400000000000004440"
                          "00000000008046400000000000408F40'")  // 45° E, 40° N to 45° E, 1000° N
            << "row 1 of the table legs makes no sense";
        QTest::newRow("leg of nothing") << QByteArray("UPDATE legs SET segment = 'z'") << "belongs to no segment";
        QTest::newRow("record not JSON") << QByteArray("UPDATE records SET csl_json = '{'") << "row 1 of the table records";
    }

    void refusesOtherContents()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, message);
        const auto atlas = readChanged(sql.constData());
        QVERIFY(!atlas.ok());
        QVERIFY2(atlas.error().message.contains(message), qPrintable(atlas.error().message));
    }

    void readsOnManyThreadsAtOnce()
    {
        std::vector<std::thread> threads;
        std::atomic<int> sound{0};
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 5; ++n)
                    sound += AtlasFile::readAtlas(file("sample.gpkg")).ok() ? 1 : 0;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(sound.load(), 20);
    }
};

QTEST_GUILESS_MAIN(AtlasFileTest)
#include "AtlasFileTest.moc"
