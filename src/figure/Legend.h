// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapPainter.h"

#include <QSet>
#include <QString>

#include <vector>

namespace ca {

/// One row of a legend: a sample and its words.
struct LegendEntry {
    enum class Kind { Selected, Corridor, Mode, Status, Precision, Symbol, GaugeBreak, Subject, Disputed, Overlap, Added };
    Kind kind = Kind::Corridor;
    QString corridor;                        ///< empty = a line of no corridor in particular
    Mode mode = Mode::Rail;
    Status status = Status::Operating;
    Precision precision = Precision::Schematic;
    WaypointKind symbol = WaypointKind::Station;
    LayerStyle added;                        ///< of a layer of the user's
    std::optional<GeometryKind> geometry;    ///< of that layer; none = a picture
    QString text;
    bool operator==(const LegendEntry &) const = default;
};

struct LegendSection {
    QString title;
    std::vector<LegendEntry> entries;
    bool operator==(const LegendSection &) const = default;
};

/// What the map shows, and nothing else: made from the painter's own summary, so that it cannot drift from the map.
struct Legend {
    std::vector<LegendSection> sections;

    [[nodiscard]] bool empty() const { return sections.empty(); }
    bool operator==(const Legend &) const = default;

    /// All but the statuses. Corridors are named by @p policy in @p language; sections without entries are left out.
    /// @p selected: ids of segments that stand out on the map.
    [[nodiscard]] static Legend of(const DrawnSummary &drawn, const Atlas &atlas, NamePolicy policy, const QString &language,
                                   const QSet<QString> &selected = {});
    /// The key to status, an element of its own: only the statuses drawn.
    [[nodiscard]] static Legend statusKey(const DrawnSummary &drawn);
    /// What tells the lines apart and no more, for small pages.
    [[nodiscard]] Legend brief() const;
};

} // namespace ca
