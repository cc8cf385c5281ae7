// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

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
[[nodiscard]] std::optional<Verdict> verdictFromId(const QString &id);

/// What wants a reader's eye, as indices of @p verdicts: orphans first, then ambiguous, changed and moved ones, each in the
/// order given. Exact ones are left out.
[[nodiscard]] std::vector<std::size_t> reviewOrder(const std::vector<Verdict> &verdicts);

} // namespace ca
