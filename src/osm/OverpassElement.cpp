// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OverpassElement.h"

#include "base/Tr.h"

#include <cmath>

namespace ca {
namespace {

std::optional<OsmType> overpassType(std::string_view type)
{
    if (type == "node")
        return OsmType::Node;
    if (type == "way")
        return OsmType::Way;
    return type == "relation" ? std::optional(OsmType::Relation) : std::nullopt;
}

/// The same negative number for the same place, another one for each other place.
std::int64_t nodeAt(OsmLocation at)
{
    const std::int64_t column = std::int64_t(at.lon) + 1'800'000'000;
    const std::int64_t row = std::int64_t(at.lat) + 900'000'000;
    return at.defined() ? -1 - (column * (std::int64_t(1) << 31) + row) : 0;
}

} // namespace

OsmLocation overpassPlace(double lon, double lat)
{
    if (!(std::abs(lon) <= 180 && std::abs(lat) <= 90))
        return {};
    return {static_cast<std::int32_t>(std::lround(lon * 1e7)), static_cast<std::int32_t>(std::lround(lat * 1e7))};
}

void OverpassElement::clear()
{
    type.clear();
    id.reset();
    version = {};
    at = {};
    nodes.clear();
    points.clear();
    members.clear();
    m_text.clear();
    m_places.clear();
}

void OverpassElement::addTag(std::string_view key, std::string_view value)
{
    const std::size_t begin = m_text.size();
    m_text.append(key).append(value);
    m_places.push_back({begin, begin + key.size(), m_text.size()});
}

QString OverpassElement::text() const
{
    return QString::fromStdString(type.empty() ? "?" : type) + QLatin1Char('/') + (id ? QString::number(*id) : QStringLiteral("?"));
}

std::span<const OsmTag> OverpassElement::tags()
{
    const std::string_view all = m_text;
    m_tags.clear();
    for (const TagPlace &place : m_places)
        m_tags.push_back({all.substr(place.key, place.value - place.key), all.substr(place.value, place.end - place.value)});
    return m_tags;
}

std::span<const OsmExtract::Vertex> OverpassElement::vertices(std::size_t first, std::size_t count, bool withNodes)
{
    m_vertices.clear();
    if (withNodes && nodes.size() != count) {
        for (const std::int64_t node : nodes)
            m_vertices.push_back({node, {}});
        return m_vertices;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const OsmLocation place = points[first + i];
        m_vertices.push_back({withNodes ? nodes[i] : nodeAt(place), place});
    }
    return m_vertices;
}

QString OverpassElement::handTo(ExtractBuilder &builder)
{
    const std::optional<OsmType> kind = overpassType(type);
    // Areas, counts and time lines are no objects of the map.
    if (!kind)
        return type.empty() ? tr("an element without type") : QString();
    if (!id)
        return tr("an element without id");
    if (!builder.reads(*kind))
        return {};
    version.id = *id;
    switch (*kind) {
    case OsmType::Node: builder.node(version, at, tags()); break;
    case OsmType::Way:
        if (builder.wants(OsmType::Way, version, tags()))
            builder.addWay(version, m_tags, vertices(0, points.size(), !nodes.empty()));
        break;
    case OsmType::Relation: return relationTo(builder);
    }
    return {};
}

QString OverpassElement::relationTo(ExtractBuilder &builder)
{
    if (!builder.wants(OsmType::Relation, version, tags()))
        return {};
    m_readMembers.clear();
    for (const Member &member : members) {
        const std::optional<OsmType> kind = overpassType(member.type);
        if (!kind)
            return tr("a member without type");
        m_readMembers.push_back({{*kind, member.ref}, member.role});
    }
    builder.addRelation(version, m_tags, m_readMembers);
    for (const Member &member : members) {
        if (member.type == "way" && member.pointCount > 0)
            builder.addWay({member.ref, ExtractBuilder::hearsay, 0}, {}, vertices(member.firstPoint, member.pointCount, false));
    }
    return {};
}

} // namespace ca
