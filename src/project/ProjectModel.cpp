// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectModel.h"

namespace ca {
namespace {

QString key(const char *kind, const QString &what)
{
    return QLatin1String(kind) + QLatin1Char(':') + what;
}

QString noteKey(NoteTarget kind, const QString &target)
{
    return QStringLiteral("note %1:%2").arg(static_cast<int>(kind)).arg(target);
}

QStringList keysOf(const ProjectPassage &passage)
{
    QStringList keys;
    for (const PassagePlace *place : {&passage.original, &passage.present}) {
        for (const QString &sha : {place->documentSha256, place->textSha256})
            keys << key("document", sha);
    }
    return keys;
}

QStringList keysOf(const ProjectLink &link)
{
    return {key("subject", link.subject), key("passage", link.passage)};
}

QStringList keysOf(const ProjectNote &note)
{
    return {noteKey(note.kind, note.target)};
}

QStringList keysOf(const RejectedSuggestion &rejection)
{
    return {key("rejected", rejection.textSha256)};
}

QStringList keysOf(const ProjectView & /*there are few*/)
{
    return {};
}

QStringList keysOf(const ProjectSetting & /*found by its id*/)
{
    return {};
}

QStringList keysOf(const ProjectMatch & /*found by its segment*/)
{
    return {};
}

} // namespace

template <class T>
void ProjectModel::change(const RecordChange<T> &change)
{
    auto &rows = std::get<RecordTable<T>>(m_tables);
    if (change.before) {
        for (const QString &key : keysOf(*change.before))
            m_index[key].remove(change.before->id);
        rows.take(change.before->id);
    }
    if (change.after) {
        for (const QString &key : keysOf(*change.after))
            m_index[key].insert(change.after->id);
        rows.put(*change.after);
    }
}

void ProjectModel::apply(const ProjectEdit &edit)
{
    for (const AnyRecordChange &one : edit)
        std::visit([this](const auto &record) { change(record); }, one);
}

std::vector<ProjectLink> ProjectModel::linksOfSubject(const QString &subject) const
{
    return table<ProjectLink>().of(m_index.value(key("subject", subject)));
}

std::vector<ProjectLink> ProjectModel::linksOfPassage(const QString &passage) const
{
    return table<ProjectLink>().of(m_index.value(key("passage", passage)));
}

std::vector<ProjectPassage> ProjectModel::passagesOfDocument(const QString &sha256) const
{
    return sha256.isEmpty() ? std::vector<ProjectPassage>() : table<ProjectPassage>().of(m_index.value(key("document", sha256)));
}

std::vector<ProjectNote> ProjectModel::notesOf(NoteTarget kind, const QString &target) const
{
    return table<ProjectNote>().of(m_index.value(noteKey(kind, target)));
}

std::vector<RejectedSuggestion> ProjectModel::rejectionsOf(const QString &textSha256) const
{
    return table<RejectedSuggestion>().of(m_index.value(key("rejected", textSha256)));
}

} // namespace ca
