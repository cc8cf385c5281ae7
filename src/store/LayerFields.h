// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Gdal.h"

#include <QStringList>

#include <vector>

namespace ca {

/// A field of an opened layer that is to become a column. Private to this room.
struct ChosenField {
    int index = 0;       ///< in the layer's definition
    QString name;
    OGRFieldType type = OFTString;
};

/// The fields among @p wanted (empty = all) that can be shown, at most a thousand; binary ones cannot. Tells the
/// layer to leave out the others.
/// @param any false = none at all.
[[nodiscard]] std::vector<ChosenField> chooseFields(OGRLayerH layer, const QStringList &wanted, bool any = true);

} // namespace ca
