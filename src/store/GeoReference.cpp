// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/GeoReference.h"

#include "base/Tr.h"
#include "store/Gdal.h"
#include "store/MemoryFile.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ca::GeoReference {

namespace {

constexpr int tile = 256;
constexpr double pdfDpi = 1200;              // by which GDAL counts a page's pixels: it keeps whole ones
constexpr double equatorialRadius = 6378137; // metres; degrees as plate carrée, see Projection
constexpr double pixelTolerance = 0.5;            // pixels

using Transform = std::array<double, 6>;     // as GDAL has it: x = t[0] + column t[1], y = t[3] + row t[5]

/// A frame as GDAL knows it.
struct Place {
    gdal::SpatialReference crs;
    double metres = 1;                       ///< of the plane to a unit of crs
};

Result<Place> placeOf(const GeoFrame &frame)
{
    Place place{gdal::reference(frame.crs)};
    if (!place.crs || frame.box.empty())
        return Error{tr("the map's projection cannot be written into a file"), {}, 0};
    place.metres = OSRIsGeographic(place.crs.get()) ? equatorialRadius * OSRGetAngularUnits(place.crs.get(), nullptr)
                                                    : OSRGetLinearUnits(place.crs.get(), nullptr);
    return place;
}

/// Of a picture of @p width × @p height pixels that shows the frame on the rectangle @p on of it.
Transform transformOf(const GeoFrame &frame, const Place &place, const QRectF &on)
{
    const double x = frame.box.width() / on.width() / place.metres, y = frame.box.height() / on.height() / place.metres;
    return {frame.box.minX / place.metres - on.left() * x, x, 0, frame.box.maxY / place.metres + on.top() * y, 0, -y};
}

/// Whether the places known are found in @p dataset where they are in a picture of that transform.
bool findsPlaces(GDALDatasetH dataset, const GeoFrame &frame, const Place &place, const Transform &meant)
{
    Transform found{};
    const OGRSpatialReferenceH crs = GDALGetSpatialRef(dataset);
    if (!crs || GDALGetGeoTransform(dataset, found.data()) != CE_None)
        return false;
    const gdal::SpatialReference upright(OSRClone(crs)), degrees = gdal::wgs84();
    OSRSetAxisMappingStrategy(upright.get(), OAMS_TRADITIONAL_GIS_ORDER);
    const gdal::Transformation transformation(OCTNewCoordinateTransformation(degrees.get(), upright.get()));
    if (!transformation || found[2] != 0 || found[4] != 0)
        return false;
    return std::all_of(frame.known.begin(), frame.known.end(), [&](const GeoFrame::Known &known) {
        double x = known.place.lon, y = known.place.lat;
        if (!OCTTransform(transformation.get(), 1, &x, &y, nullptr))
            return false;
        const double column = (known.plane.x / place.metres - meant[0]) / meant[1], row = (known.plane.y / place.metres - meant[3]) / meant[5];
        return std::abs((x - found[0]) / found[1] - column) <= pixelTolerance && std::abs((y - found[3]) / found[5] - row) <= pixelTolerance;
    });
}

gdal::Dataset opened(const QByteArray &path, unsigned flags, const char *driver, const char *const *options = nullptr)
{
    const char *drivers[] = {driver, nullptr};
    return gdal::Dataset(GDALOpenEx(path.constData(), flags | GDAL_OF_RASTER, drivers, options, nullptr));
}

Error cannotHold(const char *format)
{
    return {tr("%1 cannot hold this projection").arg(QLatin1String(format)), {}, 0};
}

Error failed(const gdal::ErrorScope &errors)
{
    return {tr("the map's place could not be written: %1").arg(errors.message()), {}, 0};
}

bool setPlace(GDALDatasetH dataset, const Place &place, Transform transform)
{
    return GDALSetSpatialRef(dataset, place.crs.get()) == CE_None && GDALSetGeoTransform(dataset, transform.data()) == CE_None;
}

void setTags(GDALDatasetH dataset, const GeoPixels &pixels, const QList<QPair<QString, QString>> &tags)
{
    const QByteArray dpi = QByteArray::number(pixels.dpi);
    GDALSetMetadataItem(dataset, "TIFFTAG_XRESOLUTION", dpi.constData(), nullptr);
    GDALSetMetadataItem(dataset, "TIFFTAG_YRESOLUTION", dpi.constData(), nullptr);
    GDALSetMetadataItem(dataset, "TIFFTAG_RESOLUTIONUNIT", "2", nullptr);  // inch
    for (const auto &[name, value] : tags)
        GDALSetMetadataItem(dataset, name.toUtf8().constData(), value.toUtf8().constData(), nullptr);
}

/// Whole rows of tiles at a time, so that none is packed twice.
bool writePixels(GDALDatasetH dataset, const GeoPixels &pixels)
{
    const int width = pixels.size.width(), height = pixels.size.height();
    const int step = tile * std::clamp((4 << 20) / (width * tile), 1, 16);
    std::vector<unsigned char> rgb(std::size_t(3) * std::size_t(width) * std::size_t(std::min(step, height)));
    for (int first = 0; first < height; first += step) {
        const int end = std::min(first + step, height);
        if (!pixels.read(first, end, rgb.data()))
            return false;
        if (GDALDatasetRasterIO(dataset, GF_Write, 0, first, width, end - first, rgb.data(), width, end - first, GDT_Byte, 3, nullptr, 3,
                                3 * width, 1)
            != CE_None)
            return false;
    }
    return true;
}

QByteArray wktOf(const Box &box, double metres)
{
    QByteArrayList corners;
    for (const PointXY p : {PointXY{box.minX, box.maxY}, {box.maxX, box.maxY}, {box.maxX, box.minY}, {box.minX, box.minY}, {box.minX, box.maxY}})
        corners << QByteArray::number(p.x / metres, 'f', 6) + ' ' + QByteArray::number(p.y / metres, 'f', 6);
    return "POLYGON((" + corners.join(',') + "))";
}

} // namespace

Result<QByteArray> tiff(const GeoFrame &frame, const GeoPixels &pixels, const QList<QPair<QString, QString>> &tags)
{
    gdal::needAllDrivers();
    const gdal::ErrorScope errors;
    const Result<Place> place = placeOf(frame);
    if (!place)
        return place.error();
    const Transform meant = transformOf(frame, *place, QRectF(QPointF(), pixels.size));
    const gdal::MemoryFile file("map.tif");
    const char *options[] = {"TILED=YES", "COMPRESS=DEFLATE", "PHOTOMETRIC=RGB", "BIGTIFF=IF_SAFER", nullptr};
    gdal::Dataset made(GDALCreate(GDALGetDriverByName("GTiff"), file.path().constData(), pixels.size.width(), pixels.size.height(), 3,
                                  GDT_Byte, const_cast<char **>(options)));
    if (!made || !setPlace(made.get(), *place, meant))
        return failed(errors);
    setTags(made.get(), pixels, tags);
    if (!writePixels(made.get(), pixels))
        return errors.failed() ? failed(errors) : Error{tr("cancelled"), {}, 0};
    made.reset();
    if (errors.failed())
        return failed(errors);
    if (const gdal::Dataset again = opened(file.path(), GDAL_OF_READONLY, "GTiff"); !again || !findsPlaces(again.get(), frame, *place, meant))
        return cannotHold("GeoTIFF");
    return file.bytes();
}

Result<QByteArray> pdf(const QByteArray &pdf, const GeoFrame &frame, const QRectF &onPage)
{
    gdal::needAllDrivers();
    const gdal::ErrorScope errors;
    const Result<Place> place = placeOf(frame);
    if (!place)
        return place.error();
    constexpr double pixels = pdfDpi / 72;
    const Transform meant = transformOf(frame, *place, QRectF(onPage.topLeft() * pixels, onPage.size() * pixels));
    const gdal::MemoryFile file("page.pdf", pdf);
    const QByteArray dpi = "DPI=" + QByteArray::number(pdfDpi);
    const char *options[] = {dpi.constData(), nullptr};
    gdal::Dataset page = opened(file.path(), GDAL_OF_UPDATE, "PDF", options);
    if (!page || !setPlace(page.get(), *place, meant)
        || GDALSetMetadataItem(page.get(), "NEATLINE", wktOf(frame.box, place->metres).constData(), nullptr) != CE_None)
        return failed(errors);
    page.reset();
    if (errors.failed())
        return failed(errors);
    if (const gdal::Dataset again = opened(file.path(), GDAL_OF_READONLY, "PDF", options); !again || !findsPlaces(again.get(), frame, *place, meant))
        return cannotHold("PDF");
    return file.bytes();
}

Result<QByteArray> auxXml(const QByteArray &png, const GeoFrame &frame)
{
    gdal::needAllDrivers();
    const gdal::ErrorScope errors;
    const Result<Place> place = placeOf(frame);
    if (!place)
        return place.error();
    const gdal::MemoryFile file("map.png", png);
    gdal::Dataset picture = opened(file.path(), GDAL_OF_READONLY, "PNG");
    if (!picture)
        return failed(errors);
    const QSize size(GDALGetRasterXSize(picture.get()), GDALGetRasterYSize(picture.get()));
    const Transform meant = transformOf(frame, *place, QRectF(QPointF(), size));
    if (!setPlace(picture.get(), *place, meant))
        return failed(errors);
    picture.reset();
    picture = opened(file.path(), GDAL_OF_READONLY, "PNG");
    if (!picture || !findsPlaces(picture.get(), frame, *place, meant))
        return cannotHold("PNG");
    return file.bytes(".aux.xml");
}

Result<QByteArray> worldFile(const GeoFrame &frame, QSize size)
{
    const gdal::ErrorScope errors;
    const Result<Place> place = placeOf(frame);
    if (!place)
        return place.error();
    const Transform t = transformOf(frame, *place, QRectF(QPointF(), size));
    QByteArray lines;
    for (const double number : {t[1], 0.0, 0.0, t[5], t[0] + t[1] / 2, t[3] + t[5] / 2})  // of the first pixel's centre
        lines += QByteArray::number(number, 'f', 10) + '\n';
    return lines;
}

} // namespace ca::GeoReference
