// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Records.h"
#include "document/ArticleText.h"
#include "anchor/Normaliser.h"
#include "anchor/Reading.h"
#include "anchor/Verdict.h"

#include <QString>

#include <vector>

namespace ca {

/// Where a passage stands in the user's own copy.
struct FoundPassage {
    Verdict verdict = Verdict::Orphan;
    int start = 0;       ///< offset in ArticleText::text, UTF-16; meaningful unless orphan
    int length = 0;
    int paragraph = 0;   ///< from 1; 0 = orphan
    QString reason;      ///< why not exact, or what differs although it is; for the reader
};

/// Finds passages in one article by their first and last words: in the stated paragraph first,
/// then anywhere, line breaks counting as white space so that a copy with broken lines serves as
/// well. Several candidates are settled by the digest; only a digest that agrees is exact or moved.
/// A passage that is not there as the text stands is sought as its author wrote it (PrintedText: words
/// broken at line ends, page numbers, ligatures, footnotes); the digest decides there as well.
/// Paragraphs are counted in this copy: one with lines added before the passage has it moved, not exact.
/// Reads the article once; const functions may run on several threads.
class PassageFinder {
public:
    explicit PassageFinder(ArticleText article);

    [[nodiscard]] FoundPassage find(const Passage &passage) const;
    /// Are the passage's first words anywhere? Where not, find() says orphan.
    [[nodiscard]] bool mayHold(const Passage &passage) const;
    [[nodiscard]] const ArticleText &article() const { return m_article; }
    /// normalise() of the article's text.
    [[nodiscard]] const NormalisedText &normalised() const { return m_readings.front().normalised(); }

private:
    ArticleText m_article;
    std::vector<Reading> m_readings;  ///< as it stands first, then as authored where that differs
    bool m_hardWrapped = false;
};

/// PassageFinder(article).find(passage), for a single look-up.
[[nodiscard]] FoundPassage findPassage(const ArticleText &article, const Passage &passage);

} // namespace ca
