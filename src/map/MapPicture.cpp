// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapPicture.h"

#include <cmath>

namespace ca {
namespace {

bool unscaled(double scale)
{
    return std::abs(scale - 1) < 1e-9;
}

} // namespace

QRectF MapPicture::target(const MapView &now) const
{
    if (image.isNull() || view.projection != now.projection)
        return {};
    const QPointF corner = now.toScreen(view.toPlane({0, 0}));
    if (!unscaled(scale(now)))
        return {corner, view.size * scale(now)};
    // Whole device pixels: moved by a fraction, every pixel would have to be mixed anew and the map would blur.
    const double ratio = image.devicePixelRatio();
    return {QPointF(std::round(corner.x() * ratio), std::round(corner.y() * ratio)) / ratio, QSizeF(image.size()) / ratio};
}

void MapPicture::paint(QPainter &painter, const MapView &now) const
{
    const QRectF to = target(now);
    if (to.isEmpty())
        return;
    if (unscaled(scale(now)))
        painter.drawImage(to.topLeft(), image);
    else
        painter.drawImage(to, image, QRectF(image.rect()));
}

QRect MapPicture::covered(const MapView &now) const
{
    const QRectF seen = target(now) & QRectF(QPointF(), now.size);
    if (seen.isEmpty())
        return {};
    const QPoint first(int(std::ceil(seen.left())), int(std::ceil(seen.top())));
    return {first, QPoint(int(std::floor(seen.right())) - 1, int(std::floor(seen.bottom())) - 1)};
}

} // namespace ca
