// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <span>
#include <string_view>

namespace ca {

enum class OsmType : std::uint8_t { Node, Way, Relation };

/// Which object of OpenStreetMap. Ids need 64 bits. Negative ids are objects that OpenStreetMap does not have: editors'
/// new ones, and the vertices of answers of Overpass that state none.
struct OsmId {
    OsmType type = OsmType::Node;
    std::int64_t id = 0;
    auto operator<=>(const OsmId &) const = default;
};

/// "node", "way", "relation".
[[nodiscard]] std::string_view typeName(OsmType type);
/// "way/123", as in openstreetmap.org/way/123.
[[nodiscard]] QString toText(OsmId id);

/// A state of an object.
struct OsmVersion {
    std::int64_t id = 0;
    std::int32_t version = 0;   ///< 0 = the extract does not tell
    std::int64_t changed = 0;   ///< seconds since 1970, UTC; 0 = not told
};

/// UTF-8; valid as long as what it was taken from.
struct OsmTag {
    std::string_view key;
    std::string_view value;
};

/// Value of @p key; empty when there is none.
[[nodiscard]] std::string_view tagValue(std::span<const OsmTag> tags, std::string_view key);

} // namespace ca
