// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "osm/BaseCover.h"

namespace ca {

/// Who is on which side of an arc; empty = not known, "A+B" = both claim it.
struct BorderSides {
    QString left;
    QString right;
    bool overlap = false;   ///< edge of an area that two countries of the extract both include
};

/// Sides of each arc: by the countries that are whole, by what other boundaries the arc belongs to, and last by the bundled
/// borders.
[[nodiscard]] std::vector<BorderSides> sidesOf(const OsmExtract &extract, const std::vector<BaseArc> &arcs, const BaseCover &cover, const BaseMap &bundled);

} // namespace ca
