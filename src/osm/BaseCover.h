// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "osm/BaseArcs.h"
#include "store/PolygonOverlay.h"

namespace ca {

/// An arc as a ring goes along it.
struct ArcUse {
    std::size_t arc = 0;
    bool backwards = false;
};

/// A country whose boundary is whole in an extract.
struct CoveredCountry {
    QString iso;                  ///< two letters; empty = the extract does not tell
    QString name;                 ///< in its own language, or else English
    std::uint32_t relation = 0;   ///< index in the extract
    std::vector<std::vector<ArcUse>> rings;  ///< outer and inner ones alike
};

/// Where an extract takes the place of the bundled base map.
struct BaseCover {
    std::vector<CoveredCountry> countries;  ///< in the order of the relations
    std::vector<GeoBox> boxes;              ///< only where there is no country
    QStringList halves;                     ///< names of countries that are not whole

    [[nodiscard]] bool empty() const { return countries.empty() && boxes.empty(); }
    /// Outlines at a level; rings too small for it are gone.
    [[nodiscard]] std::vector<GeoLine> outlines(const std::vector<BaseArc> &arcs, double toleranceMetres) const;
    /// The same as areas. Fails only where the geometry is beyond repair.
    [[nodiscard]] Result<std::vector<PlaneFace>> faces(const std::vector<BaseArc> &arcs, double toleranceMetres) const;
};

/// Countries that are whole, else the boxes of the files, else the box of what they have.
[[nodiscard]] BaseCover coverOf(const OsmExtract &extract, const std::vector<BaseArc> &arcs);

/// Odd–even over all rings; on an edge either.
[[nodiscard]] bool ringsContain(std::span<const GeoLine> rings, LatLon p);
[[nodiscard]] bool facesContain(std::span<const PlaneFace> faces, LatLon p);
/// Square kilometres, on the ellipsoid.
[[nodiscard]] double areaOf(const PlaneFace &face);
/// Twice the area in square degrees, positive = counter-clockwise.
[[nodiscard]] double ringTurn(std::span<const LatLon> ring);

} // namespace ca
