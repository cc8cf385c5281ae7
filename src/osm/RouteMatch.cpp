// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RouteMatch.h"

#include "base/Tr.h"

#include <algorithm>

namespace ca {

QString toId(MatchVerdict verdict)
{
    switch (verdict) {
    case MatchVerdict::Matched: return QStringLiteral("matched");
    case MatchVerdict::Bridged: return QStringLiteral("bridged");
    case MatchVerdict::NoTrack: return QStringLiteral("no-track");
    case MatchVerdict::Ambiguous: return QStringLiteral("ambiguous");
    }
    return {};
}

QString matchVerdictTitle(MatchVerdict verdict)
{
    switch (verdict) {
    case MatchVerdict::Matched: return tr("matched");
    case MatchVerdict::Bridged: return tr("matched, gaps bridged");
    case MatchVerdict::NoTrack: return tr("no track in this extract");
    case MatchVerdict::Ambiguous: return tr("ambiguous");
    }
    return {};
}

void addLength(std::vector<LengthOf> &lengths, const QString &what, double metres)
{
    const auto known = std::find_if(lengths.begin(), lengths.end(), [&](const LengthOf &one) { return one.what == what; });
    if (known == lengths.end())
        lengths.push_back({what, metres});
    else
        known->metres += metres;
}

double RouteMatch::metresIn(LifeCycle stage) const
{
    double metres = 0;
    for (const RoutePart &part : matched()) {
        for (const RouteStretch &stretch : part.stretches)
            metres += !stretch.isGap() && stretch.stage == stage ? stretch.metres : 0;
    }
    return metres;
}

} // namespace ca
