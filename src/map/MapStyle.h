// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"
#include "base/Result.h"
#include "geo/FeatureTable.h"

#include <QColor>
#include <QHash>
#include <QString>
#include <QVector>

#include <limits>
#include <memory>

namespace ca {

/// Small signs along a line that tell its kind or state without colour.
enum class LineMark { None, Beads, Rings, Ships, Bars, Crosses };

/// How a line is drawn, from below: casing (the ground shows around the line), outline, core. Widths in logical
/// pixels; dash lengths in logical pixels, empty = solid.
struct LineStyle {
    QColor color;
    double width = 1;
    QVector<qreal> dashes;
    QColor casing;            ///< invalid = no casing; also the ground seen between the dashes of an outlined line
    double casingWidth = 0;   ///< added on each side
    QColor outline;           ///< invalid = none: thin edges, as of roads
    double outlineWidth = 0;  ///< of each edge
    double outlineGap = 0;    ///< of ground between core and edge, on each side
    LineMark mark = LineMark::None;
    LineMark stateMark = LineMark::None;  ///< a corridor's line has one for its mode and one for its status

    /// What lies outside the core, on each side.
    [[nodiscard]] double edge() const
    {
        return (outline.isValid() ? outlineWidth + outlineGap : 0) + (casing.isValid() ? casingWidth : 0);
    }
    bool operator==(const LineStyle &) const = default;
};

struct TextStyle {
    double size = 11;         ///< logical pixels
    bool bold = false;
    bool italic = false;
    QColor color;
    QColor halo;
    double haloWidth = 1.5;   ///< logical pixels
    QString font;             ///< family, used only where it is installed; empty = the embedded Noto Sans
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

/// Where a statement of a style file stands; line and column from 1.
struct StylePlace {
    QString file;
    int line = 0;
    int column = 0;
};

/// The look of the map, read from a text file (resources/styles/*.style; format described in light.style).
/// Immutable after parsing; shared between threads. Painting looks things up in CompiledStyle instead.
struct MapStyle {
    QString name;
    bool dark = false;
    QHash<QString, QColor> colors;      ///< keys: styleColorKeys()
    QHash<QString, LineStyle> lines;    ///< styleLineKeys(), styleModeKeys(), styleStatusKeys()
    QHash<QString, TextStyle> texts;    ///< styleTextKeys()
    QHash<QString, QColor> corridors;   ///< corridor id → colour
    QHash<QString, StylePlace> corridorPlaces;
    QColor corridorFallback;
    QHash<QString, QStringList> layers; ///< styleLayerKeys() or layer name → properties "key=value", checked, in order
    QStringList files;                  ///< the file and those it is based on

    [[nodiscard]] QColor corridorColor(const QString &corridor) const;
    /// For the corridor's names on the map: its colour, darker or lighter until it can be read on a label's halo.
    [[nodiscard]] QColor corridorTextColor(const QString &corridor) const;
    [[nodiscard]] QColor color(const QString &key) const { return colors.value(key); }
    [[nodiscard]] LineStyle line(const QString &key) const { return lines.value(key); }
    [[nodiscard]] TextStyle text(const QString &key) const { return texts.value(key); }
    /// Line of a corridor's segment: width and marks by mode, dashes and marks by status.
    [[nodiscard]] LineStyle segmentLine(const QString &corridor, Mode mode, Status status) const;
    /// The rule named like the layer on top of the default for what it holds.
    [[nodiscard]] LayerStyle layer(const QString &layerName, GeometryKind kind) const;

    /// Errors carry file, line and column. A style that parses has every key the painter needs. "base NAME" is a
    /// bundled style or NAME.style beside @p fileName.
    static Result<std::shared_ptr<const MapStyle>> parse(const QString &text, const QString &fileName);
    /// A style file; errors as of parse(), or that it cannot be read.
    static Result<std::shared_ptr<const MapStyle>> read(const QString &path);
    /// Bundled style by name; light for names that are none. Parsed once; thread-safe.
    static std::shared_ptr<const MapStyle> bundled(const QString &name);
    /// "light", "dark", "grey", "contrast", "bench".
    static const QStringList &bundledNames();
    /// Path of a bundled style; empty when there is none of that name.
    static QString bundledPath(const QString &name);
};

} // namespace ca
