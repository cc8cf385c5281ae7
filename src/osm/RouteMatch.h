// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"
#include "geo/LatLon.h"
#include "osm/LifeCycle.h"
#include "osm/OsmObject.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ca {

/// Matched: track all the way. Bridged: with gaps of at most RouteOptions::longestGap closed by straight pieces. NoTrack:
/// somewhere the extract has no track to run on. Ambiguous: there is a second route as good that runs elsewhere.
enum class MatchVerdict : std::uint8_t { Matched, Bridged, NoTrack, Ambiguous };
[[nodiscard]] QString toId(MatchVerdict verdict);       ///< "matched", "bridged", "no-track", "ambiguous"
[[nodiscard]] QString matchVerdictTitle(MatchVerdict verdict);  ///< translated

/// A run of a route on one OSM way, or over one gap.
struct RouteStretch {
    OsmVersion way;                   ///< id 0: a gap, no way is there
    LifeCycle stage = LifeCycle::Operating;
    QString gauge;                    ///< as tagged, millimetres ("1520", "1520;1435"); empty = not tagged
    std::uint32_t first = 0;          ///< vertices of its part's line, both included; neighbours share one
    std::uint32_t last = 0;
    double metres = 0;                ///< geodesic
    [[nodiscard]] bool isGap() const { return way.id == 0; }
};

/// An unbroken line along tracks, gaps that were closed included.
struct RoutePart {
    GeoLine line;                     ///< WGS 84, every vertex of the ways
    std::vector<RouteStretch> stretches;  ///< in order, covering the line
    double metres = 0;                ///< geodesic
    /// Of the places that it joins, metres along the bundled line; 0 for a route between places.
    double bundledFrom = 0;
    double bundledTo = 0;
};

/// Where the route goes on in the direction that it came from, as a train does that changes ends.
struct RouteReversal {
    double along = 0;                 ///< metres from the route's start
    LatLon at;
    QString stop;                     ///< the nearest of the places that the route goes through
    double stopMetres = 0;            ///< as the crow flies
    std::int64_t wayBefore = 0;
    std::int64_t wayAfter = 0;        ///< may be the same
    /// The route past that place, from the one before to the one after it, turns back less often: metres that it is shorter.
    std::optional<double> spared;
    bool onlyWay = false;             ///< it would turn back as often past that place
};

/// Where track ended and went on a little further, and a straight piece was put between.
struct RouteGap {
    double along = 0;                 ///< metres from the route's start to where the gap begins
    double metres = 0;
    LatLon from, to;
    QString closing;                  ///< how, translated: "straight piece from the end of way 1 to way 2"
    std::int64_t wayBefore = 0;
    std::int64_t wayAfter = 0;
};

/// How much of the route runs on a way.
struct RouteWay {
    OsmVersion way;
    double metres = 0;
    double share = 0;                 ///< of the route's length, 0 to 1
};

/// Lengths that belong to a word: a country (ISO 3166-1 alpha-2), a gauge. Empty = unknown, not tagged.
struct LengthOf {
    QString what;
    double metres = 0;
    bool operator==(const LengthOf &) const = default;
};
/// Adds to the one of @p what, or puts it at the end.
void addLength(std::vector<LengthOf> &lengths, const QString &what, double metres);

struct LifeStretch {
    LifeCycle stage = LifeCycle::Operating;
    double from = 0;                  ///< metres along the route
    double to = 0;
};

/// How far the matched line is from the atlas' own, metres; sampled along the matched line.
struct RouteDeviation {
    double mean = 0;
    double p95 = 0;
    double most = 0;
    LatLon mostAt;
};

/// Between two waypoints there is nothing to run on.
struct MissingTrack {
    QString from;                     ///< names of the waypoints
    QString to;
    LatLon fromPosition, toPosition;
    double bundledFrom = 0;           ///< of the waypoints, metres along the bundled line; 0 for a route between places
    double bundledTo = 0;
    QString why;                      ///< translated sentence
    std::optional<LifeCycle> onlyAs;  ///< there is track, but of this stage, which the segment may not use
};

/// The other route of an ambiguous match.
struct RouteAlternative {
    GeoLine line;
    double metres = 0;
    double differing = 0;             ///< metres of it that run elsewhere
};

/// What an extract has of a segment, or of a way between places.
struct RouteMatch {
    QString segment;                  ///< id in the atlas; empty for a route between places
    QString from, to;                 ///< names
    Mode mode = Mode::Rail;
    MatchVerdict verdict = MatchVerdict::NoTrack;
    QString text;                     ///< one translated sentence for a reader: the verdict and why

    /// The route, from its start to its end; one part. Empty when the verdict is NoTrack.
    std::vector<RoutePart> parts;
    /// Only when the verdict is NoTrack: what was matched between some of the waypoints. Never the segment's whole line.
    std::vector<RoutePart> partial;
    std::optional<double> lengthMetres;   ///< geodesic; null without a track
    std::optional<double> bundledMetres;  ///< the atlas' line; null for a route between places
    double partialMetres = 0;

    // Of the route, or of the partial ones, one after the other, where there is no route:
    std::vector<RouteWay> ways;           ///< in order of first use
    std::vector<LifeStretch> lifeStretches;
    std::vector<LengthOf> countries;      ///< cut at the atlas' borders; in order of first use; empty when not asked for
    std::vector<LengthOf> gauges;
    std::vector<RouteGap> gaps;
    std::vector<RouteReversal> reversals;
    std::optional<RouteDeviation> deviation;  ///< from the bundled line

    std::vector<MissingTrack> missing;
    std::optional<RouteAlternative> alternative;
    QStringList remarks;                  ///< what a reviewer should know, translated sentences
    QDateTime extractDate;                ///< UTC; invalid = unknown
    QStringList extractFiles;

    [[nodiscard]] bool hasRoute() const { return !parts.empty(); }
    [[nodiscard]] const std::vector<RoutePart> &matched() const { return hasRoute() ? parts : partial; }
    /// A route, or at least some track: a line can be drawn of it (see matchedLine()).
    [[nodiscard]] bool hasTrack() const { return !matched().empty(); }
    /// Metres of the matched parts in a stage.
    [[nodiscard]] double metresIn(LifeCycle stage) const;
};

} // namespace ca
