// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/SceneLayer.h"

namespace ca {

/// What a scene holds; filled by SceneBuilder, read through Scene.
struct Scene::Private {
    std::shared_ptr<const Atlas> atlas;
    std::shared_ptr<const BaseMap> baseMap;
    std::shared_ptr<const Projection> projection;
    std::vector<Strand> strands;
    std::vector<LegLine> legs;
    SpatialIndex legIndex;
    std::vector<SegmentShape> shapes;
    std::vector<WaypointMark> waypoints;
    std::vector<SubjectMark> subjects;
    std::vector<Place> places;
    SpatialIndex placeIndex;
    const FeatureTable *placeTable = nullptr;
    PlaneLine frame;
    std::vector<SceneLevels> layers;
};

} // namespace ca
