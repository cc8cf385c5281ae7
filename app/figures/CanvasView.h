// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureView.h"

namespace ca {

class MapCanvas;
class Session;

/// What the map shows now, with the page a figure of it begins with: a slide with the selection's name and sources. Call only
/// when the canvas is ready.
[[nodiscard]] FigureView canvasView(const Session &session, const MapCanvas &canvas);
/// Extent, layers, selection and names of @p from; what the author did to the page stays.
void takeMap(FigureView &view, const FigureView &from);

} // namespace ca
