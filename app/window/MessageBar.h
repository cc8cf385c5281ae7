// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/Session.h"

#include <QFrame>
#include <QTimer>

class QLabel;
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
    [[nodiscard]] QString text() const;
    [[nodiscard]] Session::Severity severity() const { return m_severity; }

private:
    void dress();

    Session::Severity m_severity = Session::Severity::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
    QTimer m_timer;
};

} // namespace ca
