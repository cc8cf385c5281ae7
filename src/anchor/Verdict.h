// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ca {

/// How well a cited passage was found again in a copy of its document.
enum class Verdict {
    Exact,      ///< the same words in the same place: the stated paragraph, or the same surroundings
    Moved,      ///< the same words elsewhere in the text
    Changed,    ///< found, but the words differ
    Ambiguous,  ///< several places fit and none can be told apart, or one that nothing confirms
    Orphan      ///< not found
};
[[nodiscard]] QString verdictTitle(Verdict verdict);
/// The word for the verdict in files and JSON: exact, moved, changed, ambiguous, orphan.
[[nodiscard]] QString verdictId(Verdict verdict);

} // namespace ca
