// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/LayerFile.h"
#include "store/LayerReader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <cmath>
#include <limits>
#include <utility>

/// A folder in which tests write layers, by hand and through GDAL, as another program would.
namespace ca::test {

using Row = std::pair<QByteArray, QByteArray>;  ///< well-known text, name

class LayerFolder {
public:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    QString put(const char *name, const QByteArray &bytes) const
    {
        QFile out(path(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return out.fileName();
    }

    [[nodiscard]] QByteArray bytes(const char *name) const
    {
        QFile in(path(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    /// Names, sizes and contents of all files, to compare.
    [[nodiscard]] QMap<QString, QByteArray> listing() const
    {
        QMap<QString, QByteArray> files;
        const QStringList names = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
        for (const QString &name : names)
            files.insert(name, bytes(qPrintable(name)));
        return files;
    }

    /// A file of one layer with a text column "name" and an integer column "n", which counts from 1.
    QString write(const char *name, const char *driver, const std::vector<Row> &rows, int epsg = 4326,
                  OGRwkbGeometryType type = wkbUnknown, const char *layer = "layer", char **options = nullptr) const
    {
        GDALAllRegister();
        GDALDatasetH dataset = GDALCreate(GDALGetDriverByName(driver), path(name).toUtf8(), 0, 0, 0, GDT_Unknown, nullptr);
        if (!dataset)
            qFatal("cannot create %s", name);
        OGRSpatialReferenceH reference = epsg ? OSRNewSpatialReference(nullptr) : nullptr;
        if (reference) {
            OSRImportFromEPSG(reference, epsg);
            OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
        }
        OGRLayerH handle = GDALDatasetCreateLayer(dataset, layer, reference, type, options);
        addField(handle, "name", OFTString);
        addField(handle, "n", OFTInteger);
        GDALDatasetStartTransaction(dataset, FALSE);
        int n = 0;
        for (const Row &row : rows)
            addRow(handle, row, ++n);
        GDALDatasetCommitTransaction(dataset);
        if (reference)
            OSRRelease(reference);
        GDALClose(dataset);
        return path(name);
    }

    static void addField(OGRLayerH layer, const char *name, OGRFieldType type)
    {
        OGRFieldDefnH field = OGR_Fld_Create(name, type);
        OGR_L_CreateField(layer, field, TRUE);
        OGR_Fld_Destroy(field);
    }

    static void addRow(OGRLayerH layer, const Row &row, int n)
    {
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        const int field = OGR_F_GetFieldIndex(feature, "name");
        if (field >= 0 && !row.second.isNull())
            OGR_F_SetFieldString(feature, field, row.second);
        if (const int count = OGR_F_GetFieldIndex(feature, "n"); count >= 0)
            OGR_F_SetFieldInteger(feature, count, n);
        QByteArray text = row.first;
        text.replace("nan", notANumber).replace("inf", infinite);
        char *at = text.data();
        OGRGeometryH geometry = nullptr;
        if (!text.isEmpty() && OGR_G_CreateFromWkt(&at, nullptr, &geometry) == OGRERR_NONE)
            OGR_F_SetGeometryDirectly(feature, spoilt(geometry));
        keep(layer, feature);
    }

    /// Runs one statement on a database.
    static void execute(GDALDatasetH dataset, const QByteArray &sql)
    {
        OGRLayerH answer = GDALDatasetExecuteSQL(dataset, sql, nullptr, nullptr);
        if (answer)
            GDALDatasetReleaseResultSet(dataset, answer);
    }

    /// Writes a feature and frees it.
    static void keep(OGRLayerH layer, OGRFeatureH feature)
    {
        if (OGR_L_CreateFeature(layer, feature) != OGRERR_NONE)
            qFatal("cannot write a feature");
        OGR_F_Destroy(feature);
    }

private:
    // Well-known text has no word for these.
    static constexpr const char *notANumber = "7777777";
    static constexpr const char *infinite = "8888888";

    static OGRGeometryH spoilt(OGRGeometryH geometry)
    {
        const auto spoil = [](double value) {
            return value == 7777777 ? std::numeric_limits<double>::quiet_NaN()
                : std::abs(value) == 8888888 ? std::copysign(std::numeric_limits<double>::infinity(), value) : value;
        };
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
            spoilt(OGR_G_GetGeometryRef(geometry, i));
        const OGRwkbGeometryType type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
        const bool plain = type == wkbPoint || type == wkbLineString || type == wkbLinearRing;
        for (int i = 0; plain && OGR_GT_HasZ(OGR_G_GetGeometryType(geometry)) == 0 && i < OGR_G_GetPointCount(geometry); ++i) {
            const double x = OGR_G_GetX(geometry, i);
            const double y = OGR_G_GetY(geometry, i);
            if (spoil(x) != x || spoil(y) != y)
                OGR_G_SetPoint_2D(geometry, i, spoil(x), spoil(y));
        }
        return geometry;
    }

    QTemporaryDir m_folder;
};

/// GeoJSON by hand.
inline QByteArray feature(int id, const QByteArray &type, const QByteArray &coordinates, const QByteArray &properties = "{}")
{
    return "{\"type\": \"Feature\", \"id\": " + QByteArray::number(id) + ", \"properties\": " + properties
        + ", \"geometry\": {\"type\": \"" + type + "\", \"coordinates\": " + coordinates + "}}";
}

inline QByteArray collection(const QByteArray &features, int epsg = 0)
{
    const QByteArray crs = epsg == 0 ? QByteArray()
                                     : "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::"
            + QByteArray::number(epsg) + "\"}}, ";
    return "{\"type\": \"FeatureCollection\", " + crs + "\"features\": [" + features + "]}";
}

/// The first layer of a file.
inline Result<LayerData> readFirst(const QString &path, const LayerOptions &options = {})
{
    const Result<LayerFileInfo> info = LayerFile::inspect(path);
    if (!info)
        return info.error();
    if (info->layers.empty())
        return Error{QStringLiteral("no layer"), path, 0};
    return LayerReader::read(path, info->layers.front().name, options);
}

inline const FeatureTable *tableOf(const LayerData &data, GeometryKind kind)
{
    for (const FeatureTable &table : data.tables) {
        if (table.kind == kind)
            return &table;
    }
    return nullptr;
}

} // namespace ca::test

#define CA_VERIFY_READ(data) QVERIFY2((data).ok(), qPrintable((data).error().text()))
