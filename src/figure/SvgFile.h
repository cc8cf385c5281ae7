// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>

namespace ca::svgfile {

/// SVG of the page: named groups, clipped to the map frame, title, description and Dublin Core. Text stays text, in the embedded
/// fonts' families with fall-backs, unless outlines are asked for. The same figure gives the same bytes.
[[nodiscard]] Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options = {});

} // namespace ca::svgfile
