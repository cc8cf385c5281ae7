// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "geo/SpatialIndex.h"
#include "osm/RouteMatch.h"

#include <span>
#include <vector>

namespace ca {

/// Which country a line is in, by the borders of a base map (finest level): exact where the line crosses them, as good as
/// they are generalised. At sea, and where no border is in sight, the country is unknown. Immutable; any thread.
class CountryCutter {
public:
    explicit CountryCutter(const BaseMap &map);
    [[nodiscard]] bool hasBorders() const { return m_hasBorders; }

    /// Code of the country (ISO 3166-1 alpha-2, "A+B" where claims overlap); empty = unknown.
    [[nodiscard]] QString countryAt(LatLon p) const;
    /// Adds the geodesic metres of @p line in each country to @p lengths, new countries at the end. @p onLand: the line
    /// does not leave the shore, whatever side of the generalised shore it is drawn on.
    void addLengths(std::span<const LatLon> line, bool onLand, std::vector<LengthOf> &lengths) const;

private:
    /// A straight piece of a border or of a sea's shore; sides are indices in m_countries, 0 = unknown.
    struct Piece {
        LatLon a, b;
        std::uint16_t left = 0;
        std::uint16_t right = 0;
        bool shore = false;
    };
    struct Crossing {
        double metres;               ///< along the line
        std::uint16_t before;
        std::uint16_t after;
    };
    void addLayer(const BaseMap &map, const QString &id);
    [[nodiscard]] std::uint16_t country(const QString &code);
    [[nodiscard]] std::vector<Crossing> crossings(std::span<const LatLon> line, std::span<const double> chainage, bool onLand) const;
    [[nodiscard]] QString countryBetween(std::span<const LatLon> line, double from, double to) const;
    [[nodiscard]] std::uint16_t seenFrom(LatLon p, double dLon, double dLat) const;

    bool m_hasBorders = false;
    std::vector<QString> m_countries{QString()};
    std::vector<Piece> m_pieces;
    SpatialIndex m_index;
};

} // namespace ca
