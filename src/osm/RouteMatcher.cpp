// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RouteMatcher.h"

#include "base/Parallel.h"
#include "base/Tr.h"
#include "osm/CountryCutter.h"
#include "osm/LineTags.h"
#include "osm/RouteRun.h"

#include <atomic>
#include <map>
#include <mutex>

namespace ca {
namespace {

using Graphs = std::map<LineKind, LineGraph>;

Graphs graphsFor(const OsmExtract &extract, const std::vector<const Segment *> &segments, const RouteOptions &options)
{
    Graphs graphs;
    for (const Segment *segment : segments) {
        if (const std::optional<LineKind> kind = lineKindOf(segment->mainMode()); kind && !options.cancel.cancelled())
            graphs.try_emplace(*kind, extract, *kind, options.longestGap);
    }
    return graphs;
}

RouteMatch unmatched(const OsmExtract &extract, const Segment &segment)
{
    RouteMatch match;
    match.segment = segment.id;
    match.from = segment.from;
    match.to = segment.to;
    match.mode = segment.mainMode();
    match.bundledMetres = segment.lengthMetres;
    match.extractDate = extract.date;
    match.extractFiles = extract.files;
    match.text = tr("no track in this extract: only railways and gas pipelines are matched, this is mode %1").arg(title(segment.mainMode()));
    return match;
}

std::optional<CountryCutter> cutterOf(const RouteOptions &options)
{
    return options.baseMap ? std::optional<CountryCutter>(*options.baseMap) : std::nullopt;
}

Error cancelledMatch()
{
    return Error::of(tr("matching was cancelled"));
}

/// Tells progress from several threads, one at a time.
class Reporter {
public:
    Reporter(const RouteOptions &options, std::size_t count) : m_options(options), m_count(count) {}
    void done(const QString &what)
    {
        const std::lock_guard lock(m_mutex);
        ++m_done;
        if (m_options.progress)
            m_options.progress(double(m_done) / double(m_count), what);
    }

private:
    const RouteOptions &m_options;
    std::size_t m_count;
    std::size_t m_done = 0;
    std::mutex m_mutex;
};

} // namespace

bool wantedForMatching(OsmType type, std::span<const OsmTag> tags)
{
    if (type == OsmType::Relation)
        return false;
    if (type == OsmType::Way && (linetags::stageAs(tags, LineKind::Rail) || linetags::stageAs(tags, LineKind::GasPipeline)))
        return true;
    return linetags::isStation(tags);
}

Result<std::vector<RouteMatch>> matchSegments(const OsmExtract &extract, const Atlas &atlas, const QStringList &segmentIds, const RouteOptions &options)
{
    std::vector<const Segment *> segments;
    for (const QString &id : segmentIds) {
        segments.push_back(atlas.segment(id));
        if (!segments.back())
            return Error::of(tr("there is no segment “%1”").arg(id));
    }
    const Graphs graphs = graphsFor(extract, segments, options);
    const std::optional<CountryCutter> cutter = cutterOf(options);
    std::vector<RouteMatch> matches(segments.size());
    Reporter reporter(options, segments.size());
    parallelFor(segments.size(), options.cancel, [&](std::size_t i) {
        const auto kind = lineKindOf(segments[i]->mainMode());
        if (const auto graph = kind ? graphs.find(*kind) : graphs.end(); graph != graphs.end()) {
            const RouteRequest request = requestFor(atlas, *segments[i], *kind);
            matches[i] = RouteRun(graph->second, extract, cutter ? &*cutter : nullptr, request, options.cancel).run();
        } else {
            matches[i] = unmatched(extract, *segments[i]);
        }
        reporter.done(segments[i]->id);
    });
    if (options.cancel.cancelled())
        return cancelledMatch();
    return matches;
}

Result<RouteMatch> matchPlaces(const OsmExtract &extract, const std::vector<RoutePlace> &places, const RouteOptions &options)
{
    if (places.size() < 2)
        return Error::of(tr("a route needs two places"));
    const LineGraph graph(extract, LineKind::Rail, options.longestGap);
    const std::optional<CountryCutter> cutter = cutterOf(options);
    RouteRequest request;
    request.from = places.front().name;
    request.to = places.back().name;
    for (const RoutePlace &place : places)
        request.stops.push_back({place});
    RouteMatch match;
    for (const auto &stages : {rulesAllowing({LifeCycle::Operating}), rulesAllowing({LifeCycle::Operating, LifeCycle::Construction})}) {
        request.rules = stages;
        match = RouteRun(graph, extract, cutter ? &*cutter : nullptr, request, options.cancel).run();
        if (match.hasRoute() || options.cancel.cancelled())
            break;
    }
    if (options.cancel.cancelled())
        return cancelledMatch();
    if (options.progress)
        options.progress(1, request.to);
    return match;
}

} // namespace ca
