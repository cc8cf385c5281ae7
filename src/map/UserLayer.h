// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapStyle.h"
#include "map/PreparedLayer.h"

#include <QString>

#include <memory>

namespace ca {

/// A layer of the user's: over the base map, under the corridors. A value; the shapes are shared.
struct UserLayer {
    QString id;                                   ///< unique among the layers of a map; its visibility is that of "user:" + id
    QString title;
    std::shared_ptr<const PreparedLayer> shapes;  ///< in the projection of the map's view
    LayerStyle style;

    [[nodiscard]] QString visibilityId() const { return QStringLiteral("user:") + id; }
    bool operator==(const UserLayer &) const = default;
};

} // namespace ca
