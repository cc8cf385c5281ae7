// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AtlasOpen.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace ca {

namespace {

// https://www.sqlite.org/fileformat.html, "The Database Header"
constexpr qint64 headerSize = 100;
constexpr int pageSizeAt = 16;
constexpr int pageCountAt = 28;
constexpr int applicationIdAt = 68;

/// Why @p path cannot be a whole GeoPackage; empty when nothing speaks against it.
QString objection(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return QStringLiteral("there is no such file");
    if (!info.isFile())
        return QStringLiteral("this is not a file");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("the file cannot be read: %1").arg(file.errorString());
    if (file.size() == 0)
        return QStringLiteral("the file is empty");
    const QByteArray header = file.read(headerSize);
    if (!header.startsWith(QByteArray("SQLite format 3", 16).first(qMin<qsizetype>(16, header.size()))))
        return QStringLiteral("this is not a GeoPackage");
    if (header.size() < headerSize)
        return QStringLiteral("the file is cut short");
    if (header.mid(applicationIdAt, 4) != "GPKG")
        return QStringLiteral("this is a database, but not a GeoPackage");
    const qint64 stated = qFromBigEndian<quint16>(header.constData() + pageSizeAt);
    const qint64 pageSize = stated == 1 ? 65536 : stated;
    const qint64 whole = pageSize * qFromBigEndian<quint32>(header.constData() + pageCountAt);
    if (file.size() < whole)
        return QStringLiteral("the file is cut short: %1 of %2 bytes are there").arg(file.size()).arg(whole);
    return {};
}

} // namespace

Result<gdal::Dataset> openPackage(const QString &path)
{
    if (const QString reason = objection(path); !reason.isEmpty())
        return Error{reason, path, 0};
    gdal::needGeoPackage();
    gdal::ErrorScope errors;
    const char *drivers[] = {"GPKG", nullptr};
    // Immutable: no lock and no journal beside an atlas that lies in a folder of the system. GDAL passes it on
    // in a URI in which it does not escape percent signs, so paths with one go without.
    const char *immutable = path.contains(u'%') ? nullptr : "IMMUTABLE=YES";
    const char *options[] = {"LIST_ALL_TABLES=NO", immutable, nullptr};
    gdal::Dataset dataset(GDALOpenEx(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options,
                                     nullptr));
    if (!dataset)
        return Error{QStringLiteral("the GeoPackage cannot be opened: %1").arg(errors.message()), path, 0};
    return dataset;
}

Result<gdal::Dataset> openAtlas(const QString &path)
{
    gdal::ErrorScope errors;
    Result<gdal::Dataset> dataset = openPackage(path);
    if (dataset && !GDALDatasetGetLayerByName((*dataset).get(), "atlas_meta"))
        return Error{errors.failed() ? QStringLiteral("the file is damaged: %1").arg(errors.message())
                                     : QStringLiteral("this GeoPackage holds no atlas"), path, 0};
    return dataset;
}

} // namespace ca
