// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/MatchJson.h"

#include "atlas/ProvenanceCredits.h"
#include "commands/AtlasJson.h"
#include "osm/OsmNotice.h"

#include <cmath>

namespace ca::matchjson {
namespace {

using atlasjson::kilometres;
using atlasjson::orNull;

QJsonValue orNullKilometres(std::optional<double> metres)
{
    return metres ? QJsonValue(kilometres(*metres)) : QJsonValue();
}

double decimetres(double metres)
{
    return std::round(metres * 10) / 10;
}

QJsonArray position(LatLon p)
{
    return {p.lon, p.lat};
}

QJsonArray gaps(const RouteMatch &match)
{
    QJsonArray out;
    for (const RouteGap &gap : match.gaps) {
        out.append(QJsonObject{{QStringLiteral("km"), kilometres(gap.along)},
                               {QStringLiteral("metres"), decimetres(gap.metres)},
                               {QStringLiteral("closed"), gap.closing},
                               {QStringLiteral("from"), position(gap.from)},
                               {QStringLiteral("to"), position(gap.to)}});
    }
    return out;
}

QJsonArray reversals(const RouteMatch &match)
{
    QJsonArray out;
    for (const RouteReversal &turn : match.reversals) {
        out.append(QJsonObject{{QStringLiteral("km"), kilometres(turn.along)},
                               {QStringLiteral("at"), position(turn.at)},
                               {QStringLiteral("near"), turn.stop},
                               {QStringLiteral("near_metres"), decimetres(turn.stopMetres)},
                               {QStringLiteral("shorter_past_it_metres"), turn.spared ? QJsonValue(decimetres(*turn.spared)) : QJsonValue()},
                               {QStringLiteral("ways"), QJsonArray{qint64(turn.wayBefore), qint64(turn.wayAfter)}}});
    }
    return out;
}

QJsonObject lifeCycle(const RouteMatch &match)
{
    QJsonObject out;
    for (const LifeCycle stage : lifeCycles)
        out.insert(toId(stage) + QStringLiteral("_km"), kilometres(match.metresIn(stage)));
    QJsonArray stretches;
    for (const LifeStretch &stretch : match.lifeStretches) {
        stretches.append(QJsonObject{{QStringLiteral("stage"), toId(stretch.stage)},
                                     {QStringLiteral("from_km"), kilometres(stretch.from)},
                                     {QStringLiteral("to_km"), kilometres(stretch.to)}});
    }
    out.insert(QStringLiteral("stretches"), stretches);
    return out;
}

QJsonArray lengths(const std::vector<LengthOf> &all, const QString &key)
{
    QJsonArray out;
    for (const LengthOf &one : all)
        out.append(QJsonObject{{key, orNull(one.what)}, {QStringLiteral("km"), kilometres(one.metres)}});
    return out;
}

QJsonValue deviation(const RouteMatch &match)
{
    if (!match.deviation)
        return {};
    return QJsonObject{{QStringLiteral("mean"), decimetres(match.deviation->mean)},
                       {QStringLiteral("p95"), decimetres(match.deviation->p95)},
                       {QStringLiteral("max"), decimetres(match.deviation->most)},
                       {QStringLiteral("max_at"), position(match.deviation->mostAt)}};
}

QJsonArray missing(const RouteMatch &match)
{
    QJsonArray out;
    for (const MissingTrack &one : match.missing) {
        out.append(QJsonObject{{QStringLiteral("from"), one.from},
                               {QStringLiteral("to"), one.to},
                               {QStringLiteral("why"), one.why},
                               {QStringLiteral("only_as"), one.onlyAs ? QJsonValue(toId(*one.onlyAs)) : QJsonValue()}});
    }
    return out;
}

QJsonValue alternative(const RouteMatch &match)
{
    if (!match.alternative)
        return {};
    return QJsonObject{{QStringLiteral("length_km"), kilometres(match.alternative->metres)},
                       {QStringLiteral("differing_km"), kilometres(match.alternative->differing)}};
}

} // namespace

QJsonObject match(const RouteMatch &match)
{
    QJsonArray ways, shares;
    for (const RouteWay &way : match.ways) {
        ways.append(qint64(way.way.id));
        shares.append(QJsonObject{{QStringLiteral("id"), qint64(way.way.id)},
                                  {QStringLiteral("metres"), decimetres(way.metres)},
                                  {QStringLiteral("share"), std::round(way.share * 1e6) / 1e6}});
    }
    return {{QStringLiteral("id"), orNull(match.segment)},
            {QStringLiteral("from"), match.from},
            {QStringLiteral("to"), match.to},
            {QStringLiteral("mode"), toId(match.mode)},
            {QStringLiteral("verdict"), toId(match.verdict)},
            {QStringLiteral("text"), match.text},
            {QStringLiteral("length_km"), orNullKilometres(match.lengthMetres)},
            {QStringLiteral("bundled_length_km"), orNullKilometres(match.bundledMetres)},
            {QStringLiteral("partial_km"), match.hasRoute() ? QJsonValue() : QJsonValue(kilometres(match.partialMetres))},
            {QStringLiteral("gaps"), gaps(match)},
            {QStringLiteral("reversals"), reversals(match)},
            {QStringLiteral("life_cycle"), lifeCycle(match)},
            {QStringLiteral("ways"), ways},
            {QStringLiteral("way_shares"), shares},
            {QStringLiteral("countries"), lengths(match.countries, QStringLiteral("country"))},
            {QStringLiteral("gauges"), lengths(match.gauges, QStringLiteral("gauge_mm"))},
            {QStringLiteral("deviation_m"), deviation(match)},
            {QStringLiteral("missing"), missing(match)},
            {QStringLiteral("alternative"), alternative(match)},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(match.remarks)}};
}

QJsonObject document(const OsmExtract &extract, const std::vector<RouteMatch> &matches)
{
    QJsonArray segments;
    for (const RouteMatch &one : matches)
        segments.append(match(one));
    return {{QStringLiteral("segments"), segments},
            {QStringLiteral("extract"),
             QJsonObject{{QStringLiteral("files"), QJsonArray::fromStringList(extract.files)},
                         {QStringLiteral("date"), atlasjson::orNull(extract.date.toUTC().toString(Qt::ISODate))},
                         {QStringLiteral("remarks"), QJsonArray::fromStringList(extract.remarks)}}},
            {QStringLiteral("licence"), QStringLiteral("ODbL-1.0")},
            {QStringLiteral("licence_url"), odblAddress()},
            {QStringLiteral("notice"), osmNotice(extract.date)}};
}

} // namespace ca::matchjson
