// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/StyleFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace ca {

QString userStyleFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/styles");
}

QString stylePath(const QString &nameOrFile)
{
    if (const QString bundled = MapStyle::bundledPath(nameOrFile); !bundled.isEmpty())
        return bundled;
    const QString own = QDir(userStyleFolder()).filePath(nameOrFile + QStringLiteral(".style"));
    for (const QString &path : {own, nameOrFile}) {
        if (QFileInfo(path).isFile())
            return path;
    }
    return {};
}

} // namespace ca
