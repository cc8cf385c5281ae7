// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "geo/FeatureTable.h"
#include "osm/CoverArea.h"

#include <QStringList>

namespace ca {

/// What the land of one level is made of.
struct LandSources {
    const FeatureTable &land;              ///< the bundled one: first ring of a feature is the shell, the others are lakes
    const FeatureTable &coast;             ///< the bundled one, with its column "kind"; vertices as those of the land
    GeoBox known;                          ///< what the bundled map shows
    std::vector<GeoLine> outlines;         ///< of the cover
    const CoverArea &cover;
    std::vector<GeoLine> coastlines;       ///< of the extract, land on their left
    std::vector<PlaneFace> lakes;          ///< of the extract
    bool replacesLakes = false;            ///< those bundled within the cover go
    std::vector<LatLon> settled;           ///< places of the extract: there is land where they are
};

struct MadeLand {
    FeatureTable land;
    FeatureTable coast;
    qint64 newLand = 0;         ///< polygons that the cover touches
    qint64 newCoast = 0;        ///< lines from the extract, or along the outline of the cover
    bool coastUnclear = false;  ///< parts of the cover have coastline of which nobody can say what it bounds; bundled land was kept
};

/// Land and coast of a level: those bundled beyond the cover, within it by the coastlines of the extract. Where it has none,
/// the bundled land holds; beyond what that shows, there is land where somebody lives. Pure; any thread.
[[nodiscard]] Result<MadeLand> makeLand(const LandSources &sources);

} // namespace ca
