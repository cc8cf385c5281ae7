// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "osm/ExtractReader.h"
#include "osm/LifeCycle.h"

#include <QByteArray>

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ca {

/// What becomes of the objects of a layer.
enum class OsmShape : std::uint8_t {
    Point,  ///< nodes; of ways and relations the middle of their extent
    Line,  ///< ways, closed or not
    Area,  ///< closed ways and multipolygon relations
    Border,  ///< ways, each once, with the boundary relations they belong to
};

/// What a column of a layer holds.
enum class OsmColumnSource : std::uint8_t {
    Tag,  ///< the value of one tag, as it is
    Kind,  ///< the value that the rule matched, without its life cycle ("rail")
    Stage,  ///< id of the life cycle
    Relations,  ///< of a border: the relations it belongs to, "12 34"
    Parties,  ///< of a border: their names, "A / B"
};

struct OsmColumn {
    std::string name;  ///< of the column in the GeoPackage
    OsmColumnSource source = OsmColumnSource::Tag;
    std::string tag;  ///< for Tag
    bool number = false;  ///< a whole number; what is none stays empty
    bool detail = false;  ///< not in the simplified levels
};

struct OsmLayerRule {
    std::string key;
    std::vector<std::string> values;  ///< empty = any but "no"
    bool lived = false;  ///< in each stage of the life cycle (see lifeCycleOf)
    bool untold = false;  ///< and where a stage is stated, but not of what (railway=construction alone)
    bool close = false;  ///< not in the simplified levels
    /// Key and value of further tags that it must have; an empty value = any but "no".
    std::vector<std::pair<std::string, std::string>> also;
};

struct OsmLayerSpec {
    QString id;  ///< of the table: lower-case letters, digits and "_"
    QString title;
    OsmShape shape = OsmShape::Line;
    bool levels = false;  ///< also simplified, one table a level (see OsmLevels.h)
    std::vector<OsmLayerRule> rules;
    std::vector<OsmColumn> columns;
};

/// Where an object belongs.
struct OsmClass {
    std::size_t layer = 0;  ///< index in LayerMapping::layers()
    std::string_view kind;  ///< valid as long as the tags
    LifeCycle stage = LifeCycle::Operating;
    bool close = false;  ///< not in the simplified levels
};

/// Which tags make which layer, read from a text file (resources/osm/layers.map explains its form). Immutable; any thread.
class LayerMapping {
public:
    /// @returns an error with the line where @p text is no mapping. @p file is for that error alone.
    [[nodiscard]] static Result<LayerMapping> parse(const QByteArray &text, const QString &file);
    /// That of the program.
    [[nodiscard]] static const LayerMapping &bundled();

    [[nodiscard]] const std::vector<OsmLayerSpec> &layers() const { return m_layers; }
    /// The layers that an object of @p type with @p tags may be in, at most one entry a layer.
    void classify(OsmType type, std::span<const OsmTag> tags, std::vector<OsmClass> &out) const;
    /// Keeps what classify() has a layer for, and multipolygons that only the ways of their outline can tell of. Holds a copy of the mapping; one thread at a time.
    [[nodiscard]] OsmFilter filter() const;

private:
    struct KeyHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };
    struct Place {
        std::size_t layer = 0;
        std::size_t rule = 0;
        auto operator<=>(const Place &) const = default;
    };

    void index();
    [[nodiscard]] bool hasAreas() const;
    /// Rules that ask for a key that is among @p tags, layer by layer in their order.
    void candidates(std::span<const OsmTag> tags, std::vector<Place> &out) const;

    std::vector<OsmLayerSpec> m_layers;
    std::unordered_map<std::string, std::vector<Place>, KeyHash, std::equal_to<>> m_byKey;
};

} // namespace ca
