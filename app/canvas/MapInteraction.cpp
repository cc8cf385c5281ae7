// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/MapInteraction.h"

#include "canvas/HitMenu.h"
#include "canvas/HoverTip.h"
#include "canvas/MapCanvas.h"
#include "panels/Describe.h"
#include "window/Session.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <cmath>

namespace ca {

namespace {

constexpr double keyZoom = 1.5;
constexpr double clickZoom = 2;
constexpr double wheelNotches = 2;  // notches of a wheel that double the scale
constexpr int hoverDelayMs = 16;

} // namespace

MapInteraction::MapInteraction(Session &session, MapCanvas &canvas)
    : QObject(&canvas), m_session(session), m_canvas(canvas), m_tip(new HoverTip(session, &canvas))
{
    m_hoverTimer.setSingleShot(true);
    connect(&m_hoverTimer, &QTimer::timeout, this, &MapInteraction::lookUnderPointer);
    m_clearTimer.setSingleShot(true);
    connect(&m_clearTimer, &QTimer::timeout, this, [this] { m_session.selection().selectSubject({}); });
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
    if (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton)
        return false;
    m_canvas.setFocus(Qt::MouseFocusReason);
    m_pressed = true;
    m_dragging = false;
    m_pressedAt = m_dragFrom = event.position();
    return true;
}

bool MapInteraction::move(const QMouseEvent &event)
{
    m_pointer = event.position();
    Q_EMIT m_canvas.pointedAt(m_canvas.view().toLatLon(m_pointer));
    if (!m_pressed) {
        if (!m_hoverTimer.isActive())
            m_hoverTimer.start(hoverDelayMs);
        return true;
    }
    if (!m_dragging && (m_pointer - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        m_tip->hide();
        m_canvas.setCursor(Qt::ClosedHandCursor);
    }
    if (m_dragging) {
        pan(m_pointer - m_dragFrom);
        m_dragFrom = m_pointer;
    }
    return true;
}

bool MapInteraction::release(const QMouseEvent &event)
{
    if (!m_pressed)
        return false;
    const bool clicked = !m_dragging && event.button() == Qt::LeftButton;
    m_pressed = m_dragging = false;
    m_canvas.unsetCursor();
    if (clicked)
        click(event.position());
    return true;
}

bool MapInteraction::doubleClick(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    m_clearTimer.stop();
    const double factor = event.modifiers().testFlag(Qt::ShiftModifier) ? 1 / clickZoom : clickZoom;
    m_canvas.setView(m_canvas.view().zoomedAt(event.position(), factor));
    return true;
}

bool MapInteraction::wheel(QWheelEvent &event)
{
    const double notches = event.angleDelta().y() / 120.0;
    if (notches == 0)
        return false;
    m_tip->hide();
    m_canvas.setView(m_canvas.view().zoomedAt(event.position(), std::pow(2, notches / wheelNotches)));
    event.accept();
    return true;
}

bool MapInteraction::key(const QKeyEvent &event)
{
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
    const QPointF at = m_canvas.mapFromGlobal(pinch->centerPoint());
    m_canvas.setView(m_canvas.view().zoomedAt(at, pinch->scaleFactor()));
    return true;
}

bool MapInteraction::nativeGesture(const QNativeGestureEvent &event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
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
    if (m_pressed || !m_canvas.ready())
        return;
    const auto hits = m_canvas.hitsAt(m_pointer);
    const auto choices = choicesOf(hits);
    m_session.selection().hover(choices.empty() ? QString() : choices.front().id);
    m_canvas.setCursor(choices.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    m_tip->show(hits, m_pointer.toPoint());
}

void MapInteraction::click(QPointF at)
{
    m_tip->hide();
    const auto choices = choicesOf(m_canvas.hitsAt(at));
    if (choices.empty())
        m_clearTimer.start(QApplication::doubleClickInterval());
    else if (choices.size() == 1)
        choose(choices.front());
    else
        showHitMenu(m_session, m_canvas, choices, at.toPoint(), [this](const Hit &hit) { choose(hit); });
}

void MapInteraction::choose(const Hit &hit)
{
    if (!hit.corridor.isEmpty())
        m_session.setCorridor(hit.corridor);
    m_session.selection().selectSubject(hit.id);
}

bool MapInteraction::contextMenu(const QContextMenuEvent &event)
{
    m_tip->hide();
    const QPointF at = event.pos();
    const LatLon place = m_canvas.view().toLatLon(at);
    auto *menu = new QMenu(&m_canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Hit &hit : choicesOf(m_canvas.hitsAt(at))) {
        const QString name = choiceText(m_session, hit);
        menu->addAction(tr("Select %1").arg(name), this, [this, hit] { choose(hit); });
    }
    menu->addSeparator();
    menu->addAction(tr("Zoom in here"), this,
                    [this, at] { m_canvas.setView(m_canvas.view().zoomedAt(at, clickZoom)); });
    menu->addAction(tr("Zoom out"), this,
                    [this, at] { m_canvas.setView(m_canvas.view().zoomedAt(at, 1 / clickZoom)); });
    menu->addAction(tr("Default view"), &m_canvas, &MapCanvas::showDefault);
    menu->addAction(tr("All corridors"), &m_canvas, &MapCanvas::showAll);
    menu->addSeparator();
    menu->addAction(tr("Copy coordinates"), this,
                    [place] { QGuiApplication::clipboard()->setText(describe::coordinates(place)); });
    menu->popup(event.globalPos());
    return true;
}

} // namespace ca
