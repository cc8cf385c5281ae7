// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/RouteMatch.h"

/// What a match says to a reader; translated. Private to this room.
namespace ca::routetext {

/// One decimal, without the unit.
[[nodiscard]] QString kilometres(double metres);
/// The sentence that RouteMatch::text is.
[[nodiscard]] QString verdict(const RouteMatch &match);
/// Where the route turns back, and what of it is not in use.
[[nodiscard]] QStringList remarks(const RouteMatch &match);

} // namespace ca::routetext
