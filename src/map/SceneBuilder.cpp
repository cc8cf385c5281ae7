// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/SceneBuilder.h"

#include "base/Logging.h"
#include "geo/Geodesic.h"
#include "geo/Polyline.h"
#include "geo/VertexRank.h"
#include "map/LaneAssignment.h"

#include <QElapsedTimer>

#include <algorithm>

namespace ca {
namespace {

constexpr double curveTolerance = 2;    // plane metres
constexpr double sameStopMetres = 400;  // waypoints of one name and kind nearer than this are one stop

bool samePlace(PointXY a, PointXY b)
{
    return std::hypot(a.x - b.x, a.y - b.y) < 0.01;
}

/// A value between those at two whole positions.
double between(const std::vector<double> &values, double position)
{
    const std::size_t i = std::min(std::size_t(position), values.size() - 1), next = std::min(i + 1, values.size() - 1);
    return values[i] + (position - double(i)) * (values[next] - values[i]);
}

} // namespace

SceneBuilder::SceneBuilder(std::shared_ptr<const Atlas> atlas, std::shared_ptr<const PreparedBase> base,
                           std::shared_ptr<const Projection> projection, const CancelToken &cancel)
    : m_scene(new Scene), m_d(*m_scene->d), m_projector(*projection, {.tolerance = curveTolerance, .positions = true}), m_cancel(cancel)
{
    m_d.atlas = std::move(atlas);
    m_d.base = std::move(base);
    m_d.projection = std::move(projection);
}

std::shared_ptr<const Scene> SceneBuilder::build()
{
    QElapsedTimer timer;
    timer.start();
    addSegments();
    addStrands();
    addWaypoints();
    addSubjects();
    qCDebug(logScene) << "scene built in" << timer.elapsed() << "ms";
    return m_cancel.cancelled() ? nullptr : m_scene;
}

void SceneBuilder::addSegments()
{
    const auto &segments = m_d.atlas->data().segments;
    std::vector<Box> boxes;
    for (std::size_t s = 0; s < segments.size(); ++s) {
        Scene::SegmentShape shape;
        shape.firstLeg = m_d.legs.size();
        double along = 0;  // geodesic metres
        for (std::size_t leg = 0; leg < segments[s].legs.size(); ++leg)
            addLeg(s, leg, along);
        shape.legCount = m_d.legs.size() - shape.firstLeg;
        for (std::size_t leg = shape.firstLeg; leg < m_d.legs.size(); ++leg)
            shape.box.extend(m_d.legs[leg].box);
        m_d.shapes.push_back(shape);
    }
    for (const Scene::LegLine &leg : m_d.legs)
        boxes.push_back(leg.box);
    m_d.legIndex = SpatialIndex(boxes);
}

void SceneBuilder::addLeg(std::size_t segment, std::size_t leg, double &along)
{
    const Leg &source = m_d.atlas->data().segments[segment].legs[leg];
    const std::vector<double> chainage = geodesic::chainage(source.line);
    PlaneParts pieces;
    m_projector.line(source.line, pieces);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Scene::LegLine piece;
        piece.segment = segment;
        piece.leg = leg;
        piece.precision = source.precision;
        piece.status = source.status;
        piece.errorMetres = source.errorMetres.value_or(0);
        for (std::size_t v = pieces.partStart[i]; v < pieces.partStart[i + 1]; ++v) {
            piece.line.push_back(pieces.vertices[v]);
            piece.along.push_back(along + between(chainage, pieces.positions[v]));
        }
        addPiece(std::move(piece));
    }
    if (!chainage.empty())
        along += chainage.back();
}

void SceneBuilder::addPiece(Scene::LegLine piece)
{
    piece.box = ca::boundsOf(piece.line);
    const Scene::LegLine *before = m_d.legs.empty() || m_d.legs.back().segment != piece.segment ? nullptr : &m_d.legs.back();
    if (before && !samePlace(before->line.back(), piece.line.front())) {
        piece.torn = true;
        piece.line.insert(piece.line.begin(), before->line.back());
        piece.along.insert(piece.along.begin(), before->along.back());
    }
    piece.rank = vertexRanks(piece.line);
    if (piece.torn)
        piece.rank[1] = std::numeric_limits<float>::infinity();
    m_d.legs.push_back(std::move(piece));
}

void SceneBuilder::addStrands()
{
    const Atlas &atlas = *m_d.atlas;
    const auto &segments = atlas.data().segments;
    QHash<QString, std::size_t> indexOf;
    std::vector<PlaneLine> lines(segments.size());
    std::vector<Mode> modes;
    for (std::size_t s = 0; s < segments.size(); ++s) {
        indexOf.insert(segments[s].id, s);
        modes.push_back(segments[s].mainMode());
        for (std::size_t leg = 0; leg < m_d.shapes[s].legCount; ++leg) {
            const PlaneLine &part = m_d.legs[m_d.shapes[s].firstLeg + leg].line;
            lines[s].insert(lines[s].end(), part.begin() + (leg == 0 ? 0 : 1), part.end());
        }
    }
    int rank = 0;
    for (const Subject *corridor : atlas.corridors()) {
        for (const CorridorMember *member : atlas.members(corridor->id)) {
            if (!indexOf.contains(member->segment))
                continue;
            const std::size_t s = indexOf.value(member->segment);
            m_d.strands.push_back({corridor->id, s, 0, modes[s], atlas.status(member->segment).status, member->role, rank, {}});
        }
        ++rank;
    }
    std::vector<std::vector<std::size_t>> turns;
    assignLanes(lines, modes, m_d.strands, turns);
    for (std::size_t s = 0; s < turns.size(); ++s)
        keepVertices(m_d.shapes[s], turns[s]);
    for (std::size_t i = 0; i < m_d.strands.size(); ++i)
        m_d.shapes[m_d.strands[i].segment].strands.push_back(i);
}

void SceneBuilder::keepVertices(const Scene::SegmentShape &shape, const std::vector<std::size_t> &vertices)
{
    for (std::size_t vertex : vertices) {
        for (std::size_t l = shape.firstLeg; l < shape.firstLeg + shape.legCount; ++l) {
            std::vector<float> &rank = m_d.legs[l].rank;
            if (vertex < rank.size()) {
                rank[vertex] = std::numeric_limits<float>::infinity();
                break;
            }
            vertex -= rank.size() - 1;  // legs share their end vertex
        }
    }
}

void SceneBuilder::addWaypoints()
{
    const auto &segments = m_d.atlas->data().segments;
    for (std::size_t s = 0; s < segments.size(); ++s) {
        const auto &stops = segments[s].waypoints;
        for (std::size_t i = 0; i < stops.size(); ++i)
            addWaypoint(s, stops[i], i == 0 || i + 1 == stops.size());
    }
}

void SceneBuilder::addWaypoint(std::size_t segment, const Waypoint &waypoint, bool end)
{
    const PointXY at = m_projector.point(waypoint.position);
    if (!at.finite())
        return;
    const auto same = std::find_if(m_d.waypoints.begin(), m_d.waypoints.end(), [&](const Scene::WaypointMark &mark) {
        return mark.waypoint->kind == waypoint.kind && mark.waypoint->name == waypoint.name
            && std::hypot(mark.at.x - at.x, mark.at.y - at.y) < sameStopMetres;
    });
    if (same == m_d.waypoints.end()) {
        m_d.waypoints.push_back({&waypoint, at, {segment}, end});
        return;
    }
    if (same->segments.back() != segment)
        same->segments.push_back(segment);
    same->end = same->end || end;
}

void SceneBuilder::addSubjects()
{
    for (const Subject &subject : m_d.atlas->data().subjects) {
        if (!subject.position.valid() || subject.kind == SubjectKind::Corridor)
            continue;
        const PointXY at = m_projector.point(subject.position);
        if (at.finite())
            m_d.subjects.push_back({&subject, at});
    }
}

} // namespace ca
