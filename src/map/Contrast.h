// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace ca {

/// Contrast ratio of two opaque colours, 1 … 21, as WCAG 2 defines it; 4.5 is enough for text.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);
/// @p color as near as can be, darker or lighter, with at least @p ratio against @p ground.
[[nodiscard]] QColor readableOn(const QColor &color, const QColor &ground, double ratio);

} // namespace ca
