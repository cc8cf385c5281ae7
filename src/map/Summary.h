// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapPainter.h"
#include "map/StrandGeometry.h"
#include "map/SymbolPainter.h"

namespace ca {

/// Says what a rendering drew: from the strands, layers, symbols and labels that were painted.
[[nodiscard]] DrawnSummary summarise(const Frame &frame, const std::vector<DrawnStrand> &strands, const QStringList &layers,
                                     const SymbolPainter::Drawn &symbols, const std::vector<PlacedLabel> &labels);

} // namespace ca
