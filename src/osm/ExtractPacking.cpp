// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ExtractPacking.h"

#include "base/Tr.h"

#include <algorithm>

namespace ca {
namespace {

template <class Item>
void moveRange(OsmExtract::Range &range, const std::vector<Item> &from, std::vector<Item> &to)
{
    const auto begin = from.begin() + range.first;
    range.first = static_cast<std::uint32_t>(to.size());
    to.insert(to.end(), begin, begin + range.count);
}

QString missingPlaces(const OsmExtract &extract)
{
    std::ptrdiff_t vertices = 0;
    int ways = 0;
    for (const OsmExtract::Way &way : extract.ways) {
        const auto all = extract.verticesOf(way);
        const auto gone = std::count_if(all.begin(), all.end(), [](const OsmExtract::Vertex &one) { return !one.at.defined(); });
        vertices += gone;
        ways += gone > 0;
    }
    return ways == 0 ? QString() : tr("Places missing from the extract: %1 vertices of %2 ways, which have gaps there.").arg(vertices).arg(ways);
}

QString missingMembers(const OsmExtract &extract)
{
    std::vector<std::int64_t> missing;
    for (const OsmExtract::Member &member : extract.members) {
        if (member.object.type == OsmType::Way && !extract.way(member.object.id))
            missing.push_back(member.object.id);
    }
    std::sort(missing.begin(), missing.end());
    const auto count = std::unique(missing.begin(), missing.end()) - missing.begin();
    return count == 0 ? QString() : tr("Ways that relations name and the extract does not have: %1.").arg(count);
}

} // namespace

void packExtract(OsmExtract &extract)
{
    std::vector<OsmExtract::StoredTag> tags;
    std::vector<OsmExtract::Vertex> vertices;
    std::vector<OsmExtract::Member> members;
    for (OsmExtract::Node &node : extract.nodes)
        moveRange(node.tags, extract.storedTags, tags);
    for (OsmExtract::Way &way : extract.ways) {
        moveRange(way.tags, extract.storedTags, tags);
        moveRange(way.vertices, extract.vertices, vertices);
    }
    for (OsmExtract::Relation &relation : extract.relations) {
        moveRange(relation.tags, extract.storedTags, tags);
        moveRange(relation.members, extract.members, members);
    }
    extract.storedTags = std::move(tags);
    extract.vertices = std::move(vertices);
    extract.members = std::move(members);
}

QStringList whatIsMissing(const OsmExtract &extract)
{
    QStringList sentences{missingPlaces(extract), missingMembers(extract)};
    sentences.removeAll(QString());
    return sentences;
}

} // namespace ca
