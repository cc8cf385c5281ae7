// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/ViewGlider.h"

#include "canvas/MapCanvas.h"

#include <QStyle>

namespace ca {

namespace {

constexpr int frameMs = 16;

} // namespace

ViewGlider::ViewGlider(MapCanvas &canvas) : QObject(&canvas), m_canvas(canvas)
{
    m_clock.start();
    m_frames.setInterval(frameMs);
    m_frames.setTimerType(Qt::PreciseTimer);
    connect(&m_frames, &QTimer::timeout, this, &ViewGlider::step);
}

void ViewGlider::zoom(QPointF anchor, double factor)
{
    if (moving() && m_canvas.view() != m_shown)
        stop();
    m_motion.zoom(m_canvas.view(), anchor, factor, now());
    if (animated())
        return run();
    m_canvas.setView(m_motion.at(now() + ViewMotion::glideMs));
}

void ViewGlider::coast(QPointF velocity)
{
    m_motion.coast(m_canvas.view(), velocity, now());
    if (animated() && moving())
        return run();
    stop();
}

void ViewGlider::stop()
{
    m_motion.stop();
    m_frames.stop();
}

void ViewGlider::run()
{
    m_shown = m_canvas.view();
    if (!m_frames.isActive())
        m_frames.start();
}

void ViewGlider::step()
{
    if (!moving() || m_canvas.view() != m_shown)
        return stop();
    m_canvas.setView(m_motion.at(now()));
    m_shown = m_canvas.view();
    if (!moving())
        m_frames.stop();
}

bool ViewGlider::animated() const
{
    return m_canvas.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &m_canvas) > 0;
}

} // namespace ca
