// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "anchor/PassageFinder.h"

#include <QString>

namespace ca {

/// Which bundled article a text is a copy of, and how well its passages were found again.
struct Recognition {
    QString record;   ///< empty = none
    int exact = 0;    ///< passages with verdict exact
    int moved = 0;
    bool operator==(const Recognition &) const = default;
};

/// The record with most passages exact or moved, if at least half of its passages are.
[[nodiscard]] Recognition recognise(const PassageFinder &finder, const Atlas &atlas);

} // namespace ca
