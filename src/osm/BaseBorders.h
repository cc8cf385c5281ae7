// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/FeatureTable.h"
#include "osm/BorderSides.h"
#include "osm/CoverArea.h"

namespace ca {

struct MadeBorders {
    FeatureTable table;
    int added = 0;   ///< rows from the extract
    int moved = 0;   ///< ends of bundled borders that were moved to where the new ones meet
    int loose = 0;   ///< such ends with nothing new near
};

/// Borders of a level: the bundled ones that neither bound a covered country nor lie within the cover, and those of the
/// extract. What is disputed is of the kind "overlap", as are bundled edges of areas that two countries claim.
[[nodiscard]] Result<MadeBorders> makeBorders(const FeatureTable &bundled, const std::vector<BaseArc> &arcs, const std::vector<BorderSides> &sides,
                                              const BaseCover &cover, const CoverArea &area, double toleranceMetres);

} // namespace ca
