// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/DragHandle.h"

#include "figures/FigureOutput.h"
#include "window/Icons.h"

#include <QApplication>
#include <QMouseEvent>

namespace ca {

DragHandle::DragHandle(FigureOutput &output, QWidget *parent) : QToolButton(parent), m_output(output)
{
    setObjectName(QStringLiteral("dragHandle"));
    setIcon(ca::icon(QStringLiteral("drag-out"), palette().color(QPalette::ButtonText)));
    setText(tr("Drag figure out"));
    setAccessibleName(tr("Drag the figure out, or copy it"));
    setToolTip(tr("Drag the figure into another program; a click copies it"));
    setAutoRaise(true);
    setCursor(Qt::OpenHandCursor);
    connect(this, &QToolButton::clicked, &output, &FigureOutput::copy);
}

void DragHandle::enterEvent(QEnterEvent *event)
{
    QToolButton::enterEvent(event);
    if (isEnabled())
        m_output.prepareDrag();
}

void DragHandle::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position().toPoint();
    QToolButton::mousePressEvent(event);
}

void DragHandle::mouseMoveEvent(QMouseEvent *event)
{
    QToolButton::mouseMoveEvent(event);
    const bool far = (event->position().toPoint() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!(event->buttons() & Qt::LeftButton) || !far)
        return;
    setDown(false);  // its release goes to whom it is dropped on
    m_output.drag(*this);
}

} // namespace ca
