// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPainterPath>
#include <QTransform>

namespace ca {

/// Numbers and shapes as SVG writes them, short: coordinates in hundredths of a pixel of the page, relative where that
/// takes fewer characters. Pure functions.
namespace svgpath {

/// "12.5", "-0.03", "0": no more digits than needed, at most @p digits after the point.
[[nodiscard]] QByteArray number(double value, int digits = 2);
/// Data of a path element; @p toPage takes @p path's coordinates to the page's. Empty for paths without a line.
[[nodiscard]] QByteArray data(const QPainterPath &path, const QTransform &toPage);

} // namespace svgpath
} // namespace ca
