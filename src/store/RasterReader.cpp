// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RasterReader.h"

#include "base/Logging.h"
#include "base/Tr.h"
#include "store/DegreeTransform.h"
#include "store/LayerOpen.h"
#include "store/RasterBands.h"
#include "store/VrtSources.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <new>
#include <stdexcept>

namespace ca {

namespace {

constexpr int edgeSteps = 21;  ///< points on each edge by which the extent is found

/// Files that hold several pictures name them as subdatasets.
QString namesInside(GDALDatasetH dataset)
{
    char **metadata = GDALGetMetadata(dataset, "SUBDATASETS");
    QStringList names;
    for (int i = 1; i <= 10; ++i) {
        const QByteArray key = "SUBDATASET_" + QByteArray::number(i) + "_DESC";
        if (const char *name = CSLFetchNameValue(metadata, key))
            names += QString::fromUtf8(name);
    }
    return names.join(QLatin1String("; "));
}

class RasterReading {
public:
    RasterReading(const QString &path, const RasterOptions &options, const CancelToken &cancel)
        : m_path(path), m_options(options), m_cancel(cancel) {}

    Result<RasterData> run()
    {
        if (const QString objection = vrtObjection(m_path); !objection.isEmpty())
            return failed(objection);
        Result<OpenedFile> file = openFile(m_path, OpenAs::Raster);
        if (!file)
            return file.error();
        m_dataset = std::move(file->dataset);
        m_data.report.driver = file->driver;
        for (const auto step : {&RasterReading::findSize, &RasterReading::findPlace, &RasterReading::findReference}) {
            if (const QString objection = (this->*step)(); !objection.isEmpty())
                return failed(objection);
        }
        if (const Result<Done> pixels = readPixels(m_dataset.get(), m_data, m_cancel); !pixels)
            return failed(pixels.error().message);
        return std::move(m_data);
    }

private:
    [[nodiscard]] Error failed(const QString &message) const { return {message, m_path, 0}; }

    // Each of these says what speaks against the picture; nothing = empty.

    QString findSize()
    {
        RasterReport &report = m_data.report;
        if (GDALGetRasterCount(m_dataset.get()) == 0) {
            const QString names = namesInside(m_dataset.get());
            return names.isEmpty() ? tr("there is no picture in this file") : tr("there are several pictures in this file: %1").arg(names);
        }
        report.fullWidth = GDALGetRasterXSize(m_dataset.get());
        report.fullHeight = GDALGetRasterYSize(m_dataset.get());
        const auto reduced = [&](std::int64_t n) { return (n + report.reduction - 1) / report.reduction; };
        while (reduced(report.fullWidth) * reduced(report.fullHeight) > std::max<std::int64_t>(1, m_options.maxPixels))
            ++report.reduction;
        m_data.grid.width = int(reduced(report.fullWidth));
        m_data.grid.height = int(reduced(report.fullHeight));
        if (report.reduction > 1)
            report.notes += tr("Of %1 × %2 pixels one in %3 a side was kept.").arg(report.fullWidth).arg(report.fullHeight).arg(report.reduction);
        return {};
    }

    QString findPlace()
    {
        std::array<double, 6> &t = m_data.grid.transform;
        if (GDALGetGeoTransform(m_dataset.get(), t.data()) != CE_None) {
            if (GDALGetGCPCount(m_dataset.get()) > 0)
                return tr("the picture is placed by control points only; rectify it first, for example with gdalwarp");
            return tr("the picture has no georeference, neither inside nor in a world file (such as .pgw, .jgw, .tfw, .wld) beside it");
        }
        const double area = t[1] * t[5] - t[2] * t[4];
        if (!std::ranges::all_of(t, [](double v) { return std::isfinite(v); }) || !std::isfinite(area) || area == 0)
            return tr("the picture's georeference makes no sense");
        const double wide = double(m_data.report.fullWidth) / m_data.grid.width;
        const double high = double(m_data.report.fullHeight) / m_data.grid.height;
        t[1] *= wide;
        t[4] *= wide;
        t[2] *= high;
        t[5] *= high;
        return {};
    }

    QString findReference()
    {
        gdal::SpatialReference reference;
        OGRSpatialReferenceH stated = GDALGetSpatialRef(m_dataset.get());
        const Box bounds = m_data.grid.bounds();
        if (!m_options.crs.isEmpty()) {
            reference = gdal::reference(m_options.crs);
            if (!reference)
                return tr("%1 is no reference system of maps").arg(m_options.crs);
        } else if (stated && !gdal::isUndefined(stated)) {
            reference = gdal::SpatialReference(OSRClone(stated));
            OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
        } else if (Box{-180.001, -90.001, 360.001, 90.001}.contains(bounds)) {
            reference = gdal::wgs84();
            m_data.report.crsAssumed = true;
            m_data.report.notes += tr("The file states no reference system; its place is taken for degrees (WGS 84).");
        } else {
            return tr("the picture states no reference system, and its place (x %1 … %2, y %3 … %4) is no degrees; please state the system")
                .arg(bounds.minX).arg(bounds.maxX).arg(bounds.minY).arg(bounds.maxY);
        }
        if (!OSRIsGeographic(reference.get()) && !OSRIsProjected(reference.get()))
            return tr("the picture's reference system, %1, is none of maps").arg(gdal::title(reference.get()));
        return describe(reference.get());
    }

    QString describe(OGRSpatialReferenceH reference)
    {
        m_data.report.crsTitle = gdal::title(reference);
        m_data.grid.crs = gdal::definition(reference);
        const gdal::ErrorScope errors;
        const gdal::Transformation way = toDegrees(reference);
        if (!way)
            return tr("the picture's reference system cannot be used: %1").arg(errors.message());
        std::vector<LatLon> edge;
        const RasterGrid &grid = m_data.grid;
        for (int i = 0; i < edgeSteps; ++i) {
            const double share = double(i) / (edgeSteps - 1);
            for (const PointXY p : {grid.place(share * grid.width, 0), grid.place(share * grid.width, grid.height),
                                    grid.place(0, share * grid.height), grid.place(grid.width, share * grid.height)})
                edge.push_back({p.y, p.x});
        }
        transformToDegrees(way.get(), edge);
        for (const LatLon &p : edge) {
            if (p.defined())
                m_data.report.extent.extend(p);
        }
        return m_data.report.extent.empty() ? tr("the picture has no place on earth in its reference system") : QString();
    }

    const QString m_path;
    const RasterOptions &m_options;
    const CancelToken m_cancel;
    gdal::Dataset m_dataset;
    RasterData m_data;
};

} // namespace

Result<RasterData> RasterReader::read(const QString &path, const RasterOptions &options, const CancelToken &cancel)
{
    QElapsedTimer timer;
    timer.start();
    try {
        const gdal::ErrorScope errors;
        Result<RasterData> data = RasterReading(path, options, cancel).run();
        qCInfo(logStore) << "picture read in" << timer.elapsed() << "ms";
        return data;
    } catch (const std::bad_alloc &) {
        return Error{tr("the picture does not fit into memory"), path, 0};
    } catch (const std::length_error &) {
        return Error{tr("the picture is too large"), path, 0};
    }
}

} // namespace ca
