// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/PreparedUserLayer.h"

#include "map/UserLayerPreparer.h"
#include "store/RasterReader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double mostPixels = 24e6;  // of a picture in the map's plane

Result<PreparedUserLayer> preparePicture(const LoadedLayer &layer, const Projection &projection, const CancelToken &cancel)
{
    const Box box = projection.bounds(layer.extent);
    if (box.empty())
        return Error{QCoreApplication::translate("PreparedUserLayer", "the map's projection does not show its place"), layer.path, 0};
    // As many pixels as the picture has; more would show nothing.
    const double pixels = std::min(double(layer.grid->width) * layer.grid->height, mostPixels);
    const double size = std::sqrt(box.width() * box.height() / std::max(1.0, pixels));
    const auto image = RasterReader::warpTo(*layer.grid, projection.definition(), box, size, cancel);
    if (!image)
        return image.error();
    return PreparedUserLayer{nullptr, std::make_shared<const UserPicture>(*image)};
}

} // namespace

Result<PreparedUserLayer> prepareLayer(const QString &id, const LoadedLayer &layer, const Projection &projection, const CancelToken &cancel)
{
    if (layer.grid)
        return preparePicture(layer, projection, cancel);
    const auto shapes = prepareUserLayer(id, layer.table, projection, cancel);
    if (!shapes)
        return Error{QCoreApplication::translate("PreparedUserLayer", "cancelled"), layer.path, 0};
    return PreparedUserLayer{shapes, nullptr};
}

} // namespace ca
