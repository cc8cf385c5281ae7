// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;
class QUndoGroup;
class QUndoStack;

namespace ca {

class ProjectDesk;

/// The commands of the File and Edit menus that have to do with the project.
class ProjectActions : public QObject {
    Q_OBJECT
public:
    ProjectActions(ProjectDesk &desk, QObject *parent);

    void fillFile(QMenu &menu);
    void fillEdit(QMenu &menu);
    /// What undo and redo act on; null = the project.
    void setUndoStack(QUndoStack *stack);

private:
    QAction *make(const QString &text, bool (ProjectDesk::*act)());
    void fillRecent();
    void refresh();

    ProjectDesk &m_desk;
    QUndoGroup *m_undoGroup;
    QAction *m_new;
    QAction *m_open;
    QAction *m_save;
    QAction *m_saveAs;
    QAction *m_close;
    QAction *m_author;
    QAction *m_undo;
    QAction *m_redo;
    QMenu *m_recent = nullptr;
};

} // namespace ca
