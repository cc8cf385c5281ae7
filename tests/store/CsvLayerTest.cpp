// SPDX-License-Identifier: GPL-3.0-or-later
// Tables with coordinates: which columns, which separator, which way of writing numbers.
#include "LayerFiles.h"
#include "store/CoordinateText.h"
#include "store/CsvColumns.h"

#include <QStringEncoder>

#include <cmath>

using namespace ca;
using namespace ca::test;

class CsvLayerTest : public QObject {
    Q_OBJECT

    LayerFolder m_folder;

    Result<LayerData> readCsv(const QByteArray &bytes, const LayerOptions &options = {})
    {
        return LayerReader::read(m_folder.put("table.csv", bytes), "table", options);
    }

private Q_SLOTS:
    void coordinatesAreRead_data();
    void coordinatesAreRead();
    void columnsAreFound_data();
    void columnsAreFound();
    void ambiguityNamesTheColumns();
    void theUserMayChooseTheColumns();
    void readsEveryDialect_data();
    void readsEveryDialect();
    void numbersBecomeNumbers();
    void wellKnownTextIsRead();
    void planeCoordinatesNeedAReference();
    void oddRowsCostThemselves();
    void unclosedQuoteKeepsWhatWasBefore();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void suffixDoesNotDecideAlone();
    void inspectSaysWhichColumns();
};

void CsvLayerTest::coordinatesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("value");
    const auto row = [](const char *text, double value) { QTest::newRow(text) << QByteArray(text) << value; };
    const double none = std::nan("");
    row("45.5", 45.5);
    row("45,5", 45.5);
    row("-45,5", -45.5);
    row("+45.5", 45.5);
    row(".5", 0.5);
    row("−45.5", -45.5);
    row("4.55e1", 45.5);
    row("4,427,757.25", 4427757.25);
    row("4.427.757,25", 4427757.25);
    row("4 427 757,25", 4427757.25);
    row("4 427 757", 4427757);
    row("1,234,567", 1234567);
    row("45.5°", 45.5);
    row("45.5° E", 45.5);
    row("E 45.5", 45.5);
    row("45,5 W", -45.5);
    row("40°30'N", 40.5);
    row("40° 30′ 36″ S", -40.51);
    row("40º30’36”N", 40.51);
    row("40 30 36", 40.51);
    row("40:30:36", 40.51);
    row("40d30'36\"W", -40.51);
    row("-40 30 36", -40.51);
    row("40°30,6'N", 40.51);
    row("", none);
    row("-", none);
    row("N", none);
    row("north", none);
    row("nan", none);
    row("inf", none);
    row("1e999", none);
    row("0x10", none);
    row("45.5x", none);
    row("-45 W", none);
    row("40°70'N", none);
    row("40 30 36 1", none);
    row("40 -30", none);
    row("широта", none);
    row("1234567890123456789012345678901234567890123456789012345678901234567890", none);
}

void CsvLayerTest::coordinatesAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(double, value);
    const double read = parseCoordinate({text.constData(), std::size_t(text.size())});
    QVERIFY2(std::isnan(value) ? std::isnan(read) : std::abs(read - value) < 1e-9, qPrintable(QString::number(read, 'g', 12)));
}

void CsvLayerTest::columnsAreFound_data()
{
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<int>("longitude");
    QTest::addColumn<int>("latitude");
    const auto row = [](const QStringList &header, int longitude, int latitude) {
        QTest::newRow(qPrintable(header.join('|'))) << header << longitude << latitude;
    };
    row({"id", "lat", "lon"}, 2, 1);
    row({"Longitude", "Latitude", "name"}, 0, 1);
    row({"LNG", "LAT"}, 0, 1);
    row({"name", "Широта", "Долгота"}, 2, 1);
    row({"ad", "Enlik", "Uzunluq"}, 2, 1);
    row({"ad", "Enlem", "Boylam"}, 2, 1);
    row({"Լայնություն", "Երկայնություն"}, 1, 0);
    row({"განედი", "გრძედი"}, 1, 0);
    row({"Ендік", "Бойлық"}, 1, 0);
    row({"عرض جغرافیایی", "طول جغرافیایی"}, 1, 0);
    row({"Breite", "Länge"}, 1, 0);
    row({"gps_lat", "gps_lon"}, 1, 0);
    row({"Lat (WGS84)", "Lon (WGS84)"}, 1, 0);
    row({"X", "Y", "n"}, 0, 1);
    row({"point_x", "point_y"}, 0, 1);
    row({"Rechtswert", "Hochwert"}, 0, 1);
    row({"x", "y", "lat", "lon"}, 3, 2);            // degrees before x and y
    row({"lat", "lon", "start_lat", "end_lat"}, 1, 0);  // a whole name before a part of one
    row({"long name", "lat", "lon"}, 2, 1);
}

void CsvLayerTest::columnsAreFound()
{
    QFETCH(QStringList, header);
    QFETCH(int, longitude);
    QFETCH(int, latitude);
    const auto found = findCsvGeometry(header, [](int) { return false; });
    QVERIFY2(found.ok(), qPrintable(found.error().text()));
    QCOMPARE(found->longitude, longitude);
    QCOMPARE(found->latitude, latitude);
    QVERIFY(found->statement.contains(header[longitude]) && found->statement.contains(header[latitude]));
}

void CsvLayerTest::ambiguityNamesTheColumns()
{
    const auto several = readCsv("name,start_lat,start_lon,end_lat,end_lon\na,40,45,41,46\n");
    QVERIFY(!several.ok());
    QCOMPARE(several.error().line, 1);
    QCOMPARE(several.error().message, QStringLiteral("several columns could be the coordinates: start_lon, end_lon; the columns are: name, start_lat, start_lon, end_lat, end_lon"));
    const auto none = readCsv("name,place\na,b\n");
    QCOMPARE(none.error().message, QStringLiteral("no columns of coordinates were found; the columns are: name, place"));
    QVERIFY(!readCsv("lat,latitude,lon\n40,40,45\n").ok());
    QVERIFY(!readCsv("name,lat\na,40\n").ok());
}

void CsvLayerTest::theUserMayChooseTheColumns()
{
    LayerOptions options;
    options.longitudeColumn = QStringLiteral("end_lon");
    options.latitudeColumn = QStringLiteral("end_lat");
    const auto read = readCsv("start_lat,start_lon,end_lat,end_lon\n40,45,41,46\n", options);
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables[0].vertices[0], (LatLon{41, 46}));
    options.latitudeColumn = QStringLiteral("nothing");
    QVERIFY(readCsv("start_lat,start_lon\n40,45\n", options).error().message.startsWith("there is no column"));
}

void CsvLayerTest::readsEveryDialect_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("commas") << QByteArray("name,lat,lon\nBakı,40.375,49.85\n");
    QTest::newRow("semicolons, decimal commas") << QByteArray("name;lat;lon\nBakı;40,375;49,85\n");
    QTest::newRow("tabs") << QByteArray("name\tlat\tlon\nBakı\t40.375\t49.85\n");
    QTest::newRow("bars") << QByteArray("name|lat|lon\nBakı|40.375|49.85\n");
    QTest::newRow("quoted") << QByteArray("\"name\",\"lat\",\"lon\"\n\"Bakı\",\"40,375\",\"49,85\"\n");
    QTest::newRow("carriage returns") << QByteArray("name,lat,lon\r\nBakı,40.375,49.85\r\n");
    QTest::newRow("old Macintosh") << QByteArray("name,lat,lon\rBakı,40.375,49.85\r");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFname,lat,lon\nBakı,40.375,49.85\n");
    QTest::newRow("no line end") << QByteArray("name,lat,lon\nBakı,40.375,49.85");
    QTest::newRow("blank lines") << QByteArray("\n\nname,lat,lon\n\nBakı,40.375,49.85\n\n");
    QTest::newRow("blanks around") << QByteArray("name , lat , lon \nBakı , 40.375 , 49.85 \n");
    QTest::newRow("empty cells of a spreadsheet") << QByteArray("name,lat,lon\nBakı,40.375,49.85,,,\n");
    QTest::newRow("commas in text") << QByteArray("name;lat;lon;note\nBakı;40,375;49,85;a,b,c\n");
    const QString text = QStringLiteral("name\tlat\tlon\nBakı\t40,375\t49,85\n");
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        QTest::newRow(encoding == QStringConverter::Utf16LE ? "UTF-16, little" : "UTF-16, big") << QByteArray(encoder(text));
    }
}

void CsvLayerTest::readsEveryDialect()
{
    QFETCH(QByteArray, bytes);
    const auto read = readCsv(bytes);
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.size(), std::size_t(1));
    const FeatureTable &table = read->tables[0];
    QCOMPARE(table.featureCount(), std::size_t(1));
    QCOMPARE(table.vertices[0], (LatLon{40.375, 49.85}));
    QCOMPARE(table.value(0, "name").toString(), QStringLiteral("Bakı"));
    QCOMPARE(read->report.driver, QStringLiteral("CSV"));
    QCOMPARE(read->report.crsTitle, QStringLiteral("WGS 84 (EPSG:4326)"));
}

void CsvLayerTest::numbersBecomeNumbers()
{
    const auto read = readCsv("lat;lon;count;share;code;mixed;empty\n40;45;7;0,25;007;1;\n41;46;-12;3;012;x;\n42;47;;1,5;1;2;\n");
    CA_VERIFY_READ(read);
    const FeatureTable &table = read->tables[0];
    QCOMPARE(table.value(1, "count"), QVariant(-12ll));
    QVERIFY(table.value(2, "count").isNull());
    QCOMPARE(table.value(0, "share"), QVariant(0.25));
    QCOMPARE(table.value(1, "share"), QVariant(3.0));
    QCOMPARE(table.value(0, "code"), QVariant(QStringLiteral("007")));
    QCOMPARE(table.value(0, "mixed"), QVariant(QStringLiteral("1")));
    QVERIFY(table.value(0, "empty").isNull());
}

void CsvLayerTest::wellKnownTextIsRead()
{
    const auto read = readCsv("name,wkt\na,\"LINESTRING(45 40,46 41)\"\nb,\"POLYGON((0 0,1 0,1 1,0 0))\"\nc,POINT(45)\nd,\ne,rubbish\nf,\"LINESTRING(1 1)\"\n");
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables.size(), std::size_t(2));
    QCOMPARE(read->tables[0].columnIndex("wkt"), -1);
    QCOMPARE(read->report.count(LayerFault::Damaged, LayerRemedy::LeftOut), std::uint64_t(2));
    QCOMPARE(read->report.count(LayerFault::NoGeometry), std::uint64_t(1));
    QCOMPARE(read->report.count(LayerFault::TooFewPoints), std::uint64_t(1));
    QCOMPARE(read->report.cases[0].line, 4);
    const auto srid = readCsv("id,geom\n1,SRID=32638;POINT(500000 4427757.218739)\n");
    CA_VERIFY_READ(srid);
    QVERIFY(std::abs(srid->tables[0].vertices[0].lat - 40) < 1e-6);
    // A column of that name that holds something else is no geometry.
    QCOMPARE(readCsv("shape,lat,lon\nround,40,45\n")->tables[0].value(0, "shape").toString(), QStringLiteral("round"));
}

void CsvLayerTest::planeCoordinatesNeedAReference()
{
    const QByteArray table = "x,y\n\"500 000\",\"4 427 757,22\"\n";
    const auto read = readCsv(table);
    CA_VERIFY_READ(read);
    QVERIFY(read->tables.empty());
    QCOMPARE(read->report.crs, LayerReport::Crs::Assumed);
    QCOMPARE(read->report.count(LayerFault::OutOfRange), std::uint64_t(1));
    LayerOptions options;
    options.crs = QStringLiteral("EPSG:32638");
    QVERIFY(std::abs(readCsv(table, options)->tables[0].vertices[0].lat - 40) < 1e-6);
    QCOMPARE(readCsv("x,y\n45,40\n")->tables[0].vertices[0], (LatLon{40, 45}));
}

void CsvLayerTest::oddRowsCostThemselves()
{
    const auto read = readCsv("name,lat,lon,note\ntoo,40,45,many,cells\nfew,40,45\nnone\nok,41,46,x\n");
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables[0].ids, (std::vector<std::int64_t>{2, 4}));
    QVERIFY(read->tables[0].value(0, "note").isNull());
    QCOMPARE(read->report.cases[0].text(), QStringLiteral("feature 1 (line 2): damaged (5 cells where the header has 4): left out"));
    QCOMPARE(read->report.cases[1].fault, LayerFault::NoGeometry);
}

void CsvLayerTest::unclosedQuoteKeepsWhatWasBefore()
{
    const auto read = readCsv("name,lat,lon\na,40,45\n\"b,41,46\nc,42,47\n");
    CA_VERIFY_READ(read);
    QCOMPARE(read->tables[0].featureCount(), std::size_t(1));
    QVERIFY(read->report.incomplete);
    QVERIFY(read->report.notes.join(' ').contains("line 3 is never closed"));
}

void CsvLayerTest::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray("\n\n \n");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("one word") << QByteArray("hello");
    QTest::newRow("numbers without names") << QByteArray("45,40\n46,41\n");
    QTest::newRow("open quote in the header") << QByteArray("\"lat,lon\n40,45\n");
    QTest::newRow("separators") << QByteArray(100'000, ',');
    QTest::newRow("long line") << QByteArray(3'000'000, 'x');
}

void CsvLayerTest::refusesWhatIsNoTable()
{
    QFETCH(QByteArray, bytes);
    const auto read = readCsv(bytes);
    QVERIFY(!read.ok());
    QVERIFY(!read.error().message.isEmpty() && !read.error().message.contains('\n'));
    QVERIFY(read.error().message.size() < 3000);
}

void CsvLayerTest::suffixDoesNotDecideAlone()
{
    const auto json = readFirst(m_folder.put("really.csv", collection(feature(1, "Point", "[45, 40]"))));
    CA_VERIFY_READ(json);
    QCOMPARE(json->report.driver, QStringLiteral("GeoJSON"));
    const auto text = readFirst(m_folder.put("table.txt", "lat lon\n40 45\n"));
    QVERIFY(!text.ok());
    CA_VERIFY_READ(readFirst(m_folder.put("other.tsv", "lat\tlon\n40\t45\n")));
}

void CsvLayerTest::inspectSaysWhichColumns()
{
    const auto info = LayerFile::inspect(m_folder.put("what.csv", "name,Lat,Lon\na,40,45\n"));
    CA_VERIFY_READ(info);
    QCOMPARE(info->driver, QStringLiteral("CSV"));
    QCOMPARE(info->layers.at(0).name, QStringLiteral("what"));
    QCOMPARE(info->layers[0].kinds, std::vector<GeometryKind>{GeometryKind::Point});
    QCOMPARE(info->layers[0].fields.size(), std::size_t(3));
    QCOMPARE(info->notes, QStringList{"longitude from the column Lon, latitude from Lat"});
}

QTEST_GUILESS_MAIN(CsvLayerTest)
#include "CsvLayerTest.moc"
