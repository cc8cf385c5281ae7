// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ExtractFile.h"

#include "base/Tr.h"
#include "osm/PackedText.h"
#include "osm/PbfFile.h"
#include "osm/OverpassFile.h"
#include "osm/XmlFile.h"

#include <QFile>
#include <QFileInfo>

namespace ca {
namespace {

QByteArray packingOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x1f\x8b"))
        return "gz";
    return bytes.startsWith("BZh") ? QByteArray("bz2") : QByteArray();
}

bool isPbf(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArray("\0\0", 2)) && bytes.left(64).contains("OSMHeader");
}

Result<QByteArray> firstBytes(const QString &name)
{
    QFile file(name);
    if (!QFileInfo(name).isFile())
        return Error{QFileInfo::exists(name) ? tr("is no file") : tr("does not exist"), name, 0};
    if (!file.open(QIODevice::ReadOnly))
        return Error{tr("cannot be read: %1").arg(file.errorString()), name, 0};
    const QByteArray bytes = file.read(64 * 1024);
    if (bytes.isEmpty())
        return Error{tr("is empty"), name, 0};
    return bytes;
}

/// The beginning of the text that is packed.
Result<QByteArray> unpackedHead(const QString &name, const QByteArray &packing)
{
    try {
        PackedText text(name, packing);
        const QByteArray head = QByteArray::fromStdString(text.read());
        if (head.isEmpty())
            return Error{tr("is empty"), name, 0};
        return head;
    } catch (const std::exception &error) {
        return Error{tr("is damaged: %1").arg(QString::fromUtf8(error.what())), name, 0};
    }
}

Error unknownFormat(const QString &name, const QByteArray &text)
{
    if (text.left(1000).toLower().contains("<html") || text.left(1000).toLower().contains("<!doctype html"))
        return {tr("is a web page, not an OpenStreetMap extract"), name, 0};
    if (isPbf(text))
        return {tr("is a PBF extract that was packed once more; please unpack it first"), name, 0};
    return {tr("is no OpenStreetMap extract: neither PBF, nor XML, nor an answer of Overpass in JSON"), name, 0};
}

} // namespace

Result<std::unique_ptr<ExtractFile>> openExtract(const QString &file)
{
    const auto bytes = firstBytes(file);
    if (!bytes)
        return bytes.error();
    if (isPbf(*bytes))
        return openPbf(file);
    const QByteArray packing = packingOf(*bytes);
    const auto head = packing.isEmpty() ? bytes : unpackedHead(file, packing);
    if (!head)
        return head.error();
    QByteArray text = *head;
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    text = text.trimmed();
    if (text.startsWith('{'))
        return openOverpass(file, packing);
    if (text.startsWith('<') && (text.contains("<osm ") || text.contains("<osm>") || text.contains("<osmChange")))
        return openXml(file, packing, text);
    return unknownFormat(file, text);
}

} // namespace ca
