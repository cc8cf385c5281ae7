// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapView.h"

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <QString>

#include <vector>

namespace ca {

/// Degrees written where the lines of the graticule meet the frame, inside it: meridians at the top, parallels at the left.
struct GraticuleLabel {
    QString text;   ///< "44° E"
    QRectF rect;    ///< screen coordinates of the map; text and a little air
    bool operator==(const GraticuleLabel &) const = default;
};

namespace graticulelabels {

/// In the order of their lines, west to east, then north to south; none that would touch another or the frame's corners.
[[nodiscard]] std::vector<GraticuleLabel> of(const MapView &view);
/// @p painter is in screen coordinates of the map.
void paint(QPainter &painter, const std::vector<GraticuleLabel> &labels, const QColor &ink, const QColor &plate);

} // namespace graticulelabels
} // namespace ca
