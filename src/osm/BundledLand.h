// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "osm/EdgeBook.h"
#include "geo/FeatureTable.h"

namespace ca {

/// Where the lines come from that land is made of.
enum LandSource : int { Outline, NewCoast, NewLake, OldSea, OldLake, OldEdge };

/// Land of the bundled map near a cover, taken apart into its shores; and what is far and stays as it is. Immutable.
class BundledLand {
public:
    /// A stretch of an outline, land on its left: OldSea, OldLake, or OldEdge where the map ends.
    struct Run {
        GeoLine line;
        LandSource source = OldEdge;
    };
    /// @p land: first ring of a feature is its shell, the others are lakes. @p coast tells by its "kind" which shores are
    /// those of lakes. @p near: box of the cover.
    BundledLand(const FeatureTable &land, const FeatureTable &coast, const GeoBox &near);

    [[nodiscard]] const std::vector<Run> &runs() const { return m_runs; }
    [[nodiscard]] const FeatureTable &farLand() const { return m_farLand; }
    [[nodiscard]] const FeatureTable &farCoast() const { return m_farCoast; }
    /// Of the land near the cover. @p withLakes: lakes count as land.
    [[nodiscard]] bool contains(LatLon p, bool withLakes) const;

private:
    void addRing(std::span<const LatLon> ring, EdgeBook &kinds);
    void keepCoast(const FeatureTable &coast);

    std::vector<std::vector<GeoLine>> m_near;
    std::vector<Run> m_runs;
    FeatureTable m_farLand, m_farCoast;
};

} // namespace ca
