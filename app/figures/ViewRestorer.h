// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureView.h"

#include <QObject>

#include <optional>

namespace ca {

class FigureDesk;
class MapCanvas;
class Session;

/// Brings map and figure to what a view says, and says what map and figure are.
class ViewRestorer : public QObject {
    Q_OBJECT
public:
    /// All outlive this.
    ViewRestorer(Session &session, MapCanvas &canvas, FigureDesk &desk, QObject *parent);

    /// What is to be kept now: the figure with its own map while it is shown, else the map with the figure's page. Call only
    /// when the canvas is ready.
    [[nodiscard]] FigureView current() const;
    /// Look, layers, visibility, selection, extent and figure, as one step of the figure called @p step. What cannot be
    /// restored is told in one message. The map follows when it is ready. Layers that the view names without a folder are
    /// those of that name that are open, else files in @p folder.
    void restore(const FigureView &view, const QString &step, const QString &folder = {});

Q_SIGNALS:
    void restored();    ///< the map, too, shows the view

private:
    void restoreLook(const FigureView &view);
    void restoreLayers(const FigureView &view);
    /// Those of m_layers that have been read.
    void placeLayers();
    void restoreExtent();

    Session &m_session;
    MapCanvas &m_canvas;
    FigureDesk &m_desk;
    std::vector<FigureLayer> m_layers;      ///< those of the view that is being restored, until all are read
    std::optional<FigureView> m_pending;    ///< whose place on the map waits for its projection
};

} // namespace ca
