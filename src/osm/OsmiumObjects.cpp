// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmiumObjects.h"

#include <osmium/io/header.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>

namespace ca {
namespace {

ReadVersion readVersion(const osmium::OSMObject &object)
{
    ReadVersion version;
    version.id = object.id();
    version.version = static_cast<std::int32_t>(std::min<osmium::object_version_type>(object.version(), std::numeric_limits<std::int32_t>::max()));
    version.changed = object.timestamp().seconds_since_epoch();
    version.deleted = object.deleted();
    return version;
}

/// Places off the globe are none.
OsmLocation readPlace(osmium::Location at)
{
    return at.valid() ? OsmLocation{at.x(), at.y()} : OsmLocation{};
}

OsmType readType(osmium::item_type type)
{
    return type == osmium::item_type::node ? OsmType::Node : type == osmium::item_type::way ? OsmType::Way : OsmType::Relation;
}

} // namespace

GeoBox statedBox(const osmium::io::Header &header)
{
    const osmium::Box box = header.joined_boxes();
    return box.valid() ? GeoBox{box.left(), box.bottom(), box.right(), box.top()} : GeoBox();
}

osmium::osm_entity_bits::type OsmiumObjects::kinds() const
{
    osmium::osm_entity_bits::type kinds = osmium::osm_entity_bits::nothing;
    if (m_builder.reads(OsmType::Node))
        kinds |= osmium::osm_entity_bits::node;
    if (m_builder.reads(OsmType::Way))
        kinds |= osmium::osm_entity_bits::way;
    if (m_builder.reads(OsmType::Relation))
        kinds |= osmium::osm_entity_bits::relation;
    return kinds;
}

void OsmiumObjects::take(const osmium::memory::Buffer &buffer)
{
    const osmium::osm_entity_bits::type wanted = kinds();
    for (const osmium::OSMObject &object : buffer.select<osmium::OSMObject>()) {
        if (!(osmium::osm_entity_bits::from_item_type(object.type()) & wanted))
            continue;
        gatherTags(object.tags());
        switch (object.type()) {
        case osmium::item_type::node:
            m_builder.node(readVersion(object), readPlace(static_cast<const osmium::Node &>(object).location()), m_tags);
            break;
        case osmium::item_type::way: take(static_cast<const osmium::Way &>(object)); break;
        case osmium::item_type::relation: take(static_cast<const osmium::Relation &>(object)); break;
        default: break;
        }
    }
}

void OsmiumObjects::gatherTags(const osmium::TagList &tags)
{
    m_tags.clear();
    for (const osmium::Tag &tag : tags)
        m_tags.push_back({tag.key(), tag.value()});
}

void OsmiumObjects::take(const osmium::Way &way)
{
    const ReadVersion version = readVersion(way);
    if (!m_builder.wants(OsmType::Way, version, m_tags))
        return;
    m_vertices.clear();
    for (const osmium::NodeRef &node : way.nodes())
        m_vertices.push_back({node.ref(), readPlace(node.location())});
    m_builder.addWay(version, m_tags, m_vertices);
}

void OsmiumObjects::take(const osmium::Relation &relation)
{
    const ReadVersion version = readVersion(relation);
    if (!m_builder.wants(OsmType::Relation, version, m_tags))
        return;
    m_members.clear();
    for (const osmium::RelationMember &member : relation.members())
        m_members.push_back({{readType(member.type()), member.ref()}, member.role()});
    m_builder.addRelation(version, m_tags, m_members);
}

} // namespace ca
