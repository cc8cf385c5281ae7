// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureViews.h"

#include "figures/ViewRestorer.h"
#include "project/Project.h"
#include "window/Session.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>

namespace ca {

FigureViews::FigureViews(Session &session, ViewRestorer &restorer, QWidget &window)
    : QObject(&window), m_session(session), m_restorer(restorer), m_window(window)
{
    connect(&session.project(), &Project::changed, this, [this](const ProjectNews &news) {
        if (news.everything || !news.views.isEmpty())
            Q_EMIT changed();
    });
    connect(&session, &Session::sceneChanged, this, &FigureViews::changed);
}

Project &FigureViews::project() const
{
    return m_session.project();
}

bool FigureViews::canKeep() const
{
    return m_session.scene() != nullptr && !project().isReadOnly();
}

QString FigureViews::currentId() const
{
    return project().view(m_current) ? m_current : QString();
}

void FigureViews::setCurrent(const QString &id)
{
    m_current = id;
    Q_EMIT changed();
}

void FigureViews::tell(const Result<Done> &done)
{
    if (!done)
        m_session.report(Session::Severity::Error, done.error().text());
}

Result<QString> FigureViews::keep(const QString &name)
{
    Result<QString> id = project().addView(name, m_restorer.current());
    if (id)
        setCurrent(*id);
    return id;
}

void FigureViews::go(const QString &id)
{
    const ProjectView *kept = project().view(id);
    if (!kept)
        return;
    m_restorer.restore(kept->view, tr("view “%1”").arg(kept->name));
    setCurrent(id);
}

void FigureViews::goToNamed(const QString &name)
{
    if (!m_session.scene()) {
        connect(&m_session, &Session::sceneChanged, this, [this, name] { goToNamed(name); }, Qt::SingleShotConnection);
        return;
    }
    if (const std::optional<ProjectView> kept = project().viewNamed(name))
        return go(kept->id);
    QStringList names;
    for (const ProjectView &one : project().views())
        names << one.name;
    m_session.report(Session::Severity::Warning,
                     names.isEmpty() ? tr("There is no view called “%1”: the project keeps none.").arg(name)
                                     : tr("There is no view called “%1”. The project keeps: %2.").arg(name, names.join(QStringLiteral(", "))));
}

void FigureViews::replace(const QString &id)
{
    if (!canKeep())
        return;
    tell(project().replaceView(id, m_restorer.current()));
    setCurrent(id);
}

void FigureViews::rename(const QString &id, const QString &name)
{
    tell(project().renameView(id, name));
}

void FigureViews::remove(const QString &id)
{
    tell(project().removeView(id));
}

QString FigureViews::ask(const QString &title, const QString &before)
{
    bool accepted = false;
    const QString name = QInputDialog::getText(&m_window, title, tr("&Name of the view"), QLineEdit::Normal, before, &accepted).simplified();
    return accepted ? name : QString();
}

void FigureViews::askAndKeep()
{
    if (!canKeep())
        return;
    const QString name = ask(tr("Keep this view"), m_restorer.current().figure.title);
    if (name.isEmpty())
        return;
    const std::optional<ProjectView> taken = project().viewNamed(name);
    if (!taken) {
        const Result<QString> kept = keep(name);
        return tell(kept ? Result<Done>(Done{}) : Result<Done>(kept.error()));
    }
    const auto answer = QMessageBox::question(&m_window, tr("Keep this view"), tr("There is a view called “%1” already. Replace it?").arg(taken->name),
                                              QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel);
    if (answer == QMessageBox::Yes)
        replace(taken->id);
}

void FigureViews::askAndRename(const QString &id)
{
    const ProjectView *kept = project().view(id);
    if (!kept)
        return;
    if (const QString name = ask(tr("Rename view"), kept->name); !name.isEmpty())
        rename(id, name);
}

} // namespace ca
