// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureSpec.h"

#include <QSizeF>
#include <QString>

#include <vector>

namespace ca {

/// A page that briefings are made on.
struct FigurePreset {
    QString id;                     ///< slide-16x9, slide-4x3, a4-portrait, a4-landscape, a3-portrait, a3-landscape,
                                    ///< column-1, column-2, square
    QString title;                  ///< for people
    QSizeF page;                    ///< logical pixels (1/96 inch)
    double dpi = 96;                ///< usual resolution of its pictures
};

[[nodiscard]] const std::vector<FigurePreset> &figurePresets();
[[nodiscard]] const FigurePreset *figurePreset(const QString &id);
/// The page that figures are begun on: a wide slide.
[[nodiscard]] const FigurePreset &usualFigurePreset();
/// The figure gets the preset's page, and type as large as that wants it.
void takePreset(FigureSpec &figure, const FigurePreset &preset);

} // namespace ca
