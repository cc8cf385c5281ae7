// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"
#include "geo/Box.h"
#include "geo/LatLon.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace ca {

/// A run of vertices with one precision, one provenance and one status.
struct Leg {
    GeoLine line;                     ///< WGS 84 degrees, at least two vertices
    Precision precision = Precision::Schematic;
    QString provenance;               ///< osm, gem, geonames, natural-earth, web-page, estimated
    QString refs;                     ///< source objects: way ids, URL
    QString dataDate;                 ///< ISO; of the data of a line found in an extract by the user; empty for bundled ones
    std::optional<double> errorMetres;///< guessed error of an estimated leg
    QString note;
    /// Of a line found in an extract: that of its track, where it is another than the segment's; none = the segment's.
    std::optional<Status> status{};
    bool operator==(const Leg &) const = default;
};

struct Waypoint {
    LatLon position;
    WaypointKind kind = WaypointKind::Station;
    QString name;                     ///< Latin, English usage
    QString nameLocal;
    std::map<QString, QString> names; ///< by language code, where the source tags them so; may be empty
    QString country;                  ///< ISO 3166-1 alpha-2
    QString provenance;
    QString ref;
    double along = 0;                 ///< chainage from the segment's start, geodesic metres

    /// Name tagged in @p language, or the local name where that is the country's own language
    /// (az, hy, ka, tr); empty when there is none: never transliterated.
    [[nodiscard]] QString nameIn(const QString &language) const;
    bool operator==(const Waypoint &) const = default;
};

/// One stretch of a corridor, with its line. Consecutive legs share their end vertex.
struct Segment {
    QString id;                       ///< opaque, never shown to a reader
    QString from;
    QString to;
    std::vector<Mode> modes;          ///< the first is the one it is drawn as
    std::vector<Leg> legs;
    std::vector<Waypoint> waypoints;
    QString note;

    // Derived when the atlas is built:
    double lengthMetres = 0;          ///< geodesic, along the line as drawn
    GeoBox extent;

    /// All legs as one line, shared vertices once.
    [[nodiscard]] GeoLine line() const;
    [[nodiscard]] Mode mainMode() const { return modes.empty() ? Mode::Other : modes.front(); }
    /// The weakest precision of its legs.
    [[nodiscard]] Precision weakestPrecision() const;
    bool operator==(const Segment &) const = default;
};

} // namespace ca
