// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "map/MapStyle.h"
#include "map/PreparedLayer.h"
#include "map/UserPicture.h"

#include <QString>

#include <memory>

namespace ca {

/// A layer of the user's: over the base map, under the corridors; of a picture, over land and water only. A value; what is
/// drawn is shared.
struct UserLayer {
    QString id;                                   ///< unique among the layers of a map; its visibility is that of "user:" + id
    QString title;
    std::shared_ptr<const PreparedLayer> shapes;  ///< in the projection of the map's view; null for pictures
    LayerStyle style;
    std::shared_ptr<const UserPicture> picture = {};   ///< in that projection; null for shapes
    Credit credit = {};                           ///< whom it owes; empty text = nobody is known

    /// What it is called among the layers that can be hidden.
    [[nodiscard]] static QString visibilityId(const QString &id) { return QStringLiteral("user:") + id; }
    [[nodiscard]] QString visibilityId() const { return visibilityId(id); }
    bool operator==(const UserLayer &) const = default;
};

} // namespace ca
