// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RouteText.h"

#include "base/Tr.h"

#include <cmath>

namespace ca::routetext {
namespace {

QString bridged(const RouteMatch &match)
{
    double metres = 0;
    for (const RouteGap &gap : match.gaps)
        metres += gap.metres;
    return match.gaps.size() == 1 ? tr("matched; one gap of %1 m, closed by a straight piece").arg(qRound(metres))
                                  : tr("matched; %1 gaps, %2 m together, closed by straight pieces").arg(match.gaps.size()).arg(qRound(metres));
}

QString noTrack(const RouteMatch &match)
{
    QStringList stretches;
    for (const MissingTrack &missing : match.missing)
        stretches << tr("%1 – %2: %3").arg(missing.from, missing.to, missing.why);
    const QString text = tr("no track in this extract: %1").arg(stretches.join(QStringLiteral("; ")));
    return match.partialMetres > 0 ? tr("%1; of the rest %2 km are matched").arg(text, kilometres(match.partialMetres)) : text;
}

/// Metres below a kilometre.
QString distanceText(double metres)
{
    return metres < 1000 ? tr("%1 m").arg(qRound(metres)) : tr("%1 km").arg(kilometres(metres));
}

QString turningBack(const RouteReversal &turn)
{
    const QString ways = turn.wayBefore == turn.wayAfter ? tr("on way %1").arg(turn.wayBefore)
                                                         : tr("from way %1 to way %2").arg(turn.wayBefore).arg(turn.wayAfter);
    const QString where = tr("the route turns back at km %1, %2 from %3, %4").arg(kilometres(turn.along), distanceText(turn.stopMetres), turn.stop, ways);
    if (turn.spared && *turn.spared >= 0)
        return tr("%1: that place lies off the through track, on which the route would be %2 shorter").arg(where, distanceText(*turn.spared));
    if (turn.spared)
        return tr("%1: that place lies off the through track, on which the route would be %2 longer").arg(where, distanceText(-*turn.spared));
    return turn.onlyWay ? tr("%1: the extract has no track that leads on without").arg(where) : where;
}

} // namespace

QString kilometres(double metres)
{
    return QString::number(metres / 1000, 'f', 1);
}

QString verdict(const RouteMatch &match)
{
    switch (match.verdict) {
    case MatchVerdict::Matched:
        return match.ways.size() == 1 ? tr("matched on one way") : tr("matched on %1 ways").arg(match.ways.size());
    case MatchVerdict::Bridged: return bridged(match);
    case MatchVerdict::Ambiguous:
        return tr("ambiguous: another route of %1 km runs elsewhere for %2 km and is as good")
            .arg(kilometres(match.alternative->metres), kilometres(match.alternative->differing));
    case MatchVerdict::NoTrack: break;
    }
    return noTrack(match);
}

QStringList remarks(const RouteMatch &match)
{
    QStringList out;
    for (const RouteReversal &turn : match.reversals)
        out << turningBack(turn);
    for (const LifeCycle stage : lifeCycles) {
        if (const double metres = match.metresIn(stage); metres > 0 && stage != LifeCycle::Operating)
            out << tr("%1 km run on track tagged as %2").arg(kilometres(metres), lifeCycleTitle(stage));
    }
    return out;
}

} // namespace ca::routetext
