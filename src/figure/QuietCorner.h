// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/RenderRequest.h"

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace ca {

/// The corner of the map, within @p request's view, where something of @p size hides least of the corridors drawn and, if
/// there is one, nothing of @p taken. Screen coordinates of @p request. Tried in the order of @p corners: the earlier wins a tie.
[[nodiscard]] QRectF quietCorner(const RenderRequest &request, QSizeF size, const std::vector<QRectF> &taken,
                                 const std::vector<Qt::Corner> &corners);

} // namespace ca
