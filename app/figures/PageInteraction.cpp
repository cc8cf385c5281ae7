// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and wheel; keys are in PageKeys.cpp.
#include "figures/PageInteraction.h"

#include "figures/FigureDocument.h"
#include "figures/FigurePage.h"
#include "figures/MapFraming.h"
#include "figures/PageMenu.h"
#include "figures/TextInPlace.h"
#include "map/Fonts.h"
#include "canvas/ZoomSteps.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace ca {

namespace {

constexpr double snapReach = 6;         // widget pixels
constexpr double dragStart = 4;         // widget pixels until a press is a drag

double marginOf(const FigureComposition &figure)
{
    return FigureLayout::marginOf(figure.layout.page) * figure.layout.scale;
}

} // namespace

PageInteraction::PageInteraction(FigurePage &page)
    : QObject(&page), m_page(page), m_move(page.document()), m_text(new TextInPlace(page.document(), &page))
{
}

bool PageInteraction::handle(QEvent *event)
{
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
        return keyPressed(*static_cast<QKeyEvent *>(event));
    case QEvent::KeyRelease:
        return keyReleased(*static_cast<QKeyEvent *>(event));
    case QEvent::ContextMenu:
        return contextMenu(*static_cast<QContextMenuEvent *>(event));
    case QEvent::FocusOut:
        m_space = false;
        return false;
    case QEvent::Leave:
        m_hovered.reset();
        m_page.update();
        return false;
    default:
        return false;
    }
}

bool PageInteraction::press(const QMouseEvent &event)
{
    commitText();
    m_page.setFocus(Qt::MouseFocusReason);
    m_pressedAt = m_pointer = event.position();
    m_moved = false;
    if (event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_space)) {
        m_drag = Drag::Page;
        updateCursor();
        return true;
    }
    if (event.button() != Qt::LeftButton)
        return false;
    if (onMap(m_pointer, event.modifiers())) {
        m_drag = Drag::Map;
        m_atPress = m_page.document().view();
        ++m_run;
        updateCursor();
        return true;
    }
    m_page.setFraming(false);
    if (handleAt(m_pointer) <= Handle::Body)  // what lies in front is taken, even within the selected one
        m_page.select(elementAt(m_pointer));
    if (m_page.selected())
        beginElement(handleAt(m_pointer), m_pointer);
    updateCursor();
    return true;
}

void PageInteraction::beginElement(Handle handle, QPointF at)
{
    if (handle == Handle::None)
        return;
    const FigureElement chosen = *m_page.selected();
    std::vector<QRectF> others;
    for (const auto &[element, rect] : m_page.elements()) {
        if (element != chosen)
            others.push_back(rect);
    }
    const PageView &view = m_page.pageView();
    const PageSnap snap(view.page, marginOf(*m_page.picture().composition), others, snapReach / view.zoom);
    m_drag = Drag::Element;
    m_move.begin(chosen, handle, m_page.rectOf(chosen), view.toPage(at), snap);
}

bool PageInteraction::move(const QMouseEvent &event)
{
    const QPointF before = std::exchange(m_pointer, event.position());
    if (m_drag == Drag::None) {
        const auto under = m_page.framing() ? std::nullopt : elementAt(m_pointer);
        if (std::exchange(m_hovered, under) != under)
            m_page.update();
        updateCursor();
        return true;
    }
    if (m_drag == Drag::Page) {
        m_page.setPageView(m_page.pageView().panned(m_pointer - before));
        return true;
    }
    const QPointF way = m_pointer - m_pressedAt;
    m_moved = m_moved || std::max(std::abs(way.x()), std::abs(way.y())) >= dragStart;
    if (m_moved)
        drag(event);
    return true;
}

void PageInteraction::drag(const QMouseEvent &event)
{
    const PageView &view = m_page.pageView();
    if (m_drag == Drag::Element) {
        const bool exactly = event.modifiers() & (Qt::AltModifier | Qt::ControlModifier);
        m_move.to(view.toPage(m_pointer), !exactly, event.modifiers().testFlag(Qt::ShiftModifier));
        return m_page.update();
    }
    const MapFraming framing(*m_page.picture().composition, m_page.picture().wish.view);
    const FigureView wanted = framing.panned(m_atPress, (m_pointer - m_pressedAt) / view.zoom);
    lookFrom(tr("move the map in its frame"), wanted, QStringLiteral("pan"));
}

bool PageInteraction::release(const QMouseEvent &event)
{
    if (m_drag == Drag::None || (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton))
        return false;
    m_drag = Drag::None;
    m_move.finish();
    ++m_run;
    updateCursor();
    m_page.update();
    return true;
}

bool PageInteraction::doubleClick(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || m_page.framing())
        return event.button() == Qt::LeftButton && press(event);
    m_page.select(elementAt(event.position()));
    openSelected();
    return true;
}

void PageInteraction::openSelected()
{
    const auto element = m_page.selected();
    if (element == FigureElement::Map)
        m_page.setFraming(true);
    else if (element)
        editText(*element);
    updateCursor();
}

bool PageInteraction::wheel(QWheelEvent &event)
{
    const int turned = event.angleDelta().y() != 0 ? event.angleDelta().y() : event.angleDelta().x();
    if (turned == 0 || m_drag == Drag::Element)
        return false;
    const double factor = std::pow(2, turned / 120.0 / wheelNotches);
    const PageView &view = m_page.pageView();
    if (onMap(event.position(), event.modifiers()))
        zoomMap(view.toPage(event.position()), factor);
    else
        m_page.setPageView(view.zoomedAt(event.position(), factor));
    event.accept();
    return true;
}

bool PageInteraction::contextMenu(const QContextMenuEvent &event)
{
    commitText();
    QPoint at = event.pos();
    if (event.reason() == QContextMenuEvent::Mouse)
        m_page.select(elementAt(at));
    else if (m_page.selected())
        at = m_page.pageView().toWidget(m_page.rectOf(*m_page.selected())).center().toPoint();
    showPageMenu(m_page, at);
    return true;
}

void PageInteraction::zoomMap(QPointF onPage, double factor)
{
    const MapFraming framing(*m_page.picture().composition, m_page.picture().wish.view);
    lookFrom(tr("zoom the map in its frame"), framing.zoomed(m_page.document().view(), onPage, factor), QStringLiteral("zoom"));
}

void PageInteraction::lookFrom(const QString &text, const FigureView &wanted, const QString &kind)
{
    m_page.document().edit(text, [&wanted](FigureView &view) {
        view.centre = wanted.centre;
        view.metresPerPixel = wanted.metresPerPixel;
    }, QStringLiteral("%1:%2").arg(kind).arg(m_run));
}

/// Whether what is done at @p onWidget goes to the map inside its frame.
bool PageInteraction::onMap(QPointF onWidget, Qt::KeyboardModifiers modifiers) const
{
    const bool meant = m_page.framing() || (modifiers.testFlag(Qt::ControlModifier) && m_page.selected() == FigureElement::Map);
    return meant && m_page.picture().composition
        && m_page.pageView().toWidget(m_page.rectOf(FigureElement::Map)).contains(onWidget);
}

Handle PageInteraction::handleAt(QPointF onWidget) const
{
    const auto element = m_page.selected();
    return element ? ElementHandles::at(m_page.pageView().toWidget(m_page.rectOf(*element)), onWidget) : Handle::None;
}

std::optional<FigureElement> PageInteraction::elementAt(QPointF onWidget) const
{
    return ElementHandles::elementAt(m_page.elements(), m_page.pageView().toPage(onWidget));
}

void PageInteraction::updateCursor()
{
    if (m_drag == Drag::Page || m_drag == Drag::Map)
        return m_page.setCursor(Qt::ClosedHandCursor);
    if (m_drag == Drag::Element)
        return m_page.setCursor(ElementHandles::cursor(m_move.handle()));
    if (m_space || onMap(m_pointer, {}))
        return m_page.setCursor(Qt::OpenHandCursor);
    const Handle handle = m_page.framing() ? Handle::None : handleAt(m_pointer);
    if (handle > Handle::Body || elementAt(m_pointer) == m_page.selected())
        return m_page.setCursor(ElementHandles::cursor(handle));
    m_page.setCursor(elementAt(m_pointer) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PageInteraction::paint(QPainter &painter) const
{
    const PageView &view = m_page.pageView();
    const bool hovering = m_drag == Drag::None && m_hovered && m_hovered != m_page.selected();
    if (hovering) {
        painter.setPen(QPen(m_page.palette().color(QPalette::Active, QPalette::Highlight), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(view.toWidget(m_page.rectOf(*m_hovered)));
    }
    painter.setPen(QPen(QColor(0xd6, 0x00, 0x6c), 1));  // a colour no bundled style uses
    for (const QLineF &guide : m_move.guides())
        painter.drawLine(QLineF(view.toWidget(guide.p1()), view.toWidget(guide.p2())));
}

void PageInteraction::editText(FigureElement element)
{
    const auto &composition = m_page.picture().composition;
    if (!TextInPlace::edits(element) || !composition)
        return;
    const FigureLayout &layout = composition->layout;
    const QFont printed = layout.font(element);
    const double units = printed.pixelSize();
    const PageView &view = m_page.pageView();
    QRectF rect = m_page.rectOf(element);
    if (rect.isEmpty()) {  // not on the page yet: where it will come
        const double margin = marginOf(*composition);
        rect = QRectF(margin, margin, view.page.width() - 2 * margin, units * 1.4 * layout.scale);
    }
    const QFont font = mapFont(std::max(6.0, units * layout.scale * view.zoom), printed.bold(), printed.italic());
    m_text->begin(element, layout.words(element, composition->content), font, view.toWidget(rect).toRect());
}

void PageInteraction::commitText()
{
    m_text->commit();
}

} // namespace ca
