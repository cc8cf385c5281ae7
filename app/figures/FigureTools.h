// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/FigureIntake.h"

#include <QObject>

class QMenu;
class QMainWindow;
class QMenuBar;
class QToolBar;

namespace ca {

class FigureDesk;
class FigureInspector;
class FigureOutput;
class FigureViews;
class MapCanvas;
class PanelDocks;
class Session;
class ViewRestorer;
class ViewsPanel;

/// What the window has for figures around their page: inspector, output, named views, and the way back from files. Only
/// joins them.
class FigureTools : public QObject {
    Q_OBJECT
public:
    /// All outlive this; files that are no figures go @p oldWay.
    FigureTools(Session &session, MapCanvas &canvas, FigureDesk &desk, QMainWindow &window, FigureIntake::OldWay oldWay);

    [[nodiscard]] FigureOutput &output() { return *m_output; }
    [[nodiscard]] FigureViews &views() { return *m_views; }
    [[nodiscard]] FigureIntake &intake() { return *m_intake; }
    [[nodiscard]] FigureInspector &inspector() { return *m_inspector; }

    void fillFile(QMenu &menu);
    void fillBar(QMenuBar &bar);
    void fillToolBar(QToolBar &bar);
    void addDocks(PanelDocks &docks);

Q_SIGNALS:
    void written(const QString &path, const QStringList &warnings);
    void checkRequested();

private:
    void openBatch();

    Session &m_session;
    MapCanvas &m_canvas;
    ViewRestorer *m_restorer;
    FigureDesk &m_desk;
    QMainWindow &m_window;
    FigureInspector *m_inspector;
    FigureOutput *m_output;
    FigureViews *m_views;
    ViewsPanel *m_viewsPanel;
    FigureIntake *m_intake;
};

} // namespace ca
