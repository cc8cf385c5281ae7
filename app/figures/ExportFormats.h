// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/WriteOptions.h"

#include <QSizeF>
#include <QString>

#include <vector>

namespace ca {

/// A kind of file that the window writes figures as.
struct ExportFormat {
    FigureFormat format;
    QString id;              ///< stable, for settings
    QString title;           ///< for people
    QString suffix;
    bool pixels = true;      ///< is made of pixels, wholly or in its picture: resolution matters
    bool outlines = false;   ///< can have text as outlines
    bool worldFile = false;  ///< can be the map frame with a world file
};

[[nodiscard]] const std::vector<ExportFormat> &exportFormats();
/// What comes out: pixels, or millimetres of what is sharp at every size. @p page in logical pixels.
[[nodiscard]] QString resultText(const ExportFormat &format, QSizeF page, double dpi, bool worldFile);

/// The view's name or its figure's title as a file is called on every system, without suffix.
[[nodiscard]] QString exportFileStem(const FigureView &view);

} // namespace ca
