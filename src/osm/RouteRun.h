// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/CountryCutter.h"
#include "osm/RouteRequest.h"

namespace ca {

/// Answers one request: which stops have track, which of them are joined, what is missing, whether there is another way.
/// Private to this room; one at a time.
class RouteRun {
public:
    /// @p cutter may be null. All must outlive it.
    RouteRun(const LineGraph &graph, const OsmExtract &extract, const CountryCutter *cutter, const RouteRequest &request, const CancelToken &cancel);
    [[nodiscard]] RouteMatch run();

private:
    struct Missing {
        std::size_t from;            ///< stops of the request
        std::size_t to;
    };

    [[nodiscard]] std::vector<RouteStop> stopsWith(const TrackRules &rules) const;
    void joinStops();
    void addRun(std::span<const std::size_t> stops, const RouteSearch::Found &found);
    void followToEnd(std::span<const std::size_t> stops);
    [[nodiscard]] std::int64_t wayFrom(std::size_t first, bool onward) const;
    void noteReversals(const RoutePart &part, std::span<const std::size_t> stops, const RouteSearch::Found &found);
    [[nodiscard]] std::size_t nearestStop(LatLon at) const;
    void compareWithout(std::size_t stop, std::span<const std::size_t> stops, const RouteSearch::Found &found, RouteReversal &turn) const;
    void noteMissing(std::size_t from, std::size_t to);
    [[nodiscard]] RouteSearch newSearch() const;
    [[nodiscard]] RouteStop legStop(std::span<const std::size_t> usable, std::size_t i) const;
    [[nodiscard]] double metresElsewhere(std::span<const RoutePiece> pieces) const;
    void lookForAlternative();
    void finish();
    [[nodiscard]] const QString &name(std::size_t stop) const { return m_request.stops[stop].place.name; }

    const LineGraph &m_graph;
    const OsmExtract &m_extract;
    const CountryCutter *m_cutter;
    const RouteRequest &m_request;
    CancelToken m_cancel;
    std::vector<RouteStop> m_stops;          ///< of the request, with the candidates its rules allow
    std::vector<std::size_t> m_usable;       ///< those that have any
    std::vector<Missing> m_missing;
    std::vector<RoutePart> m_parts;
    RouteSearch::Found m_found;              ///< of the last run
    RouteMatch m_match;
};

} // namespace ca
