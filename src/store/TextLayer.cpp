// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/TextLayer.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace ca {

namespace {

constexpr qint64 sniffed = 1 << 20;
const QStringList csvSuffixes{"csv", "tsv", "txt", "psv"};
const QStringList lineSuffixes{"geojsonl", "geojsons", "geojsonseq", "ndgeojson", "ndjson", "jsonl", "ldjson", "nljson"};

bool isFeature(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object().value(QLatin1String("type")).toString() == QLatin1String("Feature");
}

/// Whether a file of GeoJSON has a whole feature in its first line and something like another one in the second.
bool hasFeatureLines(QFile &file)
{
    QByteArray head = file.peek(sniffed);
    QBuffer buffer(&head);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray first = buffer.readLine();
    const QByteArray second = buffer.readLine().trimmed();
    return first.endsWith('\n') && second.startsWith('{') && isFeature(first);
}

} // namespace

TextFormat textFormatOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return TextFormat::None;
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QByteArray head = file.peek(512).trimmed();
    if (head.startsWith(recordSeparator) || (lineSuffixes.contains(suffix) && head.startsWith('{')))
        return TextFormat::JsonLines;
    if (head.startsWith('{') && hasFeatureLines(file))
        return TextFormat::JsonLines;
    // What calls itself a table and looks like another format is left to GDAL.
    const bool other = head.startsWith('{') || head.startsWith('[') || head.startsWith('<') || head.startsWith("SQLite format 3");
    return csvSuffixes.contains(suffix) && !other ? TextFormat::Csv : TextFormat::None;
}

Result<LayerFileInfo> inspectTextLayer(const QString &path, TextFormat format)
{
    if (format == TextFormat::Csv)
        return inspectCsvLayer(path);
    LayerInfo layer;
    layer.name = QFileInfo(path).completeBaseName();
    layer.crsTitle = gdal::title(gdal::wgs84().get());
    return LayerFileInfo{QStringLiteral("GeoJSONSeq"), {layer}, false, {}};
}

} // namespace ca
