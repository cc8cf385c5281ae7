// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/WordAlignment.h"

#include <cstddef>
#include <vector>

namespace ca {

/// Indices in the copy where the passage's words stand one after the other, in order, @p most at the
/// utmost. Time: words of both, whatever repeats.
[[nodiscard]] std::vector<std::size_t> sameWords(const WordSpan &passage, const WordSpan &copy, std::size_t most);

/// A stretch of the copy that is like the passage.
struct LikeStretch {
    std::size_t first = 0;  ///< words of the copy
    std::size_t end = 0;
    double likeness = 0;    ///< 1 less the share of characters to be edited
    WordAlignment alignment;
};

/// Stretches like the passage, best first: seeds of words rare in the copy, then banded alignment. At most
/// 20 % of the characters may differ, 12 % in passages under 40, never more than 256. Passages of over
/// 20,000 words are not sought so.
/// @p expected is one more place to be tried, -1 = none.
[[nodiscard]] std::vector<LikeStretch> likeStretches(const WordSpan &passage, const WordSpan &copy, int expected);

/// Where parts of a passage stand that is not there as a whole: its sentences, or its two halves.
struct Remains {
    std::size_t first = 0;  ///< words of the copy that hold all found
    std::size_t end = 0;
    int found = 0;          ///< parts
    int parts = 0;
    double share = 0;       ///< of the passage's characters
};

/// The parts of a passage that stand word for word in the copy, in order and near one another. Parts under
/// five words are not sought.
[[nodiscard]] Remains remainsOf(const WordSpan &passage, const WordSpan &copy);

} // namespace ca
