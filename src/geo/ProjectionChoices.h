// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <QString>

namespace ca {

/// Definitions for Projection::create() that the program offers besides Projection::defaultDefinition() and
/// Projection::conicFor().
namespace projections {

/// Albers equal-area conic, standard parallels 38 and 43 N, central meridian 45 E.
[[nodiscard]] QString albers();
/// UTM on WGS 84, northern hemisphere. @p zone 1..60.
[[nodiscard]] QString utmNorth(int zone);
[[nodiscard]] QString webMercator();

enum class Azimuthal { EqualArea, Equidistant };
/// Azimuthal about @p centre, rounded to a tenth of a degree so that its name tells all of it.
[[nodiscard]] QString azimuthal(Azimuthal kind, LatLon centre);

} // namespace projections
} // namespace ca
