// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <memory>

namespace ca {

/// The atlas as it stood at @p date: without the facts and articles that are certainly younger. Undated ones stay, and
/// so do those whose shortened date may lie before.
[[nodiscard]] std::shared_ptr<const Atlas> atlasAsOf(const std::shared_ptr<const Atlas> &atlas, const QString &date);

} // namespace ca
