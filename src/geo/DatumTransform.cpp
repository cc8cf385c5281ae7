// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/DatumTransform.h"

namespace ca {
namespace {

struct ListDeleter {
    void operator()(PJ_OBJ_LIST *list) const { proj_list_destroy(list); }
};
struct FactoryDeleter {
    void operator()(PJ_OPERATION_FACTORY_CONTEXT *factory) const { proj_operation_factory_context_destroy(factory); }
};

PjPtr normalised(PJ_CONTEXT *context, const PjPtr &operation)
{
    return PjPtr(operation ? proj_normalize_for_visualization(context, operation.get()) : nullptr);
}

/// The best way from WGS 84 to @p target that needs no grid.
PjPtr withoutGrids(PJ_CONTEXT *context, const QByteArray &target)
{
    const PjPtr from(proj_create(context, "EPSG:4326")), to(proj_create(context, target.constData()));
    const std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, FactoryDeleter> factory(proj_create_operation_factory_context(context, nullptr));
    if (!from || !to || !factory)
        return nullptr;
    proj_operation_factory_context_set_spatial_criterion(context, factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    const std::unique_ptr<PJ_OBJ_LIST, ListDeleter> ways(proj_create_operations(context, from.get(), to.get(), factory.get()));
    for (int i = 0; ways && i < proj_list_get_count(ways.get()); ++i) {
        const PjPtr way(proj_list_get(context, ways.get(), i));
        if (way && proj_coordoperation_get_grid_used_count(context, way.get()) == 0
            && proj_coordoperation_is_instantiable(context, way.get()))
            return normalised(context, way);
    }
    return nullptr;
}

GeoBox areaOf(PJ_CONTEXT *context, PJ *crs)
{
    GeoBox area;
    if (!proj_get_area_of_use(context, crs, &area.west, &area.south, &area.east, &area.north, nullptr) || area.west < -180)
        return {};
    return area;
}

} // namespace

std::shared_ptr<DatumTransform> DatumTransform::create(const QByteArray &target, PJ *crs, QString &reason)
{
    auto transform = std::make_shared<DatumTransform>();
    PJ_CONTEXT *context = transform->m_context.get();
    const ProjContext::Listening listening(transform->m_context);
    const PjPtr best(proj_create_crs_to_crs(context, "EPSG:4326", target.constData(), nullptr));
    transform->m_master.precise = normalised(context, best);
    if (!transform->m_master.precise) {
        reason = transform->m_context.reason();
        return nullptr;
    }
    transform->m_master.anywhere = withoutGrids(context, target);
    transform->m_master.area = areaOf(context, crs);
    return transform;
}

DatumSteps DatumTransform::copyFor(PJ_CONTEXT *context)
{
    const std::lock_guard lock(m_mutex);
    const auto copy = [context](const PjPtr &master) { return PjPtr(master ? proj_clone(context, master.get()) : nullptr); };
    return {copy(m_master.precise), copy(m_master.anywhere), m_master.area};
}

} // namespace ca
