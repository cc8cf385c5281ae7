// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/LayerMapping.h"

#include "osm/OldMultipolygons.h"

#include <QFile>

#include <algorithm>

// Resources of a static library are taken in by name; the macro does not work inside a namespace.
static void needLayerMap()
{
    Q_INIT_RESOURCE(osm_layers);
}

namespace ca {
namespace {

/// "railway" of "construction:railway"; keys that only look so ("name:en") find no rule.
std::string_view withoutPrefix(std::string_view key)
{
    const std::size_t colon = key.find(':');
    return colon == std::string_view::npos ? std::string_view() : key.substr(colon + 1);
}

bool isOneOf(std::string_view value, const std::vector<std::string> &values)
{
    return values.empty() ? value != "no" && !value.empty() : std::find(values.begin(), values.end(), value) != values.end();
}

bool hasAll(std::span<const OsmTag> tags, const OsmLayerRule &rule)
{
    return std::all_of(rule.also.begin(), rule.also.end(), [&](const auto &wanted) {
        const std::string_view value = tagValue(tags, wanted.first);
        return wanted.second.empty() ? !value.empty() && value != "no" : value == wanted.second;
    });
}

/// What @p rule says of an object; false = it does not fit.
bool fits(const OsmLayerRule &rule, std::span<const OsmTag> tags, OsmClass &out)
{
    const Lived lived = rule.lived ? lifeCycleOf(tags, rule.key) : Lived{LifeCycle::Operating, tagValue(tags, rule.key)};
    const bool untold = lived.value.empty() && lived.stage != LifeCycle::Operating;
    if (!(untold ? rule.untold : isOneOf(lived.value, rule.values)) || !hasAll(tags, rule))
        return false;
    out.kind = lived.value;
    out.stage = lived.stage;
    out.close = rule.close;
    return true;
}

/// Nodes make points alone, and relations no lines.
bool canBe(OsmShape shape, OsmType type)
{
    switch (type) {
    case OsmType::Node: return shape == OsmShape::Point;
    case OsmType::Way: return true;
    case OsmType::Relation: return shape != OsmShape::Line;
    }
    return false;
}

/// Relations are areas only where they say so: route and site relations may carry any tag.
bool isShape(OsmShape shape, OsmType type, std::span<const OsmTag> tags)
{
    if (type != OsmType::Relation || shape == OsmShape::Point)
        return true;
    const std::string_view kind = tagValue(tags, "type");
    return kind == "boundary" || kind == "multipolygon";
}

} // namespace

const LayerMapping &LayerMapping::bundled()
{
    static const LayerMapping mapping = [] {
        needLayerMap();
        QFile file(QStringLiteral(":/osm/layers.map"));
        const bool opened = file.open(QIODevice::ReadOnly);
        Result<LayerMapping> parsed = parse(file.readAll(), QStringLiteral("layers.map"));
        if (!opened || !parsed)
            qFatal("the bundled layers.map is damaged: %s", qPrintable(parsed.error().text()));
        return *std::move(parsed);
    }();
    return mapping;
}

void LayerMapping::index()
{
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        for (std::size_t rule = 0; rule < m_layers[layer].rules.size(); ++rule)
            m_byKey[m_layers[layer].rules[rule].key].push_back({layer, rule});
    }
}

void LayerMapping::candidates(std::span<const OsmTag> tags, std::vector<Place> &out) const
{
    out.clear();
    const auto take = [&](std::string_view key) {
        if (const auto found = m_byKey.find(key); found != m_byKey.end())
            out.insert(out.end(), found->second.begin(), found->second.end());
    };
    for (const OsmTag &tag : tags) {
        take(tag.key);
        if (const std::string_view bare = withoutPrefix(tag.key); !bare.empty())
            take(bare);
    }
    if (out.size() > 1) {
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
    }
}

void LayerMapping::classify(OsmType type, std::span<const OsmTag> tags, std::vector<OsmClass> &out) const
{
    out.clear();
    thread_local std::vector<Place> places;
    candidates(tags, places);
    for (const Place &place : places) {
        if (!out.empty() && out.back().layer == place.layer)
            continue;
        const OsmLayerSpec &layer = m_layers[place.layer];
        OsmClass found{place.layer, {}, LifeCycle::Operating, false};
        if (canBe(layer.shape, type) && isShape(layer.shape, type, tags) && fits(layer.rules[place.rule], tags, found))
            out.push_back(found);
    }
}

bool LayerMapping::hasAreas() const
{
    return std::any_of(m_layers.begin(), m_layers.end(), [](const OsmLayerSpec &layer) { return layer.shape == OsmShape::Area; });
}

OsmFilter LayerMapping::filter() const
{
    return [mapping = *this, found = std::vector<OsmClass>()](OsmType type, std::span<const OsmTag> tags) mutable {
        mapping.classify(type, tags, found);
        // What such an area is, only the ways of its outline tell.
        return !found.empty() || (type == OsmType::Relation && oldmultipolygons::isOne(tags) && mapping.hasAreas());
    };
}

} // namespace ca
