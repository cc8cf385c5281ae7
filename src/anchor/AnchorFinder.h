// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/AnchorDifference.h"
#include "anchor/Normaliser.h"
#include "anchor/TextAnchor.h"
#include "anchor/Verdict.h"
#include "base/Result.h"
#include "document/ArticleText.h"

#include <QString>

#include <memory>
#include <vector>

namespace ca {

/// Where a quotation stands in a copy of its document.
struct AnchorMatch {
    Verdict verdict = Verdict::Orphan;
    TextRange range;                            ///< UTF-16 in ArticleText::text; empty when orphan
    double score = 0;                           ///< 0 to 1: likeness of the words 0.7, of the context 0.15 each side
    QString reason;                             ///< why not exact; for the reader, one or more sentences
    std::vector<TextRange> others;              ///< ambiguous: the other places, best first
    std::vector<AnchorDifference> differences;  ///< changed: word by word, ranges in ArticleText::text
};

/// Anchors quotations in one article and finds them again in another copy of it.
///
/// **exact** is said of the same words where the context on both sides agrees, or where they stand at the
/// position noted; **moved** of the same words elsewhere. Words are the same as normalise() has them, or as
/// PrintedText has them; case may differ where one of the two is set in capitals. Every other difference,
/// were it one letter or mark, makes it **changed**, and `differences` says what differs.
///
/// A single place with the same words is **ambiguous** rather than moved where nothing confirms it:
///  - words noted with a longer context (TextAnchor), since they stood more than once, need one side that
///    agrees as a whole and another that agrees further than any other such place did. One side is not
///    enough: when a paragraph goes, the one before it gets what followed it;
///  - where words much like them stand elsewhere in the copy (the same sentence about another year), both
///    sides must agree, unless they stand at their position;
///  - quotations under six words need one side that agrees, unless they stand at their position.
/// Words that stood once and now stand twice with the same surroundings are ambiguous; so are places like
/// the quotation within 0.03 of the best. Below a score of 0.6, or with another number, negation or unit and
/// no context to speak for it, it is an **orphan**.
///
/// Reads the article once; const functions may run on several threads. Cost of find(): a pass over the
/// article's words, and a bounded number of alignments (at most 256 edits each) when the words differ.
class AnchorFinder {
public:
    explicit AnchorFinder(ArticleText article);
    ~AnchorFinder();
    AnchorFinder(AnchorFinder &&) noexcept;
    AnchorFinder &operator=(AnchorFinder &&) noexcept;

    /// The anchor of a stretch of ArticleText::text (UTF-16), widened to whole grapheme clusters, without
    /// white space at its ends. Fails when the range lies outside or holds no visible character; warns
    /// when it holds less than four words.
    [[nodiscard]] Result<TextAnchor> make(TextRange range) const;

    [[nodiscard]] AnchorMatch find(const TextAnchor &anchor) const;

    [[nodiscard]] const ArticleText &article() const;

private:
    struct Data;
    std::unique_ptr<const Data> m_data;
};

} // namespace ca
