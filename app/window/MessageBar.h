// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/Session.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace ca {

/// A line above the map that tells what happened without stopping anyone. Good news goes by itself; warnings and
/// errors stay until closed.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// An error is not pushed out by anything less than another error.
    void show(Session::Severity severity, const QString &text);
    /// A button for what may be done about the message shown last, until the next.
    void offer(const QString &title, const std::function<void()> &act);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Session::Severity severity() const { return m_severity; }

private:
    void dress();

    Session::Severity m_severity = Session::Severity::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_offer;
    std::function<void()> m_act;
    QToolButton *m_close;
    QTimer m_timer;
};

} // namespace ca
