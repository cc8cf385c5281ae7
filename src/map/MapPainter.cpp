// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapPainter.h"

#include "base/Logging.h"
#include "map/BasePainter.h"
#include "map/LabelPainter.h"
#include "map/StrandPainter.h"
#include "map/Summary.h"
#include "map/SymbolPainter.h"

#include <QElapsedTimer>

#include <cmath>

namespace ca::MapPainter {
namespace {

/// A straight line as if clipping had left it whole.
std::vector<ClippedRun> wholeLine(QPointF from, QPointF to)
{
    return {{{{from.x(), from.y()}, {to.x(), to.y()}}, 0}};
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
    QStringList layers;
    BasePainter::paint(painter, frame, layers);
    const std::vector<DrawnStrand> strands = drawnStrands(frame);
    StrandPainter::paint(painter, frame, strands);
    std::vector<WaypointKind> symbols;
    const bool subjects = SymbolPainter::paint(painter, frame, symbols);
    LabelPainter::paint(painter, frame, labels);
    if (request.cornerCredit)
        LabelPainter::paintCredit(painter, frame);
    painter.restore();
    return summarise(frame, strands, layers, symbols, subjects, labels);
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
    const LineStyle line = style.segmentLine(corridor, mode, status);
    const double inset = line.width / 2 + line.casingWidth;
    const auto runs = wholeLine({rect.left() + inset, rect.center().y()}, {rect.right() - inset, rect.center().y()});
    StrandPainter::paintCasing(painter, line, runs);
    StrandPainter::paintCore(painter, line, mode, status, style.color(QStringLiteral("hollow")), runs, rect.width() - 2 * inset);
    painter.restore();
}

void paintPrecisionSample(QPainter &painter, const QRectF &rect, const MapStyle &style, Precision precision)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    LineStyle line = style.segmentLine({}, Mode::Rail, Status::Operating);
    line.color = style.color(QStringLiteral("ink"));
    const double inset = line.width / 2 + line.casingWidth;
    const auto runs = wholeLine({rect.left() + inset, rect.center().y()}, {rect.right() - inset, rect.center().y()});
    if (precision == Precision::Estimated) {
        const double band = std::min(rect.height(), 12.0);
        painter.fillRect(QRectF(rect.left(), rect.center().y() - band / 2, rect.width(), band),
                         style.color(QStringLiteral("uncertainty")));
    }
    StrandPainter::paintCasing(painter, line, runs);
    StrandPainter::paintCore(painter, line, Mode::Rail, Status::Operating, style.color(QStringLiteral("hollow")), runs, rect.width() - 2 * inset);
    StrandPainter::paintPrecision(painter, precision, line.width, style.color(QStringLiteral("hollow")), runs);
    painter.restore();
}

void paintWaypointSymbol(QPainter &painter, QPointF centre, double size, const MapStyle &style, WaypointKind kind)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    SymbolPainter::paintWaypoint(painter, centre, size, style, kind);
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
