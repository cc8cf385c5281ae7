// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OldMultipolygons.h"

#include "osm/ExtractPacking.h"

#include <algorithm>
#include <array>

namespace ca::oldmultipolygons {
namespace {

using Tag = OsmExtract::StoredTag;

/// The same that libosmium passes over.
bool tellsNothing(std::string_view key)
{
    constexpr std::array<std::string_view, 6> keys{"type", "created_by", "source", "note", "test:id", "test:section"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Each text stands once among an extract's strings: the same text is the same place.
bool isAmong(const std::vector<Tag> &tags, const Tag &tag)
{
    return std::any_of(tags.begin(), tags.end(), [&](const Tag &one) { return one.key == tag.key && one.value == tag.value; });
}

std::vector<Tag> tellingTags(const OsmExtract &extract, OsmExtract::Range range)
{
    const auto begin = extract.storedTags.begin() + range.first;
    std::vector<Tag> tags(begin, begin + range.count);
    std::erase_if(tags, [&](const Tag &tag) { return tellsNothing(extract.string(tag.key)); });
    return tags;
}

/// What all outer ways that the extract has agree on.
std::vector<Tag> outlineTags(const OsmExtract &extract, const OsmExtract::Relation &relation)
{
    std::vector<Tag> common;
    bool first = true;
    for (const OsmExtract::Member &member : extract.membersOf(relation)) {
        if (member.object.type != OsmType::Way || extract.string(member.role) == "inner")
            continue;
        const OsmExtract::Way *way = extract.way(member.object.id);
        if (!way)
            continue;
        const std::vector<Tag> own = tellingTags(extract, way->tags);
        if (first)
            common = own;
        else
            std::erase_if(common, [&](const Tag &tag) { return !isAmong(own, tag); });
        first = false;
    }
    return common;
}

void appendTags(OsmExtract &extract, OsmExtract::Relation &relation, const std::vector<Tag> &more)
{
    std::vector<Tag> &all = extract.storedTags;
    const auto begin = all.begin() + relation.tags.first;
    const std::vector<Tag> own(begin, begin + relation.tags.count);
    relation.tags = {std::uint32_t(all.size()), std::uint32_t(own.size() + more.size())};
    all.insert(all.end(), own.begin(), own.end());
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

bool isOne(std::span<const OsmTag> tags)
{
    return tagValue(tags, "type") == "multipolygon" && std::all_of(tags.begin(), tags.end(), [](const OsmTag &tag) { return tellsNothing(tag.key); });
}

void giveOutlineTags(OsmExtract &extract, const OsmFilter &wanted)
{
    std::vector<std::int64_t> unwanted;  // in the order of the relations, which is that of their ids
    for (OsmExtract::Relation &relation : extract.relations) {
        if (!isOne(extract.tagsOf(relation.tags)))
            continue;
        const std::vector<Tag> tags = outlineTags(extract, relation);
        appendTags(extract, relation, tags);
        if (wanted && (tags.empty() || !wanted(OsmType::Relation, extract.tagsOf(relation.tags))))
            unwanted.push_back(relation.id);
    }
    if (unwanted.empty())
        return;
    std::erase_if(extract.relations, [&](const OsmExtract::Relation &relation) {
        return std::binary_search(unwanted.begin(), unwanted.end(), relation.id);
    });
    packExtract(extract);
}

bool sameArea(const OsmExtract &extract, OsmExtract::Range one, OsmExtract::Range other)
{
    const std::vector<Tag> first = tellingTags(extract, one), second = tellingTags(extract, other);
    const auto inFirst = [&](const Tag &tag) { return isAmong(first, tag); };
    return !first.empty() && first.size() == second.size() && std::all_of(second.begin(), second.end(), inFirst);
}

} // namespace ca::oldmultipolygons
