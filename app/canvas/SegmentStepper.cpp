// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/SegmentStepper.h"

#include "window/Session.h"

namespace ca {

namespace {

QStringList shownSegments(const Session &session)
{
    QStringList ids;
    for (const CorridorMember *member : session.atlas()->members(session.corridor()))
        if (session.visibility().strand(member->corridor, member->segment))
            ids << member->segment;
    if (!ids.isEmpty())
        return ids;
    // The corridor is hidden: step through whatever is on the map.
    for (const CorridorMember &member : session.atlas()->data().members)
        if (session.visibility().strand(member.corridor, member.segment) && !ids.contains(member.segment))
            ids << member.segment;
    return ids;
}

} // namespace

QString steppedSegment(const Session &session, int by)
{
    if (!session.atlas())
        return {};
    const QStringList ids = shownSegments(session);
    const auto at = ids.indexOf(session.selection().subject());
    if (at < 0)
        return by > 0 ? ids.value(0) : ids.value(ids.size() - 1);
    return ids.value(at + by);
}

} // namespace ca
