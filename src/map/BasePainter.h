// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Frame.h"

#include <QPainter>
#include <QStringList>

/// Paper, sea, land, lakes, rivers, borders and graticule. Ids of the layers drawn are appended to @p layers.
namespace ca::BasePainter {

void paint(QPainter &painter, const Frame &frame, QStringList &layers);

} // namespace ca::BasePainter
