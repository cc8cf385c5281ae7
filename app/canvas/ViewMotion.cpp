// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/ViewMotion.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double stillSpeed = 0.02;  // pixels a millisecond that nobody sees

} // namespace

void ViewMotion::zoom(const MapView &now, QPointF anchor, double factor, double time)
{
    // The scale alone is limited: limiting the view at its goal would push the map aside at the closest and the farthest.
    MapView goal = now;
    goal.metresPerPixel = (m_kind == Kind::Zoom ? m_goal : now.metresPerPixel) / factor;
    m_goal = goal.limited(worldExtent()).metresPerPixel;
    m_kind = Kind::Zoom;
    m_from = now;
    m_anchor = anchor;
    m_start = time;
}

void ViewMotion::coast(const MapView &now, QPointF velocity, double time)
{
    const double speed = std::hypot(velocity.x(), velocity.y());
    m_kind = speed >= leastSpeed ? Kind::Coast : Kind::None;
    m_from = now;
    m_velocity = velocity * std::min(1.0, mostSpeed / std::max(speed, leastSpeed));
    m_start = time;
}

MapView ViewMotion::at(double time)
{
    Q_ASSERT(active());
    const double elapsed = std::max(0.0, time - m_start);
    return m_kind == Kind::Zoom ? zoomed(elapsed) : coasted(elapsed);
}

MapView ViewMotion::zoomed(double elapsed)
{
    const double left = 1 - std::min(1.0, elapsed / glideMs);
    if (left <= 0)
        stop();
    return m_from.zoomedAt(m_anchor, std::pow(m_from.metresPerPixel / m_goal, 1 - left * left * left));
}

MapView ViewMotion::coasted(double elapsed)
{
    const double left = std::exp(-elapsed / slowingMs);
    if (std::hypot(m_velocity.x(), m_velocity.y()) * left < stillSpeed)
        stop();
    return m_from.panned(m_velocity * (slowingMs * (1 - left)));
}

} // namespace ca
