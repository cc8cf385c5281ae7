// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/GeoFile.h"

#include "figure/FigureEvidence.h"
#include "figure/FigureWriter.h"
#include "figure/FilesTogether.h"
#include "figure/PdfFile.h"
#include "figure/SampleFigure.h"
#include "store/GeoReference.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <array>
#include <csignal>
#include <memory>
#include <sys/resource.h>

// Files are looked at with GDAL itself, as another program would.
using namespace ca;

namespace {

constexpr double dpi = 144;
const LatLon lake{41.25, 44.3}, land{39, 46.3}, sea{40, 42.9}, capital{40.5, 45.6};

FigureComposition composed(const QString &crs = Projection::defaultDefinition())
{
    Figure figure = test::figure();
    const auto projection = *Projection::create(crs);
    figure.map.scene = Scene::build(std::make_shared<const Atlas>(test::sourcedAtlas()), std::make_shared<const BaseMap>(test::baseMap()),
                                    projection);
    figure.map.view.projection = projection;
    return *FigureComposition::of(figure);
}

/// A georeferenced picture as another program sees it.
class Opened {
public:
    explicit Opened(const QString &path, const char *options = nullptr)
    {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        const char *open[] = {options, nullptr};
        m_dataset = GDALOpenEx(path.toUtf8().constData(), GDAL_OF_RASTER, nullptr, open, nullptr);
        CPLPopErrorHandler();
        if (m_dataset)
            GDALGetGeoTransform(m_dataset, m_transform.data());
    }
    ~Opened()
    {
        if (m_dataset)
            GDALClose(m_dataset);
    }
    Q_DISABLE_COPY(Opened)
    [[nodiscard]] bool ok() const { return m_dataset != nullptr; }
    [[nodiscard]] QSize size() const { return {GDALGetRasterXSize(m_dataset), GDALGetRasterYSize(m_dataset)}; }
    [[nodiscard]] QString tag(const char *name, const char *domain = nullptr) const
    {
        return QString::fromUtf8(GDALGetMetadataItem(m_dataset, name, domain));
    }
    [[nodiscard]] QPointF pixelOf(LatLon place) const
    {
        const OGRSpatialReferenceH degrees = OSRNewSpatialReference(nullptr), crs = OSRClone(GDALGetSpatialRef(m_dataset));
        OSRImportFromEPSG(degrees, 4326);
        for (const OGRSpatialReferenceH one : {degrees, crs})
            OSRSetAxisMappingStrategy(one, OAMS_TRADITIONAL_GIS_ORDER);
        const OGRCoordinateTransformationH transformation = OCTNewCoordinateTransformation(degrees, crs);
        double x = place.lon, y = place.lat;
        const bool placed = transformation && OCTTransform(transformation, 1, &x, &y, nullptr);
        OCTDestroyCoordinateTransformation(transformation);
        OSRRelease(degrees);
        OSRRelease(crs);
        return placed ? QPointF((x - m_transform[0]) / m_transform[1], (y - m_transform[3]) / m_transform[5]) : QPointF(-1, -1);
    }
    [[nodiscard]] QColor colourAt(QPointF pixel) const
    {
        unsigned char rgb[3] = {};
        if (GDALDatasetRasterIO(m_dataset, GF_Read, int(pixel.x()), int(pixel.y()), 1, 1, rgb, 1, 1, GDT_Byte, 3, nullptr, 3, 3, 1) != CE_None)
            return {};
        return {rgb[0], rgb[1], rgb[2]};
    }

private:
    GDALDatasetH m_dataset = nullptr;
    std::array<double, 6> m_transform{};
};

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

bool near(QPointF a, QPointF b)
{
    return std::abs(a.x() - b.x()) <= 0.5 && std::abs(a.y() - b.y()) <= 0.5;
}

bool alike(const QColor &a, const QColor &b, int levels)
{
    return std::abs(a.red() - b.red()) <= levels && std::abs(a.green() - b.green()) <= levels && std::abs(a.blue() - b.blue()) <= levels;
}

QStringList filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
}

WriteOptions mapAlone()
{
    WriteOptions options;
    options.dpi = dpi;
    options.worldFile = true;
    return options;
}

} // namespace

class GeoFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tiffLiesWhereTheMapSays_data();
    void tiffLiesWhereTheMapSays();
    void tiffCarriesItsWords();
    void pdfLiesWhereTheMapSays_data();
    void pdfLiesWhereTheMapSays();
    void pngHasItsPlaceBesideIt();
    void sameBytes();
    void whatAFormatCannotHoldIsRefused();
    void fullDiskLeavesNoSideFiles();
    void takenPlaceLeavesNothing();
    void cancelLeavesNothing();

private:
    void compare(const Opened &file, const MapView &view, double scale, QPointF leftTop, int levels);
};

void GeoFileTest::initTestCase()
{
    loadFonts();
    GDALAllRegister();
}

/// Places and colours of @p file, whose map begins at @p leftTop with @p scale pixels to the view's one.
void GeoFileTest::compare(const Opened &file, const MapView &view, double scale, QPointF leftTop, int levels)
{
    for (const LatLon place : {lake, land, sea, capital}) {
        const QPointF there = file.pixelOf(place), meant = leftTop + view.toScreen(place) * scale;
        QVERIFY2(near(there, meant), qPrintable(QStringLiteral("%1, %2 and not %3, %4").arg(there.x()).arg(there.y()).arg(meant.x()).arg(meant.y())));
    }
    const auto style = MapStyle::bundled(QStringLiteral("light"));
    const QColor water = file.colourAt(file.pixelOf(lake)), ground = file.colourAt(file.pixelOf(land));
    QVERIFY2(alike(ground, style->color(QStringLiteral("land")), levels), qPrintable(ground.name()));
    QVERIFY2(alike(water, file.colourAt(file.pixelOf(sea)), levels + 12) && !alike(water, ground, 12), qPrintable(water.name()));
}

void GeoFileTest::tiffLiesWhereTheMapSays_data()
{
    QTest::addColumn<QString>("crs");
    QTest::newRow("house conic") << Projection::defaultDefinition();
    QTest::newRow("UTM") << QStringLiteral("EPSG:32638");
    QTest::newRow("Web Mercator") << QStringLiteral("EPSG:3857");
    QTest::newRow("degrees") << QStringLiteral("EPSG:4326");
    QTest::newRow("another datum") << QStringLiteral("EPSG:28408");
    QTest::newRow("feet") << QStringLiteral("+proj=lcc +lat_1=38 +lat_2=43 +lon_0=45 +units=us-ft");
}

void GeoFileTest::tiffLiesWhereTheMapSays()
{
    QFETCH(QString, crs);
    const FigureComposition figure = composed(crs);
    WriteOptions options;
    options.dpi = dpi;
    const Result<QByteArray> bytes = geofile::encodeTiff(figure, options);
    QVERIFY2(bytes.ok(), qPrintable(bytes.ok() ? QString() : bytes.error().text()));
    const QTemporaryDir folder;
    const Opened file(written(folder, QStringLiteral("map.tif"), *bytes));
    QVERIFY(file.ok());
    QCOMPARE(file.size(), QSize(int(figure.mapFrame().width() * dpi / 96), int(figure.mapFrame().height() * dpi / 96)));
    compare(file, figure.map.view, figure.layout.scale * dpi / 96, {0, 0}, 0);
}

void GeoFileTest::tiffCarriesItsWords()
{
    const QTemporaryDir folder;
    WriteOptions options;
    options.dpi = dpi;
    options.view = FigureView{};
    options.view->name = QStringLiteral("Երևան");
    const QString path = written(folder, QStringLiteral("map.tif"), *geofile::encodeTiff(composed(), options));
    const Opened file(path);
    QCOMPARE(file.tag("TIFFTAG_DOCUMENTNAME"), QStringLiteral("Lines of the island"));
    QCOMPARE(file.tag("TIFFTAG_DATETIME"), QStringLiteral("2026:04:30 00:00:00"));
    QCOMPARE(file.tag("TIFFTAG_XRESOLUTION").toDouble(), dpi);
    QVERIFY(file.tag("TIFFTAG_COPYRIGHT").contains(QStringLiteral("© OpenStreetMap contributors")));
    QVERIFY(file.tag("Sources").contains(QStringLiteral("https://example.org/lengths")));
    QCOMPARE(file.tag("COMPRESSION", "IMAGE_STRUCTURE"), QStringLiteral("DEFLATE"));
    const Result<FigureEvidence> evidence = FigureEvidence::readFrom(path);
    QVERIFY2(evidence.ok(), qPrintable(evidence.ok() ? QString() : evidence.error().text()));
    QCOMPARE(evidence->view->name, options.view->name);
}

void GeoFileTest::pdfLiesWhereTheMapSays_data()
{
    QTest::addColumn<QString>("crs");
    QTest::newRow("house conic") << Projection::defaultDefinition();
    QTest::newRow("UTM") << QStringLiteral("EPSG:32638");
    QTest::newRow("Web Mercator") << QStringLiteral("EPSG:3857");
}

void GeoFileTest::pdfLiesWhereTheMapSays()
{
    QFETCH(QString, crs);
    if (!GDALGetDriverByName("PDF"))
        QSKIP("GDAL is built without PDF");
    const FigureComposition figure = composed(crs);
    const Result<QByteArray> bytes = geofile::encodePdf(figure);
    QVERIFY2(bytes.ok(), qPrintable(bytes.ok() ? QString() : bytes.error().text()));
    const QTemporaryDir folder;
    const Opened file(written(folder, QStringLiteral("page.pdf"), *bytes), "DPI=96");
    QVERIFY(file.ok());
    QVERIFY(file.tag("NEATLINE").startsWith(QLatin1String("POLYGON")));
    compare(file, figure.map.view, figure.layout.scale, figure.mapFrame().topLeft(), 3);
}

void GeoFileTest::pngHasItsPlaceBesideIt()
{
    const QTemporaryDir folder;
    const FigureComposition figure = composed();
    QVERIFY(FigureWriter::write(test::figure(), folder.filePath(QStringLiteral("a.b.png")), mapAlone()).ok());
    QCOMPARE(filesIn(folder), (QStringList{QStringLiteral("a.b.pgw"), QStringLiteral("a.b.png"), QStringLiteral("a.b.png.aux.xml")}));
    compare(Opened(folder.filePath(QStringLiteral("a.b.png"))), figure.map.view, figure.layout.scale * dpi / 96, {0, 0}, 0);
    // Programs that read the world file alone find the same place.
    QFile world(folder.filePath(QStringLiteral("a.b.pgw")));
    QVERIFY(world.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = world.readAll().trimmed().split('\n');
    const PointXY leftTop = figure.map.view.toPlane({0, 0});
    QCOMPARE(lines.size(), 6);
    QVERIFY(std::abs(lines[4].toDouble() - lines[0].toDouble() / 2 - leftTop.x) < 1e-3);
    QVERIFY(std::abs(lines[5].toDouble() - lines[3].toDouble() / 2 - leftTop.y) < 1e-3);
    QVERIFY(FigureEvidence::readFrom(folder.filePath(QStringLiteral("a.b.png"))).ok());
}

void GeoFileTest::sameBytes()
{
    const FigureComposition figure = composed();
    QCOMPARE(*geofile::encodeTiff(figure), *geofile::encodeTiff(figure));
    const QByteArray page = *pdffile::encode(figure);
    const GeoFrame frame{Projection::defaultDefinition(), figure.map.view.box(), {}};
    const QByteArray placed = *GeoReference::pdf(page, frame, {20, 20, 400, 300});
    QVERIFY(placed.startsWith(page));  // appended: text, fonts and attachments are as they were
    QVERIFY(placed == *GeoReference::pdf(page, frame, {20, 20, 400, 300}));
}

void GeoFileTest::whatAFormatCannotHoldIsRefused()
{
    GeoFrame frame{Projection::defaultDefinition(), {-1000, -1000, 1000, 1000}, {}};
    const auto projection = *Projection::create(frame.crs);
    const GeoPixels pixels{{20, 20}, 96, [](int first, int end, unsigned char *rgb) {
                               std::fill_n(rgb, (end - first) * 60, static_cast<unsigned char>(9));
                               return true;
                           }};
    frame.known = {{{0, 0}, projection->inverse({0, 0})}};
    QVERIFY(GeoReference::tiff(frame, pixels, {}).ok());
    frame.known = {{{0, 0}, projection->inverse({80, 0})}};  // 0.8 pixels from where it is said to be
    const Result<QByteArray> wrong = GeoReference::tiff(frame, pixels, {});
    QVERIFY(!wrong.ok());
    QVERIFY2(wrong.error().message.contains(QStringLiteral("cannot hold")), qPrintable(wrong.error().text()));
    QVERIFY(!GeoReference::pdf("not a page", frame, {0, 0, 10, 10}).ok());
    QVERIFY(!GeoReference::auxXml("not a picture", frame).ok());
    frame.crs = QStringLiteral("nothing");
    QVERIFY(!GeoReference::worldFile(frame, {20, 20}).ok());
}

void GeoFileTest::fullDiskLeavesNoSideFiles()
{
    const QTemporaryDir folder;
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    const Result<Done> done = FigureWriter::write(test::figure(), folder.filePath(QStringLiteral("a.png")), mapAlone());
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.contains(QStringLiteral("nothing was left behind")), qPrintable(done.error().text()));
    QCOMPARE(filesIn(folder), QStringList());
}

void GeoFileTest::takenPlaceLeavesNothing()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a.pgw")));
    const Result<Done> done = FigureWriter::write(test::figure(), folder.filePath(QStringLiteral("a.png")), mapAlone());
    QVERIFY(!done.ok());
    QVERIFY2(done.error().text().contains(QStringLiteral("a.pgw")), qPrintable(done.error().text()));
    QCOMPARE(filesIn(folder), QStringList{QStringLiteral("a.pgw")});
    QVERIFY(!FigureWriter::write(test::figure(), QStringLiteral("/proc/self/a.png")).ok());  // nobody can write there
}

void GeoFileTest::cancelLeavesNothing()
{
    const QTemporaryDir folder;
    WriteOptions options = mapAlone();
    options.cancel.cancel();
    for (const char *name : {"a.png", "a.tif"}) {
        const Result<Done> done = FigureWriter::write(test::figure(), folder.filePath(QLatin1String(name)), options);
        QVERIFY(!done.ok());
        QCOMPARE(done.error().message, QStringLiteral("cancelled"));
    }
    FilesTogether files(folder.filePath(QStringLiteral("b")));
    files.add(folder.filePath(QStringLiteral("b")), "bytes");
    QCOMPARE(files.write(options.cancel).error().message, QStringLiteral("cancelled"));
    QCOMPARE(filesIn(folder), QStringList());
}

QTEST_MAIN(GeoFileTest)
#include "GeoFileTest.moc"
