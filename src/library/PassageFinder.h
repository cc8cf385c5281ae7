// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Records.h"

#include <QString>

#include <vector>

namespace ca {

/// An article's text split into paragraphs: non-empty lines, counted from 1.
struct ArticleText {
    struct Paragraph {
        int start = 0;   ///< offset in @c text, UTF-16
        int length = 0;
    };
    QString text;        ///< with \n line ends
    std::vector<Paragraph> paragraphs;
    [[nodiscard]] static ArticleText fromPlainText(const QString &raw);
};

enum class Verdict {
    Exact,      ///< anchors found in the stated paragraph, digest agrees
    Moved,      ///< digest agrees, elsewhere in the text
    Changed,    ///< anchors found, digest differs
    Ambiguous,  ///< several places fit and none can be told apart
    Orphan      ///< not found
};
[[nodiscard]] QString verdictTitle(Verdict verdict);

/// Where a passage stands in the user's own copy.
struct FoundPassage {
    Verdict verdict = Verdict::Orphan;
    int start = 0;       ///< offset in ArticleText::text, UTF-16; meaningful unless orphan
    int length = 0;
    int paragraph = 0;   ///< from 1
    QString reason;      ///< why not exact, for the reader
};

/// Finds @p passage in @p article by its first and last words: in the stated paragraph first, then
/// anywhere. Several candidates are settled by the digest; only a digest that agrees is exact.
[[nodiscard]] FoundPassage findPassage(const ArticleText &article, const Passage &passage);

} // namespace ca
