// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/MatchRow.h"

#include "geo/Geodesic.h"
#include "osm/MatchedLine.h"

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
    std::vector<LengthOf> stages;
    for (const LifeStretch &stretch : match.lifeStretches)
        addLength(stages, toId(stretch.stage), stretch.to - stretch.from);
    return partsOf(stages);
}

MatchFindings::Piece pieceOf(const MatchedPiece &piece, double from)
{
    MatchFindings::Piece kept;
    kept.from = from;
    kept.to = from + geodesic::length(piece.line);
    if (piece.stage) {
        kept.stage = toId(*piece.stage);
        kept.ways.assign(piece.ways.begin(), piece.ways.end());
        return kept;
    }
    kept.precision = toId(piece.precision);
    kept.provenance = piece.provenance;
    kept.refs = piece.refs;
    kept.errorMetres = piece.errorMetres.value_or(0);
    kept.note = piece.note;
    return kept;
}

MatchFindings findingsOf(const RouteMatch &match)
{
    MatchFindings findings;
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

std::vector<GeoLine> trackLines(const ProjectMatch &match)
{
    if (match.findings.pieces.empty())
        return {match.line};
    std::vector<GeoLine> lines;
    const std::vector<double> along = geodesic::chainage(match.line);
    for (const MatchFindings::Piece &piece : match.findings.pieces) {
        GeoLine line;
        for (std::size_t i = 0; i < along.size(); ++i) {
            if (along[i] > piece.from - 0.01 && along[i] < piece.to + 0.01)
                line.push_back(match.line[i]);
        }
        if (!piece.stage.isEmpty() && line.size() > 1)
            lines.push_back(std::move(line));
    }
    return lines;
}

bool isPartial(const ProjectMatch &match)
{
    const auto &pieces = match.findings.pieces;
    return std::any_of(pieces.begin(), pieces.end(), [](const MatchFindings::Piece &piece) { return piece.stage.isEmpty(); });
}

ProjectMatch projectMatch(const RouteMatch &match, const Segment &bundled, bool drawn)
{
    ProjectMatch kept;
    kept.id = match.segment;
    kept.drawn = drawn;
    kept.verdict = toId(match.verdict);
    kept.bundled = bundled.line();
    kept.extractDate = match.extractDate;
    kept.files = match.extractFiles;
    kept.findings = findingsOf(match);
    const std::vector<MatchedPiece> pieces = matchedLine(match, bundled);
    double along = 0;
    for (const MatchedPiece &piece : pieces) {
        kept.line.insert(kept.line.end(), piece.line.begin() + (kept.line.empty() ? 0 : 1), piece.line.end());
        if (pieces.size() > 1)
            kept.findings.pieces.push_back(pieceOf(piece, along));
        along += geodesic::length(piece.line);
    }
    kept.findings.metres = match.lengthMetres.value_or(along);
    return kept;
}

std::optional<ProjectMatch> shownMatch(const MatchRow &row, const Segment &bundled)
{
    if (row.found && row.found->hasTrack())
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
