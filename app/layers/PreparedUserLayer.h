// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Projection.h"
#include "layers/LoadedLayer.h"
#include "map/UserLayer.h"

namespace ca {

/// What of a UserLayer depends on the projection; one of the two is null.
struct PreparedUserLayer {
    std::shared_ptr<const PreparedLayer> shapes;
    std::shared_ptr<const UserPicture> picture;
};

/// Brings a layer into the plane of a projection. Fails when cancelled, and for a picture that has no place there.
/// Blocking; any thread.
[[nodiscard]] Result<PreparedUserLayer> prepareLayer(const QString &id, const LoadedLayer &layer, const Projection &projection,
                                                     const CancelToken &cancel = {});

} // namespace ca
