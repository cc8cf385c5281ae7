// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmObject.h"

namespace ca {

std::string_view typeName(OsmType type)
{
    return type == OsmType::Node ? "node" : type == OsmType::Way ? "way" : "relation";
}

QString toText(OsmId id)
{
    const std::string_view type = typeName(id.type);
    return QLatin1String(type.data(), qsizetype(type.size())) + u'/' + QString::number(id.id);
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
