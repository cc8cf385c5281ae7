// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectStamp.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

Error unknown(const QString &text)
{
    return {text, {}};
}

template <class T>
ProjectEdit changeOf(const T &before, const T &after)
{
    return {RecordChange<T>{before, after}};
}

Result<QString> idOr(const Result<Done> &done, const QString &id)
{
    return done ? Result<QString>(id) : Result<QString>(done.error());
}

} // namespace

QDateTime Project::now() const
{
    return (m_clock ? m_clock() : QDateTime::currentDateTimeUtc()).toUTC();
}

QString Project::name(const QString &subject) const
{
    return m_naming ? m_naming(subject) : subject;
}

/// Empty = none. Looks at the links that are there, not at others of the same edit.
QString Project::objectionTo(const ProjectLink &link) const
{
    if (link.passage.isEmpty() || link.subject.isEmpty())
        return tr("A link needs a passage and a subject.");
    for (const ProjectLink &other : linksOfPassage(link.passage)) {
        if (other.id != link.id && other.subject == link.subject && other.context == link.context)
            return tr("The passage is linked to %1 already.").arg(name(link.subject));
    }
    return {};
}

QString Project::linkText(const std::vector<ProjectLink> &links) const
{
    if (links.empty())
        return tr("mark passage");
    return links.size() == 1 ? tr("add link to %1").arg(name(links.front().subject))
                             : tr("add links to %n subjects", nullptr, static_cast<int>(links.size()));
}

ProjectEdit Project::passageEdit(ProjectPassage &passage, std::vector<ProjectLink> links) const
{
    stamp(passage);
    if (passage.present == PassagePlace())
        passage.present = passage.original;
    ProjectEdit edit{RecordChange<ProjectPassage>{std::nullopt, passage}};
    const QString annotation = newRecordId();
    for (ProjectLink &link : links) {
        link.passage = passage.id;
        if (link.order == 0)
            link.order = m_model.table<ProjectLink>().nextOrder() + static_cast<qint64>(edit.size()) - 1;
        if (link.annotation.isEmpty())
            link.annotation = annotation;
        link.score = std::isfinite(link.score) ? link.score : 0;
        stamp(link);
        edit.push_back(RecordChange<ProjectLink>{std::nullopt, link});
    }
    return edit;
}

Result<QString> Project::addMarked(const QString &text, ProjectPassage passage, const std::vector<ProjectLink> &links)
{
    if (!passage.id.isEmpty() && this->passage(passage.id))
        return Error{tr("The passage is in the project already."), {}};
    if (passage.original.anchor.exact.isEmpty() && passage.original.anchor.start < 0)
        return Error{tr("A passage needs words or a place in its text."), {}};
    for (std::size_t at = 0; at < links.size(); ++at) {
        if (links[at].subject.isEmpty())
            return Error{tr("A link needs a passage and a subject."), {}};
        if (!links[at].id.isEmpty() && link(links[at].id))
            return Error{tr("The link is in the project already."), {}};
        const bool twice = std::any_of(links.begin(), links.begin() + static_cast<std::ptrdiff_t>(at), [&](const ProjectLink &other) {
            return other.subject == links[at].subject && other.context == links[at].context;
        });
        if (twice)
            return Error{tr("The passage is linked to %1 already.").arg(name(links[at].subject)), {}};
    }
    const ProjectEdit edit = passageEdit(passage, links);
    return idOr(perform(text, edit), passage.id);
}

Result<QString> Project::addPassage(const ProjectPassage &passage, const std::vector<ProjectLink> &links)
{
    return addMarked(linkText(links), passage, links);
}

Result<QString> Project::acceptSuggestion(const ProjectPassage &passage, const std::vector<ProjectLink> &links)
{
    std::vector<ProjectLink> suggested = links;
    for (ProjectLink &link : suggested)
        link.origin = LinkOrigin::Suggested;
    const QString text = suggested.size() == 1 ? tr("accept suggested link to %1").arg(name(suggested.front().subject))
                                               : tr("accept suggestion");
    if (!this->passage(passage.id))
        return addMarked(text, passage, suggested);
    ProjectEdit edit;
    const QString annotation = newRecordId();
    for (ProjectLink &link : suggested) {
        link.passage = passage.id;
        const QString reason = objectionTo(link);
        if (!reason.isEmpty())
            return Error{reason, {}};
        link.order = m_model.table<ProjectLink>().nextOrder() + static_cast<qint64>(edit.size());
        link.annotation = annotation;
        link.score = std::isfinite(link.score) ? link.score : 0;
        stamp(link);
        edit.push_back(RecordChange<ProjectLink>{std::nullopt, link});
    }
    return idOr(perform(text, edit), passage.id);
}

Result<QString> Project::addLink(const ProjectLink &link)
{
    ProjectLink added = link;
    const QString reason = !added.id.isEmpty() && this->link(added.id) ? tr("The link is in the project already.") : objectionTo(added);
    if (!reason.isEmpty())
        return Error{reason, {}};
    added.score = std::isfinite(added.score) ? added.score : 0;
    stamp(added);
    if (added.annotation.isEmpty())
        added.annotation = newRecordId();
    return idOr(perform(linkText({added}), {RecordChange<ProjectLink>{std::nullopt, added}}), added.id);
}

Result<Done> Project::removeLink(const QString &id)
{
    const ProjectLink *before = link(id);
    if (!before || !before->stands())
        return unknown(tr("There is no such link."));
    ProjectLink after = *before;
    after.removed = now();
    after.removedBy = m_author;
    return perform(tr("remove link to %1").arg(name(after.subject)), changeOf(*before, after));
}

Result<Done> Project::editLink(const QString &id, const LinkEdit &edit)
{
    const ProjectLink *before = link(id);
    if (!before || !before->stands())
        return unknown(tr("There is no such link."));
    ProjectLink after = *before;
    after.note = edit.note.value_or(after.note);
    after.claim = edit.claim.value_or(after.claim);
    after.context = edit.context.value_or(after.context);
    if (after == *before)
        return Done{};
    const QString reason = objectionTo(after);
    if (!reason.isEmpty())
        return Error{reason, {}};
    after.modified = now();
    const bool onlyNote = after.claim == before->claim && after.context == before->context;
    const QString text = onlyNote ? tr("edit note on link to %1").arg(name(after.subject)) : tr("change link to %1").arg(name(after.subject));
    return perform(text, changeOf(*before, after), onlyNote ? QStringLiteral("link note ") + id : QString());
}

Result<QString> Project::addNote(NoteTarget kind, const QString &target, const QString &text)
{
    if ((kind == NoteTarget::Project) != target.isEmpty())
        return Error{tr("A note needs what it is on."), {}};
    ProjectNote note;
    note.kind = kind;
    note.target = target;
    note.text = text;
    stamp(note);
    return idOr(perform(tr("add note"), {RecordChange<ProjectNote>{std::nullopt, note}}), note.id);
}

Result<Done> Project::editNote(const QString &id, const QString &text)
{
    const ProjectNote *before = m_model.table<ProjectNote>().find(id);
    if (!before)
        return unknown(tr("There is no such note."));
    if (before->text == text)
        return Done{};
    ProjectNote after = *before;
    after.text = text;
    after.modified = now();
    return perform(tr("edit note"), changeOf(*before, after), QStringLiteral("note ") + id);
}

Result<Done> Project::removeNote(const QString &id)
{
    const ProjectNote *before = m_model.table<ProjectNote>().find(id);
    if (!before)
        return unknown(tr("There is no such note."));
    return perform(tr("remove note"), {RecordChange<ProjectNote>{*before, std::nullopt}});
}

Result<QString> Project::rejectSuggestion(const QString &textSha256, const TextAnchor &anchor, const QString &subject)
{
    if (textSha256.isEmpty() || subject.isEmpty())
        return Error{tr("A suggestion belongs to a text and a subject."), {}};
    if (isRejected(textSha256, anchor, subject))
        return Error{tr("The suggestion was rejected already."), {}};
    RejectedSuggestion rejected;
    rejected.textSha256 = textSha256;
    rejected.anchor = anchor;
    rejected.subject = subject;
    stamp(rejected);
    return idOr(perform(tr("reject suggested link to %1").arg(name(subject)), {RecordChange<RejectedSuggestion>{std::nullopt, rejected}}),
                rejected.id);
}

Result<Done> Project::relocate(const QString &id, const PassagePlace &place, const PassageCheck &check)
{
    const ProjectPassage *before = passage(id);
    if (!before)
        return unknown(tr("There is no such passage."));
    ProjectPassage after = *before;
    after.present = place;
    after.check = check;
    after.modified = now();
    if (!after.check.checked.isValid())
        after.check.checked = after.modified;
    return perform(tr("confirm the new place of a passage"), changeOf(*before, after));
}

Result<Done> Project::recordCheck(const QString &id, const PassageCheck &check)
{
    const ProjectPassage *before = passage(id);
    if (!before)
        return unknown(tr("There is no such passage."));
    if (before->check.verdict == check.verdict && before->check.reason == check.reason)
        return Done{};
    ProjectPassage after = *before;
    after.check = check;
    if (!after.check.checked.isValid())
        after.check.checked = now();
    return perform(tr("keep what checking a passage found"), changeOf(*before, after), QStringLiteral("check ") + id);
}

Result<Done> Project::setSetting(const QString &key, const QJsonValue &value)
{
    if (key.isEmpty() || key == QLatin1String("library"))
        return Error{tr("The setting %1 is not for others to change.").arg(key), {}};
    const ProjectSetting *before = m_model.table<ProjectSetting>().find(key);
    if (before ? before->value == value : value.isUndefined())
        return Done{};
    RecordChange<ProjectSetting> change;
    if (before)
        change.before = *before;
    if (!value.isUndefined())
        change.after = ProjectSetting{key, before ? before->order : m_model.table<ProjectSetting>().nextOrder(), value};
    return perform(tr("change setting"), {change}, QStringLiteral("setting ") + key);
}

} // namespace ca
