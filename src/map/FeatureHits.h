// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Frame.h"

#include <QPointF>

#include <vector>

namespace ca {

/// A feature of one of the user's layers under the pointer.
struct FeatureHit {
    std::size_t layer = 0;      ///< in RenderRequest::userLayers
    std::uint32_t feature = 0;  ///< in its table
    double distance = 0;        ///< logical pixels; 0 inside an area
    PointXY at;                 ///< the nearest place of it, plane metres
};

/// Features within @p tolerance logical pixels of @p at, the topmost layer first, in a layer the nearest first and at most
/// @p most of them. Cost follows what lies around the pointer.
[[nodiscard]] std::vector<FeatureHit> featuresAt(const Frame &frame, QPointF at, double tolerance, std::size_t most = 24);

} // namespace ca
