// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace ca {

/// A colour of CIE L*a*b* under daylight (D65, 2° observer).
struct Lab {
    double lightness = 0;  ///< 0 to 100
    double a = 0;          ///< green to red
    double b = 0;          ///< blue to yellow

    /// Of an sRGB colour; alpha is left out of account.
    [[nodiscard]] static Lab of(const QColor &color);
};

/// CIEDE2000 (CIE 142-2001, with the corrections and test data of Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference
/// Formula", Color Research and Application 30, 2005): about 1 is the least that an eye sees side by side.
[[nodiscard]] double colourDifference(const Lab &one, const Lab &other);

} // namespace ca
