// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"

#include <vector>

namespace ca {

/// What is owed by whatever shows data of OpenStreetMap. @param layer id of what shows them. @param dataDate ISO; empty =
/// unknown.
[[nodiscard]] Credit openStreetMapCredit(const QString &layer, const QString &dataDate = {});
/// Where the text of its licence stands, for exports that are databases.
[[nodiscard]] QString odblAddress();

/// Whom the corridors' own lines owe, by provenance: layer ids "provenance:osm", "provenance:gem",
/// "provenance:geonames", "provenance:natural-earth". Which of them apply is decided by the legs and
/// waypoints drawn.
[[nodiscard]] std::vector<Credit> provenanceCredits();

} // namespace ca
