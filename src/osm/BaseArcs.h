// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/VertexRank.h"
#include "osm/OsmExtract.h"

namespace ca {

/// Borders and coastline from one place where such lines meet to the next: several ways of the same kind, joined.
struct BaseArc {
    std::vector<OsmLocation> line;
    std::vector<RankCode> ranks;   ///< of each vertex; ends and meetings have endRank
    std::int64_t firstNode = 0;
    std::int64_t lastNode = 0;
    bool coast = false;            ///< land is on its left
    bool maritime = false;         ///< no border that is drawn on land
    bool disputed = false;
    std::vector<std::uint32_t> relations;  ///< boundaries that it belongs to, as indices in the extract; ascending

    [[nodiscard]] bool closed() const { return firstNode == lastNode; }
    /// Vertices that a tolerance needs, degrees; 0 = all. Arcs that meet keep meeting.
    [[nodiscard]] GeoLine at(double toleranceMetres) const;
};

/// Whether a relation bounds a country, or what somebody calls one.
[[nodiscard]] bool boundsCountry(const OsmExtract &extract, const OsmExtract::Relation &relation);
/// Two letters of ISO 3166-1; empty where the relation does not tell.
[[nodiscard]] QString countryCode(const OsmExtract &extract, const OsmExtract::Relation &relation);

/// All borders of countries, disputed ones and coastlines of @p extract, in an order that depends on ids alone. Ways that
/// lack nodes are left out and counted in @p broken.
[[nodiscard]] std::vector<BaseArc> baseArcs(const OsmExtract &extract, int &broken);

} // namespace ca
