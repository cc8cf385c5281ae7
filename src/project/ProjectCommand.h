// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/ProjectEdit.h"

#include <QUndoCommand>

namespace ca {

class Project;

/// One edit on the undo stack. It is done already when pushed.
class ProjectCommand : public QUndoCommand {
public:
    /// Commands with the same @p mergeKey, not empty, that follow each other become one if each changes one record.
    ProjectCommand(Project &project, const QString &text, ProjectEdit edit, QString mergeKey);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *next) override;

private:
    Project &m_project;
    ProjectEdit m_edit;
    QString m_mergeKey;
    bool m_done = true;
};

} // namespace ca
