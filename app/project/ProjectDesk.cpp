// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectDesk.h"

#include "project/AuthorName.h"
#include "project/Project.h"
#include "project/RecoveryDialog.h"
#include "window/Session.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace ca {
namespace {

QString fileFilter()
{
    return ProjectDesk::tr("Projects (*.catlas);;All files (*)");
}

QString folderFor(const Project &project)
{
    return project.file().isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                    : QFileInfo(project.file()).absolutePath();
}

} // namespace

bool isProjectFile(const QString &path)
{
    return path.endsWith(QLatin1String(".catlas"), Qt::CaseInsensitive);
}

ProjectDesk::ProjectDesk(Session &session, QWidget &window)
    : QObject(&window), m_session(session), m_window(window), m_recent(session.options().remember)
{
    connect(&project(), &Project::stateChanged, this, &ProjectDesk::refreshTitle);
    connect(&project(), &Project::writeFailed, this, [this](const Error &error) {
        m_session.report(Session::Severity::Warning, tr("The change is not yet safe from a crash; save the project. %1").arg(error.text()));
    });
    connect(&project(), &Project::changed, this, [this](const ProjectNews &news) {
        if (news.everything && !project().file().isEmpty())
            remember(project().file());
    });
    refreshTitle();
}

Project &ProjectDesk::project() const
{
    return m_session.project();
}

void ProjectDesk::refreshTitle()
{
    const bool pristine = project().file().isEmpty() && !project().isModified();
    const QString name = project().isReadOnly() ? tr("%1 (read only)").arg(project().title()) : project().title();
    m_window.setWindowTitle(pristine ? tr("Corridor Atlas") + QStringLiteral("[*]") : tr("%1[*] – Corridor Atlas").arg(name));
    m_window.setWindowModified(project().isModified());
}

bool ProjectDesk::mayLeave()
{
    if (!project().isModified())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to “%1”?").arg(project().title()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
    box.setInformativeText(tr("Otherwise the links and notes since it was last saved are lost."));
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        project().discard();
        return true;
    default:
        return false;
    }
}

bool ProjectDesk::startNew()
{
    if (!mayLeave())
        return false;
    const Result<Done> done = project().startNew();
    if (!done)
        tellFailure(tr("There is no new project"), done.error());
    return done.ok();
}

bool ProjectDesk::chooseAndOpen()
{
    const QString file = QFileDialog::getOpenFileName(&m_window, tr("Open a project"), folderFor(project()), fileFilter());
    return !file.isEmpty() && open(file);
}

bool ProjectDesk::open(const QString &file)
{
    if (!mayLeave())
        return false;
    const Result<Done> opened = project().open(file);
    if (!opened) {
        m_recent.remove(file);
        Q_EMIT recentChanged();
        tellFailure(tr("The project was not opened"), opened.error());
        return false;
    }
    for (const QString &warning : opened.warnings())
        m_session.report(Session::Severity::Warning, warning);
    useItsLibrary();
    return true;
}

/// A library named on the command line stays; else the project brings its own.
void ProjectDesk::useItsLibrary()
{
    const QString wanted = project().libraryOfFile();
    const Library *library = m_session.sources().library();
    const QString used = library ? library->path() : QString();
    if (wanted.isEmpty() || QFileInfo(wanted).absoluteFilePath() == QFileInfo(used).absoluteFilePath())
        return;
    if (!QFileInfo::exists(wanted))
        return m_session.report(Session::Severity::Warning,
                                tr("The library of this project, %1, is not there; the present one stays.").arg(wanted));
    if (!m_session.options().libraryGiven)
        m_session.useLibrary(wanted);
}

bool ProjectDesk::save()
{
    if (project().file().isEmpty())
        return saveAs();
    if (!project().changedOnDisk())
        return finishSaving(project().save());
    switch (askAboutConflict()) {
    case Conflict::Overwrite:
        return finishSaving(project().save(true));
    case Conflict::SaveAs:
        return saveAs();
    case Conflict::Cancel:
        break;
    }
    return false;
}

ProjectDesk::Conflict ProjectDesk::askAboutConflict() const
{
    QMessageBox box(QMessageBox::Warning, tr("The file has changed"),
                    tr("“%1” was changed by another program or person since it was opened here.").arg(project().title()),
                    QMessageBox::Cancel, &m_window);
    box.setInformativeText(tr("Overwriting it loses those changes. Saved under another name, both are kept."));
    QPushButton *saveAs = box.addButton(tr("Save &as …"), QMessageBox::AcceptRole);
    QPushButton *overwrite = box.addButton(tr("&Overwrite"), QMessageBox::DestructiveRole);
    box.setDefaultButton(saveAs);
    box.exec();
    if (box.clickedButton() == overwrite)
        return Conflict::Overwrite;
    return box.clickedButton() == saveAs ? Conflict::SaveAs : Conflict::Cancel;
}

QString ProjectDesk::askForTarget() const
{
    const QString proposed = project().file().isEmpty() ? QStringLiteral("project.catlas") : QFileInfo(project().file()).fileName();
    QFileDialog dialog(&m_window, tr("Save the project"), folderFor(project()), fileFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("catlas"));
    dialog.selectFile(proposed);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

bool ProjectDesk::saveAs()
{
    const QString target = askForTarget();
    return !target.isEmpty() && finishSaving(project().saveAs(target));
}

bool ProjectDesk::finishSaving(const Result<Done> &saved)
{
    if (!saved) {
        tellFailure(tr("The project was not saved"), saved.error());
        return false;
    }
    for (const QString &warning : saved.warnings())
        m_session.report(Session::Severity::Warning, warning);
    remember(project().file());
    m_session.report(Session::Severity::Info, tr("Saved: %1").arg(project().file()));
    return true;
}

void ProjectDesk::remember(const QString &file)
{
    m_recent.add(file);
    Q_EMIT recentChanged();
}

void ProjectDesk::tellFailure(const QString &what, const Error &error)
{
    m_session.report(Session::Severity::Error, tr("%1: %2").arg(what, error.text()));
}

void ProjectDesk::offerRecovery()
{
    const std::vector<RecoverableProject> found = recoverableProjects(project().recoveryFolder());
    if (found.empty())
        return;
    auto *dialog = new RecoveryDialog(found, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecoveryDialog::recoverRequested, this, [this, dialog](const RecoverableProject &work) {
        if (recover(work))
            dialog->close();
    });
    dialog->open();
}

bool ProjectDesk::recover(const RecoverableProject &work)
{
    if (!mayLeave())
        return false;
    const Result<Done> done = project().recover(work);
    if (!done) {
        tellFailure(tr("The work was not recovered"), done.error());
        return false;
    }
    for (const QString &warning : done.warnings())
        m_session.report(Session::Severity::Warning, warning);
    m_session.report(Session::Severity::Info, tr("Recovered. Save the project to keep it."));
    return true;
}

void ProjectDesk::chooseAuthor()
{
    bool accepted = false;
    const QString name = QInputDialog::getText(&m_window, tr("Author"), tr("Name on the links and notes you make:"), QLineEdit::Normal,
                                               project().author(), &accepted);
    if (!accepted)
        return;
    if (m_session.options().remember)
        setAuthorName(name);
    project().setAuthor(name.trimmed().isEmpty() ? accountName() : name.trimmed());
}

} // namespace ca
