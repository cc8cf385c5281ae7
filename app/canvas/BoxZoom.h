// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

class QRubberBand;

namespace ca {

class MapCanvas;

/// A frame pulled over the map, and the view going to what is in it. Widget coordinates.
class BoxZoom {
public:
    explicit BoxZoom(MapCanvas &canvas);

    void begin(QPoint at);
    void pull(QPoint to);
    void cancel();
    /// Goes to what is framed; false when that is too little to be meant.
    bool finish();
    [[nodiscard]] bool active() const { return m_active; }

private:
    MapCanvas &m_canvas;
    QRubberBand *m_band;      ///< the canvas' child
    QPoint m_from;
    bool m_active = false;
};

} // namespace ca
