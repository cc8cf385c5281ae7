// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/MapInteraction.h"

#include "canvas/CanvasMenu.h"
#include "canvas/HitChooser.h"
#include "canvas/HitMenu.h"
#include "canvas/HoverTip.h"
#include "canvas/MapCanvas.h"
#include "canvas/ViewGlider.h"
#include "window/Session.h"
#include "canvas/ZoomSteps.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace ca {

namespace {

constexpr double clickZoom = 2;
constexpr int notch = 120;          // of a plain wheel, in units of QWheelEvent::angleDelta()
constexpr int hoverDelayMs = 16;
constexpr int holdMs = 700;

} // namespace

MapInteraction::MapInteraction(Session &session, MapCanvas &canvas)
    : QObject(&canvas), m_session(session), m_canvas(canvas), m_tip(new HoverTip(session, &canvas)),
      m_chooser(new HitChooser(session, canvas)), m_glider(new ViewGlider(canvas)), m_box(canvas)
{
    m_hoverTimer.setSingleShot(true);
    connect(&m_hoverTimer, &QTimer::timeout, this, &MapInteraction::lookUnderPointer);
    m_holdTimer.setSingleShot(true);
    m_holdTimer.setInterval(holdMs);
    connect(&m_holdTimer, &QTimer::timeout, this, &MapInteraction::hold);
}

bool MapInteraction::handle(QEvent *event)
{
    if (!m_canvas.ready())
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonDblClick:
        return doubleClick(*static_cast<QMouseEvent *>(event));
    case QEvent::Wheel:
        return wheel(*static_cast<QWheelEvent *>(event));
    case QEvent::KeyPress:
        return key(*static_cast<QKeyEvent *>(event));
    case QEvent::Gesture:
        return gesture(*static_cast<QGestureEvent *>(event));
    case QEvent::NativeGesture:
        return nativeGesture(*static_cast<QNativeGestureEvent *>(event));
    case QEvent::ContextMenu:
        return contextMenu(*static_cast<QContextMenuEvent *>(event));
    case QEvent::Leave:
        return leave();
    default:
        return false;
    }
}

bool MapInteraction::press(const QMouseEvent &event)
{
    m_caught = m_glider->coasting();
    m_glider->stop();
    if (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton)
        return false;
    m_canvas.setFocus(Qt::MouseFocusReason);
    m_tip->hide();
    m_dragging = false;
    m_pressedAt = m_dragFrom = event.position();
    if (event.button() == Qt::LeftButton && event.modifiers().testFlag(Qt::ShiftModifier)) {
        m_box.begin(m_pressedAt.toPoint());
        return true;
    }
    m_pressed = true;
    m_speed.begin(m_pressedAt, double(event.timestamp()));
    if (event.button() == Qt::LeftButton && !m_caught)
        m_holdTimer.start();
    return true;
}

bool MapInteraction::move(const QMouseEvent &event)
{
    m_pointer = event.position();
    Q_EMIT m_canvas.pointedAt(m_canvas.view().toLatLon(m_pointer));
    if (m_box.active())
        m_box.pull(m_pointer.toPoint());
    else if (m_pressed)
        drag(event);
    else if (!m_hoverTimer.isActive())
        m_hoverTimer.start(hoverDelayMs);
    return true;
}

void MapInteraction::drag(const QMouseEvent &event)
{
    m_speed.move(m_pointer, double(event.timestamp()));
    if (!m_dragging && (m_pointer - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        m_holdTimer.stop();
        m_canvas.setCursor(Qt::ClosedHandCursor);
    }
    if (m_dragging)
        pan(m_pointer - std::exchange(m_dragFrom, m_pointer));
}

bool MapInteraction::release(const QMouseEvent &event)
{
    if (m_box.active() && event.button() == Qt::LeftButton) {
        if (!m_box.finish())
            m_chooser->click(event.position());
        return true;
    }
    if (!m_pressed)
        return false;
    const bool dragged = m_dragging;
    endPress();
    if (dragged)
        m_glider->coast(m_speed.velocity(double(event.timestamp())));
    else if (event.button() == Qt::LeftButton && !m_caught)
        m_chooser->click(event.position());
    return true;
}

void MapInteraction::endPress()
{
    m_holdTimer.stop();
    m_pressed = m_dragging = false;
    m_canvas.unsetCursor();
}

void MapInteraction::hold()
{
    if (m_pressed && !m_dragging && m_chooser->askForAny(m_pressedAt))
        endPress();
}

bool MapInteraction::doubleClick(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    m_chooser->keepSelection();
    const double factor = event.modifiers().testFlag(Qt::ShiftModifier) ? 1 / clickZoom : clickZoom;
    m_glider->zoom(event.position(), factor);
    return true;
}

bool MapInteraction::wheel(QWheelEvent &event)
{
    const int turned = event.angleDelta().y();
    if (turned == 0)
        return false;
    m_tip->hide();
    if (m_glider->coasting())
        m_glider->stop();
    const double factor = std::pow(2, turned / double(notch) / wheelNotches);
    // Fine wheels and touchpads move smoothly by themselves: to glide after each of their steps would only lag behind.
    const bool fine = event.hasPixelDelta() || turned % notch != 0;
    if (fine && !m_glider->moving())
        m_canvas.setView(m_canvas.view().zoomedAt(event.position(), factor));
    else
        m_glider->zoom(event.position(), factor);
    event.accept();
    return true;
}

bool MapInteraction::key(const QKeyEvent &event)
{
    m_glider->stop();
    if (m_box.active() && event.key() == Qt::Key_Escape) {
        m_box.cancel();
        return true;
    }
    const double step = std::min(m_canvas.width(), m_canvas.height()) / 4.0;
    switch (event.key()) {
    case Qt::Key_Left:
        pan({step, 0});
        return true;
    case Qt::Key_Right:
        pan({-step, 0});
        return true;
    case Qt::Key_Up:
        pan({0, step});
        return true;
    case Qt::Key_Down:
        pan({0, -step});
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas.zoomBy(keyZoom);
        return true;
    case Qt::Key_Minus:
        m_canvas.zoomBy(1 / keyZoom);
        return true;
    case Qt::Key_Home:
        m_canvas.showDefault();
        return true;
    case Qt::Key_Tab:
        // Beyond the last segment Tab leaves the map, so that the keyboard is never trapped here.
        return !event.modifiers().testFlag(Qt::ControlModifier) && m_canvas.stepSegment(1);
    case Qt::Key_Backtab:
        return m_canvas.stepSegment(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT m_canvas.openRequested(m_session.selection().subject());
        return true;
    case Qt::Key_Escape:
        m_session.selection().selectSubject({});
        return true;
    default:
        return false;
    }
}

bool MapInteraction::gesture(QGestureEvent &event)
{
    const auto *pinch = static_cast<QPinchGesture *>(event.gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    m_glider->stop();
    m_holdTimer.stop();
    const QPointF at = m_canvas.mapFromGlobal(pinch->centerPoint());
    m_canvas.setView(m_canvas.view().zoomedAt(at, pinch->scaleFactor()));
    return true;
}

bool MapInteraction::nativeGesture(const QNativeGestureEvent &event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    m_glider->stop();
    m_canvas.setView(m_canvas.view().zoomedAt(event.position(), 1 + event.value()));
    return true;
}

bool MapInteraction::leave()
{
    m_hoverTimer.stop();
    m_tip->hide();
    m_session.selection().hover({});
    Q_EMIT m_canvas.pointedAt(LatLon());
    return false;
}

void MapInteraction::pan(QPointF byPixels)
{
    m_canvas.setView(m_canvas.view().panned(byPixels));
}

void MapInteraction::lookUnderPointer()
{
    if (m_pressed || m_box.active() || !m_canvas.ready())
        return;
    const auto hits = m_canvas.hitsAt(m_pointer);
    const auto choices = choicesOf(hits);
    m_session.selection().hover(choices.empty() ? QString() : choices.front().id);
    m_canvas.setCursor(choices.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    m_tip->show(hits, m_pointer.toPoint());
}

bool MapInteraction::contextMenu(const QContextMenuEvent &event)
{
    m_tip->hide();
    showCanvasMenu(m_session, m_canvas, *m_chooser, event.pos());
    return true;
}

} // namespace ca
