// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>

#include <optional>

namespace ca {

/// Puts images on a painter whose device is made of pixels, pixel for pixel. Not for painters of shapes (PDF, SVG) or turned
/// ones.
class PixelPainter {
public:
    /// Nothing where there are no upright pixels to be had.
    static std::optional<PixelPainter> on(QPainter &painter);

    /// Device pixels to the painter's unit.
    [[nodiscard]] double scale() const { return m_transform.m11(); }
    [[nodiscard]] QPointF toDevice(QPointF p) const { return m_transform.map(p); }
    [[nodiscard]] QRectF toDevice(const QRectF &r) const { return m_transform.mapRect(r); }
    [[nodiscard]] QRectF fromDevice(const QRectF &r) const { return m_transform.inverted().mapRect(r); }
    /// @p image with its left top corner at a device pixel.
    void draw(QPoint at, QImage image) const;

private:
    explicit PixelPainter(QPainter &painter);
    QPainter *m_painter;
    QTransform m_transform;
    double m_ratio;  ///< device pixels to the painter's own unit where it has no transformation
};

} // namespace ca
