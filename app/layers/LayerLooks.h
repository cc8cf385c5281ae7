// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapStyle.h"

namespace ca {

struct LoadedLayer;

/// The look that a new layer gets: @p number counts through colours that the colour-blind can tell apart and that are none
/// of the corridors'.
[[nodiscard]] LayerStyle firstLook(const LoadedLayer &layer, std::size_t number);
/// The look that @p words tell, see styleproperties::words(); words that are not understood change nothing.
[[nodiscard]] LayerStyle lookFrom(const QStringList &words);
/// The look's one colour: of points, lines, or areas with their edge. Its alpha is ignored.
[[nodiscard]] QColor colorOf(const LayerStyle &style);
void setColor(LayerStyle &style, const QColor &color);

} // namespace ca
