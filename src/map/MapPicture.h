// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapView.h"

#include <QImage>
#include <QPainter>

namespace ca {

/// A rendered map and what it shows. Painting it for another view moves and scales it: a frame's answer while the next
/// picture is being made.
struct MapPicture {
    QImage image;      ///< view.size × device pixel ratio
    MapView view;

    /// Paints the picture where @p now has it; what it does not reach stays as it is. Nothing when the projections differ.
    void paint(QPainter &painter, const MapView &now) const;
    /// The whole logical pixels of @p now that paint() fills.
    [[nodiscard]] QRect covered(const MapView &now) const;

private:
    /// Where @p now has the picture, logical pixels; empty when it cannot show it.
    [[nodiscard]] QRectF target(const MapView &now) const;
    [[nodiscard]] double scale(const MapView &now) const { return view.metresPerPixel / now.metresPerPixel; }
};

} // namespace ca
