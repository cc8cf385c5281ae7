// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "geo/FeatureTable.h"

#include <QString>
#include <QStringList>

namespace ca {

/// Reads one vector layer of any file GDAL knows into columns, reprojected to WGS 84
/// degrees. Bad features (empty, NaN, out of range) are left out and reported as warnings,
/// each with its id. Blocking; may run on any thread.
namespace LayerReader {

/// @param columns names wanted; empty = all.
Result<FeatureTable> read(const QString &path, const QString &layer, const QStringList &columns = {});
/// Names of the layers in a file.
Result<QStringList> layers(const QString &path);

} // namespace LayerReader
} // namespace ca
