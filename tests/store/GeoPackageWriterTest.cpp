// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/GeoPackageWriter.h"

#include "geo/Box.h"
#include "store/Gdal.h"
#include "store/LayerReader.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

#include <algorithm>
#include <random>

using namespace ca;

namespace {

struct Sample {
    std::vector<LatLon> line;
    std::int64_t fid;
};

/// Lines of two vertices all over the world, some of no length; fids with gaps.
std::vector<Sample> sampleLines(int count)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(-179, 178), lat(-89, 88), step(0, 1);
    std::vector<Sample> lines;
    for (int i = 0; i < count; ++i) {
        const LatLon a{lat(random), lon(random)};
        lines.push_back({{a, i % 7 ? LatLon{a.lat + step(random), a.lon + step(random)} : a}, 3 * i + 1});
    }
    return lines;
}

Result<Done> writeLines(const QString &path, const std::vector<Sample> &lines)
{
    auto writer = GeoPackageWriter::create(path, QDateTime(QDate(2026, 2, 26), QTime(1, 2, 3), Qt::UTC));
    if (!writer)
        return writer.error();
    const GeoPackageLayer layer{QStringLiteral("lines"), QStringLiteral("Lines, \"some\""), GeometryKind::Line, {{QStringLiteral("name"), GeoPackageColumn::Type::Text}, {QStringLiteral("km"), GeoPackageColumn::Type::Integer}}};
    if (const auto begun = (*writer)->beginLayer(layer); !begun)
        return begun.error();
    for (const Sample &sample : lines)
        (*writer)->addRow(sample.fid, {sample.line, {}, {}}, std::vector<GeoPackageCell>{std::string_view("Bağ'lı"), sample.fid});
    if (const auto ended = (*writer)->endLayer(); !ended)
        return ended.error();
    return (*writer)->finish();
}

/// The first column of all rows.
QStringList ask(const QString &path, const QByteArray &sql)
{
    sqlite3 *database = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt *statement = nullptr;
    QStringList rows;
    if (sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
        rows << QString::fromUtf8(sqlite3_errmsg(database));
    while (sqlite3_step(statement) == SQLITE_ROW)
        rows << QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return rows;
}

bool meets(const Sample &sample, const Box &box)
{
    Box own;
    for (const LatLon &p : sample.line)
        own.extend(PointXY{p.lon, p.lat});
    return own.intersects(box);
}

} // namespace

class GeoPackageWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void indexFindsWhatASearchFinds_data()
    {
        QTest::addColumn<int>("count");
        // A node has 51 cells: none, one, a full root, two levels, three levels.
        for (const int count : {0, 1, 51, 52, 3000})
            QTest::addRow("%d", count) << count;
    }

    void indexFindsWhatASearchFinds()
    {
        QFETCH(int, count);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("lines.gpkg"));
        const std::vector<Sample> lines = sampleLines(count);
        const auto written = writeLines(path, lines);
        QVERIFY2(written, qPrintable(written.error().text()));
        QCOMPARE(ask(path, "SELECT rtreecheck('rtree_lines_geom')"), QStringList(QStringLiteral("ok")));
        QCOMPARE(ask(path, "PRAGMA integrity_check"), QStringList(QStringLiteral("ok")));
        QCOMPARE(ask(path, "PRAGMA foreign_key_check"), QStringList());
        std::mt19937 random(count);
        std::uniform_real_distribution<double> lon(-180, 170), lat(-90, 80), size(0, 60);
        for (int i = 0; i < 40; ++i) {
            Box box{lon(random), lat(random), 0, 0};
            box.maxX = box.minX + size(random);
            box.maxY = box.minY + size(random);
            QStringList expected;
            for (const Sample &sample : lines) {
                if (meets(sample, box))
                    expected << QString::number(sample.fid);
            }
            QCOMPARE(ask(path, QStringLiteral("SELECT id FROM rtree_lines_geom WHERE minx <= %1 AND maxx >= %2 AND miny <= %3 AND maxy >= %4 ORDER BY id")
                                   .arg(box.maxX, 0, 'g', 17).arg(box.minX, 0, 'g', 17).arg(box.maxY, 0, 'g', 17).arg(box.minY, 0, 'g', 17).toUtf8()), expected);
        }
    }

    void otherProgramsMayEditIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("lines.gpkg"));
        QVERIFY(writeLines(path, sampleLines(500)));
        GDALAllRegister();
        gdal::Dataset dataset(GDALOpenEx(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
        QVERIFY(dataset);
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
        QCOMPARE(GDALDatasetStartTransaction(dataset.get(), FALSE), OGRERR_NONE);
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(OGR_L_DeleteFeature(layer, 3 * i + 1), OGRERR_NONE);
            const gdal::Feature added(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
            const gdal::Geometry line(OGR_G_CreateGeometry(wkbLineString));
            OGR_G_AddPoint_2D(line.get(), i * 0.1, 1);
            OGR_G_AddPoint_2D(line.get(), i * 0.1, 2);
            OGR_F_SetGeometry(added.get(), line.get());
            QCOMPARE(OGR_L_CreateFeature(layer, added.get()), OGRERR_NONE);
        }
        QCOMPARE(GDALDatasetCommitTransaction(dataset.get()), OGRERR_NONE);
        dataset.reset();  // GDAL counts in memory and writes the count when it closes the file
        QCOMPARE(ask(path, "SELECT rtreecheck('rtree_lines_geom')"), QStringList(QStringLiteral("ok")));
        QCOMPARE(ask(path, "SELECT count(*) FROM rtree_lines_geom"), QStringList(QStringLiteral("500")));
        QCOMPARE(ask(path, "SELECT feature_count FROM gpkg_ogr_contents"), QStringList(QStringLiteral("500")));
    }

    void polygonsKeepTheirHoles()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("areas.gpkg"));
        auto writer = GeoPackageWriter::create(path, {});
        QVERIFY(writer);
        QVERIFY((*writer)->beginLayer({QStringLiteral("areas"), QStringLiteral("Areas"), GeometryKind::Polygon, {}}));
        const std::vector<LatLon> vertices{{0, 0}, {0, 9}, {9, 9}, {9, 0}, {0, 0}, {1, 1}, {2, 1}, {2, 2}, {1, 1}, {20, 20}, {20, 21}, {21, 21}, {20, 20}};
        const std::vector<std::uint32_t> rings{0, 5, 9, 13}, polygons{0, 2, 3};
        (*writer)->addRow(1, {vertices, rings, polygons}, {});
        QVERIFY((*writer)->endLayer());
        QVERIFY((*writer)->addTable(QStringLiteral("about"), QStringLiteral("About"), {QStringLiteral("key")}, {{QStringLiteral("v")}}));
        QVERIFY((*writer)->finish());
        const auto read = LayerReader::read(path, QStringLiteral("areas"));
        QVERIFY2(read, qPrintable(read.error().text()));
        QCOMPARE(read->tables.size(), std::size_t(1));
        QCOMPARE(read->tables[0].partStart, rings);
        QCOMPARE(read->tables[0].vertices, vertices);
        QCOMPARE(ask(path, "SELECT last_change FROM gpkg_contents WHERE table_name = 'about'"), QStringList(QStringLiteral("1970-01-01T00:00:00.000Z")));
    }

    void unfinishedFilesGoAway()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("lines.gpkg"));
        {
            auto writer = GeoPackageWriter::create(path, {});
            QVERIFY(writer);
            QVERIFY(!(*writer)->beginLayer({QStringLiteral("a\"; DROP"), QStringLiteral("x"), GeometryKind::Line, {}}));
        }
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
        QVERIFY(!GeoPackageWriter::create(folder.filePath(QStringLiteral("none/lines.gpkg")), {}));
    }

    void givenUpHalfWayLeavesNothing()
    {
        QTemporaryDir folder;
        {
            auto writer = GeoPackageWriter::create(folder.filePath(QStringLiteral("lines.gpkg")), {});
            QVERIFY(writer);
            QVERIFY((*writer)->beginLayer({QStringLiteral("lines"), QStringLiteral("Lines"), GeometryKind::Line, {}}));
            for (const Sample &sample : sampleLines(20000))
                (*writer)->addRow(sample.fid, {sample.line, {}, {}}, {});
        }
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void whatFailsIsToldAtTheLatestAtTheEnd()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("lines.gpkg"));
        std::vector<Sample> lines = sampleLines(5000);
        lines[2345].fid = lines[2344].fid;  // SQLite refuses it
        const Result<Done> written = writeLines(path, lines);
        QVERIFY(!written);
        QVERIFY2(written.error().message.contains(QLatin1String("UNIQUE")), qPrintable(written.error().text()));
        QCOMPARE(written.error().file, path);
        auto writer = GeoPackageWriter::create(path, {});
        QVERIFY(writer);
        for (int i = 0; i < 2; ++i)
            (void)(*writer)->addTable(QStringLiteral("about"), QStringLiteral("About"), {QStringLiteral("key")}, {{QStringLiteral("v")}});
        const Result<Done> finished = (*writer)->finish();
        QVERIFY(!finished);
        QVERIFY2(finished.error().message.contains(QLatin1String("about")), qPrintable(finished.error().text()));
        writer = Error::of(QString());
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void valuesStayWithTheirRows()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("points.gpkg"));
        auto writer = GeoPackageWriter::create(path, {});
        QVERIFY(writer);
        using Type = GeoPackageColumn::Type;
        QVERIFY((*writer)->beginLayer({QStringLiteral("points"), QStringLiteral("Points"), GeometryKind::Point, {{QStringLiteral("name"), Type::Text}, {QStringLiteral("n"), Type::Integer}, {QStringLiteral("x"), Type::Real}}}));
        const LatLon place{1, 2};
        for (std::int64_t fid = 1; fid <= 9001; ++fid) {
            // Its bytes are others' after the call.
            const std::string name = "name " + std::to_string(fid);
            const GeoPackageCell cells[]{fid % 3 ? GeoPackageCell(std::string_view(name)) : GeoPackageCell(),
                                         fid % 5 ? GeoPackageCell(fid) : GeoPackageCell(), fid % 7 ? GeoPackageCell(fid / 2.0) : GeoPackageCell()};
            (*writer)->addRow(fid, {{&place, 1}, {}, {}}, cells);
        }
        QVERIFY((*writer)->endLayer());
        QVERIFY((*writer)->finish());
        QCOMPARE(ask(path, "SELECT count(*) FROM points"), QStringList(QStringLiteral("9001")));
        QCOMPARE(ask(path, "SELECT fid FROM points WHERE name IS NOT iif(fid % 3, 'name ' || fid, NULL) OR n IS NOT iif(fid % 5, fid, NULL) OR x IS NOT iif(fid % 7, fid / 2.0, NULL)"), QStringList());
    }

    void sameCallsSameBytes()
    {
        QTemporaryDir folder;
        QByteArray bytes[2];
        for (QByteArray &one : bytes) {
            const QString path = folder.filePath(QStringLiteral("lines.gpkg"));
            QVERIFY(writeLines(path, sampleLines(5000)));  // several batches
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            one = file.readAll();
        }
        QVERIFY(bytes[0] == bytes[1]);
    }

    void ogrinfoFindsNoFault()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("ogrinfo"));
        if (program.isEmpty())
            QSKIP("ogrinfo is not installed");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("lines.gpkg"));
        QVERIFY(writeLines(path, sampleLines(60)));
        QProcess process;
        process.start(program, {QStringLiteral("-al"), QStringLiteral("-so"), path});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        const QByteArray said = process.readAllStandardOutput();
        QVERIFY2(said.contains("Feature Count: 60") && said.contains("Geometry: Line String") && said.contains("WGS 84"), said.constData());
    }
};

QTEST_GUILESS_MAIN(GeoPackageWriterTest)
#include "GeoPackageWriterTest.moc"
