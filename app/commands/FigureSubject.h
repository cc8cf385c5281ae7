// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "commands/FigureOptions.h"

namespace ca {

/// The view that the options of one figure describe, of anything but a saved view: @p base with what the options want.
/// Fails for unknown names and what cannot be shown.
[[nodiscard]] Result<FigureView> viewOf(const Atlas &atlas, const FigureOptions &options, const FigureView &base);

} // namespace ca
