// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/BoxZoom.h"

#include "canvas/MapCanvas.h"

#include <QApplication>
#include <QRubberBand>

namespace ca {

BoxZoom::BoxZoom(MapCanvas &canvas) : m_canvas(canvas), m_band(new QRubberBand(QRubberBand::Rectangle, &canvas))
{
    m_band->hide();
}

void BoxZoom::begin(QPoint at)
{
    m_from = at;
    m_active = true;
    m_band->setGeometry(QRect(at, QSize()));
    m_canvas.setCursor(Qt::CrossCursor);
}

void BoxZoom::pull(QPoint to)
{
    m_band->setGeometry(QRect(m_from, to).normalized().intersected(m_canvas.rect()));
    m_band->show();
}

void BoxZoom::cancel()
{
    m_active = false;
    m_band->hide();
    m_canvas.unsetCursor();
}

bool BoxZoom::finish()
{
    const QRectF framed = m_band->geometry();
    cancel();
    if (std::min(framed.width(), framed.height()) < QApplication::startDragDistance())
        return false;
    const PointXY a = m_canvas.view().toPlane(framed.bottomLeft()), b = m_canvas.view().toPlane(framed.topRight());
    m_canvas.setView(m_canvas.view().fitted(Box{a.x, a.y, b.x, b.y}));
    return true;
}

} // namespace ca
