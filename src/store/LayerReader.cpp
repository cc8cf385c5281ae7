// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LayerReader.h"

#include "store/FeatureReader.h"

#include <QFileInfo>

namespace ca {

namespace {

Result<gdal::Dataset> openVector(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{QStringLiteral("there is no such file"), path, 0};
    if (!info.isReadable())
        return Error{QStringLiteral("the file cannot be read"), path, 0};
    if (info.isFile() && info.size() == 0)
        return Error{QStringLiteral("the file is empty"), path, 0};
    gdal::needAllDrivers();
    gdal::ErrorScope errors;
    gdal::Dataset dataset(
        GDALOpenEx(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
    if (!dataset) {
        const QString reason = QStringLiteral("no known format of map data");
        return Error{errors.message().isEmpty() ? reason : reason + QStringLiteral(": ") + errors.message(), path, 0};
    }
    return dataset;
}

struct ToWgs84 {
    gdal::Transformation transformation;  ///< null = not needed
    QString problem;
};

ToWgs84 toWgs84(OGRLayerH layer)
{
    OGRSpatialReferenceH source = OGR_L_GetSpatialRef(layer);
    const gdal::SpatialReference target = gdal::wgs84();
    // A layer that names no reference is taken to be in degrees, as GeoJSON and KML are.
    if (!source || OSRIsSame(source, target.get()))
        return {};
    const gdal::SpatialReference own(OSRClone(source));
    OSRSetAxisMappingStrategy(own.get(), OAMS_TRADITIONAL_GIS_ORDER);
    if (OSRIsSame(own.get(), target.get()))
        return {};
    gdal::ErrorScope errors;
    ToWgs84 result{gdal::Transformation(OCTNewCoordinateTransformation(own.get(), target.get())), {}};
    if (!result.transformation)
        result.problem = QStringLiteral("the layer's reference system cannot be used: %1").arg(errors.message());
    return result;
}

} // namespace

Result<FeatureTable> LayerReader::read(const QString &path, const QString &layer, const QStringList &columns)
{
    Result<gdal::Dataset> dataset = openVector(path);
    if (!dataset)
        return dataset.error();
    OGRLayerH handle = GDALDatasetGetLayerByName((*dataset).get(), layer.toUtf8().constData());
    if (!handle)
        return Error{QStringLiteral("there is no layer %1 in this file").arg(layer), path, 0};
    const ToWgs84 wgs84 = toWgs84(handle);
    if (!wgs84.problem.isEmpty())
        return Error{wgs84.problem, path, 0};
    Result<FeatureTable> features = readFeatures(handle, columns, wgs84.transformation.get());
    if (!features)
        return Error{QStringLiteral("layer %1: %2").arg(layer, features.error().message), path, 0};
    return features;
}

Result<QStringList> LayerReader::layers(const QString &path)
{
    Result<gdal::Dataset> dataset = openVector(path);
    if (!dataset)
        return dataset.error();
    QStringList names;
    for (int i = 0; i < GDALDatasetGetLayerCount((*dataset).get()); ++i)
        names += QString::fromUtf8(OGR_L_GetName(GDALDatasetGetLayer((*dataset).get(), i)));
    return names;
}

} // namespace ca
