// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/HitTester.h"

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

class HoverTip;
class MapCanvas;
class Session;

/// What mouse, keyboard and touch do to the map. Drag pans, the wheel and pinching zoom about the pointer, a
/// click selects, and where corridors share a track it asks which.
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

    void click(QPointF at);
    void choose(const Hit &hit);
    void lookUnderPointer();
    void pan(QPointF byPixels);

    Session &m_session;
    MapCanvas &m_canvas;
    HoverTip *m_tip;
    QTimer m_hoverTimer;      ///< one look-up a frame at most
    QTimer m_clearTimer;      ///< a click beside everything clears, unless it begins a double click
    QPointF m_pointer;
    QPointF m_pressedAt;
    QPointF m_dragFrom;
    bool m_pressed = false;
    bool m_dragging = false;
};

} // namespace ca
