// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PngFile.h"

#include "base/Parallel.h"
#include "figure/FigureMetadata.h"
#include "figure/PageImage.h"
#include "figure/PngChunks.h"
#include "figure/PngRows.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <vector>

namespace ca::pngfile {

namespace {

constexpr double longestSide = 32767;  // beyond it Qt's raster engine loses its coordinates
constexpr double pixelsOfPiece = 4e6;

/// Rows from first up to end.
struct Rows {
    int first;
    int end;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("PngFile", text);
}

std::optional<Error> objection(double width, double height)
{
    if (width < 1 || height < 1)
        return Error{tr("the picture would have no pixels"), {}, 0};
    if (width * height > mostPixels)
        return Error{tr("%1 × %2 pixels are %3 megapixels, more than the 300 this program writes")
                         .arg(width).arg(height).arg(std::ceil(width * height / 1e6)), {}, 0};
    if (width > longestSide || height > longestSide)
        return Error{tr("%1 × %2 pixels: no side may be longer than %3").arg(width).arg(height).arg(longestSide), {}, 0};
    return std::nullopt;
}

/// Rows that are painted and deflated as one piece. Small enough to be many at work, large enough not to follow every line
/// of the map too often.
std::vector<Rows> piecesOf(QSize size)
{
    const int count = std::clamp(int(double(size.width()) * size.height() / pixelsOfPiece), 1, size.height());
    std::vector<Rows> pieces;
    for (int i = 0; i < count; ++i)
        pieces.push_back({int(qint64(i) * size.height() / count), int(qint64(i + 1) * size.height() / count)});
    return pieces;
}

void paint(const FigureComposition &figure, QImage page, Rows rows)
{
    QPainter painter(&page);
    const QRect seen(0, rows.first, page.width(), rows.end - rows.first);
    painter.setClipRect(seen);
    if (!figure.transparent)
        painter.fillRect(seen, Qt::white);
    const double scale = page.width() / figure.page.width();
    painter.scale(scale, page.height() / figure.page.height());
    figure.paint(painter, scale);
}

/// Fails only when cancelled.
std::optional<QList<PngRows>> paintedRows(const FigureComposition &figure, PageImage &page, const CancelToken &cancel)
{
    const std::vector<Rows> pieces = piecesOf(page.image().size());
    QList<PngRows> deflated(qsizetype(pieces.size()));
    PngRows *to = deflated.data();
    parallelFor(pieces.size(), cancel, [&](std::size_t i) {
        paint(figure, page.image(), pieces[i]);
        to[i] = PngRows::of(page.image(), pieces[i].first, pieces[i].end, figure.transparent, i + 1 == pieces.size());
        page.release(pieces[i].first, pieces[i].end);
    });
    if (cancel.cancelled())
        return std::nullopt;
    return deflated;
}

} // namespace

Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options)
{
    const double dpi = options.dpi;
    const double width = std::round(figure.page.width() * dpi / 96), height = std::round(figure.page.height() * dpi / 96);
    if (const std::optional<Error> error = objection(width, height))
        return *error;
    PageImage page{QSize(int(width), int(height))};
    if (!page.valid())
        return Error{tr("there is not enough memory for %1 × %2 pixels").arg(width).arg(height), {}, 0};
    const std::optional<QList<PngRows>> rows = paintedRows(figure, page, options.cancel);
    if (!rows)
        return Error{tr("cancelled"), {}, 0};
    PngChunks file(page.image().size(), figure.transparent);
    file.setResolution(dpi);
    for (const auto &[key, value] : FigureMetadata::of(figure).textChunks())
        file.addText(key, value);
    file.addPixels(PngRows::joined(*rows));
    return file.finished();
}

} // namespace ca::pngfile
