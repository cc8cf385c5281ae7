// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/LineGraph.h"
#include "osm/OsmExtract.h"
#include "osm/RouteMatch.h"
#include "osm/RouteSearch.h"

#include <span>

/// From what a search found to what a reader sees. Private to this room.
namespace ca::assembly {

/// The line of @p pieces and what it runs on.
[[nodiscard]] RoutePart partOf(const LineGraph &graph, const OsmExtract &extract, std::span<const RoutePiece> pieces);
/// Fills ways, life-cycle stretches, gauges and gaps of @p match from its parts.
void summarise(RouteMatch &match);
/// How far the matched parts are from @p bundled, sampled every @p step metres; nullopt without either.
[[nodiscard]] std::optional<RouteDeviation> deviationFrom(const GeoLine &bundled, const std::vector<RoutePart> &parts, double step);
/// Metres of @p line that run more than @p apart metres from @p other.
[[nodiscard]] double metresApart(const GeoLine &line, const GeoLine &other, double apart);

} // namespace ca::assembly
