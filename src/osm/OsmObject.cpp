// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmObject.h"

namespace ca {

QString toText(OsmId id)
{
    const char *type = id.type == OsmType::Node ? "node/" : id.type == OsmType::Way ? "way/" : "relation/";
    return QLatin1String(type) + QString::number(id.id);
}

std::string_view tagValue(std::span<const OsmTag> tags, std::string_view key)
{
    for (const OsmTag &tag : tags) {
        if (tag.key == key)
            return tag.value;
    }
    return {};
}

} // namespace ca
