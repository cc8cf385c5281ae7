// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "geo/ScaleDistortion.h"

#include <QString>

#include <optional>

namespace ca {

/// What is to be known of a definition before it is chosen. A value; made on a worker, for PROJ may search its database.
struct ProjectionCheck {
    QString typed;                     ///< what was asked about
    QString definition;                ///< tidied; empty when it cannot be used
    QString title;
    QString problem;                   ///< why it cannot be used
    std::optional<ScaleRange> scales;  ///< over the view; none when the view cannot be shown

    [[nodiscard]] bool usable() const { return !definition.isEmpty(); }
};

/// Tries @p typed for a map of @p view.
[[nodiscard]] ProjectionCheck checkProjection(const QString &typed, const GeoBox &view);
/// "Lengths in the present view: 0.1 % too short to 0.15 % too long."
[[nodiscard]] QString scaleText(const std::optional<ScaleRange> &scales);

} // namespace ca
