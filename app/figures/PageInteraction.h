// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/ElementMove.h"

#include "figure/FigureView.h"

#include <QObject>

class QContextMenuEvent;
class QEvent;
class QKeyEvent;
class QMouseEvent;
class QPainter;
class QWheelEvent;

namespace ca {

class FigurePage;
class TextInPlace;

/// What mouse and keys do on the page.
class PageInteraction : public QObject {
    Q_OBJECT
public:
    explicit PageInteraction(FigurePage &page);

    bool handle(QEvent *event);
    /// Guides and the outline of what the pointer is over, widget pixels.
    void paint(QPainter &painter) const;
    void editText(FigureElement element);
    void commitText();
    /// The selection changed: keys pressed from now on are a step of their own.
    void startRun() { ++m_run; }

private:
    enum class Drag { None, Element, Map, Page };
    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    void drag(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    bool doubleClick(const QMouseEvent &event);
    bool wheel(QWheelEvent &event);
    bool contextMenu(const QContextMenuEvent &event);
    bool keyPressed(const QKeyEvent &event);
    bool keyReleased(const QKeyEvent &event);
    bool zoomKey(int key);
    bool escape();
    bool step(QPointF direction, bool far);
    bool switchOff();
    void beginElement(Handle handle, QPointF at);
    void openSelected();
    /// The document's map looks as in @p wanted; steps of one @p kind are one step until startRun().
    void lookFrom(const QString &text, const FigureView &wanted, const QString &kind);
    void zoomMap(QPointF onPage, double factor);
    [[nodiscard]] bool onMap(QPointF onWidget, Qt::KeyboardModifiers modifiers) const;
    [[nodiscard]] Handle handleAt(QPointF onWidget) const;
    [[nodiscard]] std::optional<FigureElement> elementAt(QPointF onWidget) const;
    void updateCursor();

    FigurePage &m_page;
    ElementMove m_move;
    TextInPlace *m_text;
    Drag m_drag = Drag::None;
    bool m_moved = false;          ///< the press has become a drag
    bool m_space = false;
    QPointF m_pressedAt;           ///< widget
    QPointF m_pointer;
    FigureView m_atPress;
    int m_run = 0;
    std::optional<FigureElement> m_hovered;
};

} // namespace ca
