// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace ca {

class Session;
class SuggestionDesk;

/// The proposal being looked at: which subjects, how sure, why; with accept, reject and next.
class SuggestionBar : public QWidget {
    Q_OBJECT
public:
    SuggestionBar(Session &session, SuggestionDesk &desk, QWidget *parent = nullptr);

    void accept();
    void reject();

Q_SIGNALS:
    void closed();

private:
    void refresh();
    QToolButton *makeButton(const QString &text, const QString &tip);

    Session &m_session;
    SuggestionDesk &m_desk;
    QLabel *m_text;
    QToolButton *m_accept;
    QToolButton *m_reject;
    QToolButton *m_next;
    QToolButton *m_close;
};

} // namespace ca
