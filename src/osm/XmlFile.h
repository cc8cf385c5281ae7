// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractFile.h"

namespace ca {

/// .osm and .osc, plain or packed.
/// @param packing "gz", "bz2" or nothing.
/// @param head the beginning of the text.
[[nodiscard]] std::unique_ptr<ExtractFile> openXml(const QString &file, const QByteArray &packing, const QByteArray &head);

} // namespace ca
