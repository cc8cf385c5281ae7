// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "atlas/BaseMap.h"
#include "base/CancelToken.h"
#include "base/Result.h"
#include "osm/OsmExtract.h"
#include "osm/RouteMatch.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace ca {

struct RouteOptions {
    double longestGap = 40;           ///< metres that may be bridged
    /// Borders to cut the lengths at; null = lengths by country are not made.
    std::shared_ptr<const BaseMap> baseMap;
    CancelToken cancel;
    /// Share of the work that is done, 0 to 1, and the name of what is under way. Called from any thread, never from two
    /// at once.
    std::function<void(double share, const QString &what)> progress;
};

/// A place to go through. @c tolerance metres around it are searched for track.
struct RoutePlace {
    QString name;
    LatLon position;
    double tolerance = 300;
    /// It is a border whose exact place is not known: a route that begins or ends there follows the track to where it is
    /// mapped no further, if that is near.
    bool toEndOfTrack = false;
};

/// What of an extract the matcher needs: pass it to readExtracts(). Railways and pipelines of all stages, and the nodes
/// and ways that are stations.
[[nodiscard]] bool wantedForMatching(OsmType type, std::span<const OsmTag> tags);

/// The line of each of @p segmentIds on the tracks and pipelines of @p extract, in their order. A segment whose mode is
/// neither rail nor gas pipeline, or that the extract has not, gets the verdict NoTrack and a text that says so; that is no
/// error. Blocks and uses all cores; any thread; @p extract and @p atlas are only read.
/// @returns an error for an id that the atlas does not know, and after a cancel.
[[nodiscard]] Result<std::vector<RouteMatch>> matchSegments(const OsmExtract &extract, const Atlas &atlas, const QStringList &segmentIds,
                                                            const RouteOptions &options);

/// The railway between places, from the first through all to the last: track in use, else also track under construction,
/// and the result says which. @returns an error for fewer than two places, and after a cancel.
[[nodiscard]] Result<RouteMatch> matchPlaces(const OsmExtract &extract, const std::vector<RoutePlace> &places, const RouteOptions &options);

/// The one place meant by @p text: "lat,lon"; a name of a station of the extract (any of its names, compared folded, with
/// or without the word for station); an id or name of a place or waypoint of the atlas.
/// @returns an error that lists the candidates when several places far from each other have the name, or that there is none.
[[nodiscard]] Result<RoutePlace> findPlace(const OsmExtract &extract, const Atlas &atlas, const QString &text);

} // namespace ca
