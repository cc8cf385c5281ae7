// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ca {

/// What a style gives a look of its own: as enums for painting, as words (toKey) in style files.
enum class StyleColor {
    Paper, Sea, Land, Lake, Frame, Ink, Symbol, SymbolFill, Hover, Selection, Hollow, Subject, Plate, Uncertainty
};
enum class StyleLine { Coast, Border, Disputed, Overlap, River, Lake, Graticule };
enum class StyleText {
    Capital, Place1, Place2, Place3, Place4, Country, Sea, Lake, River, Segment, Corridor, Waypoint, Subject, Credit
};

/// The words in the order of the enums.
[[nodiscard]] const QStringList &styleColorKeys();
[[nodiscard]] const QStringList &styleLineKeys();
[[nodiscard]] const QStringList &styleTextKeys();
/// Of the families that make up a corridor's line: "mode-rail" …, "status-operating" …
[[nodiscard]] const QStringList &styleModeKeys();
[[nodiscard]] const QStringList &styleStatusKeys();
/// Rules of layers without one of their own, by what they hold: "layer-line", "layer-area", "layer-point".
[[nodiscard]] const QStringList &styleLayerKeys();

} // namespace ca
