// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CacheFile.h"
#include "map/BaseLayers.h"

#include <memory>

/// A prepared base map as a file: the arrays as they are, of the tables only the names.
namespace ca::PreparedFile {

void write(CacheWriter &writer, const PreparedBase &base);
/// Null when the content makes no sense. What it returns keeps the file mapped.
[[nodiscard]] std::shared_ptr<const PreparedBase> read(CacheReader &reader);

} // namespace ca::PreparedFile
