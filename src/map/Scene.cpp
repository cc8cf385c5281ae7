// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/Scene.h"

#include "map/SceneBuilder.h"
#include "map/ScenePrivate.h"

namespace ca {

Scene::Scene() : d(std::make_unique<Private>()) {}
Scene::~Scene() = default;

std::shared_ptr<const Scene> Scene::build(std::shared_ptr<const Atlas> atlas, std::shared_ptr<const BaseMap> baseMap,
                                          std::shared_ptr<const Projection> projection, const CancelToken &cancel)
{
    auto base = prepareBase(std::move(baseMap), atlas->data().disputed, *projection, cancel);
    return base ? build(std::move(atlas), std::move(base), std::move(projection), cancel) : nullptr;
}

std::shared_ptr<const Scene> Scene::build(std::shared_ptr<const Atlas> atlas, std::shared_ptr<const PreparedBase> base,
                                          std::shared_ptr<const Projection> projection, const CancelToken &cancel)
{
    return SceneBuilder(std::move(atlas), std::move(base), std::move(projection), cancel).build();
}

const Atlas &Scene::atlas() const { return *d->atlas; }
const PreparedBase &Scene::base() const { return *d->base; }
const std::shared_ptr<const Projection> &Scene::projection() const { return d->projection; }
const std::vector<Scene::Strand> &Scene::strands() const { return d->strands; }
const std::vector<Scene::LegLine> &Scene::legs() const { return d->legs; }
const SpatialIndex &Scene::legIndex() const { return d->legIndex; }
const std::vector<Scene::SegmentShape> &Scene::shapes() const { return d->shapes; }
const std::vector<Scene::WaypointMark> &Scene::waypoints() const { return d->waypoints; }
const std::vector<Scene::SubjectMark> &Scene::subjects() const { return d->subjects; }

Box Scene::boundsOf(const QStringList &ids) const
{
    Box box;
    const auto &segments = d->atlas->data().segments;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const bool wanted = ids.contains(segments[i].id);
        const auto &strands = d->shapes[i].strands;
        const bool ofCorridor = std::any_of(strands.begin(), strands.end(), [&](std::size_t s) {
            return ids.contains(d->strands[s].corridor);
        });
        if (wanted || ofCorridor)
            box.extend(d->shapes[i].box);
    }
    for (const SubjectMark &mark : d->subjects) {
        if (ids.contains(mark.subject->id))
            box.extend(mark.at);
    }
    return box;
}

} // namespace ca
