// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"

#include <QString>

#include <functional>

class QMenu;
class QWidget;

namespace ca {

class LayerList;

/// What can be done with one of the user's layers.
/// @param zoom shows an extent on the map. @param parent of the dialogs. @p layers must outlive both.
void fillLayerMenu(QMenu &menu, LayerList &layers, const QString &id, QWidget *parent, const std::function<void(const GeoBox &)> &zoom);

} // namespace ca
