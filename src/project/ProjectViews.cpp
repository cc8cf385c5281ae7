// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectStamp.h"

#include <algorithm>

namespace ca {

namespace {

/// The same for upper and lower case, also of the Turkish and Azerbaijani i, whose case folding knows only the English pairs.
QString caseless(const QString &name)
{
    return name.simplified().toCaseFolded().remove(QChar(0x0307)).replace(QChar(0x0131), u'i');
}

} // namespace

std::optional<ProjectView> Project::viewNamed(const QString &name) const
{
    const QString wanted = caseless(name);
    for (const ProjectView &view : views()) {
        if (caseless(view.name) == wanted)
            return view;
    }
    return std::nullopt;
}

/// Empty = none. What could not be read again from the file is not to get there.
QString Project::objectionTo(const ProjectView &view) const
{
    if (view.name.isEmpty())
        return tr("A view needs a name.");
    const std::optional<ProjectView> other = viewNamed(view.name);
    if (other && other->id != view.id)
        return tr("There is a view called “%1” already.").arg(other->name);
    if (!view.view.centre.valid())
        return tr("The view looks at no place on Earth.");
    const Result<FigureView> again = FigureView::fromJson(view.view.toJson());
    return again ? QString() : tr("The view cannot be kept: %1.").arg(again.error().message);
}

Result<QString> Project::addView(const QString &name, const FigureView &view)
{
    ProjectView added;
    added.name = name.simplified();
    added.view = view;
    added.view.name = added.name;
    stamp(added);
    if (const QString reason = objectionTo(added); !reason.isEmpty())
        return Error{reason, {}};
    const Result<Done> done = perform(tr("keep view “%1”").arg(added.name), {RecordChange<ProjectView>{std::nullopt, added}});
    return done ? Result<QString>(added.id) : Result<QString>(done.error());
}

Result<Done> Project::renameView(const QString &id, const QString &name)
{
    const ProjectView *before = view(id);
    if (!before)
        return Error{tr("There is no such view."), {}};
    ProjectView after = *before;
    after.name = after.view.name = name.simplified();
    if (const QString reason = objectionTo(after); !reason.isEmpty())
        return Error{reason, {}};
    if (after == *before)
        return Done{};
    after.modified = now();
    return perform(tr("rename view “%1” to “%2”").arg(before->name, after.name), {RecordChange<ProjectView>{*before, after}});
}

Result<Done> Project::replaceView(const QString &id, const FigureView &view)
{
    const ProjectView *before = this->view(id);
    if (!before)
        return Error{tr("There is no such view."), {}};
    ProjectView after = *before;
    after.view = view;
    after.view.name = after.name;
    if (after == *before)
        return Done{};
    if (const QString reason = objectionTo(after); !reason.isEmpty())
        return Error{reason, {}};
    after.modified = now();
    return perform(tr("change view “%1”").arg(after.name), {RecordChange<ProjectView>{*before, after}});
}

Result<Done> Project::removeView(const QString &id)
{
    const ProjectView *before = view(id);
    if (!before)
        return Error{tr("There is no such view."), {}};
    return perform(tr("remove view “%1”").arg(before->name), {RecordChange<ProjectView>{*before, std::nullopt}});
}

Result<Done> Project::moveView(const QString &id, int place)
{
    const std::vector<ProjectView> before = views();
    const auto from = std::find_if(before.begin(), before.end(), [&](const ProjectView &view) { return view.id == id; });
    if (from == before.end())
        return Error{tr("There is no such view."), {}};
    std::vector<ProjectView> after = before;
    after.erase(after.begin() + (from - before.begin()));
    after.insert(after.begin() + std::clamp(place, 0, static_cast<int>(after.size())), *from);
    ProjectEdit edit;
    for (std::size_t at = 0; at < after.size(); ++at) {
        const ProjectView unmoved = after[at];
        after[at].order = before[at].order;
        if (after[at] != unmoved)
            edit.push_back(RecordChange<ProjectView>{unmoved, after[at]});
    }
    return edit.empty() ? Result<Done>(Done{}) : perform(tr("move view “%1”").arg(from->name), edit);
}

} // namespace ca
