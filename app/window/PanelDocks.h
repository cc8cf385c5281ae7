// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QMenu;
class QWidget;

namespace ca {

/// The window's panels as docks: where they stand at first, and how they were left. The map and the figure each have their
/// own arrangement.
class PanelDocks : public QObject {
    Q_OBJECT
public:
    /// The map's panels.
    struct Panels {
        QWidget *layers;
        QWidget *allPassages;
        QWidget *library;
        QWidget *review;
        QWidget *sheet;
        QWidget *passages;
        QWidget *reader;
        QWidget *strip;
    };
    /// @p viewMenu gets an entry for each panel.
    PanelDocks(QMainWindow &window, QMenu &viewMenu, const Panels &panels);

    /// A panel that is there with the figure only, on the right, below those before.
    QDockWidget *addForFigure(const QString &title, const char *name, QWidget *content);
    /// A panel of the map, on the left, that is there once it is asked for.
    QDockWidget *addHidden(const QString &title, const char *name, QWidget *content);
    /// Shows panel @p name in front of those it shares its place with.
    void raise(const char *name);
    void setFigureShown(bool shown);

    /// As the window was left, of a usual size else.
    void restore(bool remembered);
    void remember() const;
    /// The first arrangement, unless there is one from before; once the window has its size.
    void arrange();

private:
    QDockWidget *add(const QString &title, const char *name, QWidget *content, Qt::DockWidgetArea area);
    void addLeft(const Panels &panels);
    void addRight(const Panels &panels);
    [[nodiscard]] QDockWidget *dock(const char *name) const;

    QMainWindow &m_window;
    QMenu &m_viewMenu;
    QList<QDockWidget *> m_ofMap;
    QList<QDockWidget *> m_ofFigure;
    QByteArray m_mapState;          ///< while the figure is shown
    QByteArray m_figureState;       ///< empty = not shown so far
    bool m_figureShown = false;
    bool m_arranged = false;
};

} // namespace ca
