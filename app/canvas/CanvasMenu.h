// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

namespace ca {

class HitChooser;
class MapCanvas;
class Session;

/// The menu of the right mouse button over @p at (logical pixels of the canvas). Returns at once; the menu belongs to the
/// canvas and deletes itself.
void showCanvasMenu(const Session &session, MapCanvas &canvas, HitChooser &chooser, QPoint at);

} // namespace ca
