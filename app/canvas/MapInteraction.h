// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/BoxZoom.h"
#include "canvas/DragSpeed.h"

#include <QObject>
#include <QPointF>
#include <QTimer>

class QContextMenuEvent;
class QEvent;
class QGestureEvent;
class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QWheelEvent;

namespace ca {

class HitChooser;
class HoverTip;
class MapCanvas;
class Session;
class ViewGlider;

/// What mouse, keyboard and touch do to the map. Drag pans and lets the map run on, with Shift it frames what to zoom to; the
/// wheel and pinching zoom about the pointer. A click chooses, holding the button lists all there is.
class MapInteraction : public QObject {
    Q_OBJECT
public:
    MapInteraction(Session &session, MapCanvas &canvas);

    /// True when the event is dealt with.
    bool handle(QEvent *event);

private:
    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    bool doubleClick(const QMouseEvent &event);
    bool wheel(QWheelEvent &event);
    bool key(const QKeyEvent &event);
    bool gesture(QGestureEvent &event);
    bool nativeGesture(const QNativeGestureEvent &event);
    bool contextMenu(const QContextMenuEvent &event);
    bool leave();

    void drag(const QMouseEvent &event);
    void endPress();
    void hold();
    void lookUnderPointer();
    void pan(QPointF byPixels);

    Session &m_session;
    MapCanvas &m_canvas;
    HoverTip *m_tip;
    HitChooser *m_chooser;
    ViewGlider *m_glider;
    BoxZoom m_box;
    DragSpeed m_speed;
    QTimer m_hoverTimer;      ///< one look-up a frame at most
    QTimer m_holdTimer;       ///< runs while a press may become a long one
    QPointF m_pointer;
    QPointF m_pressedAt;
    QPointF m_dragFrom;
    bool m_pressed = false;
    bool m_dragging = false;
    bool m_caught = false;    ///< the press stopped a map that ran on; that is all it does
};

} // namespace ca
