// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "figure/FigureComposition.h"

#include <QImage>
#include <QSize>

#include <functional>

namespace ca {

/// What of a figure becomes a picture of pixels, and how it is painted piece by piece. Refers to the composition, which must
/// outlive it. May be used on several threads at once.
class FigurePicture {
public:
    static constexpr double mostPixels = 300e6;

    /// The whole page, opaque unless the composition is transparent. Refused with the reason: no pixels, more than 300
    /// megapixels, a side longer than can be drawn.
    [[nodiscard]] static Result<FigurePicture> ofPage(const FigureComposition &figure, double dpi);
    /// The part @p part of the page, logical pixels of it, always opaque. Refused as above.
    [[nodiscard]] static Result<FigurePicture> ofPart(const FigureComposition &figure, const QRectF &part, double dpi);
    /// The map frame alone: whole pixels of it, always opaque. Refused as above.
    [[nodiscard]] static Result<FigurePicture> ofMap(const FigureComposition &figure, double dpi);

    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] bool hasAlpha() const { return m_what == What::Page && m_figure->transparent; }
    /// Device pixels to the logical one of the map's view.
    [[nodiscard]] double mapScale() const { return m_scale * m_figure->layout.scale; }
    /// Device pixels to the page's logical one: the same to the right and down, so that the map is painted pixel by pixel, and no
    /// less than the size asks for.
    [[nodiscard]] double scale() const { return m_scale; }
    /// Paints the rows from @p first up to @p end of @p picture, which has all of size(): the same pixels whatever else of it
    /// is painted.
    void paint(QImage &picture, int first, int end) const;

    /// A piece of the picture: rows of @p picture from @p first up to @p end are painted, nothing else is.
    struct Piece {
        const QImage &picture;
        int first;
        int end;
        bool last;
        std::size_t index;
    };
    [[nodiscard]] std::size_t pieceCount() const;
    /// Paints all pieces and shows each to @p use, on all cores at once and in no order. Memory is that of the pieces at
    /// hand. Fails when there is none, or when cancelled.
    [[nodiscard]] Result<Done> paintPieces(const CancelToken &cancel, const std::function<void(const Piece &)> &use) const;

private:
    enum class What { Page, Part, MapAlone };
    FigurePicture(const FigureComposition &figure, QSize size, What what) : m_figure(&figure), m_size(size), m_what(what) {}
    [[nodiscard]] int pieceBegin(std::size_t piece) const;

    const FigureComposition *m_figure;
    QSize m_size;
    What m_what;
    QPointF m_leftTop;  ///< of the part, page
    double m_scale = 1;
};

} // namespace ca
