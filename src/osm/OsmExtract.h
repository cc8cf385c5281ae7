// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "geo/LatLon.h"
#include "osm/OsmObject.h"

#include <QDateTime>
#include <QStringList>

#include <limits>
#include <string>
#include <vector>

namespace ca {

/// A place as OpenStreetMap keeps it: units of 1e-7 degrees, WGS 84. Default-constructed it is undefined: the node is not in
/// the extract.
struct OsmLocation {
    static constexpr std::int32_t undefined = std::numeric_limits<std::int32_t>::max();
    std::int32_t lon = undefined;
    std::int32_t lat = undefined;

    [[nodiscard]] bool defined() const { return lon != undefined; }
    [[nodiscard]] LatLon degrees() const { return defined() ? LatLon{lat / 1e7, lon / 1e7} : LatLon{}; }
    bool operator==(const OsmLocation &) const = default;
};

/// What was kept of one or several extracts: each object once, in its newest version. Plain data: filled once by a reader,
/// then shared as const. Objects are in ascending order of their ids.
struct OsmExtract {
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    struct Node : OsmVersion {
        OsmLocation at;
        Range tags;
    };
    struct Vertex {
        std::int64_t node = 0;
        OsmLocation at;      ///< undefined where the node is missing
    };
    struct Way : OsmVersion {
        Range vertices;
        Range tags;
    };
    struct Member {
        OsmId object;        ///< may be missing from the extract
        std::uint32_t role = 0;  ///< in @c strings
    };
    struct Relation : OsmVersion {
        Range members;
        Range tags;          ///< of a multipolygon without any that tells of it also those that all its outer ways agree on
    };
    /// Where key and value begin in @c strings.
    struct StoredTag {
        std::uint32_t key = 0;
        std::uint32_t value = 0;
    };

    std::vector<Node> nodes;          ///< those that the filter wanted
    std::vector<Way> ways;            ///< wanted, or members of wanted relations
    std::vector<Relation> relations;
    std::vector<Vertex> vertices;
    std::vector<Member> members;
    std::vector<StoredTag> storedTags;
    std::string strings;              ///< each text once, ended by a null

    QDateTime date;        ///< UTC; of the data as the files' headers state it, else the newest change; invalid = unknown
    std::vector<GeoBox> boxes;  ///< that the files' headers state; none where one of them states none
    QStringList files;     ///< that it was read from, without folders
    QStringList remarks;   ///< what was missing, double, left out; translated sentences

    [[nodiscard]] std::span<const Vertex> verticesOf(const Way &way) const { return {vertices.data() + way.vertices.first, way.vertices.count}; }
    [[nodiscard]] std::span<const Member> membersOf(const Relation &relation) const { return {members.data() + relation.members.first, relation.members.count}; }
    [[nodiscard]] std::string_view string(std::uint32_t at) const { return strings.c_str() + at; }
    /// Value of @p key among @p tags; empty when there is none.
    [[nodiscard]] std::string_view tag(Range tags, std::string_view key) const;
    [[nodiscard]] std::vector<OsmTag> tagsOf(Range tags) const;
    /// By binary search; null = not kept.
    [[nodiscard]] const Way *way(std::int64_t id) const;
    [[nodiscard]] const Node *node(std::int64_t id) const;
};

} // namespace ca
