// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/LineLooks.h"

#include "figure/ColourDifference.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

constexpr double leastGap = 1;         // logical pixels of a gap that is still seen
constexpr double threadWidth = 0.9;    // the painter's thin line below dashes fills the gaps of a line that is no wider
constexpr double rhythmShare = 0.25;   // lengths of dashes that differ by less look the same
constexpr double widthRatio = 1.3;     // widths that differ by less look the same

// Thin lines in different parts of a map need more than the just noticeable difference of 1 to 2. Okabe and Ito's palette,
// made to be told apart with any deficiency, has no pair of the colours used here under 10.9; greys are told by lightness alone.
constexpr double leastDifference = 10;
constexpr double leastGreyDifference = 5;
constexpr double greyChroma = 5;

bool isGrey(const Lab &lab)
{
    return std::hypot(lab.a, lab.b) < greyChroma;
}

/// Lengths in parts of the line's width, since they grow with it.
bool sameRhythm(const LineStyle &one, const LineStyle &other)
{
    if (one.dashes.size() != other.dashes.size())
        return false;
    for (qsizetype i = 0; i < one.dashes.size(); ++i) {
        const double a = one.dashes[i] / one.width, b = other.dashes[i] / other.width;
        if (std::abs(a - b) > rhythmShare * std::max(a, b))
            return false;
    }
    return true;
}

bool sameEdges(const LineStyle &one, const LineStyle &other)
{
    return one.outline.isValid() == other.outline.isValid();
}

} // namespace

bool readsAsSolid(const LineStyle &line)
{
    if (line.dashes.isEmpty())
        return true;
    if (!line.outline.isValid() && line.width <= threadWidth)
        return true;
    double widest = 0;
    for (qsizetype i = 1; i < line.dashes.size(); i += 2)
        widest = std::max(widest, line.dashes[i]);
    return widest < leastGap;
}

bool sameSigns(const LineStyle &one, const LineStyle &other)
{
    if (one.stateMark != other.stateMark)
        return false;
    const bool solid = readsAsSolid(one), otherSolid = readsAsSolid(other);
    return solid || otherSolid ? solid == otherSolid : sameRhythm(one, other);
}

bool sameShape(const LineStyle &one, const LineStyle &other)
{
    const auto [thin, wide] = std::minmax(one.width, other.width);
    return one.mark == other.mark && sameEdges(one, other) && wide <= thin * widthRatio && sameSigns(one, other);
}

bool sameColour(const QColor &one, const QColor &other, ColourVision vision)
{
    const Lab a = Lab::of(simulated(one, vision)), b = Lab::of(simulated(other, vision));
    return colourDifference(a, b) < (isGrey(a) && isGrey(b) ? leastGreyDifference : leastDifference);
}

} // namespace ca
