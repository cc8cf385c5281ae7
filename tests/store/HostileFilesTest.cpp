// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are broken, or made to do harm: one message each, no crash, no words on stderr, nothing written, no network.
#include "LayerFiles.h"
#include "store/RasterReader.h"

#include <cpl_string.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

using namespace ca;
using namespace ca::test;

/// For builds with sanitizers: libkml loses memory over archives that break off, which is not ours to mend.
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libkmlbase\nleak:libkmlengine\n";
}

namespace {

/// Gathers what is written to stderr while it lives.
class StderrCatcher {
public:
    StderrCatcher() : m_saved(dup(STDERR_FILENO))
    {
        fflush(stderr);
        dup2(fileno(m_file), STDERR_FILENO);
    }
    ~StderrCatcher() { restore(); fclose(m_file); }
    QByteArray caught()
    {
        restore();
        QByteArray text(100'000, '\0');
        rewind(m_file);
        text.truncate(qsizetype(fread(text.data(), 1, std::size_t(text.size()), m_file)));
        return text;
    }

private:
    void restore()
    {
        if (m_saved < 0)
            return;
        fflush(stderr);
        dup2(m_saved, STDERR_FILENO);
        close(m_saved);
        m_saved = -1;
    }
    FILE *m_file = tmpfile();
    int m_saved;
};

/// A server on this machine that counts who comes.
class Doorkeeper {
public:
    Doorkeeper()
    {
        m_socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_socket, 50) != 0
            || getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            qFatal("no server");
        m_port = ntohs(address.sin_port);
    }
    ~Doorkeeper() { close(m_socket); }
    [[nodiscard]] QByteArray url(const char *path) const { return "http://127.0.0.1:" + QByteArray::number(m_port) + path; }
    [[nodiscard]] int callers() const
    {
        int count = 0;
        for (int caller = accept(m_socket, nullptr, nullptr); caller >= 0; caller = accept(m_socket, nullptr, nullptr)) {
            close(caller);
            ++count;
        }
        return count;
    }

private:
    int m_socket = -1;
    int m_port = 0;
};

/// Reads everything that can be read of a file, and says whether there was a message when nothing could.
bool readsOrExplains(const QString &path)
{
    const auto isMessage = [](const Error &error) { return !error.message.trimmed().isEmpty() && !error.message.contains(u'\n'); };
    const auto info = LayerFile::inspect(path);
    if (!info)
        return isMessage(info.error());
    bool explained = true;
    for (const LayerInfo &layer : info->layers) {
        const auto read = LayerReader::read(path, layer.name);
        explained = explained && (read.ok() || isMessage(read.error()));
        for (std::size_t t = 0; read && t < read->tables.size(); ++t) {
            for (const LatLon &p : read->tables[t].vertices)
                explained = explained && p.valid();
        }
    }
    if (info->raster)
        (void)RasterReader::read(path);
    return explained;
}

} // namespace

class HostileFilesTest : public QObject {
    Q_OBJECT

    LayerFolder m_folder;

    std::vector<Row> rows() const
    {
        std::vector<Row> many;
        for (int i = 0; i < 40; ++i) {
            const QByteArray n = QByteArray::number(i);
            many.push_back({i % 2 ? "POLYGON((" + n + " 0," + n + " 1,5 5," + n + " 0))" : "POLYGON((1 1,2 " + n + ",3 3,1 1))", "row " + n});
        }
        return many;
    }

private Q_SLOTS:
    void refusesWhatIsNoFile();
    void refusesWhatIsNoMap_data();
    void refusesWhatIsNoMap();
    void wrongSuffixDoesNotMatter();
    void truncatedAtAnyLength_data();
    void truncatedAtAnyLength();
    void randomBytesAnywhere_data();
    void randomBytesAnywhere();
    void deepNestingEnds_data();
    void deepNestingEnds();
    void shapefileWithoutItsIndex();
    void nothingIsWrittenBeside();
    void databasesInUse();
    void pathsWithOddSigns();
    void databaseInAReadOnlyFolder();
    void theNetworkIsShut();
};

void HostileFilesTest::refusesWhatIsNoFile()
{
    const auto message = [](const QString &path) { return LayerFile::inspect(path).error().message; };
    QCOMPARE(message(m_folder.path("missing.gpkg")), QStringLiteral("there is no such file"));
    QCOMPARE(message(QFileInfo(m_folder.path("x")).path()), QStringLiteral("this is a folder; choose a file in it"));
    QCOMPARE(message("/dev/null"), QStringLiteral("this is not a file"));
    QCOMPARE(message(""), QStringLiteral("there is no such file"));
    for (const char *address : {"/vsicurl/http://127.0.0.1:9/a.gpkg", "http://127.0.0.1:9/a.geojson", "PG:dbname=x", "WFS:http://127.0.0.1:9/",
                                "/vsimem/x", ":memory:", "<OGRVRTDataSource/>", "{\"type\":\"Point\",\"coordinates\":[1,2]}"})
        QCOMPARE(message(QString::fromLatin1(address)), QStringLiteral("there is no such file"));
    // A pipe nobody writes to would wait forever.
    const QByteArray pipe = m_folder.path("pipe.geojson").toUtf8();
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    QCOMPARE(message(QString::fromUtf8(pipe)), QStringLiteral("this is not a file"));
    QFile::link(m_folder.path("loop"), m_folder.path("loop"));
    QCOMPARE(message(m_folder.path("loop")), QStringLiteral("there is no such file"));
    if (geteuid() != 0) {
        QFile::setPermissions(m_folder.put("closed.geojson", "{}"), {});
        QVERIFY(message(m_folder.path("closed.geojson")).startsWith("the file cannot be read"));
    }
}

void HostileFilesTest::refusesWhatIsNoMap_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("no map at all\n");
    QTest::newRow("zeros") << QByteArray(10'000, '\0');
    QTest::newRow("collection without end") << QByteArray("{\"type\": \"FeatureCollection\", \"features\": [{");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("SQLite without tables") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0');
    QTest::newRow("markup without end") << QByteArray("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>");
    QTest::newRow("markup that grows") << QByteArray("<?xml version=\"1.0\"?><!DOCTYPE k [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                                     "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\">"
                                                     "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;\">]>"
                                                     "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>&h;&h;&h;</name></Document></kml>");
    QTest::newRow("list of vectors") << QByteArray("<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
    QTest::newRow("magic of FlatGeobuf") << QByteArray("fgb\x03" "fgb\x01", 8) + QByteArray("\xff\xff\xff\x7f", 4);
    QTest::newRow("magic of a shapefile") << QByteArray("\x00\x00\x27\x0a", 4) + QByteArray(200, '\xff');
}

void HostileFilesTest::refusesWhatIsNoMap()
{
    QFETCH(QByteArray, bytes);
    StderrCatcher quiet;
    for (const char *name : {"odd.gpkg", "odd.geojson", "odd.shp", "odd.kml", "odd.kmz", "odd.gpx", "odd.fgb", "odd.csv", "odd.geojsonl", "odd.tif", "odd"}) {
        const QString path = m_folder.put(name, bytes);
        const auto info = LayerFile::inspect(path);
        const bool drawable = info && readFirst(path) && !readFirst(path)->tables.empty();
        QVERIFY2(!drawable, name);
        QVERIFY2(readsOrExplains(path), name);
        QVERIFY2(bytes.size() > 0 || info.error().message == QLatin1String("the file is empty"), name);
    }
    QCOMPARE(quiet.caught(), QByteArray());
}

void HostileFilesTest::wrongSuffixDoesNotMatter()
{
    m_folder.write("right.gpkg", "GPKG", {{"POINT(45 40)", "x"}});
    for (const char *name : {"wrong.geojson", "wrong.shp", "wrong.txt", "wrong.csv", "wrong"}) {
        const auto read = readFirst(m_folder.put(name, m_folder.bytes("right.gpkg")));
        QVERIFY2(read.ok() && read->tables.size() == 1, name);
    }
    const auto json = readFirst(m_folder.put("wrong.gpkg", collection(feature(1, "Point", "[45, 40]"))));
    QVERIFY(json.ok() && json->report.driver == QLatin1String("GeoJSON"));
}

void HostileFilesTest::truncatedAtAnyLength_data()
{
    QTest::addColumn<QByteArray>("file");
    const struct { const char *name; const char *driver; } formats[] = {
        {"cut.gpkg", "GPKG"}, {"cut.shp", "ESRI Shapefile"}, {"cut.geojson", "GeoJSON"}, {"cut.geojsonl", "GeoJSONSeq"},
        {"cut.kml", "LIBKML"}, {"cut.kmz", "LIBKML"}, {"cut.fgb", "FlatGeobuf"}, {"cut.gml", "GML"}, {"cut.sqlite", "SQLite"}};
    for (const auto &[name, driver] : formats) {
        m_folder.write(name, driver, rows(), 4326, wkbPolygon, "cut");
        QTest::newRow(name) << QByteArray(name);
    }
    QTest::newRow("cut.shx") << QByteArray("cut.shx");
    QTest::newRow("cut.dbf") << QByteArray("cut.dbf");
    QTest::newRow("cut.prj") << QByteArray("cut.prj");
}

void HostileFilesTest::truncatedAtAnyLength()
{
    QFETCH(QByteArray, file);
    const QByteArray whole = m_folder.bytes(file);
    QVERIFY(!whole.isEmpty());
    const bool part = file.startsWith("cut.shx") || file.startsWith("cut.dbf") || file.startsWith("cut.prj");
    const QString main = part ? m_folder.path("cut.shp") : m_folder.path(file);
    StderrCatcher quiet;
    // Every length near the ends, where the headers are; in between 150 of them.
    const qsizetype step = std::max<qsizetype>(1, whole.size() / 150);
    for (qsizetype length = 0; length < whole.size(); length += length < 120 || whole.size() - length < 120 ? 7 : step) {
        m_folder.put(file, whole.first(length));
        QVERIFY2(readsOrExplains(main), qPrintable(QString::number(length)));
    }
    m_folder.put(file, whole);
    QVERIFY(readFirst(main).ok());
    QCOMPARE(quiet.caught(), QByteArray());
}

void HostileFilesTest::randomBytesAnywhere_data()
{
    truncatedAtAnyLength_data();
}

void HostileFilesTest::randomBytesAnywhere()
{
    QFETCH(QByteArray, file);
    const QByteArray whole = m_folder.bytes(file);
    const bool part = file.startsWith("cut.shx") || file.startsWith("cut.dbf") || file.startsWith("cut.prj");
    const QString main = part ? m_folder.path("cut.shp") : m_folder.path(file);
    StderrCatcher quiet;
    std::srand(20240607);
    for (int i = 0; i < 150; ++i) {
        QByteArray bytes = whole;
        for (int change = 0; change < 1 + i % 8; ++change)
            bytes[std::rand() % (i % 2 ? std::min<qsizetype>(512, bytes.size()) : bytes.size())] = char(std::rand());
        m_folder.put(file, bytes);
        QVERIFY2(readsOrExplains(main), qPrintable(QString::number(i)));
    }
    m_folder.put(file, whole);
    QCOMPARE(quiet.caught(), QByteArray());
}

void HostileFilesTest::deepNestingEnds_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    const int depth = 200'000;
    const QByteArray brackets = QByteArray(depth, '[') + "1" + QByteArray(depth, ']');
    QTest::newRow("coordinates") << QByteArray("deep.geojson") << collection(feature(1, "Polygon", brackets));
    QTest::newRow("properties") << QByteArray("deep.geojson") << collection(feature(1, "Point", "[45, 40]", "{\"a\": " + brackets + "}"));
    QTest::newRow("line by line") << QByteArray("deep.geojsonl") << feature(1, "Polygon", brackets) + "\n" + feature(2, "Point", "[45, 40]") + "\n";
    const QByteArray open = QByteArray("{\"type\": \"GeometryCollection\", \"geometries\": [").repeated(5000);
    const QByteArray deep = open + "{\"type\": \"Point\", \"coordinates\": [45, 40]}" + QByteArray("]}").repeated(5000);
    QTest::newRow("collections") << QByteArray("deep.geojson") << "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {}, \"geometry\": " + deep + "}]}";
    QTest::newRow("folders") << QByteArray("deep.kml") << "<kml xmlns=\"http://www.opengis.net/kml/2.2\">" + QByteArray("<Folder>").repeated(20'000)
            + "<Placemark><Point><coordinates>45,40</coordinates></Point></Placemark>" + QByteArray("</Folder>").repeated(20'000) + "</kml>";
    QTest::newRow("well-known text") << QByteArray("deep.csv") << "wkt\n\"POINT(45 40)\"\n\"" + QByteArray("GEOMETRYCOLLECTION(").repeated(20'000) + "POINT(1 2)"
            + QByteArray(20'000, ')') + "\"\n";
}

void HostileFilesTest::deepNestingEnds()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    StderrCatcher quiet;
    QVERIFY(readsOrExplains(m_folder.put(name, bytes)));
    QCOMPARE(quiet.caught(), QByteArray());
}

void HostileFilesTest::shapefileWithoutItsIndex()
{
    m_folder.write("index.shp", "ESRI Shapefile", {{"POINT(45 40)", "x"}}, 4326, wkbPoint, "index");
    QFile::remove(m_folder.path("index.shx"));
    const auto read = LayerFile::inspect(m_folder.path("index.shp"));
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.endsWith("its index file (.shx) is missing or damaged"), qPrintable(read.error().message));
    QVERIFY(!QFile::exists(m_folder.path("index.shx")));
    m_folder.write("bare.shp", "ESRI Shapefile", {{"POINT(45 40)", "x"}}, 4326, wkbPoint, "bare");
    QFile::remove(m_folder.path("bare.dbf"));
    QFile::remove(m_folder.path("bare.prj"));
    const auto bare = readFirst(m_folder.path("bare.shp"));
    CA_VERIFY_READ(bare);
    QCOMPARE(bare->tables.at(0).featureCount(), std::size_t(1));
}

void HostileFilesTest::nothingIsWrittenBeside()
{
    LayerFolder folder;
    const struct { const char *name; const char *driver; } formats[] = {
        {"a.gpkg", "GPKG"}, {"a.shp", "ESRI Shapefile"}, {"a.geojson", "GeoJSON"}, {"a.geojsonl", "GeoJSONSeq"}, {"a.kml", "LIBKML"},
        {"a.kmz", "LIBKML"}, {"a.fgb", "FlatGeobuf"}, {"a.gml", "GML"}, {"a.sqlite", "SQLite"}, {"a.tab", "MapInfo File"}, {"a.gmt", "OGR_GMT"}};
    for (const auto &[name, driver] : formats)
        folder.write(name, driver, rows(), 4326, wkbPolygon, "a");
    folder.put("a.csv", "lat,lon\n40,45\n");
    QFile::remove(folder.path("a.xsd"));  // without it GDAL writes down what it found, as a.gfs
    GDALDatasetH picture = GDALCreate(GDALGetDriverByName("GTiff"), folder.path("a.tif").toUtf8(), 20, 20, 1, GDT_Float32, nullptr);
    double transform[] = {45, 0.1, 0, 42, 0, -0.1};
    GDALSetGeoTransform(picture, transform);
    GDALClose(picture);
    GDALDatasetH grid = GDALOpen(folder.path("a.tif").toUtf8(), GA_ReadOnly);
    GDALClose(GDALCreateCopy(GDALGetDriverByName("AAIGrid"), folder.path("a.asc").toUtf8(), grid, FALSE, nullptr, nullptr, nullptr));
    GDALClose(grid);
    const auto before = folder.listing();
    const QStringList names = before.keys();
    for (const QString &name : names) {
        (void)readsOrExplains(folder.path(qPrintable(name)));
        (void)RasterReader::read(folder.path(qPrintable(name)));
    }
    const auto after = folder.listing();
    QCOMPARE(after.keys(), before.keys());
    for (const QString &name : names)
        QVERIFY2(after[name] == before[name], qPrintable(name));
}

void HostileFilesTest::databasesInUse()
{
    LayerFolder folder;
    const QByteArray path = folder.write("used.gpkg", "GPKG", {{"POINT(45 40)", "old"}}).toUtf8();
    // Another program has the file open in write-ahead mode, with a row not yet merged.
    CPLSetConfigOption("OGR_SQLITE_JOURNAL", "WAL");
    GDALDatasetH other = GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
    CPLSetConfigOption("OGR_SQLITE_JOURNAL", nullptr);
    LayerFolder::execute(other, "PRAGMA wal_autocheckpoint = 0");
    LayerFolder::addRow(GDALDatasetGetLayerByName(other, "layer"), {"POINT(46 41)", "new"}, 2);
    GDALFlushCache(other);
    QVERIFY(QFileInfo(folder.path("used.gpkg-wal")).size() > 0);
    const auto before = folder.listing();
    const auto read = readFirst(folder.path("used.gpkg"));
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.at(0).featureCount(), std::size_t(2));
    QVERIFY(read->report.notes.join(' ').contains("not yet merged"));
    QCOMPARE(folder.listing().keys(), before.keys());
    QVERIFY(folder.bytes("used.gpkg") == before["used.gpkg"]);
    GDALClose(other);
    // And one that broke off while it wrote.
    folder.put("used.gpkg-journal", QByteArray(100, 'x'));
    QVERIFY(LayerFile::inspect(folder.path("used.gpkg")).error().message.contains("broke off"));
}

void HostileFilesTest::pathsWithOddSigns()
{
    LayerFolder folder;
    folder.write("plain.gpkg", "GPKG", {{"POINT(45 40)", "x"}});
    for (const char *name : {"50 % of it.gpkg", "what?.gpkg", "a#b.gpkg", "a&b=c.gpkg", "ə ö ш ქ.gpkg", "it's.gpkg", "quote\".gpkg", "%41.gpkg"}) {
        const auto read = readFirst(folder.put(name, folder.bytes("plain.gpkg")));
        QVERIFY2(read.ok() && read->tables.size() == 1, name);
    }
    const auto listing = folder.listing();
    QCOMPARE(listing.size(), 9);
    const auto table = LayerFolder().write("odd.gpkg", "GPKG", {}, 4326, wkbPoint, "it's \"odd\"; DROP");
    Q_UNUSED(table);
    const QString odd = folder.write("odd.gpkg", "GPKG", {{"POINT(45 40)", "x"}}, 4326, wkbPoint, "it's \"odd\"");
    const auto read = readFirst(odd);
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.at(0).featureCount(), std::size_t(1));
}

void HostileFilesTest::databaseInAReadOnlyFolder()
{
    LayerFolder folder;
    const QString path = folder.write("closed.gpkg", "GPKG", {{"POINT(45 40)", "x"}});
    const QString parent = QFileInfo(path).path();
    QFile::setPermissions(path, QFile::ReadOwner);
    QFile::setPermissions(parent, QFile::ReadOwner | QFile::ExeOwner);
    const auto read = readFirst(path);
    QFile::setPermissions(parent, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.at(0).featureCount(), std::size_t(1));
}

void HostileFilesTest::theNetworkIsShut()
{
    LayerFolder folder;
    const Doorkeeper door;
    const QByteArray url = door.url("/x");
    folder.put("service.xml", "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>" + url + "/${z}/${x}/${y}.png</ServerUrl></Service><DataWindow><UpperLeftX>-1</UpperLeftX>"
        "<UpperLeftY>1</UpperLeftY><LowerRightX>1</LowerRightX><LowerRightY>-1</LowerRightY><TileLevel>1</TileLevel></DataWindow></GDAL_WMS>");
    folder.put("features.xml", "<OGRWFSDataSource><URL>" + url + "</URL></OGRWFSDataSource>");
    folder.put("list.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/vsicurl/" + url + ".geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
    folder.put("picture.vrt", "<VRTDataset rasterXSize=\"8\" rasterYSize=\"4\"><GeoTransform>45,0.5,0,42,0,-0.5</GeoTransform><VRTRasterBand dataType=\"Byte\" band=\"1\">"
        "<SimpleSource><SourceFilename relativeToVRT=\"0\">/vsicurl/" + url + ".tif</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>");
    folder.put("schema.gml", "<?xml version=\"1.0\"?><ogr:FeatureCollection xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://ogr.maptools.org/ "
        + url + ".xsd\" xmlns:ogr=\"http://ogr.maptools.org/\" xmlns:gml=\"http://www.opengis.net/gml\"><gml:featureMember><ogr:a fid=\"a.0\"><ogr:geometryProperty>"
        "<gml:Point srsName=\"" + url + "\"><gml:coordinates>45,40</gml:coordinates></gml:Point></ogr:geometryProperty></ogr:a></gml:featureMember></ogr:FeatureCollection>");
    folder.put("links.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><NetworkLink><Link><href>" + url + ".kml</href></Link></NetworkLink>"
        "<Placemark><styleUrl>" + url + "#s</styleUrl><Point><coordinates>45,40</coordinates></Point></Placemark></Document></kml>");
    folder.put("crs.geojson", "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"link\", \"properties\": {\"href\": \"" + url + "\"}}, \"features\": ["
        + feature(1, "Point", "[45, 40]") + "]}");
    folder.put("crs2.geojson", "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"" + url + "\"}}, \"features\": ["
        + feature(1, "Point", "[45, 40]") + "]}");
    folder.put("entity.kml", "<?xml version=\"1.0\"?><!DOCTYPE kml SYSTEM \"" + url + ".dtd\" [<!ENTITY x SYSTEM \"" + url + "\">]><kml xmlns=\"http://www.opengis.net/kml/2.2\">"
        "<Document><name>&x;</name></Document></kml>");
    folder.put("tiles.json", "{\"stac_version\": \"1.0.0\", \"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"assets\": {\"a\": {\"href\": \"" + url
        + "\"}}, \"geometry\": null, \"properties\": {}}]}");
    folder.put("zarr.mrf", "<MRF_META><CachedSource><Source>/vsicurl/" + url + "</Source></CachedSource><Raster><Size x=\"8\" y=\"8\" c=\"1\"/></Raster></MRF_META>");
    folder.write("plain.shp", "ESRI Shapefile", {{"POINT(45 40)", "x"}}, 4326, wkbPoint, "plain");
    folder.put("plain.prj", url);
    StderrCatcher quiet;
    const QStringList names = folder.listing().keys();
    for (const QString &name : names) {
        QVERIFY2(readsOrExplains(folder.path(qPrintable(name))), qPrintable(name));
        (void)RasterReader::read(folder.path(qPrintable(name)));
    }
    LayerOptions options;
    options.crs = QString::fromLatin1(url);
    QVERIFY(!readFirst(folder.path("plain.shp"), options).ok());
    QCOMPARE(door.callers(), 0);
    // GDAL itself, asked directly in this process, has no way out any more.
    QVERIFY(!GDALOpenEx("/vsicurl?url=" + url + ".tif", GDAL_OF_RASTER, nullptr, nullptr, nullptr));
    QVERIFY(!GDALOpenEx("/vsicurl/" + url + ".tif", GDAL_OF_RASTER, nullptr, nullptr, nullptr));
    QVERIFY(!GDALOpenEx(url + ".geojson", GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    QVERIFY(!GDALOpenEx("/vsizip//vsicurl/" + url + ".zip/a.shp", GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    QCOMPARE(door.callers(), 0);
    QCOMPARE(quiet.caught(), QByteArray());
}

QTEST_GUILESS_MAIN(HostileFilesTest)
#include "HostileFilesTest.moc"
