// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/LabelLayout.h"
#include "map/MapPainter.h"

#include <QPainter>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace ca {

/// A small map of the wider region that shows where the figure's frame lies: drawn by the same painter, in the same
/// projection, so that the frame is a rectangle in it. Immutable once made.
struct Inset {
    RenderRequest map;                 ///< land, water, borders, corridors; its view is in pixels of its own
    std::vector<PlacedLabel> labels;   ///< countries whose names fit
    QRectF frame;                      ///< the figure's frame, in screen coordinates of @c map
    double scale = 1;                  ///< layout units per screen unit of @c map: names in it are smaller than on the map
    DrawnSummary drawn;                ///< for the credits

    /// None where @p request already shows so much that a locator would say nothing.
    [[nodiscard]] static std::optional<Inset> of(const RenderRequest &request, QSizeF size);
    /// Size it has of itself in a frame of @p frame, all in layout units.
    [[nodiscard]] static QSizeF naturalSize(const RenderRequest &request, QSizeF frame);
    /// Paints within @p rect. @p deviceScale: device pixels per layout unit.
    void paint(QPainter &painter, const QRectF &rect, double deviceScale) const;
};

} // namespace ca
