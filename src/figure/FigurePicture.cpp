// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigurePicture.h"

#include "base/Parallel.h"
#include "base/Tr.h"
#include "figure/PageImage.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double longestSide = 32767;  // beyond it Qt's raster engine loses its coordinates
/// Small enough to be many at work and little in memory, large enough not to follow every line of the map too often.
constexpr double pixelsOfPiece = 4e6;

std::optional<Error> objection(double width, double height)
{
    if (width < 1 || height < 1)
        return Error{tr("the picture would have no pixels"), {}, 0};
    if (width * height > FigurePicture::mostPixels)
        return Error{tr("%1 × %2 pixels are %3 megapixels, more than the 300 this program writes")
                         .arg(width).arg(height).arg(std::ceil(width * height / 1e6)), {}, 0};
    if (width > longestSide || height > longestSide)
        return Error{tr("%1 × %2 pixels: no side may be longer than %3").arg(width).arg(height).arg(longestSide), {}, 0};
    return std::nullopt;
}

} // namespace

Result<FigurePicture> FigurePicture::ofPage(const FigureComposition &figure, double dpi)
{
    const double width = std::round(figure.page.width() * dpi / 96), height = std::round(figure.page.height() * dpi / 96);
    if (const std::optional<Error> error = objection(width, height))
        return *error;
    FigurePicture picture(figure, {int(width), int(height)}, What::Page);
    picture.m_scale = std::max(width / figure.page.width(), height / figure.page.height());
    return picture;
}

Result<FigurePicture> FigurePicture::ofPart(const FigureComposition &figure, const QRectF &part, double dpi)
{
    const double width = std::ceil(part.width() * dpi / 96), height = std::ceil(part.height() * dpi / 96);
    if (const std::optional<Error> error = objection(width, height))
        return *error;
    FigurePicture picture(figure, {int(width), int(height)}, What::Part);
    picture.m_scale = dpi / 96;
    picture.m_leftTop = part.topLeft();
    return picture;
}

Result<FigurePicture> FigurePicture::ofMap(const FigureComposition &figure, double dpi)
{
    // A pixel that the frame covers in part would lie nowhere.
    const QSizeF frame = figure.mapFrame().size() * dpi / 96;
    const double width = std::floor(frame.width()), height = std::floor(frame.height());
    if (const std::optional<Error> error = objection(width, height))
        return *error;
    FigurePicture picture(figure, {int(width), int(height)}, What::MapAlone);
    picture.m_scale = dpi / 96;
    return picture;
}

void FigurePicture::paint(QImage &picture, int first, int end) const
{
    QPainter painter(&picture);
    const QRect seen(0, first, picture.width(), end - first);
    painter.setClipRect(seen);
    if (!hasAlpha())
        painter.fillRect(seen, Qt::white);
    painter.scale(m_scale, m_scale);
    painter.translate(-m_leftTop);
    if (m_what == What::MapAlone)
        m_figure->paintMapAlone(painter, m_scale);
    else
        m_figure->paint(painter, m_scale);
}

std::size_t FigurePicture::pieceCount() const
{
    return std::size_t(std::clamp(int(double(m_size.width()) * m_size.height() / pixelsOfPiece), 1, m_size.height()));
}

int FigurePicture::pieceBegin(std::size_t piece) const
{
    return int(piece * std::size_t(m_size.height()) / pieceCount());
}

Result<Done> FigurePicture::paintPieces(const CancelToken &cancel, const std::function<void(const Piece &)> &use) const
{
    PageImage page{m_size};
    if (!page.valid())
        return Error{tr("there is not enough memory for %1 × %2 pixels").arg(m_size.width()).arg(m_size.height()), {}, 0};
    const std::size_t count = pieceCount();
    parallelFor(count, cancel, [&](std::size_t i) {
        QImage picture = page.image();
        const int first = pieceBegin(i), end = pieceBegin(i + 1);
        paint(picture, first, end);
        use({picture, first, end, i + 1 == count, i});
        page.release(first, end);
    });
    if (cancel.cancelled())
        return Error{tr("cancelled"), {}, 0};
    return Done{};
}

} // namespace ca
