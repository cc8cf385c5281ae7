// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapStyle.h"

#include <QFont>
#include <QPointF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace ca {

/// Fonts and measures of map labels: one place, so that what is laid out is what is painted.
namespace LabelText {

[[nodiscard]] QFont font(const TextStyle &style);

struct Measure {
    double width = 0;    ///< of the widest line
    double ascent = 0;   ///< of the first line, above its baseline; near the height of capitals
    double descent = 0;  ///< below the last line's baseline
    double lineStep = 0; ///< from baseline to baseline
    int lines = 1;
    [[nodiscard]] double height() const { return ascent + (lines - 1) * lineStep + descent; }
};
[[nodiscard]] Measure measure(const QString &text, const TextStyle &style);

/// Paints @p text with its halo; lines after \n are centred under each other. @p baseline is the left end of the
/// first baseline, @p angle in degrees clockwise about it. Text stays text on vector devices.
void paint(QPainter &painter, const QString &text, const TextStyle &style, QPointF baseline, double angle);

} // namespace LabelText
} // namespace ca
