// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/AtlasLocation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace ca {

QString findAtlasFile(const QString &given)
{
    if (!given.isEmpty())
        return given;
    const QString fileName = QStringLiteral("atlas.gpkg");
    const QString fromEnvironment = qEnvironmentVariable("CORRIDOR_ATLAS_DATA");
    if (!fromEnvironment.isEmpty())
        return QFileInfo(fromEnvironment).isDir() ? QDir(fromEnvironment).filePath(fileName) : fromEnvironment;
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/corridor-atlas/")
                           + fileName);
}

QString defaultLibraryFile()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QStringLiteral("library.sqlite"));
}

QString defaultRecoveryFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/recovery");
}

} // namespace ca
