// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestData.h"

#include <QDir>

namespace ca::test {

QString sourcePath(const QString &relative)
{
    return QDir(QStringLiteral(CA_SOURCE_DIR)).absoluteFilePath(relative);
}

QString buildPath(const QString &relative)
{
    return QDir(QStringLiteral(CA_BINARY_DIR)).absoluteFilePath(relative);
}

QString atlasPath()
{
    return buildPath(QStringLiteral("share/corridor-atlas/atlas.gpkg"));
}

QString externalPath(const QString &relative)
{
    const QString root = qEnvironmentVariable("CORRIDOR_ATLAS_TEST_DATA");
    return root.isEmpty() ? QString() : QDir(root).absoluteFilePath(relative);
}

} // namespace ca::test
