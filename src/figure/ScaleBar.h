// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapView.h"

#include <QPainter>
#include <QString>

#include <optional>

namespace ca {

/// A scale bar that is true on the ellipsoid: its length in pixels is that of the geodesic line it stands for, measured
/// level across the middle of the frame, never taken from the projection's own metres.
struct ScaleBar {
    double metres = 0;            ///< what the whole bar stands for: 1, 2 or 5 times a power of ten
    double length = 0;            ///< logical pixels of the map
    double latitude = 0;          ///< where it is true, degrees
    double variation = 0;         ///< greatest scale in the frame over the smallest, less one
    bool statesLatitude = false;  ///< variation above 2 %: the bar must say where it holds

    /// The longest bar of at most @p maxLength logical pixels; none where the projection gives no sense.
    [[nodiscard]] static std::optional<ScaleBar> of(const MapView &view, double maxLength);

    /// "at 41° N" where scale varies, else empty.
    [[nodiscard]] QString note() const;
    /// Room that bar and words take, layout units.
    [[nodiscard]] double width() const;
    /// Paints within @p area, the bar at its bottom left. One layout unit is one logical pixel of the map.
    void paint(QPainter &painter, const QRectF &area, const QColor &ink) const;
    static constexpr double height = 30;  ///< room it needs, layout units
};

} // namespace ca
