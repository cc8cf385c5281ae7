// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"
#include "base/Result.h"

#include <QColor>
#include <QHash>
#include <QString>
#include <QVector>

#include <limits>
#include <memory>

namespace ca {

/// How a line is drawn. Widths in logical pixels; dash lengths in logical pixels, empty = solid.
struct LineStyle {
    QColor color;
    double width = 1;
    QVector<qreal> dashes;
    QColor casing;            ///< invalid = no casing
    double casingWidth = 0;   ///< added on each side
    bool operator==(const LineStyle &) const = default;
};

struct TextStyle {
    double size = 11;         ///< logical pixels
    bool bold = false;
    bool italic = false;
    QColor color;
    QColor halo;
    double haloWidth = 1.5;   ///< logical pixels
    bool operator==(const TextStyle &) const = default;
};

/// How a user's layer is drawn, by role: nothing here knows the layer's data.
struct LayerStyle {
    QColor fill;              ///< of areas; invalid = none
    LineStyle line;           ///< of lines and the edges of areas; no colour or no width = none
    double pointSize = 0;     ///< diameter, logical pixels; 0 = none
    QColor pointColor;
    QColor pointOutline;      ///< invalid = none
    double opacity = 1;       ///< of the layer as a whole, 0 … 1
    QString labelColumn;      ///< empty = no labels
    TextStyle label;
    double labelFrom = 0;     ///< metres per pixel between which labels stand
    double labelTo = std::numeric_limits<double>::infinity();
    bool operator==(const LayerStyle &) const = default;
};

/// The look of the map, read from a text file (resources/styles/*.style; format described there).
/// Immutable after parsing; shared between threads.
struct MapStyle {
    QString name;
    bool dark = false;
    QHash<QString, QColor> colors;      ///< paper, sea, land, lake, selection, hover …
    QHash<QString, LineStyle> lines;    ///< coast, border, river, graticule, segment widths by mode …
    QHash<QString, TextStyle> texts;    ///< place ranks, sea, river, country, segment, waypoint …
    QHash<QString, QColor> corridors;   ///< corridor id → colour (Okabe–Ito)
    QColor corridorFallback;

    [[nodiscard]] QColor corridorColor(const QString &corridor) const;
    [[nodiscard]] QColor color(const QString &key) const { return colors.value(key); }
    [[nodiscard]] LineStyle line(const QString &key) const { return lines.value(key); }
    [[nodiscard]] TextStyle text(const QString &key) const { return texts.value(key); }
    /// Line of a corridor's segment: width by mode, dashes by status, casing.
    [[nodiscard]] LineStyle segmentLine(const QString &corridor, Mode mode, Status status) const;

    /// Errors carry file:line and the column in the message. A style that parses has every key the painter needs.
    static Result<std::shared_ptr<const MapStyle>> parse(const QString &text, const QString &fileName);
    /// Bundled style by name: "light", "dark".
    static std::shared_ptr<const MapStyle> bundled(const QString &name);
};

} // namespace ca
