// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractBuilder.h"

#include <optional>

namespace ca {

/// One object of an answer of Overpass, as far as it has been read. Is cleared and used again: no memory is asked for
/// once it is as large as the largest.
class OverpassElement {
public:
    struct Member {
        std::string type;
        std::int64_t ref = 0;
        std::string role;
        std::size_t firstPoint = 0;   ///< in @c points
        std::size_t pointCount = 0;
    };

    void clear();
    void addTag(std::string_view key, std::string_view value);
    /// "way/12", as far as it is known.
    [[nodiscard]] QString text() const;
    /// Hands it to the builder if its pass has to see it. @returns what is wrong with it, else nothing.
    [[nodiscard]] QString handTo(ExtractBuilder &builder);

    std::string type;
    std::optional<std::int64_t> id;
    ReadVersion version;
    OsmLocation at;                       ///< of a node
    std::vector<std::int64_t> nodes;      ///< of a way
    std::vector<OsmLocation> points;      ///< of a way, or of the members of a relation
    std::vector<Member> members;

private:
    struct TagPlace {
        std::size_t key;
        std::size_t value;
        std::size_t end;
    };
    [[nodiscard]] std::span<const OsmTag> tags();
    [[nodiscard]] std::span<const OsmExtract::Vertex> vertices(std::size_t first, std::size_t count, bool withNodes);
    [[nodiscard]] QString relationTo(ExtractBuilder &builder);

    std::string m_text;                   // keys and values
    std::vector<TagPlace> m_places;
    std::vector<OsmTag> m_tags;
    std::vector<OsmExtract::Vertex> m_vertices;
    std::vector<ReadMember> m_readMembers;
};

/// In units of 1e-7 degrees; undefined off the globe.
[[nodiscard]] OsmLocation overpassPlace(double lon, double lat);

} // namespace ca
