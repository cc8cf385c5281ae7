// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "base/CancelToken.h"
#include "base/Result.h"

#include <QDateTime>

namespace ca {

/// Writes @p map as a GeoPackage of its own, with the tables of geodata/basemap: AtlasFile::readBaseMap() reads it. Replaces
/// @p path only by a whole file; the same map gives the same bytes. A polygon's first ring is its shell. @p changed is what the
/// file states as its last change. Blocks; any thread.
[[nodiscard]] Result<Done> writeBaseMap(const BaseMap &map, const QString &path, const QDateTime &changed, const CancelToken &cancel = {});

} // namespace ca
