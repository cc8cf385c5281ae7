// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CacheFile.h"
#include "layers/LoadedLayer.h"

/// What is known about a layer besides its shapes, in a cache file.
namespace ca::LayerRecord {

void write(CacheWriter &writer, const LoadedLayer &layer);
/// Without a table. Senseless unless reader.ok() afterwards.
[[nodiscard]] LoadedLayer read(CacheReader &reader);

} // namespace ca::LayerRecord
