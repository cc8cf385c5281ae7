// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectActions.h"

#include "project/Project.h"
#include "project/ProjectDesk.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QUndoGroup>

namespace ca {

ProjectActions::ProjectActions(ProjectDesk &desk, QObject *parent)
    : QObject(parent), m_desk(desk), m_undoGroup(new QUndoGroup(this)), m_new(make(tr("&New project"), &ProjectDesk::startNew)),
      m_open(make(tr("&Open project …"), &ProjectDesk::chooseAndOpen)), m_save(make(tr("&Save project"), &ProjectDesk::save)),
      m_saveAs(make(tr("Save project &as …"), &ProjectDesk::saveAs)), m_close(make(tr("&Close project"), &ProjectDesk::startNew)),
      m_author(new QAction(tr("&Author of links …"), this)), m_undo(m_undoGroup->createUndoAction(this)),
      m_redo(m_undoGroup->createRedoAction(this))
{
    m_new->setShortcut(QKeySequence::New);
    m_open->setShortcut(QKeySequence::Open);
    m_save->setShortcut(QKeySequence::Save);
    m_saveAs->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    m_undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    connect(m_author, &QAction::triggered, &desk, &ProjectDesk::chooseAuthor);
    connect(&desk.project(), &Project::stateChanged, this, &ProjectActions::refresh);
    setUndoStack(nullptr);
    refresh();
}

void ProjectActions::setUndoStack(QUndoStack *stack)
{
    QUndoStack *active = stack ? stack : &m_desk.project().undoStack();
    m_undoGroup->addStack(active);
    m_undoGroup->setActiveStack(active);
}

QAction *ProjectActions::make(const QString &text, bool (ProjectDesk::*act)())
{
    auto *action = new QAction(text, this);
    connect(action, &QAction::triggered, &m_desk, [this, act] { (m_desk.*act)(); });
    return action;
}

void ProjectActions::refresh()
{
    const Project &project = m_desk.project();
    const bool hasFile = !project.file().isEmpty();
    m_save->setEnabled(!project.isReadOnly() && (project.isModified() || !hasFile));
    m_saveAs->setEnabled(!project.isReadOnly());
    m_close->setEnabled(hasFile || project.isModified());
}

void ProjectActions::fillFile(QMenu &menu)
{
    menu.addActions({m_new, m_open});
    m_recent = menu.addMenu(tr("Open &recent"));
    menu.addActions({m_save, m_saveAs, m_close});
    connect(&m_desk, &ProjectDesk::recentChanged, this, &ProjectActions::fillRecent);
    fillRecent();
}

void ProjectActions::fillRecent()
{
    m_recent->clear();
    int number = 0;
    for (const QString &file : m_desk.recent().files()) {
        const QFileInfo info(file);  // only takes the path apart
        QAction *action = m_recent->addAction(tr("&%1 %2 – %3").arg(++number).arg(info.completeBaseName().replace(u'&', QStringLiteral("&&")),
                                                                                 info.path().replace(u'&', QStringLiteral("&&"))));
        connect(action, &QAction::triggered, &m_desk, [this, file] { m_desk.open(file); }, Qt::QueuedConnection);
    }
    m_recent->setEnabled(number > 0);
    if (number == 0)
        return;
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Forget these")), &QAction::triggered, &m_desk, [this] {
        m_desk.recent().clear();
        fillRecent();
    }, Qt::QueuedConnection);
}

void ProjectActions::fillEdit(QMenu &menu)
{
    menu.addActions({m_undo, m_redo});
    menu.addSeparator();
    menu.addAction(m_author);
}

} // namespace ca
