// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapPainter.h"

#include "base/Logging.h"
#include "map/BasePainter.h"
#include "map/DisputedBorders.h"
#include "map/LabelPainter.h"
#include "map/StrandPainter.h"
#include "map/Summary.h"
#include "map/SymbolPainter.h"

#include <QElapsedTimer>

#include <cmath>

namespace ca::MapPainter {
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
    QStringList layers;
    BasePainter::paint(painter, frame, layers);
    const std::vector<DrawnStrand> strands = drawnStrands(frame);
    StrandPainter::paint(painter, frame, strands);
    const SymbolPainter::Drawn symbols = SymbolPainter::paint(painter, frame);
    LabelPainter::paint(painter, frame, labels);
    if (request.cornerCredit)
        LabelPainter::paintCredit(painter, frame);
    painter.restore();
    return summarise(frame, strands, layers, symbols, labels);
}

QImage render(const RenderRequest &request, DrawnSummary *summary, const CancelToken &cancel)
{
    if (!request.scene || !request.style)
        return {};  // a null image rather than one of chance bytes
    QElapsedTimer timer;
    timer.start();
    const QSizeF pixels = request.view.size * request.devicePixelRatio;
    QImage image(int(std::ceil(pixels.width())), int(std::ceil(pixels.height())), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(request.devicePixelRatio);
    QPainter painter(&image);
    const DrawnSummary drawn = paint(painter, request, cancel);
    painter.end();
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
    DisputedBorders::stroke(painter, line, {{{{rect.left(), rect.center().y()}, {rect.right(), rect.center().y()}}, 0}});
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

void paintSubjectSymbol(QPainter &painter, QPointF centre, double size, const MapStyle &style, SubjectKind kind)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    SymbolPainter::paintSubject(painter, centre, size, style, kind);
    painter.restore();
}

} // namespace ca::MapPainter
