// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/UserLayerPreparer.h"

#include "map/ShapePreparer.h"
#include "map/SharedBorders.h"

namespace ca {

std::shared_ptr<const PreparedLayer> prepareUserLayer(const QString &id, std::shared_ptr<const FeatureTable> table,
                                                      const Projection &projection, const CancelToken &cancel)
{
    auto layer = std::make_shared<PreparedLayer>();
    layer->id = id;
    layer->kind = table->kind;
    PreparedLevel level;
    const bool areas = layer->kind == GeometryKind::Polygon;
    prepareShapes(level, *table, projection, {}, cancel, areas);
    if (areas)
        shareBorders(level, cancel);
    level.table = std::move(table);
    layer->levels.push_back(std::move(level));
    if (cancel.cancelled())
        return nullptr;
    return layer;
}

} // namespace ca
