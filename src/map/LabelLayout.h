// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "map/RenderRequest.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace ca {

/// A label that found its place. Screen coordinates.
struct PlacedLabel {
    enum class Symbol { None, Dot, Capital };

    QString text;            ///< may hold \n
    QString style;           ///< key of MapStyle::texts
    QPointF baseline;        ///< left end of the (first) baseline
    double angle = 0;        ///< degrees clockwise about @c baseline
    QRectF box;              ///< unrotated bounds around the text, in screen coordinates for angle 0
    QString id;              ///< of what it names: "place:12345", "segment:tripp-meghri", "sea:caspian" …
    int priority = 0;
    bool fallbackLanguage = false;
    Symbol symbol = Symbol::None;
    QPointF anchor;          ///< what the label is about: where the symbol is painted
    bool operator==(const PlacedLabel &) const = default;
};

/// Chooses labels: candidates by kind, priority and scale; greedy in a total order (priority, then id) against a
/// collision grid. Deterministic: the same request gives the same labels on every device.
namespace LabelLayout {

[[nodiscard]] std::vector<PlacedLabel> place(const RenderRequest &request, const CancelToken &cancel = {});

} // namespace LabelLayout
} // namespace ca
