// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/VrtSources.h"

#include "base/Tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QXmlStreamReader>

#include <vector>

namespace ca {

namespace {

constexpr int deepestList = 4;              ///< lists of lists of …
constexpr std::size_t mostSources = 10'000;
constexpr qint64 largest = 64 << 20;

bool isVrt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.peek(4096).contains("<VRTDataset");
}

/// What the list names as its sources, as absolute paths where they are paths.
std::vector<QString> sourcesOf(const QString &path)
{
    QFile file(path);
    std::vector<QString> sources;
    if (!file.open(QIODevice::ReadOnly))
        return sources;
    const QDir folder = QFileInfo(QFileInfo(path).canonicalFilePath()).dir();
    QXmlStreamReader xml(&file);
    while (!xml.atEnd() && sources.size() <= mostSources) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() != QLatin1String("SourceFilename") && xml.name() != QLatin1String("SourceDataset"))
            continue;
        const bool relative = xml.attributes().value(QLatin1String("relativeToVRT")).startsWith(u'1');
        const QString name = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        sources.push_back(relative ? folder.absoluteFilePath(name) : name);
    }
    return sources;
}

QString objection(const QString &path, int depth)
{
    if (!isVrt(path))
        return {};
    if (depth > deepestList || QFileInfo(path).size() > largest)
        return tr("this list of pictures goes too deep");
    for (const QString &source : sourcesOf(path)) {
        // A pipe would keep the reader waiting; anything but a file could be a server.
        if (source.startsWith(QLatin1String("/vsi")) || !QFileInfo(source).isFile())
            return tr("it names a source that is no file of this machine: %1").arg(source.left(200));
        if (const QString inner = objection(source, depth + 1); !inner.isEmpty())
            return inner;
    }
    return {};
}

} // namespace

QString vrtObjection(const QString &path)
{
    return objection(path, 0);
}

} // namespace ca
