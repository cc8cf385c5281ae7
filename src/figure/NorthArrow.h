// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapView.h"

#include <QPainter>

#include <optional>

/// An arrow to true north. North differs across a conic map: the arrow holds for the middle of the frame.
namespace ca::northarrow {

inline constexpr double width = 26;   ///< room it needs, layout units
inline constexpr double height = 34;

/// Degrees clockwise from straight up; none where the projection gives no sense.
[[nodiscard]] std::optional<double> angle(const MapView &view);
void paint(QPainter &painter, const QRectF &area, double degrees, const QColor &ink);

} // namespace ca::northarrow
