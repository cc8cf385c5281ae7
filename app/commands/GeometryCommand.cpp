// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/ProvenanceCredits.h"
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/AtlasJson.h"
#include "commands/Command.h"
#include "commands/ProjectAccess.h"
#include "geo/Geodesic.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace ca {

namespace {

/// Longitude first, as RFC 7946 wants; as many digits as the atlas holds.
QJsonArray position(LatLon p)
{
    return {p.lon, p.lat};
}

QJsonObject legFeature(const Atlas &atlas, const Segment &segment, std::size_t index)
{
    const Leg &leg = segment.legs[index];
    QJsonArray coordinates, modes;
    for (const LatLon &p : leg.line)
        coordinates.append(position(p));
    for (const Mode mode : segment.modes)
        modes.append(toId(mode));
    const CurrentStatus status = atlas.status(segment.id);
    const QJsonObject properties{
        {QStringLiteral("feature"), QStringLiteral("leg")},
        {QStringLiteral("segment"), segment.id},
        {QStringLiteral("leg"), int(index)},
        {QStringLiteral("name"), atlas.displayName(segment.id, NamePolicy::Neutral, QStringLiteral("en"))},
        {QStringLiteral("corridors"), QJsonArray::fromStringList(atlas.corridorsOf(segment.id))},
        {QStringLiteral("from"), segment.from},
        {QStringLiteral("to"), segment.to},
        {QStringLiteral("modes"), modes},
        {QStringLiteral("status"), toId(leg.status.value_or(status.status))},
        {QStringLiteral("status_as_of"), atlasjson::orNull(leg.status ? leg.dataDate : status.asOf)},
        {QStringLiteral("precision"), toId(leg.precision)},
        {QStringLiteral("provenance"), leg.provenance},
        {QStringLiteral("refs"), atlasjson::orNull(leg.refs)},
        {QStringLiteral("extract_date"), atlasjson::orNull(leg.dataDate)},
        {QStringLiteral("error_m"), leg.errorMetres ? QJsonValue(*leg.errorMetres) : QJsonValue()},
        {QStringLiteral("note"), atlasjson::orNull(leg.note)},
        {QStringLiteral("length_km"), atlasjson::kilometres(geodesic::length(leg.line))}};
    return {{QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("geometry"), QJsonObject{{QStringLiteral("type"), QStringLiteral("LineString")},
                                                     {QStringLiteral("coordinates"), coordinates}}}};
}

QJsonObject waypointFeature(const Segment &segment, const Waypoint &waypoint)
{
    const QJsonObject properties{{QStringLiteral("feature"), QStringLiteral("waypoint")},
                                 {QStringLiteral("segment"), segment.id},
                                 {QStringLiteral("kind"), toId(waypoint.kind)},
                                 {QStringLiteral("name"), atlasjson::orNull(waypoint.name)},
                                 {QStringLiteral("name_local"), atlasjson::orNull(waypoint.nameLocal)},
                                 {QStringLiteral("country"), atlasjson::orNull(waypoint.country)},
                                 {QStringLiteral("provenance"), waypoint.provenance},
                                 {QStringLiteral("ref"), atlasjson::orNull(waypoint.ref)},
                                 {QStringLiteral("km"), atlasjson::kilometres(waypoint.along)}};
    return {{QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("geometry"), QJsonObject{{QStringLiteral("type"), QStringLiteral("Point")},
                                                     {QStringLiteral("coordinates"), position(waypoint.position)}}}};
}

/// As in geodata/LICENCES.md: the lines together are a database under ODbL; its parts keep their credits.
QJsonArray credits(const std::vector<const Segment *> &segments)
{
    QJsonArray credits;
    for (const Credit &credit : provenanceCredits()) {
        const auto owes = [&](const Leg &leg) { return credit.layer == QStringLiteral("provenance:") + leg.provenance; };
        const bool owed = std::any_of(segments.begin(), segments.end(), [&](const Segment *segment) {
            return std::any_of(segment->legs.begin(), segment->legs.end(), owes);
        });
        QStringList dates;
        for (const Segment *segment : segments) {
            for (const Leg &leg : segment->legs) {
                if (owes(leg) && !leg.dataDate.isEmpty() && !dates.contains(leg.dataDate))
                    dates << leg.dataDate;
            }
        }
        const QString extracts = dates.isEmpty() ? QString() : tr(" (extract of %1)").arg(dates.join(QStringLiteral(", ")));
        if (owed)
            credits.append(QStringLiteral("%1, %2, %3").arg(credit.text + extracts, credit.licence, credit.url));
    }
    return credits;
}

QJsonObject collection(const Atlas &atlas, const QString &id, const std::vector<const Segment *> &segments, bool waypoints)
{
    QJsonArray features;
    GeoBox extent;
    for (const Segment *segment : segments) {
        for (std::size_t i = 0; i < segment->legs.size(); ++i) {
            features.append(legFeature(atlas, *segment, i));
            for (const LatLon &p : segment->legs[i].line)
                extent.extend(p);
        }
        for (const Waypoint &waypoint : segment->waypoints) {
            if (waypoints)
                features.append(waypointFeature(*segment, waypoint));
        }
    }
    return {{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
            {QStringLiteral("id"), id},
            {QStringLiteral("name"), atlas.displayName(id, NamePolicy::Neutral, QStringLiteral("en"))},
            {QStringLiteral("bbox"), QJsonArray{extent.west, extent.south, extent.east, extent.north}},
            {QStringLiteral("atlas"), atlas.data().title},
            {QStringLiteral("atlas_version"), atlas.data().version},
            {QStringLiteral("date"), atlasjson::orNull(atlas.data().date)},
            {QStringLiteral("licence"), QStringLiteral("ODbL-1.0")},
            {QStringLiteral("licence_url"), odblAddress()},
            {QStringLiteral("credits"), credits(segments)},
            {QStringLiteral("features"), features}};
}

int write(const QJsonObject &object, const QString &path, CommandIo &io)
{
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Indented);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return io.failed(tr("%1 cannot be written: %2").arg(path, file.errorString()));
    io.out << tr("%1 written").arg(path) << '\n';
    return ExitDone;
}

std::vector<const Segment *> segmentsOf(const Atlas &atlas, const QString &id)
{
    std::vector<const Segment *> segments;
    if (const Segment *segment = atlas.segment(id))
        segments.push_back(segment);
    for (const CorridorMember *member : atlas.members(id)) {
        if (const Segment *segment = atlas.segment(member->segment))
            segments.push_back(segment);
    }
    return segments;
}

int runGeometry(const CommandLine &line, CommandIo &io)
{
    const bool ofCorridor = line.has(QStringLiteral("--corridor"));
    if (ofCorridor == line.has(QStringLiteral("--segment")))
        return io.badUsage(tr("geometry: give either --corridor ID or --segment ID"));
    const QString path = line.value(QStringLiteral("--out"));
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (path.isEmpty())
        return io.badUsage(tr("geometry: --out FILE.geojson is missing"));
    if (suffix != QLatin1String("geojson") && suffix != QLatin1String("json"))
        return io.badUsage(tr("geometry: --out: lines are written as .geojson, not as “%1”").arg(path));
    const Result<std::shared_ptr<const Atlas>> bundled = openAtlas(line);
    if (!bundled)
        return io.failed(bundled.error().text());
    const Result<std::shared_ptr<const Atlas>> atlas = drawnAtlas(*bundled, line);
    if (!atlas)
        return io.failed(atlas.error().text());
    for (const QString &warning : atlas.warnings())
        io.note(warning);
    const QString wanted = line.value(ofCorridor ? QStringLiteral("--corridor") : QStringLiteral("--segment"));
    const Result<QString> id = resolveOne(**atlas, wanted, ofCorridor ? Wanted::Corridor : Wanted::Segment);
    if (!id)
        return io.failed(id.error().text());
    const std::vector<const Segment *> segments = segmentsOf(**atlas, *id);
    if (segments.empty())
        return io.failed(tr("“%1” has no line").arg(*id));
    return write(collection(**atlas, *id, segments, line.has(QStringLiteral("--waypoints"))), path, io);
}

} // namespace

const Command &geometryCommand()
{
    static const Command command{
        QStringLiteral("geometry"), {}, 0, tr("the line of a corridor or segment as GeoJSON, with precision and provenance leg by leg"),
        {{QStringLiteral("--corridor"), QStringLiteral("ID|NAME"), tr("all segments of this corridor")},
         {QStringLiteral("--segment"), QStringLiteral("ID|NAME"), tr("this segment")},
         {QStringLiteral("--out"), QStringLiteral("FILE.geojson"), tr("the file to write; replaced only by a whole one")},
         {QStringLiteral("--waypoints"), {}, tr("also stations, ports, border crossings … as points")},
         atlasOption(), projectOption()},
        false, runGeometry};
    return command;
}

} // namespace ca
