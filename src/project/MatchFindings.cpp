// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectMatch.h"

#include <QJsonArray>

#include <cmath>

namespace ca {
namespace {

const QLatin1String metresMember("metres"), bundledMember("bundled_metres"), deviation95Member("deviation_95"), deviationMostMember("deviation_most"),
    waysMember("ways"), gapsMember("gaps"), countriesMember("countries"), stagesMember("stages"), gaugesMember("gauges"), idMember("id"),
    whatMember("what"), latMember("lat"), lonMember("lon"), howMember("how"), piecesMember("pieces"), fromMember("from"), toMember("to"),
    stageMember("stage"), precisionMember("precision"), provenanceMember("provenance"), refsMember("refs"), errorMember("error_m"), noteMember("note");

/// JSON knows no infinity.
double finiteOr0(double value)
{
    return std::isfinite(value) ? value : 0;
}

QJsonArray partsJson(const std::vector<MatchFindings::Part> &parts)
{
    QJsonArray json;
    for (const MatchFindings::Part &part : parts)
        json.append(QJsonObject{{whatMember, part.what}, {metresMember, finiteOr0(part.metres)}});
    return json;
}

std::vector<MatchFindings::Part> partsOf(const QJsonValue &json)
{
    std::vector<MatchFindings::Part> parts;
    for (const QJsonValue &one : json.toArray())
        parts.push_back({one[whatMember].toString(), one[metresMember].toDouble()});
    return parts;
}

QJsonObject pieceJson(const MatchFindings::Piece &piece)
{
    QJsonArray ways;
    for (const qint64 way : piece.ways)
        ways.append(QString::number(way));
    QJsonObject json{{fromMember, finiteOr0(piece.from)}, {toMember, finiteOr0(piece.to)}};
    if (!piece.stage.isEmpty()) {
        json.insert(stageMember, piece.stage);
        json.insert(waysMember, ways);
        return json;
    }
    json.insert(precisionMember, piece.precision);
    json.insert(provenanceMember, piece.provenance);
    json.insert(refsMember, piece.refs);
    json.insert(errorMember, finiteOr0(piece.errorMetres));
    json.insert(noteMember, piece.note);
    return json;
}

MatchFindings::Piece pieceOf(const QJsonValue &json)
{
    MatchFindings::Piece piece{json[fromMember].toDouble(), json[toMember].toDouble(), json[stageMember].toString(), {},
                               json[precisionMember].toString(), json[provenanceMember].toString(), json[refsMember].toString(),
                               json[errorMember].toDouble(), json[noteMember].toString()};
    for (const QJsonValue &way : json[waysMember].toArray())
        piece.ways.push_back(way.toString().toLongLong());
    return piece;
}

} // namespace

double MatchFindings::trackMetres() const
{
    double track = pieces.empty() ? metres : 0;
    for (const Piece &piece : pieces)
        track += piece.stage.isEmpty() ? 0 : piece.to - piece.from;
    return track;
}

QJsonObject MatchFindings::toJson() const
{
    QJsonArray wayList, gapList;
    // As text: a number of JSON holds ids only up to 2^53.
    for (const Way &way : ways)
        wayList.append(QJsonObject{{idMember, QString::number(way.id)}, {metresMember, finiteOr0(way.metres)}});
    for (const Gap &gap : gaps)
        gapList.append(QJsonObject{{latMember, finiteOr0(gap.at.lat)}, {lonMember, finiteOr0(gap.at.lon)}, {metresMember, finiteOr0(gap.metres)},
                                   {howMember, gap.how}});
    QJsonArray pieceList;
    for (const Piece &piece : pieces)
        pieceList.append(pieceJson(piece));
    return {{metresMember, finiteOr0(metres)}, {bundledMember, finiteOr0(bundledMetres)}, {deviation95Member, finiteOr0(deviation95)},
            {deviationMostMember, finiteOr0(deviationMost)}, {waysMember, wayList}, {gapsMember, gapList},
            {countriesMember, partsJson(countries)}, {stagesMember, partsJson(stages)}, {gaugesMember, partsJson(gauges)},
            {piecesMember, pieceList}};
}

MatchFindings MatchFindings::fromJson(const QJsonObject &json)
{
    MatchFindings findings;
    findings.metres = json[metresMember].toDouble();
    findings.bundledMetres = json[bundledMember].toDouble();
    findings.deviation95 = json[deviation95Member].toDouble();
    findings.deviationMost = json[deviationMostMember].toDouble();
    for (const QJsonValue &way : json[waysMember].toArray())
        findings.ways.push_back({way[idMember].toString().toLongLong(), way[metresMember].toDouble()});
    for (const QJsonValue &gap : json[gapsMember].toArray())
        findings.gaps.push_back({{gap[latMember].toDouble(), gap[lonMember].toDouble()}, gap[metresMember].toDouble(), gap[howMember].toString()});
    findings.countries = partsOf(json[countriesMember]);
    findings.stages = partsOf(json[stagesMember]);
    findings.gauges = partsOf(json[gaugesMember]);
    for (const QJsonValue &piece : json[piecesMember].toArray())
        findings.pieces.push_back(pieceOf(piece));
    return findings;
}

} // namespace ca
