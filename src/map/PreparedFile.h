// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CacheFile.h"
#include "map/BaseLayers.h"

#include <memory>

/// Prepared layers as a file: the arrays as they are.
namespace ca::PreparedFile {

/// Of the base map's tables only the names.
void write(CacheWriter &writer, const PreparedBase &base);
/// Null when the content makes no sense, or more follows. What it returns keeps the file mapped.
[[nodiscard]] std::shared_ptr<const PreparedBase> read(CacheReader &reader);

/// One layer with all columns of its tables, as texts; without the vertices its tables may have.
void writeLayer(CacheWriter &writer, const PreparedLayer &layer);
/// Null when it makes no sense. Keeps the file mapped.
[[nodiscard]] std::shared_ptr<const PreparedLayer> readLayer(CacheReader &reader);

} // namespace ca::PreparedFile
