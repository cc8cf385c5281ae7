// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/DrawnText.h"

#include <QByteArray>

/// How a text element of SVG is written. Pure functions.
namespace ca::svgtext {

/// Families for what has no font of its own, as an attribute's value.
[[nodiscard]] QByteArray defaultFamilies();
/// Attributes that texts of one look share, and those of this one.
[[nodiscard]] QByteArray look(const DrawnText &text);
[[nodiscard]] QByteArray own(const DrawnText &text);
/// What stands inside the element.
[[nodiscard]] QByteArray content(const DrawnText &text);

} // namespace ca::svgtext
