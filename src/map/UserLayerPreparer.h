// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "geo/Projection.h"
#include "map/PreparedLayer.h"

#include <memory>

namespace ca {

/// A layer of any data in the plane of @p projection; keeps @p table for names and picking. Blocking, on all cores. Null when
/// cancelled.
[[nodiscard]] std::shared_ptr<const PreparedLayer> prepareUserLayer(const QString &id, std::shared_ptr<const FeatureTable> table,
                                                                    const Projection &projection, const CancelToken &cancel = {});

} // namespace ca
