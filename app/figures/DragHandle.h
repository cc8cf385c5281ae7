// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QToolButton>

namespace ca {

class FigureOutput;

/// A button to take hold of: dragging it takes the figure into other programs. A click copies instead.
class DragHandle : public QToolButton {
    Q_OBJECT
public:
    /// @p output must outlive the handle.
    explicit DragHandle(FigureOutput &output, QWidget *parent = nullptr);

protected:
    void enterEvent(QEnterEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    FigureOutput &m_output;
    QPoint m_pressedAt;
};

} // namespace ca
