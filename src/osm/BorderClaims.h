// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "geo/FeatureTable.h"

namespace ca {

/// A part of a line that runs beside an edge of a claimed area, or one that does not.
struct ClaimedRun {
    GeoLine line;
    bool claimed = false;
};

/// Edges of areas that two countries claim, as the bundled map has them.
class BorderClaims {
public:
    BorderClaims(const FeatureTable &borders, double toleranceMetres);
    /// @p line in one piece, or in several that share their ends.
    [[nodiscard]] std::vector<ClaimedRun> runsOf(const GeoLine &line) const;
    /// How far from each other two drawings of the same line may be, metres.
    [[nodiscard]] double reach() const { return m_reach; }

private:
    [[nodiscard]] bool claimed(LatLon p) const;

    std::vector<GeoLine> m_lines;
    std::vector<GeoBox> m_boxes;   ///< of each, with the reach around it
    double m_reach;
};

} // namespace ca
