// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "geo/Box.h"
#include "geo/FeatureTable.h"

#include <QString>

#include <optional>
#include <vector>

namespace ca {

/// Part of a border of the bundled base map, as disputed.csv names it: "AM-AZ" is all of the border between the two (ISO
/// 3166-1 alpha-2, in any order), "AM-AZ in 46.1,38.8,46.6,39.4" the part of it inside a box W,S,E,N in degrees.
struct BorderStretch {
    QString left;
    QString right;
    std::optional<GeoBox> box;

    [[nodiscard]] static Result<BorderStretch> parse(const QString &text);
    /// Its lines in the base map's layer "borders" (columns left_iso, right_iso, kind), WGS 84 degrees. Empty when
    /// there is no such border, or none of it inside the box.
    [[nodiscard]] std::vector<GeoLine> lines(const FeatureTable &borders) const;
};

} // namespace ca
