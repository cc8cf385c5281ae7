// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace ca {

class Session;

/// The choice of map style: automatic, the bundled ones, the user's own, and the way to their folder.
class StyleMenu : public QMenu {
    Q_OBJECT
public:
    StyleMenu(Session &session, QWidget *parent);

private:
    void fill();
    void check();
    void addStyle(const QString &id, const QString &title, const QString &problem);
    void openFolder();

    Session &m_session;
    QActionGroup *m_group = nullptr;
};

} // namespace ca
