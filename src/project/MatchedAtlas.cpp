// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/MatchedAtlas.h"

#include "base/Tr.h"

#include <QSet>

#include <algorithm>

namespace ca {
namespace {

/// As the bundled lines name theirs: each object once, in the order of the line.
QString refsOf(const MatchFindings &findings)
{
    QStringList refs;
    QSet<qint64> named;
    for (const MatchFindings::Way &way : findings.ways) {
        if (way.id > 0 && !named.contains(way.id))
            refs << QStringLiteral("way/%1").arg(way.id);
        named.insert(way.id);
    }
    return refs.join(QStringLiteral("; "));
}

QString gapNote(const MatchFindings &findings)
{
    double metres = 0;
    for (const MatchFindings::Gap &gap : findings.gaps)
        metres += gap.metres;
    return findings.gaps.empty() ? QString()
                                 : tr("%n gap(s) in the track closed by straight pieces, %1 m together.", nullptr, static_cast<int>(findings.gaps.size()))
                                       .arg(metres, 0, 'f', 0);
}

Leg matchedLeg(const ProjectMatch &match)
{
    Leg leg;
    leg.line = match.line;
    leg.precision = Precision::Traced;
    leg.provenance = QStringLiteral("osm");
    leg.refs = refsOf(match.findings);
    leg.note = gapNote(match.findings);
    leg.dataDate = match.extractDate.isValid() ? match.extractDate.toUTC().date().toString(Qt::ISODate) : tr("unknown date");
    return leg;
}

} // namespace

std::shared_ptr<const Atlas> withMatches(const std::shared_ptr<const Atlas> &bundled, const std::vector<ProjectMatch> &matches)
{
    const auto counts = [&](const ProjectMatch &match) { return match.drawn && bundled->segment(match.id); };
    if (std::none_of(matches.begin(), matches.end(), counts))
        return bundled;
    AtlasData data = bundled->data();
    for (const ProjectMatch &match : matches) {
        for (Segment &segment : data.segments) {
            if (match.drawn && segment.id == match.id)
                segment.legs = {matchedLeg(match)};
        }
    }
    return std::make_shared<const Atlas>(std::move(data));
}

} // namespace ca
