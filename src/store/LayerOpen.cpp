// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LayerOpen.h"

#include "base/Tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <vector>

namespace ca {

namespace {

/// Drivers known to write nothing beside what they read. Others (GML: .gfs, VFK: .db …) are shown a folder of links.
const QStringList quietDrivers{
    "GPKG", "SQLite", "MBTiles", "GeoJSON", "ESRIJSON", "TopoJSON", "ESRI Shapefile", "LIBKML", "KML", "GPX", "FlatGeobuf",
    "MapInfo File", "OGR_GMT", "JML", "DXF", "VRT", "GTiff", "PNG", "JPEG", "WEBP", "BMP", "GIF", "JP2OpenJPEG"};

bool isDatabase(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3", 16);
}

bool isThere(const QString &path)
{
    return QFileInfo(path).size() > 0;
}

unsigned openFlags(OpenAs as)
{
    return (as == OpenAs::Vector ? GDAL_OF_VECTOR : GDAL_OF_RASTER) | GDAL_OF_READONLY;
}

gdal::Dataset openHandle(const QString &path, OpenAs as)
{
    std::vector<const char *> options;
    if (isDatabase(path)) {
        // Immutable: no lock is taken and no journal made. The caller has seen that there is nothing beside it to merge.
        options = {"IMMUTABLE=YES"};
    }
    options.push_back(nullptr);
    return gdal::Dataset(GDALOpenEx(path.toUtf8().constData(), openFlags(as), nullptr, options.data(), nullptr));
}

/// GDAL's reason, without the paths and the advice to programmers it comes with.
QString plainReason(const gdal::ErrorScope &errors)
{
    const QString reason = errors.message();
    if (reason.contains(QLatin1String("SHAPE_RESTORE_SHX")))
        return tr("its index file (.shx) is missing or damaged");
    return reason;
}

Error refused(const QString &path, const gdal::ErrorScope &errors, OpenAs as)
{
    const QString what = as == OpenAs::Vector ? tr("no known format of map data") : tr("no known format of pictures");
    const QString reason = plainReason(errors);
    return {reason.isEmpty() ? what : QStringLiteral("%1: %2").arg(what, reason), path, 0};
}

/// Where to open a database whose neighbours hold changes that are not yet in it: a copy of both.
Result<Done> copyDatabase(OpenedFile &file)
{
    file.folder = std::make_shared<QTemporaryDir>();
    file.openPath = file.folder->filePath(QStringLiteral("copy.gpkg"));
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        if (!QFile::copy(file.path + suffix, file.openPath + suffix))
            return Error{tr("another program has the file open, and it could not be copied"), file.path, 0};
    }
    // Merged here, so that the copy can be read like any other file.
    gdal::ErrorScope errors;
    const gdal::Dataset copy(GDALOpenEx(file.openPath.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr,
                                        nullptr, nullptr));
    if (!copy)
        return refused(file.path, errors, OpenAs::Vector);
    OGRLayerH answer = GDALDatasetExecuteSQL(copy.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr);
    GDALDatasetReleaseResultSet(copy.get(), answer);
    file.notes += tr("another program has changes to this file that it has not yet merged; they are included");
    return Done{};
}

/// GDAL passes the option "immutable" on in a URI in which it does not escape percent signs.
void linkPastPercent(OpenedFile &file)
{
    if (!file.openPath.contains(u'%'))
        return;
    file.folder = std::make_shared<QTemporaryDir>();
    const QString link = file.folder->filePath(QStringLiteral("link.gpkg"));
    if (QFile::link(file.openPath, link))
        file.openPath = link;
}

/// For drivers that may write: a folder with links to the file and to all that share its base name.
void linkAside(OpenedFile &file, OpenAs as)
{
    const gdal::ErrorScope errors;
    GDALDriverH driver = GDALIdentifyDriverEx(file.openPath.toUtf8().constData(), openFlags(as), nullptr, nullptr);
    if (!driver || quietDrivers.contains(QString::fromUtf8(GDALGetDriverShortName(driver))))
        return;
    file.folder = std::make_shared<QTemporaryDir>();
    const QFileInfo info(file.openPath);
    const QStringList siblings = info.dir().entryList(QDir::Files);
    for (const QString &name : siblings) {
        if (name == info.fileName() || name.startsWith(info.completeBaseName() + u'.'))
            QFile::link(info.dir().filePath(name), file.folder->filePath(name));
    }
    file.openPath = file.folder->filePath(info.fileName());
}

Result<Done> prepareDatabase(OpenedFile &file)
{
    if (isThere(file.path + QStringLiteral("-journal")))
        return Error{tr("another program is writing to this file, or broke off while it did"), file.path, 0};
    if (isThere(file.path + QStringLiteral("-wal")))
        return copyDatabase(file);
    linkPastPercent(file);
    return Done{};
}

} // namespace

QString fileObjection(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return tr("there is no such file");
    if (info.isDir())
        return tr("this is a folder; choose a file in it");
    if (!info.isFile())
        return tr("this is not a file");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("the file cannot be read: %1").arg(file.errorString());
    return file.size() == 0 ? tr("the file is empty") : QString();
}

gdal::Dataset OpenedFile::again() const
{
    const gdal::ErrorScope errors;
    return openHandle(openPath, OpenAs::Vector);
}

Result<OpenedFile> openFile(const QString &path, OpenAs as)
{
    if (const QString reason = fileObjection(path); !reason.isEmpty())
        return Error{reason, path, 0};
    gdal::needAllDrivers();
    OpenedFile file;
    file.path = path;
    file.openPath = QFileInfo(path).absoluteFilePath();
    if (isDatabase(path)) {
        if (const Result<Done> prepared = prepareDatabase(file); !prepared)
            return prepared.error();
    } else {
        linkAside(file, as);
    }
    const gdal::ErrorScope errors;
    file.dataset = openHandle(file.openPath, as);
    if (!file.dataset)
        return refused(path, errors, as);
    file.driver = QString::fromUtf8(GDALGetDriverShortName(GDALGetDatasetDriver(file.dataset.get())));
    return file;
}

} // namespace ca
