// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectCommand.h"

#include "project/Project.h"

#include <utility>

namespace ca {

ProjectCommand::ProjectCommand(Project &project, const QString &text, ProjectEdit edit, QString mergeKey)
    : QUndoCommand(text), m_project(project), m_edit(std::move(edit)), m_mergeKey(std::move(mergeKey))
{
}

void ProjectCommand::undo()
{
    m_project.replay(reversed(m_edit));
}

void ProjectCommand::redo()
{
    if (!std::exchange(m_done, false))
        m_project.replay(m_edit);
}

int ProjectCommand::id() const
{
    constexpr int mergeable = 1;
    return m_mergeKey.isEmpty() ? -1 : mergeable;
}

bool ProjectCommand::mergeWith(const QUndoCommand *next)
{
    const auto &other = static_cast<const ProjectCommand &>(*next);  // only these have an id
    if (other.m_mergeKey != m_mergeKey || m_edit.size() != 1 || other.m_edit.size() != 1)
        return false;
    return std::visit(
        [this](auto &mine, const auto &theirs) {
            if constexpr (std::is_same_v<std::decay_t<decltype(mine)>, std::decay_t<decltype(theirs)>>) {
                mine.after = theirs.after;
                setObsolete(mine.before == mine.after);  // back where it began: nothing to undo
                return true;
            }
            return false;
        },
        m_edit.front(), other.m_edit.front());
}

} // namespace ca
