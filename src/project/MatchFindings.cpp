// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectMatch.h"

#include <QJsonArray>

#include <cmath>

namespace ca {
namespace {

const QLatin1String metresMember("metres"), bundledMember("bundled_metres"), deviation95Member("deviation_95"), deviationMostMember("deviation_most"),
    waysMember("ways"), gapsMember("gaps"), countriesMember("countries"), stagesMember("stages"), gaugesMember("gauges"), idMember("id"),
    whatMember("what"), latMember("lat"), lonMember("lon"), howMember("how");

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

} // namespace

QJsonObject MatchFindings::toJson() const
{
    QJsonArray wayList, gapList;
    // As text: a number of JSON holds ids only up to 2^53.
    for (const Way &way : ways)
        wayList.append(QJsonObject{{idMember, QString::number(way.id)}, {metresMember, finiteOr0(way.metres)}});
    for (const Gap &gap : gaps)
        gapList.append(QJsonObject{{latMember, finiteOr0(gap.at.lat)}, {lonMember, finiteOr0(gap.at.lon)}, {metresMember, finiteOr0(gap.metres)},
                                   {howMember, gap.how}});
    return {{metresMember, finiteOr0(metres)}, {bundledMember, finiteOr0(bundledMetres)}, {deviation95Member, finiteOr0(deviation95)},
            {deviationMostMember, finiteOr0(deviationMost)}, {waysMember, wayList}, {gapsMember, gapList},
            {countriesMember, partsJson(countries)}, {stagesMember, partsJson(stages)}, {gaugesMember, partsJson(gauges)}};
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
    return findings;
}

} // namespace ca
