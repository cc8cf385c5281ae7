// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

/// A quotation with what is needed to find it again: the W3C's text-quote and text-position selectors.
/// All text is normalised (normalise(), rules of version `normalisation`); offsets count Unicode code
/// points of the normalised text of the whole document, the end is one past the last.
struct TextAnchor {
    QString exact;
    QString prefix;  ///< up to 32 code points before, never a part of a grapheme cluster
    QString suffix;  ///< up to 32 code points after, likewise
    int start = -1;  ///< -1 = unknown
    int end = -1;    ///< -1 = unknown
    int normalisation = 1;
    bool operator==(const TextAnchor &) const = default;
};

} // namespace ca
