// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/RecentProjects.h"

#include <QObject>

class QWidget;

namespace ca {

class Project;
class Session;
struct Error;
struct RecoverableProject;
struct Done;
template <class T>
class Result;

/// By its name.
[[nodiscard]] bool isProjectFile(const QString &path);

/// What the user does with whole projects: new, open, save, close, recover, with the questions that go with it. Shows the
/// project's name in the window's title. Failures are told by Session::message.
class ProjectDesk : public QObject {
    Q_OBJECT
public:
    /// Both outlive the desk; @p window carries title and dialogs.
    ProjectDesk(Session &session, QWidget &window);

    /// Asks what is to become of unsaved edits. False: the user wants to stay with them.
    bool mayLeave();
    bool startNew();
    bool chooseAndOpen();
    bool open(const QString &file);
    bool save();
    bool saveAs();
    /// Shows what crashes left behind, if anything; returns at once.
    void offerRecovery();
    bool recover(const RecoverableProject &work);
    void chooseAuthor();

    [[nodiscard]] Project &project() const;
    [[nodiscard]] RecentProjects &recent() { return m_recent; }

Q_SIGNALS:
    void recentChanged();

private:
    enum class Conflict { Overwrite, SaveAs, Cancel };
    [[nodiscard]] Conflict askAboutConflict() const;
    [[nodiscard]] QString askForTarget() const;
    bool finishSaving(const Result<Done> &saved);
    void tellFailure(const QString &what, const Error &error);
    void useItsLibrary();
    void remember(const QString &file);
    void refreshTitle();

    Session &m_session;
    QWidget &m_window;
    RecentProjects m_recent;
};

} // namespace ca
