// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/RouteMatch.h"
#include "osm/RouteRequest.h"

namespace ca {

/// Says why there is nothing to run on between stops of a request. Private to this room; all must outlive it.
class MissingTracks {
public:
    /// @p stops: those of the request, with the tracks near them that its rules allow.
    MissingTracks(const LineGraph &graph, const RouteRequest &request, const std::vector<RouteStop> &stops, const CancelToken &cancel)
        : m_graph(graph), m_request(request), m_stops(stops), m_cancel(cancel)
    {
    }
    [[nodiscard]] MissingTrack between(std::size_t from, std::size_t to) const;

private:
    [[nodiscard]] QString why(std::size_t from, std::size_t to, std::optional<LifeCycle> onlyAs) const;
    [[nodiscard]] std::optional<LifeCycle> onlyStage(std::size_t from, std::size_t to) const;
    [[nodiscard]] const QString &name(std::size_t stop) const { return m_request.stops[stop].place.name; }

    const LineGraph &m_graph;
    const RouteRequest &m_request;
    const std::vector<RouteStop> &m_stops;
    CancelToken m_cancel;
};

} // namespace ca
