// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelPainter.h"

#include "base/Tr.h"
#include "map/LabelPictures.h"
#include "map/LabelText.h"
#include "map/PaintGroups.h"
#include "map/PixelPainter.h"

#include <QTransform>

namespace ca::LabelPainter {
namespace {

const QString &creditText()
{
    static const QString text = QStringLiteral("© OpenStreetMap contributors");  // a name, not for translation
    return text;
}

void paintPlace(QPainter &painter, const Frame &frame, const PlacedLabel &label)
{
    const TextStyle style = frame.style.text(label.style);
    painter.setPen(QPen(style.color, label.symbol == PlacedLabel::Symbol::Capital ? 1.5 : 1.0));
    painter.setBrush(frame.style.color(QStringLiteral("symbol-fill")));
    if (label.symbol == PlacedLabel::Symbol::Dot) {
        painter.drawEllipse(label.anchor, 2.1, 2.1);
    } else {
        painter.drawEllipse(label.anchor, 3.6, 3.6);
        painter.setBrush(style.color);
        painter.drawEllipse(label.anchor, 0.9, 0.9);
    }
    painter.setBrush(Qt::NoBrush);
}

void paintPlaces(QPainter &painter, const Frame &frame, const std::vector<PlacedLabel> &labels)
{
    const PaintGroup group(painter, QStringLiteral("layer-places"), tr("Towns and cities"));
    for (const PlacedLabel &label : labels) {
        if (label.symbol != PlacedLabel::Symbol::None)
            paintPlace(painter, frame, label);
    }
}

/// On pixels a label is a picture kept from before; elsewhere text stays text.
void paintText(QPainter &painter, const std::optional<PixelPainter> &pixels, const QString &text, const TextStyle &style,
               QPointF baseline, double angle)
{
    if (!pixels)
        return LabelText::paint(painter, text, style, baseline, angle);
    const LabelPictures::Picture picture = LabelPictures::of(text, style, angle, pixels->scale());
    pixels->draw(pixels->toDevice(baseline).toPoint() - picture.baseline, picture.image);
}

/// What a label in @p style may cover, its halo and the strokes beyond its measured box included.
QRectF reachOf(const PlacedLabel &label, const TextStyle &style)
{
    const double margin = label.box.height() + style.haloWidth;
    QTransform turned = QTransform::fromTranslate(label.baseline.x(), label.baseline.y());
    turned.rotate(label.angle);
    return turned.mapRect(label.box.translated(-label.baseline)).adjusted(-margin, -margin, margin, margin);
}

} // namespace

/// Names of corridors and their segments are written in the corridor's colour, made darker (or lighter, on
/// dark styles) so that they can be read.
TextStyle styleOf(const Frame &frame, const PlacedLabel &label)
{
    for (const UserLayer &layer : frame.request.userLayers) {
        if (label.style == layer.visibilityId())
            return layer.style.label;
    }
    TextStyle style = frame.style.text(label.style);
    QString corridor;
    if (label.id.startsWith(QLatin1String("corridor:")))
        corridor = label.id.section(QLatin1Char(':'), 1, 1);
    else if (label.id.startsWith(QLatin1String("segment:")))
        corridor = label.id.section(QLatin1Char(':'), 2, 2);
    if (!corridor.isEmpty())
        style.color = frame.style.corridorTextColor(corridor);
    return style;
}

void paint(QPainter &painter, const Frame &frame, const std::vector<PlacedLabel> &labels)
{
    paintPlaces(painter, frame, labels);
    const PaintGroup group(painter, QStringLiteral("layer-labels"), tr("Labels"));
    const std::optional<PixelPainter> pixels = PixelPainter::on(painter);
    // The most important last: should a halo touch its neighbour, it is the lesser one's.
    const QRectF seen = painter.hasClipping() ? painter.clipBoundingRect() : frame.rect();
    for (auto label = labels.rbegin(); label != labels.rend() && !frame.cancel.cancelled(); ++label) {
        const TextStyle style = styleOf(frame, *label);
        if (reachOf(*label, style).intersects(seen))
            paintText(painter, pixels, label->text, style, label->baseline, label->angle);
    }
}

QRectF creditRect(const Frame &frame)
{
    constexpr double padding = 4;
    const LabelText::Measure m = LabelText::measure(creditText(), frame.style.text(QStringLiteral("credit")));
    const QSizeF size(m.width + 2 * padding, m.height() + padding);
    return {QPointF(frame.view.size.width() - size.width(), frame.view.size.height() - size.height()), size};
}

void paintCredit(QPainter &painter, const Frame &frame)
{
    const TextStyle style = frame.style.text(QStringLiteral("credit"));
    const QRectF plate = creditRect(frame);
    const LabelText::Measure m = LabelText::measure(creditText(), style);
    painter.fillRect(plate, frame.style.color(QStringLiteral("plate")));
    const QPointF baseline(plate.left() + (plate.width() - m.width) / 2, plate.center().y() + (m.ascent - m.descent) / 2);
    paintText(painter, PixelPainter::on(painter), creditText(), style, baseline, 0);
}

} // namespace ca::LabelPainter
