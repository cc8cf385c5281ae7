// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/LabelCandidate.h"
#include "map/LabelGrid.h"

#include <QHash>

#include <optional>
#include <vector>

namespace ca {

/// Places candidates one after the other: each takes the first of its positions that is free, or the one that covers the
/// least lines. Used once, on one thread.
class LabelPlacer {
public:
    /// @param covered where something else will be painted over the map, screen coordinates.
    LabelPlacer(const Frame &frame, const std::vector<DrawnStrand> &strands, const std::vector<QRectF> &covered);

    /// Where a place would have its dot: names that have the choice keep off it; and where stops are, so that none gets the
    /// name of the next. Before any place().
    void expect(const LabelCandidate &candidate);
    void place(const LabelCandidate &candidate);
    [[nodiscard]] std::vector<PlacedLabel> take() { return std::move(m_placed); }

private:
    void takeRect(const QRectF &rect);
    void addSymbols();
    [[nodiscard]] TurnedBox boxOf(const LabelCandidate &candidate, const LabelCandidate::Spot &spot, double pad) const;
    /// How much a position covers; nothing when it cannot be taken.
    [[nodiscard]] std::optional<int> cost(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const;
    [[nodiscard]] bool fits(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const;
    [[nodiscard]] bool onOthersDot(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const;
    [[nodiscard]] bool besideAnotherStop(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const;
    [[nodiscard]] bool tooNearItsLike(const LabelCandidate &candidate, const LabelCandidate::Spot &spot) const;
    [[nodiscard]] bool outOfView(const LabelCandidate &candidate) const;
    void accept(const LabelCandidate &candidate, const LabelCandidate::Spot &spot);

    const Frame &m_frame;
    QRectF m_inner;
    LabelGrid m_grid;               ///< all that is taken
    LabelGrid m_texts;              ///< of that, the labels
    LabelGrid m_symbols;            ///< and the symbols
    LabelGrid m_dots;               ///< where dots may come to be
    std::vector<QPointF> m_stops;
    double m_lineHalf = 1;
    QHash<QString, std::vector<QPointF>> m_byText;
    std::vector<PlacedLabel> m_placed;
};

} // namespace ca
