// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/GeometryProjector.h"
#include "map/ScenePrivate.h"

namespace ca {

/// Projects an atlas into a Scene over a prepared base map. Used once, on any thread.
class SceneBuilder {
public:
    SceneBuilder(std::shared_ptr<const Atlas> atlas, std::shared_ptr<const PreparedBase> base,
                 std::shared_ptr<const Projection> projection, const CancelToken &cancel);
    [[nodiscard]] std::shared_ptr<const Scene> build();

private:
    void addSegments();
    void addStrands();
    void addWaypoints();
    void addSubjects();
    void addLeg(std::size_t segment, std::size_t leg, double &along);
    void addPiece(Scene::LegLine piece);
    void keepVertices(const Scene::SegmentShape &shape, const std::vector<std::size_t> &vertices);
    void addWaypoint(std::size_t segment, const Waypoint &waypoint, bool end);

    std::shared_ptr<Scene> m_scene;
    Scene::Private &m_d;
    GeometryProjector m_projector;
    CancelToken m_cancel;
};

} // namespace ca
