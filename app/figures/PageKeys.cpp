// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of PageInteraction.
#include "figures/FigureDocument.h"
#include "figures/FigurePage.h"
#include "figures/MapFraming.h"
#include "figures/PageInteraction.h"
#include "canvas/ZoomSteps.h"

#include <QKeyEvent>

namespace ca {

namespace {

constexpr double fine = 1, coarse = 10;   // page pixels that an element moves by
constexpr double mapStep = 20;            // page pixels that the map moves by inside its frame
constexpr double pageStep = 60;           // widget pixels that the page moves by

QPointF direction(int key)
{
    return {key == Qt::Key_Left ? -1.0 : key == Qt::Key_Right ? 1.0 : 0.0, key == Qt::Key_Up ? -1.0 : key == Qt::Key_Down ? 1.0 : 0.0};
}

} // namespace

bool PageInteraction::keyPressed(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;   // the window's
    switch (event.key()) {
    case Qt::Key_Space:
        m_space = true;
        updateCursor();
        return true;
    case Qt::Key_Escape:
        return escape();
    case Qt::Key_Tab:
        return m_page.selectNext(1);   // beyond the last one Tab leaves the page: the keyboard is never trapped here
    case Qt::Key_Backtab:
        return m_page.selectNext(-1);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return switchOff();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        openSelected();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return step(direction(event.key()), event.modifiers().testFlag(Qt::ShiftModifier));
    default:
        return zoomKey(event.key());
    }
}

bool PageInteraction::keyReleased(const QKeyEvent &event)
{
    if (event.key() != Qt::Key_Space || event.isAutoRepeat())
        return false;
    m_space = false;
    updateCursor();
    return true;
}

bool PageInteraction::zoomKey(int key)
{
    const bool closer = key == Qt::Key_Plus || key == Qt::Key_Equal;
    if (closer || key == Qt::Key_Minus) {
        const double factor = closer ? keyZoom : 1 / keyZoom;
        if (m_page.framing())
            zoomMap(m_page.rectOf(FigureElement::Map).center(), factor);
        else
            m_page.zoomBy(factor);
        return true;
    }
    if (key == Qt::Key_0)
        m_page.fitPage();
    else if (key == Qt::Key_1)
        m_page.showActualSize();
    else
        return false;
    return true;
}

/// One Escape undoes one thing.
bool PageInteraction::escape()
{
    if (m_drag == Drag::Element) {
        m_drag = Drag::None;
        m_move.cancel();
    } else if (m_drag == Drag::Map) {
        m_drag = Drag::None;
        lookFrom(tr("move the map in its frame"), m_atPress, QStringLiteral("pan"));
    } else if (m_page.framing()) {
        m_page.setFraming(false);
    } else if (m_page.selected()) {
        m_page.select(std::nullopt);
    } else {
        return false;
    }
    updateCursor();
    m_page.update();
    return true;
}

bool PageInteraction::step(QPointF direction, bool far)
{
    const auto element = m_page.selected();
    if (m_page.framing() && m_page.picture().composition) {
        const MapFraming framing(*m_page.picture().composition, m_page.picture().wish.view);
        const QPointF by = -direction * mapStep * (far ? 4 : 1);  // one looks to where the arrow points, as on the map
        lookFrom(tr("move the map in its frame"), framing.panned(m_page.document().view(), by), QStringLiteral("pan"));
    } else if (element) {
        m_move.nudge(*element, m_page.rectOf(*element), direction * (far ? coarse : fine), m_run);
    } else {
        m_page.setPageView(m_page.pageView().panned(-direction * pageStep));
    }
    return true;
}

bool PageInteraction::switchOff()
{
    const auto element = m_page.selected();
    if (!element || element == FigureElement::Map || m_drag != Drag::None)
        return false;
    m_page.document().edit(tr("switch off %1").arg(figureElementTitle(*element).toLower()),
                           [&element](FigureView &view) { view.figure.setShown(*element, false); });
    return true;
}

} // namespace ca
