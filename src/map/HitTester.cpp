// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/HitTester.h"

#include "map/FeatureHits.h"
#include "map/LabelCandidate.h"
#include "map/StrandPathCache.h"
#include "map/SymbolPainter.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace ca::HitTester {
namespace {

constexpr double deepestLane = 24;          // pixels a lane may lie beside its track

/// A hit with what ties are settled by.
struct Ranked {
    Hit hit;
    std::size_t height = 0;  ///< greater = drawn later
};

struct Foot {
    double distance = std::numeric_limits<double>::infinity();
    double along = 0;
    PointXY at;
};

Foot nearest(const StrandPath &path, QPointF p)
{
    Foot best;
    for (std::size_t i = 1; i < path.points.size(); ++i) {
        if (path.leg[i - 1] == StrandPath::torn)
            continue;
        const PointXY a = path.points[i - 1], b = path.points[i];
        const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
        const double t = squared == 0 ? 0 : std::clamp(((p.x() - a.x) * dx + (p.y() - a.y) * dy) / squared, 0.0, 1.0);
        const PointXY foot{a.x + t * dx, a.y + t * dy};
        const double distance = std::hypot(p.x() - foot.x, p.y() - foot.y);
        if (distance < best.distance)
            best = {distance, path.along[i - 1] + t * (path.along[i] - path.along[i - 1]), foot};
    }
    return best;
}

/// The first strand shown of those that pass through a waypoint; null when all are hidden.
const Scene::Strand *firstShown(const Frame &frame, const Scene::WaypointMark &mark)
{
    for (const std::size_t segment : mark.segments) {
        for (const std::size_t s : frame.scene.shapes()[segment].strands) {
            if (strandVisible(frame, frame.scene.strands()[s]))
                return &frame.scene.strands()[s];
        }
    }
    return nullptr;
}

/// Distance of @p at from the centre of a mark; nothing when the mark is not shown or too far away.
template <class Mark>
std::optional<double> distanceTo(const Frame &frame, const Mark &mark, QPointF at, double tolerance, const Box &near)
{
    if (!near.contains(mark.at) || !SymbolPainter::shown(frame, mark))
        return std::nullopt;
    const QPointF centre = frame.view.toScreen(mark.at);
    const double distance = std::hypot(centre.x() - at.x(), centre.y() - at.y());
    return distance - SymbolPainter::size(frame, mark) / 2 > tolerance ? std::nullopt : std::optional(distance);
}

void addStrands(const Frame &frame, QPointF at, double tolerance, StrandPathCache &paths, std::vector<Ranked> &out)
{
    const PointXY plane = frame.view.toPlane(at);
    const Box near = Box{plane.x, plane.y, plane.x, plane.y}.grown((tolerance + deepestLane) * frame.view.metresPerPixel);
    std::vector<std::size_t> segments;
    for (const std::uint32_t leg : frame.scene.legIndex().query(near))
        segments.push_back(frame.scene.legs()[leg].segment);
    segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
    for (const std::size_t segment : segments) {
        for (const std::size_t s : frame.scene.shapes()[segment].strands) {
            const Scene::Strand &strand = frame.scene.strands()[s];
            if (!strandVisible(frame, strand))
                continue;
            const auto [path, by] = paths.at(frame, s);
            const Foot foot = nearest(*path, at - QPointF(by.x, by.y));
            const double distance = std::max(0.0, foot.distance - strandLine(frame, strand).width / 2);
            if (distance > tolerance)
                continue;
            Hit hit{Hit::Kind::Strand, frame.scene.atlas().data().segments[segment].id, strand.corridor, 0, foot.distance, foot.along,
                    frame.view.toLatLon({foot.at.x + by.x, foot.at.y + by.y}), {}};
            out.push_back({std::move(hit), s});
        }
    }
}

void addWaypoints(const Frame &frame, QPointF at, double tolerance, const Box &near, std::vector<Ranked> &out)
{
    const auto &marks = frame.scene.waypoints();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::optional<double> distance = distanceTo(frame, marks[i], at, tolerance, near);
        const Scene::Strand *strand = distance ? firstShown(frame, marks[i]) : nullptr;
        if (!strand)
            continue;
        const Waypoint &waypoint = *marks[i].waypoint;
        out.push_back({{Hit::Kind::Waypoint, frame.scene.atlas().data().segments[strand->segment].id, strand->corridor, 0, *distance,
                        waypoint.along, waypoint.position, waypoint.name}, i});
    }
}

void addGaugeBreaks(const Frame &frame, QPointF at, double tolerance, std::vector<Ranked> &out)
{
    for (const SymbolPainter::GaugeMark &mark : SymbolPainter::gaugeMarks(frame)) {
        const double distance = std::hypot(mark.at.x() - at.x(), mark.at.y() - at.y());
        if (distance - SymbolPainter::gaugeSize(frame) / 2 <= tolerance)
            out.push_back({{Hit::Kind::Waypoint, mark.gauge->segment, {}, 0, distance, 0, mark.gauge->at, title(*mark.gauge)}, 200000});
    }
}

void addSubjects(const Frame &frame, QPointF at, double tolerance, const Box &near, std::vector<Ranked> &out)
{
    const auto &marks = frame.scene.subjects();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::optional<double> distance = distanceTo(frame, marks[i], at, tolerance, near);
        if (!distance)
            continue;
        const Subject &subject = *marks[i].subject;
        out.push_back({{Hit::Kind::Subject, subject.id, {}, 0, *distance, 0, subject.position, subject.title}, 100000 + i});
    }
}

void addPlaces(const Frame &frame, QPointF at, double tolerance, const Box &near, std::vector<Ranked> &out)
{
    const FeatureTable *table = frame.scene.base().placeTable.get();
    if (!table || !frame.request.visibility.layer(QStringLiteral("places")))
        return;
    for (const std::uint32_t i : frame.scene.base().placeIndex.query(near)) {
        const PreparedPlace &place = frame.scene.base().places[i];
        const QPointF centre = frame.view.toScreen(place.at);
        const double distance = std::hypot(centre.x() - at.x(), centre.y() - at.y());
        if (distance > tolerance || !placeShown(frame, place))
            continue;
        const QString name = localName(*table, place.feature, frame.request.language).text;
        out.push_back({{Hit::Kind::Place, name, {}, 0, distance, 0, place.position, name}, 0});
    }
}

void addFeatures(const Frame &frame, QPointF at, double tolerance, std::vector<Ranked> &out)
{
    for (const FeatureHit &found : featuresAt(frame, at, tolerance)) {
        const UserLayer &layer = frame.request.userLayers[found.layer];
        const FeatureTable *table = layer.shapes->levels.back().table.get();
        const QString name = table ? localName(*table, found.feature, frame.request.language).text : QString();
        out.push_back({{Hit::Kind::Feature, layer.id, {}, found.feature, found.distance, 0, frame.scene.projection()->inverse(found.at),
                        name.isEmpty() ? layer.title : name}, found.layer});
    }
}

/// Greatest first in the list of hits: what is drawn over what.
int storey(const Ranked &ranked)
{
    switch (ranked.hit.kind) {
    case Hit::Kind::Waypoint:
    case Hit::Kind::Subject: return 3;
    case Hit::Kind::Strand: return 2;
    case Hit::Kind::Place: return 1;
    case Hit::Kind::Feature: return 0;
    }
    return 0;
}

} // namespace

std::vector<Hit> hits(const RenderRequest &request, QPointF at, double tolerance, StrandPathCache *paths)
{
    if (!request.scene || !request.style || request.view.size.isEmpty())
        return {};
    const Frame frame(request);
    const PointXY plane = frame.view.toPlane(at);
    const Box near = Box{plane.x, plane.y, plane.x, plane.y}.grown((tolerance + 12) * frame.view.metresPerPixel);
    std::vector<Ranked> found;
    addWaypoints(frame, at, tolerance, near, found);
    addGaugeBreaks(frame, at, tolerance, found);
    addSubjects(frame, at, tolerance, near, found);
    StrandPathCache own;
    addStrands(frame, at, tolerance, paths ? *paths : own, found);
    addPlaces(frame, at, tolerance, near, found);
    addFeatures(frame, at, tolerance, found);
    const auto key = [](const Ranked &r) {
        // Of the user's layers the upper one comes first: areas below are under the pointer nearly always.
        const double layer = r.hit.kind == Hit::Kind::Feature ? -double(r.height) : 0;
        return std::tuple(-storey(r), layer, r.hit.distance, -double(r.height), r.hit.id, r.hit.corridor, r.hit.feature);
    };
    std::sort(found.begin(), found.end(), [&](const Ranked &a, const Ranked &b) { return key(a) < key(b); });
    std::vector<Hit> hits;
    for (Ranked &ranked : found)
        hits.push_back(std::move(ranked.hit));
    return hits;
}

} // namespace ca::HitTester
