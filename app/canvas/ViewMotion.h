// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapView.h"

#include <QPointF>

namespace ca {

/// How a view moves by itself: the glide of a wheel's notch to its scale, and the map running on after a drag was let go.
/// Knows no clock: times are milliseconds of any one.
class ViewMotion {
public:
    static constexpr double glideMs = 180;
    static constexpr double slowingMs = 400;    ///< in which a coasting map loses all but 1/e of its speed
    static constexpr double leastSpeed = 0.1;   ///< pixels a millisecond; slower drags end where they are let go
    static constexpr double mostSpeed = 4;

    /// From @p now on to a scale @p factor times closer, with the place under @p anchor staying there. In the midst of a
    /// glide the factors add up. Keeps to the scales that worldExtent() allows.
    void zoom(const MapView &now, QPointF anchor, double factor, double time);
    /// From @p now on with @p velocity (pixels a millisecond), slowing down.
    void coast(const MapView &now, QPointF velocity, double time);
    void stop() { m_kind = Kind::None; }

    [[nodiscard]] bool active() const { return m_kind != Kind::None; }
    [[nodiscard]] bool coasting() const { return m_kind == Kind::Coast; }
    /// The view at @p time; call only when active(). The motion ends with the last one.
    [[nodiscard]] MapView at(double time);

private:
    enum class Kind { None, Zoom, Coast };
    [[nodiscard]] MapView zoomed(double elapsed);
    [[nodiscard]] MapView coasted(double elapsed);

    Kind m_kind = Kind::None;
    MapView m_from;
    double m_start = 0;
    QPointF m_anchor;
    double m_goal = 1;          ///< plane metres per pixel
    QPointF m_velocity;
};

} // namespace ca
