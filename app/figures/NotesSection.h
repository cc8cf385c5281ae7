// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/InspectorSection.h"

class QListWidget;
class QPushButton;

namespace ca {

class Session;

/// Whose sources are printed as numbered notes: subjects, and single passages.
class NotesSection : public InspectorSection {
    Q_OBJECT
public:
    /// @p session must outlive the section.
    NotesSection(FigureDocument &document, Session &session, QWidget *parent = nullptr);

protected:
    void display(const FigureView &view) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *makeButton(const QString &text, const char *name, void (NotesSection::*act)());
    void refill();
    void refresh();
    void addSubject();
    void addPassage();
    void removeChosen();

    Session &m_session;
    QListWidget *m_list;
    QPushButton *m_addSubject;
    QPushButton *m_addPassage;
    QPushButton *m_remove;
    QStringList m_shownSubjects;      ///< what the list is made of
    QStringList m_shownPassages;
};

} // namespace ca
