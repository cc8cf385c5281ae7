// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectStamp.h"

#include <algorithm>

namespace ca {
namespace {

bool isLine(const GeoLine &line)
{
    return line.size() >= 2 && std::all_of(line.begin(), line.end(), [](LatLon at) { return at.valid(); });
}

Error noSuchMatch(const QString &segment)
{
    return Error::of(Project::tr("The project has no line from OpenStreetMap for %1.").arg(segment));
}

} // namespace

/// Empty = none. What could not be read again from the file is not to get there.
QString Project::objectionTo(const ProjectMatch &match) const
{
    if (match.id.isEmpty())
        return tr("A line from OpenStreetMap needs the segment it is of.");
    return isLine(match.line) && isLine(match.bundled) ? QString() : tr("There is no line from OpenStreetMap for %1.").arg(name(match.id));
}

Result<Done> Project::keepMatches(const std::vector<ProjectMatch> &matches)
{
    ProjectEdit edit;
    QSet<QString> seen;
    qint64 order = m_model.table<ProjectMatch>().nextOrder();
    for (ProjectMatch after : matches) {
        if (const QString reason = objectionTo(after); !reason.isEmpty())
            return Error::of(reason);
        if (seen.contains(after.id))
            return Error::of(tr("There are two lines from OpenStreetMap for %1.").arg(name(after.id)));
        seen.insert(after.id);
        RecordChange<ProjectMatch> change;
        if (const ProjectMatch *before = match(after.id)) {
            change.before = *before;
            after.order = before->order;
            after.created = before->created;
        } else {
            after.order = order++;
        }
        after.modified = {};
        stamp(after);
        if (change.before)
            after.modified = now();
        change.after = after;
        edit.push_back(change);
    }
    if (edit.empty())
        return Done{};
    const bool drawn = std::all_of(matches.begin(), matches.end(), [](const ProjectMatch &match) { return match.drawn; });
    if (matches.size() > 1)
        return perform(tr("accept lines from OpenStreetMap for %n segments", nullptr, static_cast<int>(matches.size())), edit);
    return perform((drawn ? tr("draw %1 from OpenStreetMap") : tr("keep the bundled line of %1")).arg(name(matches.front().id)), edit);
}

Result<Done> Project::drawMatch(const QString &segment, bool drawn)
{
    const ProjectMatch *before = match(segment);
    if (!before)
        return noSuchMatch(segment);
    if (before->drawn == drawn)
        return Done{};
    ProjectMatch after = *before;
    after.drawn = drawn;
    after.modified = now();
    return perform((drawn ? tr("draw %1 from OpenStreetMap") : tr("keep the bundled line of %1")).arg(name(segment)),
                   {RecordChange<ProjectMatch>{*before, after}});
}

Result<Done> Project::removeMatch(const QString &segment)
{
    const ProjectMatch *before = match(segment);
    if (!before)
        return noSuchMatch(segment);
    return perform(tr("forget the line of %1 from OpenStreetMap").arg(name(segment)), {RecordChange<ProjectMatch>{*before, std::nullopt}});
}

} // namespace ca
