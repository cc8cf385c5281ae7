// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RouteMatch.h"

#include "base/Tr.h"

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

double RouteMatch::metresIn(LifeCycle stage) const
{
    double metres = 0;
    for (const RoutePart &part : matched()) {
        for (const RouteStretch &stretch : part.stretches)
            metres += !stretch.isGap() && stretch.stage == stage ? stretch.metres : 0;
    }
    return metres;
}

QString osmNotice(const QDateTime &extractDate)
{
    const QString date = extractDate.isValid() ? extractDate.toUTC().date().toString(Qt::ISODate) : tr("unknown date");
    return tr("Contains data © OpenStreetMap contributors (openstreetmap.org/copyright), data of %1, available under the "
              "Open Database License 1.0 (opendatacommons.org/licenses/odbl/1-0)").arg(date);
}

} // namespace ca
