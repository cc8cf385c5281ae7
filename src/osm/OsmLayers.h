// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "geo/VertexRank.h"
#include "osm/LayerMapping.h"
#include "osm/OsmExtract.h"

namespace ca {

/// A feature of a layer: an object of OpenStreetMap, or a part of one that had to be cut.
struct OsmRow {
    OsmId object;
    std::int32_t version = 0;
    std::int64_t changed = 0;
    OsmExtract::Range tags;  ///< in the extract
    std::string_view kind;  ///< as OsmClass; text of the extract
    LifeCycle stage = LifeCycle::Operating;
    bool close = false;  ///< not in the simplified levels
    std::uint32_t firstRing = 0;  ///< in OsmLayer::ringStart; a point and a line are one
    std::uint32_t firstPolygon = 0;  ///< in OsmLayer::polygonStart; areas only
    std::vector<std::uint32_t> relations;  ///< borders: the relations they belong to, as indices in the extract
};

/// One layer, row after row in the order of types and ids. Row r has the rings rows[r].firstRing … rows[r + 1].firstRing - 1,
/// the last row those up to the end; likewise polygons, each a shell and its holes.
struct OsmLayer {
    std::vector<OsmRow> rows;
    std::vector<OsmLocation> vertices;
    /// One for each vertex where the layer has levels, else empty: how far the line would move without it. Ends and nodes
    /// where ways meet have endRank.
    std::vector<RankCode> ranks;
    std::vector<std::uint32_t> ringStart;  ///< first vertex of each
    std::vector<std::uint32_t> polygonStart;  ///< first ring of each

    [[nodiscard]] std::size_t ringEnd(std::size_t ring) const
    {
        return ring + 1 < ringStart.size() ? ringStart[ring + 1] : vertices.size();
    }
    [[nodiscard]] std::size_t polygonEnd(std::size_t polygon) const
    {
        return polygon + 1 < polygonStart.size() ? polygonStart[polygon + 1] : ringStart.size();
    }
    [[nodiscard]] std::size_t lastRing(std::size_t row) const
    {
        return row + 1 < rows.size() ? rows[row + 1].firstRing : ringStart.size();
    }
    [[nodiscard]] std::size_t lastPolygon(std::size_t row) const
    {
        return row + 1 < rows.size() ? rows[row + 1].firstPolygon : polygonStart.size();
    }
};

struct OsmLayers {
    std::vector<OsmLayer> layers;  ///< one for each of the mapping
    QStringList remarks;  ///< what was cut or left out; translated sentences
};

/// Sorts @p extract into the layers of @p mapping, which both must outlive the result. Nothing is invented: ways are cut where
/// nodes are missing and at the antimeridian; areas whose rings do not close are left out; each is counted in the remarks.
/// After a cancel the result is of no use. Blocks; any thread.
[[nodiscard]] OsmLayers makeLayers(const OsmExtract &extract, const LayerMapping &mapping, const CancelToken &cancel = {});

} // namespace ca
