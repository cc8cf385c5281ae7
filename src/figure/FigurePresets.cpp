// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigurePresets.h"

#include "base/Tr.h"

#include <algorithm>

namespace ca {

namespace {

/// Logical pixels of paper.
QSizeF paper(double widthMm, double heightMm)
{
    constexpr double pixelsPerMm = 96 / 25.4;
    return {widthMm * pixelsPerMm, heightMm * pixelsPerMm};
}

/// Slides are those of PowerPoint (13.33 × 7.5 and 10 × 7.5 inches); columns those of a two-column page (85 and 178 mm).
std::vector<FigurePreset> madePresets()
{
    return {{QStringLiteral("slide-16x9"), tr("Slide 16:9"), {1280, 720}, 192},
            {QStringLiteral("slide-4x3"), tr("Slide 4:3"), {960, 720}, 192},
            {QStringLiteral("a4-portrait"), tr("A4 portrait"), paper(210, 297), 300},
            {QStringLiteral("a4-landscape"), tr("A4 landscape"), paper(297, 210), 300},
            {QStringLiteral("a3-portrait"), tr("A3 portrait"), paper(297, 420), 300},
            {QStringLiteral("a3-landscape"), tr("A3 landscape"), paper(420, 297), 300},
            {QStringLiteral("column-1"), tr("One column, 85 mm"), paper(85, 110), 300},
            {QStringLiteral("column-2"), tr("Two columns, 178 mm"), paper(178, 120), 300},
            {QStringLiteral("square"), tr("Square"), {900, 900}, 192}};
}

} // namespace

const std::vector<FigurePreset> &figurePresets()
{
    static const std::vector<FigurePreset> presets = madePresets();
    return presets;
}

const FigurePreset *figurePreset(const QString &id)
{
    const auto found = std::find_if(figurePresets().begin(), figurePresets().end(), [&](const FigurePreset &one) { return one.id == id; });
    return found == figurePresets().end() ? nullptr : &*found;
}

const FigurePreset &usualFigurePreset()
{
    return figurePresets().front();
}

void takePreset(FigureSpec &figure, const FigurePreset &preset)
{
    figure.preset = preset.id;
    figure.page = preset.page;
    figure.scale = 0;
}

} // namespace ca
