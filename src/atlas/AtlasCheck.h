// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QStringList>

#include <functional>

namespace ca {

/// One objection to an atlas: which table, which row, what is wrong.
struct AtlasProblem {
    QString table;                    ///< segments, corridors, facts, names, records, passages, …
    QString row;                      ///< the row's id (or index for tables without ids)
    std::size_t index = 0;            ///< index of the row in its table of AtlasData
    QString message;
};

/// Everything the atlas promises about itself: unique and known ids, every source present,
/// coordinates in range, legs that touch, waypoints on their line, anchors of one to five words,
/// declared joins within 50 m or with a reason, known attributes and status words.
[[nodiscard]] std::vector<AtlasProblem> checkAtlas(const AtlasData &data);

} // namespace ca
