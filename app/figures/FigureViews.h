// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QObject>
#include <QString>

class QMenu;
class QWidget;

namespace ca {

class Project;
class Session;
class ViewRestorer;

/// The project's named views: kept, gone to, changed. Every change is an edit of the project and can be undone there.
class FigureViews : public QObject {
    Q_OBJECT
public:
    /// All outlive this; @p window carries the dialogs.
    FigureViews(Session &session, ViewRestorer &restorer, QWidget &window);

    [[nodiscard]] Project &project() const;
    [[nodiscard]] bool canKeep() const;     ///< there is a map to keep
    /// Map and figure as they are, under a new name. The id, or why not.
    Result<QString> keep(const QString &name);
    void go(const QString &id);
    /// By name, once atlas and project are there; told when there is none such.
    void goToNamed(const QString &name);
    void replace(const QString &id);
    void rename(const QString &id, const QString &name);
    void remove(const QString &id);
    /// Asks for the name; a name that is taken is asked about.
    void askAndKeep();
    void askAndRename(const QString &id);
    /// The view gone to last, while it is there; empty = none.
    [[nodiscard]] QString currentId() const;

    /// Entries for keeping and for each view, kept up to date.
    void fillMenu(QMenu &menu);

Q_SIGNALS:
    void changed();     ///< the views, or which is the current one

private:
    void refill(QMenu &menu);
    void addChanges(QMenu &menu, const QString &id);
    void tell(const Result<Done> &done);
    [[nodiscard]] QString ask(const QString &title, const QString &before);
    void setCurrent(const QString &id);

    Session &m_session;
    ViewRestorer &m_restorer;
    QWidget &m_window;
    QString m_current;
};

} // namespace ca
