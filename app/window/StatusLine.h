// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLabel;
class QStatusBar;

namespace ca {

struct FigureComposition;
class MapCanvas;

/// Fills a status bar: where the pointer is, names the map has in another language, the true scale at the
/// centre, the projection.
class StatusLine : public QObject {
    Q_OBJECT
public:
    StatusLine(MapCanvas &canvas, QStatusBar &bar);
    /// Scale and projection of a figure's map, on paper, instead of the window's; null = the window's again.
    void showFigure(const FigureComposition *figure);

private:
    void showView();
    void showLanguage();

    const MapCanvas &m_canvas;
    bool m_ofFigure = false;
    QLabel *m_pointer;
    QLabel *m_language;
    QLabel *m_scale;
    QLabel *m_projection;
};

} // namespace ca
