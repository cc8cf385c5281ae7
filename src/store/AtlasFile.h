// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "atlas/BaseMap.h"
#include "base/Result.h"

#include <QString>

namespace ca {

/// The compiled atlas, one GeoPackage that QGIS opens too. Opened read-only; nothing is ever
/// written to an existing atlas. Each call opens the file anew, so calls may run on any thread.
namespace AtlasFile {

/// Text side of the atlas (segments, facts, passages …). Fails with a message that names the
/// file and the reason: not there, not readable, not a GeoPackage, no atlas, damaged, newer schema.
Result<std::shared_ptr<const Atlas>> readAtlas(const QString &path);

/// The base map layers inside the atlas, or in a file of their own (see BaseMapWriter.h). Missing layers are warnings, not
/// errors.
Result<std::shared_ptr<const BaseMap>> readBaseMap(const QString &path);

/// Writes @p data beside @p path and renames; starts from a copy of @p baseMapPath when given.
/// The same input gives the same bytes.
Result<Done> write(const QString &path, const AtlasData &data, const QString &baseMapPath = {});

} // namespace AtlasFile
} // namespace ca
