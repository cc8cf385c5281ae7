// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/GeometryParts.h"

#include <QJsonObject>

namespace ca {

/// Adds a GeoJSON geometry (RFC 7946, section 3.1) to @p parts. @returns false when it is none: an unknown type,
/// coordinates nested otherwise than the type says, or collections in collections without end. Positions that hold
/// something else than numbers are undefined points. Private to this room.
[[nodiscard]] bool decodeJsonGeometry(const QJsonObject &geometry, GeometryParts &parts);

} // namespace ca
