// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureFormats.h"
#include "figure/FigureView.h"

#include <QSizeF>
#include <QString>

namespace ca {

/// What comes out: pixels, or millimetres of what is sharp at every size. @p page in logical pixels.
[[nodiscard]] QString resultText(const FigureFormatWords &format, QSizeF page, double dpi, bool worldFile);

/// The view's name or its figure's title as a file is called on every system, without suffix.
[[nodiscard]] QString exportFileStem(const FigureView &view);

} // namespace ca
