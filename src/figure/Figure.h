// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citation/AnnotatedPassage.h"
#include "figure/FigureSpec.h"
#include "geo/Box.h"
#include "map/RenderRequest.h"

#include <vector>

namespace ca {

/// A page with a map on it, as a value. Lengths in logical pixels (1/96 inch): layout does not depend on dpi.
struct Figure : FigureSpec {
    RenderRequest map;              ///< view.size is set by the layout to the map frame; hovering is never drawn
    GeoBox extent;                  ///< what the frame must show, degrees; empty = all that map.view shows
    QString asOf;                   ///< ISO date, maybe shortened; empty = the atlas' date (never today)
    std::vector<AnnotatedPassage> ownPassages;  ///< the user's, of which noteSubjects and notePassages choose
};

} // namespace ca
