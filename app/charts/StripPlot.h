// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/PlotLibrary.h"
#include "charts/StripModel.h"

namespace ca {

/// The strip's picture: bars for passages, the band of segments coloured and hatched by status, ticks with names,
/// and an axis of kilometres. Wheel and drag zoom and move along the corridor; a double click shows all of it.
class StripPlot : public QCustomPlot {
    Q_OBJECT
public:
    explicit StripPlot(QWidget *parent = nullptr);

    void setStrip(const Strip &strip);
    void setEmphasis(const QString &selected, const QString &hovered);
    [[nodiscard]] const Strip &strip() const { return m_strip; }
    [[nodiscard]] QString selected() const { return m_selected; }
    [[nodiscard]] QString hovered() const { return m_hovered; }
    /// Middle of a segment's band, widget coordinates; null when it is not shown.
    [[nodiscard]] QPointF bandCentre(const QString &segment) const;

Q_SIGNALS:
    void segmentHovered(const QString &segment);   ///< empty = none
    void segmentClicked(const QString &segment);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyPalette();
    void keepRange(const QCPRange &range);
    [[nodiscard]] QString segmentAt(QPointF at) const;

    Strip m_strip;
    QString m_selected;
    QString m_hovered;
    QPointF m_pressedAt;
};

} // namespace ca
