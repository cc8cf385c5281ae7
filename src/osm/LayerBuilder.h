// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OsmFaults.h"
#include "osm/OsmLayers.h"
#include "osm/OsmRings.h"

namespace ca {

/// Adds objects to a layer as its shape wants them, and notes what is wrong with them. For makeLayers() alone.
class LayerBuilder {
public:
    /// @p meets: see markMeetings(). All outlive the builder.
    LayerBuilder(const OsmExtract &extract, std::span<const std::uint8_t> meets, bool ranked, OsmLayer &layer, OsmFaults &faults)
        : m_extract(extract), m_meets(meets), m_ranked(ranked), m_layer(layer), m_faults(faults)
    {
    }

    void addNode(const OsmExtract::Node &node, const OsmClass &found);
    void addMiddle(const OsmExtract::Way &way, const OsmClass &found);
    void addMiddle(const OsmExtract::Relation &relation, const OsmClass &found);
    /// The parts of the way; @p relations are those a border belongs to.
    void addLine(const OsmExtract::Way &way, const OsmClass &found, const std::vector<std::uint32_t> &relations);
    void addArea(const OsmExtract::Way &way, const OsmClass &found);
    void addArea(const OsmExtract::Relation &relation, const OsmClass &found, std::vector<OsmPolygon> polygons);

    /// Rings of @p relation; none where they do not close, which is noted. @p outline: ids of the ways that are no areas of
    /// their own: those of the shells, and of holes that say the same as the relation.
    [[nodiscard]] std::vector<OsmPolygon> assemble(const OsmExtract::Relation &relation, std::vector<std::int64_t> &outline);

private:
    template <class Object> OsmRow &beginRow(OsmType type, const Object &object, const OsmClass &found);
    void addVertex(OsmLocation at, bool meets);
    void addPolygons(const std::vector<OsmPolygon> &polygons);
    void addPoint(OsmId object, const std::vector<OsmLocation> &places, OsmRow row);

    const OsmExtract &m_extract;
    std::span<const std::uint8_t> m_meets;
    bool m_ranked;
    OsmLayer &m_layer;
    OsmFaults &m_faults;
};

} // namespace ca
