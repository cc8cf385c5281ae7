// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OsmExtract.h"
#include "osm/RouteMatch.h"

#include <QJsonObject>

#include <vector>

/// Matches as the JSON that other programs rely on: keys may be added, none changes meaning. Kilometres and metres are
/// geodesic; what is unknown is null.
namespace ca::matchjson {

[[nodiscard]] QJsonObject match(const RouteMatch &match);
[[nodiscard]] QJsonObject document(const OsmExtract &extract, const std::vector<RouteMatch> &matches);

} // namespace ca::matchjson
