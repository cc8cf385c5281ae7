// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "library/Library.h"
#include "project/ProjectRecords.h"

#include <vector>

namespace ca {

/// A passage that is not exact in the user's copy, and why.
struct ReviewItem {
    QString passage;        ///< of the atlas or of the project
    bool own = false;
    QString words;          ///< paraphrase of a bundled passage, quotation of an own one
    QString document;       ///< title of the copy; empty = there is none in the library
    Verdict verdict = Verdict::Orphan;
    QString reason;
};

/// Every passage that wants a reader's eye: those of the atlas in the best copy of each article the library holds, and all
/// that the user marked. Orphans first, then ambiguous, changed and moved ones. Blocking: own passages are looked for anew;
/// on the thread the library belongs to.
[[nodiscard]] std::vector<ReviewItem> reviewList(const Atlas &atlas, const Library &library, const std::vector<ProjectPassage> &own);

} // namespace ca
