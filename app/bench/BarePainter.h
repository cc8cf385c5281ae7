// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/LabelLayout.h"
#include "map/RenderRequest.h"

#include <QImage>
#include <QPolygonF>

#include <vector>

namespace ca {

/// The floor of the benchmark: what QPainter alone needs for a picture when all else has been done before. Everything is in
/// memory, projected, simplified to half a pixel and cut to the view's neighbourhood; land is filled without anti-aliasing,
/// holes and all, lines are stroked with it, labels are blitted from images. One thread. No culling of what cannot be
/// seen, so that it is no limit for a renderer that does.
class BarePainter {
public:
    /// Prepares the same layers, corridors (as plain lines) and labels that a rendering of @p request draws.
    explicit BarePainter(const RenderRequest &request);
    /// Paints them; the image is kept from one call to the next.
    const QImage &paint();

private:
    struct Piece {
        enum class Kind { Area, Lines, Dots };
        Kind kind = Kind::Lines;
        std::vector<QPolygonF> polygons;  ///< logical pixels; dots: one polygon of centres
        QColor color;
        double size = 1;                  ///< width or radius, logical pixels
    };
    struct Label {
        QImage image;
        QPoint at;                        ///< device pixels
    };
    void addLayers(const RenderRequest &request);
    void addCorridors(const RenderRequest &request);
    void addLabels(const RenderRequest &request);
    static void paintPiece(QPainter &painter, const Piece &piece);

    QImage m_image;
    QColor m_paper;
    std::vector<Piece> m_pieces;
    std::vector<Label> m_labels;
};

} // namespace ca
