// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LayerFile.h"

#include "base/Tr.h"
#include "store/LayerOpen.h"
#include "store/TextLayer.h"

namespace ca {

namespace {

std::vector<GeometryKind> kindsOf(OGRwkbGeometryType declared)
{
    const OGRwkbGeometryType type = OGR_GT_Flatten(OGR_GT_GetLinear(declared));
    switch (type) {
    case wkbPoint:
    case wkbMultiPoint:
        return {GeometryKind::Point};
    case wkbLineString:
    case wkbMultiLineString:
        return {GeometryKind::Line};
    case wkbUnknown:
    case wkbGeometryCollection:
        return {};
    default:
        return {GeometryKind::Polygon};
    }
}

LayerInfo infoOf(OGRLayerH layer)
{
    LayerInfo info;
    info.name = QString::fromUtf8(OGR_L_GetName(layer));
    info.kinds = kindsOf(OGR_L_GetGeomType(layer));
    info.featureCount = OGR_L_GetFeatureCount(layer, FALSE);
    if (OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(layer))
        info.crsTitle = gdal::title(reference);
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        info.fields.push_back({QString::fromUtf8(OGR_Fld_GetNameRef(field)),
                               QString::fromUtf8(OGR_GetFieldTypeName(OGR_Fld_GetType(field)))});
    }
    return info;
}

LayerFileInfo infoOf(const OpenedFile &file)
{
    const gdal::ErrorScope errors;
    LayerFileInfo info;
    info.driver = file.driver;
    info.notes = file.notes;
    for (int i = 0; i < GDALDatasetGetLayerCount(file.dataset.get()); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(file.dataset.get(), i);
        if (layer && OGR_L_GetGeomType(layer) != wkbNone)
            info.layers.push_back(infoOf(layer));
    }
    return info;
}

} // namespace

Result<LayerFileInfo> LayerFile::inspect(const QString &path)
{
    if (const QString reason = fileObjection(path); !reason.isEmpty())
        return Error{reason, path, 0};
    gdal::needAllDrivers();
    if (const TextFormat format = textFormatOf(path); format != TextFormat::None)
        return inspectTextLayer(path, format);
    const Result<OpenedFile> vector = openFile(path, OpenAs::Vector);
    const Result<OpenedFile> raster = openFile(path, OpenAs::Raster);
    LayerFileInfo info = vector ? infoOf(*vector) : LayerFileInfo();
    info.raster = raster && GDALGetRasterCount(raster->dataset.get()) > 0;
    if (!vector && raster)
        info.driver = raster->driver;
    if (!info.layers.empty() || info.raster)
        return info;
    return vector ? Error{tr("nothing in this file can be drawn"), path, 0} : vector.error();
}

} // namespace ca
