// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapPainter.h"

#include "base/Logging.h"
#include "base/Parallel.h"
#include "base/Tr.h"
#include "map/LabelPainter.h"
#include "map/LayerCache.h"
#include "map/LayerRaster.h"
#include "map/LayerVector.h"
#include "map/PaintGroups.h"
#include "map/PixelPainter.h"
#include "map/StrandPainter.h"
#include "map/Summary.h"
#include "map/SymbolPainter.h"

#include <QElapsedTimer>

#include <cmath>

namespace ca::MapPainter {
namespace {

QStringList reported(const std::vector<LayerStep> &steps, const std::vector<bool> &drawn)
{
    QStringList layers;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (drawn[i] && !steps[i].layer.isEmpty() && !layers.contains(steps[i].layer))
            layers << steps[i].layer;
    }
    return layers;
}

QImage paperImage(const Frame &frame, int width, int height)
{
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    if (!image.isNull())
        image.fill(frame.compiled->color(StyleColor::Paper));
    return image;
}

/// The layers under the corridors within @p area (screen coordinates) at @p scale device pixels to the logical one.
QImage layerImage(const Frame &frame, const QRectF &area, double scale, QStringList &layers)
{
    QImage image = paperImage(frame, int(std::ceil(area.width() * scale)), int(std::ceil(area.height() * scale)));
    if (image.isNull())
        return image;
    const std::vector<LayerStep> steps = layerSteps(frame);
    layers = reported(steps, LayerRaster::paint(image, frame, steps, area.topLeft(), scale));
    return image;
}

/// The layers in @p device, the frame's pixels on @p painter, as far as its clip lets them be seen.
QStringList paintLayerPixels(QPainter &painter, const PixelPainter &pixels, const Frame &frame, const QRect &device)
{
    LayerRaster::Rows wanted{0, device.height()};
    if (painter.hasClipping()) {
        const QRect seen = pixels.toDevice(painter.clipBoundingRect()).toAlignedRect() & device;
        wanted = {seen.top() - device.top(), seen.bottom() + 1 - device.top()};
    }
    if (wanted.first >= wanted.end)
        return {};
    const std::vector<LayerStep> steps = layerSteps(frame);
    const LayerRaster::Rows rows = LayerRaster::paintable(frame, steps, device.height(), wanted);
    QImage image = paperImage(frame, device.width(), rows.end - rows.first);
    if (image.isNull())
        return {};
    const QPointF origin = pixels.fromDevice(QRectF(device)).topLeft();
    const QStringList layers = reported(steps, LayerRaster::paint(image, frame, steps, origin, pixels.scale(), rows, device.height()));
    pixels.draw(device.topLeft() + QPoint(0, rows.first), image);
    return layers;
}

void paintPaper(QPainter &painter, const Frame &frame)
{
    const PaintGroup group(painter, QStringLiteral("map-paper"), tr("Ground"));
    painter.fillRect(frame.rect(), frame.compiled->color(StyleColor::Paper));
}

/// Devices of pixels get pixels, so that canvas, preview and picture file are the same; others get shapes.
QStringList paintLayers(QPainter &painter, const Frame &frame)
{
    const std::optional<PixelPainter> pixels = PixelPainter::on(painter);
    if (!pixels) {
        paintPaper(painter, frame);
        const std::vector<LayerStep> steps = layerSteps(frame);
        return reported(steps, LayerVector::paint(painter, frame, steps));
    }
    // Whole device pixels around the frame; what hangs over is the clip's business.
    return paintLayerPixels(painter, *pixels, frame, pixels->toDevice(frame.rect()).toAlignedRect());
}

/// Everything over the layers: corridors, symbols, labels, credit.
DrawnSummary paintOver(QPainter &painter, const Frame &frame, const std::vector<PlacedLabel> &labels, const QStringList &layers)
{
    const std::vector<DrawnStrand> strands = drawnStrands(frame);
    StrandPainter::paint(painter, frame, strands);
    const SymbolPainter::Drawn symbols = SymbolPainter::paint(painter, frame);
    LabelPainter::paint(painter, frame, labels);
    if (frame.request.cornerCredit)
        LabelPainter::paintCredit(painter, frame);
    return summarise(frame, strands, layers, symbols, labels);
}

} // namespace

DrawnSummary paint(QPainter &painter, const RenderRequest &request, const CancelToken &cancel)
{
    return paint(painter, request, LabelLayout::place(request, cancel), cancel);
}

DrawnSummary paint(QPainter &painter, const RenderRequest &request, const std::vector<PlacedLabel> &labels,
                   const CancelToken &cancel)
{
    if (!request.scene || !request.style || request.view.size.isEmpty())
        return {};
    const Frame frame(request, cancel);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QStringList layers = paintLayers(painter, frame);
    const DrawnSummary summary = paintOver(painter, frame, labels, layers);
    painter.restore();
    return summary;
}

QImage render(const RenderRequest &request, DrawnSummary *summary, const CancelToken &cancel, LayerCache *cache)
{
    if (!request.scene || !request.style)
        return {};  // a null image rather than one of chance bytes
    QElapsedTimer timer;
    timer.start();
    const Frame frame(request, cancel);
    std::vector<PlacedLabel> labels;
    QStringList layers;
    QImage image = cache ? cache->find(request, layers) : QImage();
    const bool known = !image.isNull();
    parallelFor(2, cancel, [&](std::size_t i) {
        if (i == 0)
            labels = LabelLayout::place(request, cancel);
        else if (!known)
            image = layerImage(frame, frame.rect(), request.devicePixelRatio, layers);
    });
    if (cache && !known && !cancel.cancelled())
        cache->keep(image, layers);
    if (image.isNull() || cancel.cancelled())
        return {};
    QPainter painter(&image);
    painter.scale(request.devicePixelRatio, request.devicePixelRatio);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const DrawnSummary drawn = paintOver(painter, frame, labels, layers);
    painter.end();
    image.setDevicePixelRatio(request.devicePixelRatio);
    qCDebug(logRender) << "rendered in" << timer.elapsed() << "ms";
    if (cancel.cancelled())
        return {};
    if (summary)
        *summary = drawn;
    return image;
}

void paintLineSample(QPainter &painter, const QRectF &rect, const MapStyle &style, const QString &corridor, Mode mode,
                     Status status)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    StrandPainter::paintSample(painter, rect, style, style.segmentLine(corridor, mode, status));
    painter.restore();
}

void paintBorderSample(QPainter &painter, const QRectF &rect, const MapStyle &style, bool disputed)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const LineStyle line = style.line(disputed ? QStringLiteral("disputed") : QStringLiteral("overlap"));
    LayerVector::paintLine(painter, line, {{rect.left(), rect.center().y()}, {rect.right(), rect.center().y()}});
    painter.restore();
}

void paintPrecisionSample(QPainter &painter, const QRectF &rect, const MapStyle &style, Precision precision)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    LineStyle line = style.segmentLine({}, Mode::Rail, Status::Operating);
    line.color = style.color(QStringLiteral("ink"));
    StrandPainter::paintSample(painter, rect, style, line, precision);
    painter.restore();
}

void paintWaypointSymbol(QPainter &painter, QPointF centre, double size, const MapStyle &style, WaypointKind kind)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    SymbolPainter::paintWaypoint(painter, centre, size, style, kind);
    painter.restore();
}

void paintGaugeBreakSymbol(QPainter &painter, QPointF centre, double size, const MapStyle &style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    SymbolPainter::paintGaugeBreak(painter, centre, size, style);
    painter.restore();
}

void paintLayerSample(QPainter &painter, const QRectF &rect, const LayerStyle &style, std::optional<GeometryKind> kind)
{
    const QColor neutral(0x80, 0x80, 0x80);
    const QRectF area = rect.adjusted(1, 0, -1, 0);
    const QPen pen = style.line.width > 0 ? QPen(style.line.color, std::min(style.line.width, rect.height())) : QPen(Qt::NoPen);
    painter.save();
    painter.setOpacity(style.opacity);
    if (!kind) {
        painter.setPen(neutral);
        painter.setBrush(QBrush(neutral, Qt::Dense5Pattern));
        painter.drawRect(area);
    } else if (*kind == GeometryKind::Point) {
        const double radius = std::min(rect.height(), style.pointSize) / 2;
        painter.setPen(style.pointOutline.isValid() ? QPen(style.pointOutline, 1) : QPen(Qt::NoPen));
        painter.setBrush(style.pointColor);
        painter.drawEllipse(rect.center(), radius, radius);
    } else if (*kind == GeometryKind::Line) {
        LayerVector::paintLine(painter, style.line, {{rect.left(), rect.center().y()}, {rect.right(), rect.center().y()}});
    } else {
        painter.setPen(pen);
        painter.setBrush(style.fill.isValid() ? QBrush(style.fill) : QBrush(Qt::NoBrush));
        painter.drawRect(area);
    }
    painter.restore();
}

void paintSubjectSymbol(QPainter &painter, QPointF centre, double size, const MapStyle &style, SubjectKind kind)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    SymbolPainter::paintSubject(painter, centre, size, style, kind);
    painter.restore();
}

} // namespace ca::MapPainter
