// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/RecordColumns.h"

#include "base/Result.h"
#include "base/Tr.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace ca {
namespace {

QString jsonText(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

/// Never null: the database would take that for NULL.
QString storedText(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

QString storedTime(const QDateTime &value)
{
    return value.isValid() ? value.toUTC().toString(Qt::ISODateWithMs) : QStringLiteral("");
}

QString lineText(const GeoLine &line)
{
    QJsonArray coordinates;
    for (const LatLon &at : line)
        coordinates.append(QJsonArray{at.lon, at.lat});
    return jsonText(QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("LineString")}, {QStringLiteral("coordinates"), coordinates}}));
}

Result<GeoLine> lineFrom(const QJsonObject &geometry)
{
    GeoLine line;
    for (const QJsonValue &at : geometry[QLatin1String("coordinates")].toArray()) {
        line.push_back({at[1].toDouble(std::numeric_limits<double>::quiet_NaN()), at[0].toDouble(std::numeric_limits<double>::quiet_NaN())});
        if (!line.back().valid())
            return Error::of(tr("a line with a place that is none"));
    }
    return line.size() < 2 ? Result<GeoLine>(Error::of(tr("a line without places"))) : Result<GeoLine>(std::move(line));
}

} // namespace

template <>
QString RecordColumns<ProjectMatch>::table() { return QStringLiteral("osm_matches"); }

template <>
QStringList RecordColumns<ProjectMatch>::names()
{
    return QStringLiteral("id position drawn verdict line bundled extract_date files findings author created modified").split(u' ');
}

template <>
QVariantList RecordColumns<ProjectMatch>::values(const ProjectMatch &match)
{
    return {storedText(match.id), match.order, match.drawn ? 1 : 0, storedText(match.verdict), lineText(match.line), lineText(match.bundled),
            storedTime(match.extractDate), jsonText(QJsonDocument(QJsonArray::fromStringList(match.files))),
            jsonText(QJsonDocument(match.findings.toJson())), storedText(match.author), storedTime(match.created), storedTime(match.modified)};
}

template <>
ProjectMatch RecordColumns<ProjectMatch>::read(RowReader &row)
{
    ProjectMatch match;
    match.id = row.text();
    match.order = row.bigNumber();
    match.drawn = row.number() != 0;
    match.verdict = row.text();
    match.line = row.needed(row.result(lineFrom(row.object())));
    match.bundled = row.needed(row.result(lineFrom(row.object())));
    match.extractDate = row.time();
    match.files = row.list();
    match.findings = MatchFindings::fromJson(row.object());
    match.author = row.text();
    match.created = row.time();
    match.modified = row.time();
    return match;
}

} // namespace ca
