// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "osm/RouteMatch.h"

#include <span>

namespace ca {

/// Writes matches as a GeoPackage: "routes" (the lines, and what was matched where there is no route, marked as partial),
/// "route_ways" (each run on one way, with the way's id, version and date, and each gap) and "metadata_osm" (extract, date,
/// licence). @p path is replaced only by a whole file; the same matches make the same bytes. Any thread.
[[nodiscard]] Result<Done> writeMatches(const QString &path, std::span<const RouteMatch> matches);

} // namespace ca
