// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Scene.h"

namespace ca {

/// What a scene holds; filled by SceneBuilder, read through Scene.
struct Scene::Private {
    std::shared_ptr<const Atlas> atlas;
    std::shared_ptr<const PreparedBase> base;
    std::shared_ptr<const Projection> projection;
    std::vector<Strand> strands;
    std::vector<LegLine> legs;
    SpatialIndex legIndex;
    std::vector<SegmentShape> shapes;
    std::vector<WaypointMark> waypoints;
    std::vector<SubjectMark> subjects;
};

} // namespace ca
