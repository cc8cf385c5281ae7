// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>

namespace ca::svgfile {

/// SVG with the page's real size, title and description; text stays text, in the embedded fonts' families with
/// fall-backs. The same figure gives the same bytes.
[[nodiscard]] Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options = {});

} // namespace ca::svgfile
