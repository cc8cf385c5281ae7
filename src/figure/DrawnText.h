// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QString>
#include <QTransform>

#include <vector>

namespace ca {

/// A text on its way into a file. QPainter hands over each script of a line on its own; they belong together, or else
/// nobody finds the line. A value; coordinates are the painter's, @c toPage leads to the page's.
struct DrawnText {
    struct Line {
        QString text;
        QPointF at;           ///< left end of the baseline
        double end = 0;       ///< x of the right end
    };
    std::vector<Line> lines;  ///< at least one
    QFont font;
    QColor color;             ///< opacity included
    QColor halo = Qt::transparent;
    double haloWidth = 0;     ///< beyond the letters, the painter's units
    QTransform toPage;

    [[nodiscard]] bool haloed() const { return haloWidth > 0 && halo.alpha() > 0; }
    /// Takes @p next up where it carries on the last line, or, in a label, is another one of it. Whether it did.
    bool append(const DrawnText &next, bool label);
    [[nodiscard]] QString plain() const;  ///< lines joined by spaces
    /// The letters, the painter's coordinates.
    [[nodiscard]] QPainterPath outlines() const;

    /// Whether it is moved, scaled alike in both directions and turned, no more.
    [[nodiscard]] bool turnedOnly() const;
    [[nodiscard]] double scale() const;   ///< page pixels to the painter's unit
    [[nodiscard]] double angle() const;   ///< degrees clockwise
};

} // namespace ca
