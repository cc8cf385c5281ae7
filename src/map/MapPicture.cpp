// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapPicture.h"

#include <cmath>

namespace ca {

void MapPicture::paint(QPainter &painter, const MapView &now) const
{
    if (image.isNull() || view.projection != now.projection)
        return;
    const QPointF corner = now.toScreen(view.toPlane({0, 0}));
    const double scale = view.metresPerPixel / now.metresPerPixel;
    if (std::abs(scale - 1) < 1e-9) {
        // Whole device pixels: moved by a fraction, every pixel would have to be mixed anew and the map would blur.
        const double ratio = image.devicePixelRatio();
        painter.drawImage(QPointF(std::round(corner.x() * ratio), std::round(corner.y() * ratio)) / ratio, image);
        return;
    }
    painter.drawImage(QRectF(corner, view.size * scale), image, QRectF(image.rect()));
}

} // namespace ca
