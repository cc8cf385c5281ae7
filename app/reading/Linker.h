// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/ReaderMark.h"
#include "reading/ReadingCopy.h"

#include <QObject>

#include <vector>

class QMenu;
class QWidget;

namespace ca {

class Project;
class Session;
struct ProjectLink;

/// Links passages of a document to what they speak of: asks, and writes to the project.
class Linker : public QObject {
    Q_OBJECT
public:
    /// @p window carries the dialogs.
    Linker(Session &session, QWidget *window);

    /// Asks what the words speak of; @p subject is chosen already where it is not empty. Ends in linked() unless the user
    /// changes her mind or it fails, which is told.
    void link(const ReadingCopy &copy, TextRange words, const QString &subject);
    /// What can be done with a mark: more links, changed or removed ones; for changed own passages, confirming the place.
    void fillMenu(QMenu &menu, const ReadingCopy &copy, const ReaderMark &mark);

Q_SIGNALS:
    void linked(const QString &passage);

private:
    void addLinks(const QString &passage, const QString &quotation);
    void edit(const ProjectLink &link, const QString &quotation);
    void replace(const ProjectLink &link, const std::vector<ProjectLink> &wanted);
    void confirmPlace(const ReadingCopy &copy, const ReaderMark &mark);
    void tell(const Error &error);

    Session &m_session;
    Project &m_project;
    QWidget *m_window;
};

} // namespace ca
