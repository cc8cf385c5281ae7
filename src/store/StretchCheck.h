// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/AtlasCompiler.h"

namespace ca {

/// Rows of disputed.csv whose stretch names no part of a border in @p baseMap (a GeoPackage), with file and line. The
/// base map is read only when there are rows.
[[nodiscard]] std::vector<Error> checkStretches(const AtlasSource &source, const QString &baseMap);

} // namespace ca
