// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/StripPainter.h"

#include "panels/HtmlWriter.h"

#include <algorithm>

namespace ca {

namespace {

constexpr double bandHeight = 16;
constexpr double labelHeight = 18;

struct StatusFill {
    QRgb color;
    Qt::BrushStyle hatch;
};

StatusFill fillOf(Status status)
{
    switch (status) {
    case Status::Operating:
        return {0xff009e73, Qt::SolidPattern};
    case Status::Construction:
        return {0xffe69f00, Qt::BDiagPattern};
    case Status::Planned:
        return {0xff56b4e9, Qt::FDiagPattern};
    case Status::Announced:
        return {0xffcc79a7, Qt::Dense6Pattern};
    case Status::Suspended:
        return {0xffd55e00, Qt::HorPattern};
    case Status::Closed:
        return {0xffd55e00, Qt::DiagCrossPattern};
    case Status::Dismantled:
        return {0xff888888, Qt::CrossPattern};
    case Status::Unknown:
        break;
    }
    return {0xff999999, Qt::Dense7Pattern};
}

} // namespace

QBrush statusBrush(Status status)
{
    const StatusFill fill = fillOf(status);
    return QBrush(QColor::fromRgb(fill.color), fill.hatch);
}

StripPainter::StripPainter(StripPlot &plot) : QCPLayerable(&plot, QStringLiteral("main")), m_plot(plot) {}

void StripPainter::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    applyAntialiasingHint(painter, mAntialiased, QCP::aeOther);
}

QRectF StripPainter::bandRect(const StripPlot &plot)
{
    const QRectF area = plot.axisRect()->rect();
    return {area.left(), area.bottom() - labelHeight - bandHeight, area.width(), bandHeight};
}

QRectF StripPainter::partRect(const Strip::Part &part) const
{
    const QRectF band = bandRect(m_plot);
    const double left = std::max(band.left(), m_plot.xAxis->coordToPixel(part.startKm));
    const double right = std::min(band.right(), m_plot.xAxis->coordToPixel(part.endKm));
    return {left, band.top(), std::max(0.0, right - left), band.height()};
}

void StripPainter::draw(QCPPainter *painter)
{
    std::size_t most = 1;
    for (const Strip::Part &part : m_plot.strip().parts)
        most = std::max(most, part.passages);
    for (const Strip::Part &part : m_plot.strip().parts) {
        if (partRect(part).width() <= 0)
            continue;
        drawBar(*painter, part, most);
        drawPart(*painter, part);
    }
    drawTicks(*painter);
}

void StripPainter::drawPart(QPainter &painter, const Strip::Part &part) const
{
    const QRectF rect = partRect(part).adjusted(0.5, 0, -0.5, 0);
    const QPalette palette = m_plot.palette();
    const QColor base = palette.color(QPalette::Base);
    const QBrush brush = statusBrush(part.status);
    const bool solid = brush.style() == Qt::SolidPattern;
    painter.setPen(Qt::NoPen);
    painter.setBrush(HtmlWriter::mixed(brush.color(), base, solid ? 1 : 0.28));
    painter.drawRect(rect);
    if (!solid) {
        painter.setBrush(brush);
        painter.drawRect(rect);
    }
    const bool selected = part.segment == m_plot.selected();
    if (selected || part.segment == m_plot.hovered()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.color(QPalette::Text), selected ? 2.5 : 1.2));
        painter.drawRect(rect.adjusted(1, 0.5, -1, -0.5));
    }
    const QString word = title(part.status);
    const QRectF text = QFontMetricsF(m_plot.xAxis->tickLabelFont()).boundingRect(word);
    if (text.width() + 12 > rect.width())
        return;
    painter.setFont(m_plot.xAxis->tickLabelFont());
    const QRectF plate(rect.center().x() - text.width() / 2 - 4, rect.top() + 1.5, text.width() + 8, rect.height() - 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(base);
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(plate, Qt::AlignCenter, word);
}

void StripPainter::drawBar(QPainter &painter, const Strip::Part &part, std::size_t most) const
{
    if (part.passages == 0)
        return;
    const QRectF band = partRect(part);
    const double top = m_plot.axisRect()->rect().top() + 14;
    const double height = (band.top() - 3 - top) * static_cast<double>(part.passages) / static_cast<double>(most);
    const QPalette palette = m_plot.palette();
    const QColor text = palette.color(QPalette::Text);
    const QRectF bar(band.left() + 1, band.top() - 3 - height, std::max(2.0, band.width() - 2), height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(HtmlWriter::mixed(text, palette.color(QPalette::Base), 0.28));
    painter.drawRect(bar);
    painter.setFont(m_plot.xAxis->tickLabelFont());
    painter.setPen(text);
    painter.drawText(QRectF(bar.center().x() - 30, bar.top() - 14, 60, 14), Qt::AlignHCenter | Qt::AlignBottom,
                     QString::number(part.passages));
}

void StripPainter::drawTicks(QPainter &painter) const
{
    const QRectF area = m_plot.axisRect()->rect();
    const QRectF band = bandRect(m_plot);
    const QFontMetricsF metrics(m_plot.xAxis->tickLabelFont());
    const auto placed = placeTicks(
        m_plot.strip(), area.left(), area.right(), [this](double km) { return m_plot.xAxis->coordToPixel(km); },
        [&metrics](const QString &label) { return metrics.horizontalAdvance(label); });
    const QPalette palette = m_plot.palette();
    const QColor text = palette.color(QPalette::Text);
    painter.setFont(m_plot.xAxis->tickLabelFont());
    for (const PlacedTick &place : placed) {
        const bool border = place.tick->kind == WaypointKind::BorderCrossing;
        QFont font = m_plot.xAxis->tickLabelFont();
        font.setItalic(border);
        painter.setFont(font);
        painter.setPen(QPen(text, border ? 2 : 1, border ? Qt::DotLine : Qt::SolidLine));
        painter.drawLine(QPointF(place.x, border ? band.top() - 4 : band.bottom()), QPointF(place.x, band.bottom() + 3));
        painter.setPen(text);
        painter.drawText(QRectF(place.left - 2, band.bottom() + 3, place.width + 6, labelHeight - 3),
                         Qt::AlignLeft | Qt::AlignVCenter, place.tick->label);
    }
}

} // namespace ca
