// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QLabel;
class QStatusBar;

namespace ca {

class MapCanvas;

/// Fills a status bar: where the pointer is, names the map has in another language, the true scale at the
/// centre, the projection.
class StatusLine : public QObject {
    Q_OBJECT
public:
    StatusLine(MapCanvas &canvas, QStatusBar &bar);
    [[nodiscard]] QString scaleText() const;

private:
    void showView();
    void showLanguage();
    const MapCanvas &m_canvas;
    QLabel *m_pointer;
    QLabel *m_language;
    QLabel *m_scale;
    QLabel *m_projection;
};

} // namespace ca
