// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractFile.h"

namespace ca {

/// .osm.pbf. Blocks are unpacked by libosmium in threads of their own.
[[nodiscard]] Result<std::unique_ptr<ExtractFile>> openPbf(const QString &file);

} // namespace ca
