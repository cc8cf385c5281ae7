// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;
class QToolBar;
class QWidget;

namespace ca {

class FigureDesk;
class FigureTools;
class MapCanvas;
class ProjectActions;
class Session;
class ShareActions;
struct Look;

/// Every command of the window: its words, icon, shortcut and what it does to session and canvas. What needs a
/// dialog is left to the window, by signal.
class Actions : public QObject {
    Q_OBJECT
public:
    Actions(Session &session, MapCanvas &canvas, QWidget &window);

    /// @p project, @p share, @p figures and @p tools bring their own parts of them.
    void fillMenus(QMenuBar &bar, ProjectActions &project, ShareActions &share, FigureDesk &figures, FigureTools &tools);
    void fillToolBar(QToolBar &bar, FigureDesk &figures, FigureTools &tools);
    /// Where the map looks can only be changed while it is seen.
    void setMapShown(bool shown);
    /// The View menu, for the panels' own entries.
    [[nodiscard]] QMenu *viewMenu() const { return m_viewMenu; }
    /// The Data menu, for what brings data in.
    [[nodiscard]] QMenu *dataMenu() const { return m_dataMenu; }

Q_SIGNALS:
    void zoomRequested(double factor);   ///< > 1 = closer
    void addFilesRequested();
    void addFolderRequested();
    void addLayersRequested();
    void searchRequested();
    void librarySearchRequested();
    void pasteSourceRequested();
    void getDataRequested();
    void aboutRequested();

private:
    void fillFile(QMenu &menu, ShareActions &share, FigureTools &tools);
    void fillView(QMenu &menu);
    void fillLook(QMenu &menu);
    QAction *make(const QString &text, const QString &icon = {});
    /// Menu of exclusive choices; @p change puts the chosen value into the look.
    void addChoices(QMenu &menu, const QList<std::pair<QString, QString>> &titlesAndValues, const QString &current,
                    const std::function<void(Look &, const QString &)> &change);
    void changeLook(const std::function<void(Look &)> &change);
    void refresh();
    void dressIcons();

    Session &m_session;
    MapCanvas &m_canvas;
    QWidget &m_window;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_dataMenu = nullptr;
    bool m_mapShown = true;
    QAction *m_addFiles;
    QAction *m_addFolder;
    QAction *m_addLayers;
    QAction *m_quit;
    QAction *m_zoomIn;
    QAction *m_zoomOut;
    QAction *m_default;
    QAction *m_all;
    QAction *m_corridor;
    QAction *m_selected;
    QAction *m_back;
    QAction *m_forward;
    QAction *m_search;
    QAction *m_librarySearch;
    QAction *m_pasteSource;
    QAction *m_getData;
    QAction *m_about;
};

} // namespace ca
