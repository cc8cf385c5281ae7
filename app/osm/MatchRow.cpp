// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/MatchRow.h"

#include "geo/Geodesic.h"

#include <algorithm>
#include <array>

namespace ca {
namespace {

std::vector<MatchFindings::Part> partsOf(const std::vector<LengthOf> &lengths)
{
    std::vector<MatchFindings::Part> parts;
    for (const LengthOf &length : lengths)
        parts.push_back({length.what, length.metres});
    return parts;
}

std::vector<MatchFindings::Part> stagesOf(const RouteMatch &match)
{
    std::vector<MatchFindings::Part> stages;
    for (const LifeStretch &stretch : match.lifeStretches) {
        const QString id = toId(stretch.stage);
        const auto same = std::find_if(stages.begin(), stages.end(), [&](const MatchFindings::Part &part) { return part.what == id; });
        if (same == stages.end())
            stages.push_back({id, stretch.to - stretch.from});
        else
            same->metres += stretch.to - stretch.from;
    }
    return stages;
}

MatchFindings findingsOf(const RouteMatch &match)
{
    MatchFindings findings;
    findings.metres = match.lengthMetres.value_or(0);
    findings.bundledMetres = match.bundledMetres.value_or(0);
    findings.deviation95 = match.deviation ? match.deviation->p95 : 0;
    findings.deviationMost = match.deviation ? match.deviation->most : 0;
    for (const RouteWay &way : match.ways)
        findings.ways.push_back({way.way.id, way.metres});
    for (const RouteGap &gap : match.gaps)
        findings.gaps.push_back({gap.from, gap.metres, gap.closing});
    findings.countries = partsOf(match.countries);
    findings.gauges = partsOf(match.gauges);
    findings.stages = stagesOf(match);
    return findings;
}

} // namespace

GeoLine lineOf(const std::vector<RoutePart> &parts)
{
    GeoLine line;
    for (const RoutePart &part : parts) {
        const bool shared = !line.empty() && !part.line.empty() && line.back() == part.line.front();
        line.insert(line.end(), part.line.begin() + (shared ? 1 : 0), part.line.end());
    }
    return line;
}

ProjectMatch projectMatch(const RouteMatch &match, const Segment &bundled, bool drawn)
{
    ProjectMatch kept;
    kept.id = match.segment;
    kept.drawn = drawn;
    kept.verdict = toId(match.verdict);
    kept.line = lineOf(match.parts);
    kept.bundled = bundled.line();
    kept.extractDate = match.extractDate;
    kept.files = match.extractFiles;
    kept.findings = findingsOf(match);
    return kept;
}

std::optional<ProjectMatch> shownMatch(const MatchRow &row, const Segment &bundled)
{
    if (row.found && row.found->hasRoute())
        return projectMatch(*row.found, bundled, row.drawn());
    return row.kept;
}

QString verdictTitle(const QString &id)
{
    for (const MatchVerdict verdict : {MatchVerdict::Matched, MatchVerdict::Bridged, MatchVerdict::NoTrack, MatchVerdict::Ambiguous}) {
        if (toId(verdict) == id)
            return matchVerdictTitle(verdict);
    }
    return id;
}

} // namespace ca
