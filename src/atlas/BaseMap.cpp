// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/BaseMap.h"

#include <algorithm>

namespace ca {

const BaseLayer *BaseMap::layer(const QString &id) const
{
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const BaseLayer &l) { return l.id == id; });
    return found == layers.end() ? nullptr : &*found;
}

} // namespace ca
