// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RouteAssembly.h"

#include "base/Tr.h"
#include "geo/Geodesic.h"
#include "osm/TrackGeometry.h"

#include <algorithm>
#include <cmath>

namespace ca::assembly {
namespace {

constexpr double samePlace = 0.02;  ///< metres, twice the grid of OpenStreetMap

/// Stops cut edges in two; the line has no vertex there.
std::vector<RoutePiece> joined(std::span<const RoutePiece> pieces)
{
    std::vector<RoutePiece> out;
    for (const RoutePiece &piece : pieces) {
        const bool goesOn = !out.empty() && out.back().edge == piece.edge && out.back().to == piece.from
            && (out.back().to - out.back().from) * (piece.to - piece.from) >= 0;
        if (goesOn)
            out.back().to = piece.to;
        else
            out.push_back(piece);
    }
    std::erase_if(out, [](const RoutePiece &piece) { return std::abs(piece.to - piece.from) < samePlace; });
    return out;
}

/// The vertices of an edge between two places of it, from the lower to the higher chainage.
GeoLine cutOut(std::span<const OsmLocation> line, double low, double high)
{
    GeoLine out;
    double reached = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const LatLon a = line[i].degrees(), b = line[i + 1].degrees();
        const double piece = geodesic::distance(a, b), end = reached + piece;
        if (out.empty() && low < end - samePlace)
            out.push_back(low <= reached + samePlace ? a : placeBetween(a, b, (low - reached) / piece));
        if (!out.empty() && high <= end + samePlace) {
            out.push_back(high >= end - samePlace ? b : placeBetween(a, b, (high - reached) / piece));
            return out;
        }
        if (!out.empty())
            out.push_back(b);
        reached = end;
    }
    return out;
}

QString closingOf(std::int64_t before, std::int64_t after)
{
    if (before != 0 && after != 0)
        return tr("straight piece from way %1 to way %2").arg(before).arg(after);
    return tr("straight piece");
}

void addWay(RouteMatch &match, const RouteStretch &stretch)
{
    const auto known = std::find_if(match.ways.begin(), match.ways.end(), [&](const RouteWay &way) { return way.way.id == stretch.way.id; });
    if (known == match.ways.end())
        match.ways.push_back({stretch.way, stretch.metres, 0});
    else
        known->metres += stretch.metres;
}

void addStage(RouteMatch &match, LifeCycle stage, double from, double to)
{
    std::vector<LifeStretch> &all = match.lifeStretches;
    if (!all.empty() && all.back().stage == stage && all.back().to == from)
        all.back().to = to;
    else
        all.push_back({stage, from, to});
}

void addGap(RouteMatch &match, const RoutePart &part, std::size_t k, double along)
{
    const RouteStretch &gap = part.stretches[k];
    const std::int64_t before = k > 0 ? part.stretches[k - 1].way.id : 0;
    const std::int64_t after = k + 1 < part.stretches.size() ? part.stretches[k + 1].way.id : 0;
    match.gaps.push_back({along, gap.metres, part.line[gap.first], part.line[gap.last], closingOf(before, after), before, after});
}

/// Calls @p sample for places of @p line every @p step metres and at its end.
template <class Sample>
void sampled(const GeoLine &line, double step, Sample sample)
{
    double next = 0, reached = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double piece = geodesic::distance(line[i - 1], line[i]);
        for (; piece > 0 && next < reached + piece; next += step)
            sample(placeBetween(line[i - 1], line[i], (next - reached) / piece));
        reached += piece;
    }
    if (!line.empty())
        sample(line.back());
}

} // namespace

RoutePart partOf(const LineGraph &graph, const OsmExtract &extract, std::span<const RoutePiece> pieces)
{
    RoutePart part;
    for (const RoutePiece &piece : joined(pieces)) {
        const LineGraph::Edge &edge = graph.edges()[piece.edge];
        GeoLine line = cutOut(graph.vertices(edge), std::min(piece.from, piece.to), std::max(piece.from, piece.to));
        if (line.size() < 2)
            continue;
        if (piece.to < piece.from)
            std::reverse(line.begin(), line.end());
        const bool joins = !part.line.empty();
        const auto first = std::uint32_t(joins ? part.line.size() - 1 : 0);
        part.line.insert(part.line.end(), line.begin() + (joins ? 1 : 0), line.end());
        const double metres = std::abs(piece.to - piece.from);
        const OsmExtract::Way *way = edge.isGap() ? nullptr : &extract.ways[edge.way];
        RouteStretch *last = part.stretches.empty() ? nullptr : &part.stretches.back();
        if (last && last->way.id == (way ? way->id : 0)) {
            last->last = std::uint32_t(part.line.size() - 1);
            last->metres += metres;
        } else {
            const std::string_view gauge = way ? extract.tag(way->tags, "gauge") : std::string_view();
            part.stretches.push_back({way ? OsmVersion(*way) : OsmVersion(), edge.stage, QString::fromUtf8(gauge.data(), qsizetype(gauge.size())),
                                      first, std::uint32_t(part.line.size() - 1), metres});
        }
        part.metres += metres;
    }
    return part;
}

void summarise(RouteMatch &match)
{
    double along = 0;
    for (const RoutePart &part : match.matched()) {
        for (std::size_t k = 0; k < part.stretches.size(); ++k) {
            const RouteStretch &stretch = part.stretches[k];
            if (stretch.isGap()) {
                addGap(match, part, k, along);
            } else {
                addWay(match, stretch);
                addLength(match.gauges, stretch.gauge, stretch.metres);
                addStage(match, stretch.stage, along, along + stretch.metres);
            }
            along += stretch.metres;
        }
    }
    for (RouteWay &way : match.ways)
        way.share = along > 0 ? way.metres / along : 0;
}

std::optional<RouteDeviation> deviationFrom(const GeoLine &bundled, const std::vector<RoutePart> &parts, double step)
{
    if (bundled.size() < 2)
        return std::nullopt;
    RouteDeviation deviation;
    std::vector<double> distances;
    for (const RoutePart &part : parts) {
        sampled(part.line, step, [&](LatLon p) {
            distances.push_back(track::distanceTo(bundled, p));
            if (distances.back() > deviation.most || distances.size() == 1) {
                deviation.most = distances.back();
                deviation.mostAt = p;
            }
            deviation.mean += distances.back();
        });
    }
    if (distances.empty())
        return std::nullopt;
    deviation.mean /= double(distances.size());
    const std::size_t rank = std::size_t(std::ceil(0.95 * double(distances.size()))) - 1;
    std::nth_element(distances.begin(), distances.begin() + std::ptrdiff_t(rank), distances.end());
    deviation.p95 = distances[rank];
    return deviation;
}

double metresApart(const GeoLine &line, const GeoLine &other, double apart)
{
    constexpr double step = 400;
    std::size_t samples = 0, far = 0;
    sampled(line, step, [&](LatLon p) {
        ++samples;
        far += track::distanceTo(other, p) > apart;
    });
    return samples > 0 ? geodesic::length(line) * double(far) / double(samples) : 0;
}

} // namespace ca::assembly
