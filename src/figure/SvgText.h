// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QFont>
#include <QPaintEngine>
#include <QPainterPath>
#include <QTransform>

#include <optional>
#include <vector>

namespace ca {

struct SvgHalo {
    QColor color;
    double width = 0;  ///< beyond the letters, the painter's units; 0 = none
    bool operator==(const SvgHalo &) const = default;
};

/// A text on its way into an SVG file. QPainter hands over each script of a line on its own; they belong together, or else
/// nobody finds the line. Values; coordinates are the painter's, @c toPage leads to the page's.
struct SvgText {
    struct Line {
        QString text;
        QPointF at;        ///< left end of the baseline
        double end = 0;    ///< x of the right end
    };
    std::vector<Line> lines;
    QFont font;
    QColor color;          ///< opacity included
    SvgHalo halo;
    QTransform toPage;
    QByteArray clip;

    /// Takes @p next up where it carries on the last line, or, in a label, is another one of it. Whether it did.
    bool append(const SvgText &next, bool label);

    /// Attributes that texts of one look share, and those of this one.
    [[nodiscard]] QByteArray look() const;
    [[nodiscard]] QByteArray own() const;
    /// What stands inside the text element.
    [[nodiscard]] QByteArray content() const;
    [[nodiscard]] QString plain() const;  ///< lines joined by spaces
    /// The letters, the painter's coordinates.
    [[nodiscard]] QPainterPath outlines() const;

    /// Families for what has no font of its own, as an attribute's value.
    [[nodiscard]] static QByteArray defaultFamilies();

private:
    [[nodiscard]] bool plainTransform() const;  ///< moved, scaled alike in both directions and turned, no more
};

} // namespace ca
