// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/Gdal.h"

namespace ca {

/// Opens a compiled atlas read-only, after looking at the bytes themselves: a file that is missing,
/// empty, cut short or of another kind gets a message of its own. Private to this room.
Result<gdal::Dataset> openAtlas(const QString &path);
/// The same for any GeoPackage, whatever it holds.
Result<gdal::Dataset> openPackage(const QString &path);

} // namespace ca
