// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/ViewMotion.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ca {

class MapCanvas;

/// Carries out a ViewMotion on the canvas. Where the widget's style has no animations, a zoom is there at once and nothing
/// coasts. A view that someone else sets ends the motion. Belongs to the canvas.
class ViewGlider : public QObject {
    Q_OBJECT
public:
    explicit ViewGlider(MapCanvas &canvas);

    void zoom(QPointF anchor, double factor);
    void coast(QPointF velocity);                ///< pixels a millisecond
    void stop();
    [[nodiscard]] bool moving() const { return m_motion.active(); }
    [[nodiscard]] bool coasting() const { return m_motion.coasting(); }

private:
    void run();
    void step();
    [[nodiscard]] bool animated() const;
    [[nodiscard]] double now() const { return double(m_clock.elapsed()); }

    MapCanvas &m_canvas;
    ViewMotion m_motion;
    MapView m_shown;          ///< set by the last step
    QElapsedTimer m_clock;
    QTimer m_frames;
};

} // namespace ca
