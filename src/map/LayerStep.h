// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Frame.h"
#include "map/PreparedLayer.h"

#include <optional>
#include <vector>

namespace ca {

/// One thing to be done for the layers under the corridors: fill, stroke or dot all shapes of a level in one look.
/// What order and look the layers have is decided here; how they get onto a device by LayerRaster and LayerVector.
struct LayerStep {
    enum class Action { Fill, Stroke, Dots, Picture };

    Action action = Action::Stroke;
    QString layer;                          ///< id to be reported once anything of it was drawn; empty = none
    QString group;                          ///< id of the layer it belongs to, as PaintGroups names it
    const PreparedShapes *shapes = nullptr; ///< owned by the scene or the request; null for pictures
    const UserPicture *picture = nullptr;   ///< owned by the request
    double opacity = 1;                     ///< of pictures
    std::optional<std::uint32_t> kind;      ///< only parts of this kind
    LineStyle line;                         ///< stroke; fills and dots use its colour
    double radius = 0;                      ///< of dots, logical pixels
    double leastSize = 0;                   ///< logical pixels; smaller shapes are dropped
};

/// The steps of a frame in painting order: sea, land, lakes, rivers, the user's pictures, borders, graticule, the
/// user's other layers.
[[nodiscard]] std::vector<LayerStep> layerSteps(const Frame &frame);
/// For people: what a step's group is called.
[[nodiscard]] QString layerTitle(const Frame &frame, const QString &group);

} // namespace ca
