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

/// What a click at some place can select: each corridor's segment and each subject once, nearest first. A waypoint means
/// its segment.
[[nodiscard]] std::vector<Hit> choicesOf(const std::vector<Hit> &hits);
/// The features of the user's layers among @p hits.
[[nodiscard]] std::vector<Hit> featuresOf(const std::vector<Hit> &hits);
/// All that has a name, each once, in their order.
[[nodiscard]] std::vector<Hit> listedOf(const std::vector<Hit> &hits);
/// Whether two hits are of the same thing, wherever the pointer is.
[[nodiscard]] bool sameTarget(const Hit &a, const Hit &b);

/// "Baku – Alat · Middle Corridor"; of a feature its name and the title of its layer.
[[nodiscard]] QString choiceText(const Session &session, const Hit &hit);
/// The title of one of the user's layers, empty when there is none of that id.
[[nodiscard]] QString layerTitle(const Session &session, const QString &layer);
/// Asks which of several is meant; what cannot be chosen is greyed. Returns at once; the menu belongs to @p canvas and
/// deletes itself.
QMenu *showHitMenu(const Session &session, MapCanvas &canvas, const std::vector<Hit> &choices, QPoint at,
                   std::function<void(const Hit &)> chosen);

} // namespace ca
