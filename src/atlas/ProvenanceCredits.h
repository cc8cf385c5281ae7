// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"

#include <vector>

namespace ca {

/// Whom the corridors' own lines owe, by provenance: layer ids "provenance:osm", "provenance:gem",
/// "provenance:geonames", "provenance:natural-earth". Which of them apply is decided by the legs and
/// waypoints drawn.
[[nodiscard]] std::vector<Credit> provenanceCredits();

} // namespace ca
