// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/HitTester.h"

#include <QPoint>

#include <functional>
#include <vector>

class QMenu;

namespace ca {

class MapCanvas;
class Session;

/// What a click at some place can mean: each corridor's segment and each subject once, nearest first. Places
/// of the base map cannot be selected and are left out.
[[nodiscard]] std::vector<Hit> choicesOf(const std::vector<Hit> &hits);
/// "Baku – Alat · Middle Corridor".
[[nodiscard]] QString choiceText(const Session &session, const Hit &hit);
/// Asks which of several is meant. Returns at once; the menu belongs to @p canvas and deletes itself.
QMenu *showHitMenu(const Session &session, MapCanvas &canvas, const std::vector<Hit> &choices, QPoint at,
                   std::function<void(const Hit &)> chosen);

} // namespace ca
