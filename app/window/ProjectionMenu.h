// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QAction;
class QActionGroup;
class QMenu;

namespace ca {

class MapCanvas;
class Session;

/// The menu View ▸ Projection: the fixed choices, those made for what the map shows, the last ones given by
/// hand, and a dialog for any other. The mark follows the session's look.
class ProjectionMenu : public QObject {
    Q_OBJECT
public:
    /// Fills @p menu, which owns the object. Session and canvas must outlive it.
    ProjectionMenu(Session &session, MapCanvas &canvas, QMenu &menu);

    /// Opens the dialog; it deletes itself.
    void ask();

private:
    struct Recent {
        QString definition;
        QString title;
    };
    QAction *add(const QString &title, const QString &definition);
    QAction *addComputed(const QString &title, const QString &prefix, const std::function<QString()> &definition);
    void refresh();
    void showRecent();
    void use(const QString &definition);
    void remember(const QString &definition, const QString &title);
    void readRecent();
    void writeRecent() const;

    Session &m_session;
    MapCanvas &m_canvas;
    QMenu &m_menu;
    QActionGroup *m_group;
    QAction *m_other = nullptr;
    QAction *m_recentEnd = nullptr;      ///< separator after the recent ones
    QList<QAction *> m_recentActions;
    QList<Recent> m_recent;              ///< the last first
};

} // namespace ca
