// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractBuilder.h"

#include <osmium/memory/buffer.hpp>
#include <osmium/osm/entity_bits.hpp>

namespace osmium::io {
class Header;
} // namespace osmium::io
namespace osmium {
class OSMObject;
class TagList;
class Way;
class Relation;
} // namespace osmium

namespace ca {

/// What the extract covers by its header; empty where it does not say.
[[nodiscard]] GeoBox statedBox(const osmium::io::Header &header);

/// Hands objects of libosmium to the builder. Keeps its lists from one object to the next.
class OsmiumObjects {
public:
    explicit OsmiumObjects(ExtractBuilder &builder) : m_builder(builder) {}

    /// What the builder's pass has to see.
    [[nodiscard]] osmium::osm_entity_bits::type kinds() const;
    void take(const osmium::memory::Buffer &buffer);

private:
    void gatherTags(const osmium::TagList &tags);
    void take(const osmium::Way &way);
    void take(const osmium::Relation &relation);

    ExtractBuilder &m_builder;
    std::vector<OsmTag> m_tags;
    std::vector<OsmExtract::Vertex> m_vertices;
    std::vector<ReadMember> m_members;
};

} // namespace ca
