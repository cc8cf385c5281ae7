// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/StripPlot.h"

#include "charts/StripPainter.h"
#include "panels/HtmlWriter.h"

namespace ca {

StripPlot::StripPlot(QWidget *parent) : QCustomPlot(parent)
{
    setObjectName(QStringLiteral("stripPlot"));
    setAccessibleName(tr("Segments along the corridor"));
    setMouseTracking(true);
    setMinimumHeight(96);
    plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setMargins(QMargins(14, 4, 14, 24));
    yAxis->setVisible(false);
    xAxis->grid()->setVisible(false);
    xAxis->setNumberFormat(QStringLiteral("f"));
    xAxis->setNumberPrecision(0);
    xAxis->setSubTicks(false);
    xAxis->setTickLength(0, 4);
    xAxis->setTickLabelPadding(2);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    axisRect()->setRangeDrag(Qt::Horizontal);
    axisRect()->setRangeZoom(Qt::Horizontal);
    connect(xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, &StripPlot::keepRange);
    connect(this, &QCustomPlot::mouseDoubleClick, this, [this] {
        xAxis->setRange(0, m_strip.totalKm());
        replot();
    });
    new StripPainter(*this);  // owned by the plot
    applyPalette();
}

void StripPlot::setStrip(const Strip &strip)
{
    m_strip = strip;
    m_hovered.clear();
    xAxis->setRange(0, std::max(1.0, strip.totalKm()));
    replot(QCustomPlot::rpQueuedReplot);
}

void StripPlot::setEmphasis(const QString &selected, const QString &hovered)
{
    if (selected == m_selected && hovered == m_hovered)
        return;
    m_selected = selected;
    m_hovered = hovered;
    replot(QCustomPlot::rpQueuedReplot);
}

void StripPlot::keepRange(const QCPRange &range)
{
    const double total = std::max(1.0, m_strip.totalKm());
    const double smallest = std::min(5.0, total);
    QCPRange kept = range.bounded(0, total);
    if (kept.size() < smallest)
        kept = QCPRange(kept.lower, kept.lower + smallest).bounded(0, total);
    if (kept != range)
        xAxis->setRange(kept);
}

QPointF StripPlot::bandCentre(const QString &segment) const
{
    const Strip::Part *part = m_strip.part(segment);
    if (!part)
        return {};
    return {xAxis->coordToPixel((part->startKm + part->endKm) / 2), StripPainter::bandRect(*this).center().y()};
}

QString StripPlot::segmentAt(QPointF at) const
{
    if (!axisRect()->rect().contains(at.toPoint()))
        return {};
    const Strip::Part *part = m_strip.partAt(xAxis->pixelToCoord(at.x()));
    return part ? part->segment : QString();
}

void StripPlot::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position();
    QCustomPlot::mousePressEvent(event);
}

void StripPlot::mouseMoveEvent(QMouseEvent *event)
{
    QCustomPlot::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton)
        Q_EMIT segmentHovered(segmentAt(event->position()));
}

void StripPlot::mouseReleaseEvent(QMouseEvent *event)
{
    QCustomPlot::mouseReleaseEvent(event);
    const bool moved = (event->position() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    const QString segment = segmentAt(event->position());
    if (event->button() == Qt::LeftButton && !moved && !segment.isEmpty())
        Q_EMIT segmentClicked(segment);
}

void StripPlot::leaveEvent(QEvent *event)
{
    QCustomPlot::leaveEvent(event);
    Q_EMIT segmentHovered({});
}

void StripPlot::changeEvent(QEvent *event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyPalette();
}

void StripPlot::resizeEvent(QResizeEvent *event)
{
    // The window may have moved to a screen of another density.
    setBufferDevicePixelRatio(devicePixelRatioF());
    QCustomPlot::resizeEvent(event);
}

void StripPlot::applyPalette()
{
    const QColor text = palette().color(QPalette::Text);
    const QColor base = palette().color(QPalette::Base);
    const QColor muted = HtmlWriter::mixed(text, base, 0.65);
    setBackground(base);
    xAxis->setBasePen(QPen(HtmlWriter::mixed(text, base, 0.3)));
    xAxis->setTickPen(QPen(HtmlWriter::mixed(text, base, 0.3)));
    xAxis->setTickLabelColor(muted);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    xAxis->setTickLabelFont(small);
    replot(QCustomPlot::rpQueuedReplot);
}

} // namespace ca
