// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/ChooseFiles.h"

#include "base/Tr.h"
#include "document/TextExtractor.h"

#include <QDateTime>
#include <QFileDialog>
#include <QMimeData>
#include <QUrl>

namespace ca {

QStringList chooseSources(QWidget *parent)
{
    QStringList patterns;
    for (const QString &suffix : TextExtractor::suffixes())
        patterns << QStringLiteral("*.") + suffix;
    return QFileDialog::getOpenFileNames(parent, tr("Add your copies of articles"), QString(),
                                         tr("Articles (%1);;All files (*)").arg(patterns.join(u' ')));
}

QString chooseSourceFolder(QWidget *parent)
{
    return QFileDialog::getExistingDirectory(parent, tr("Add a folder of articles"));
}

QStringList chooseLayers(QWidget *parent)
{
    return QFileDialog::getOpenFileNames(parent, tr("Add layers to the map"), QString(),
                                         tr("Map data and georeferenced pictures (*.gpkg *.geojson *.json *.shp *.kml *.kmz "
                                                   "*.gpx *.fgb *.csv *.tif *.tiff *.vrt *.png *.jpg);;All files (*)"));
}

QStringList localFiles(const QMimeData &mime)
{
    QStringList files;
    for (const QUrl &url : mime.urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

LooseText looseText(const QMimeData &mime)
{
    const QString when = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss"));
    if (mime.hasHtml())
        return {tr("pasted %1").arg(when) + QStringLiteral(".html"), mime.html().toUtf8(), true};
    if (mime.hasText() && !mime.text().trimmed().isEmpty())
        return {tr("pasted %1").arg(when) + QStringLiteral(".txt"), mime.text().toUtf8()};
    return {};
}

} // namespace ca
