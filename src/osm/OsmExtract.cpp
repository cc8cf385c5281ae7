// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmExtract.h"

#include <algorithm>

namespace ca {
namespace {

template <class Object>
const Object *withId(const std::vector<Object> &objects, std::int64_t id)
{
    const auto at = std::lower_bound(objects.begin(), objects.end(), id, [](const Object &one, std::int64_t wanted) { return one.id < wanted; });
    return at != objects.end() && at->id == id ? &*at : nullptr;
}

} // namespace

std::string_view OsmExtract::tag(Range tags, std::string_view key) const
{
    for (std::uint32_t i = tags.first; i < tags.first + tags.count; ++i) {
        if (string(storedTags[i].key) == key)
            return string(storedTags[i].value);
    }
    return {};
}

std::vector<OsmTag> OsmExtract::tagsOf(Range tags) const
{
    std::vector<OsmTag> out;
    out.reserve(tags.count);
    for (std::uint32_t i = tags.first; i < tags.first + tags.count; ++i)
        out.push_back({string(storedTags[i].key), string(storedTags[i].value)});
    return out;
}

const OsmExtract::Way *OsmExtract::way(std::int64_t id) const
{
    return withId(ways, id);
}

const OsmExtract::Node *OsmExtract::node(std::int64_t id) const
{
    return withId(nodes, id);
}

} // namespace ca
