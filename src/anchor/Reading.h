// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/Normaliser.h"
#include "anchor/PrintedText.h"
#include "anchor/Words.h"
#include "document/ArticleText.h"

#include <QSet>
#include <QString>

#include <vector>

namespace ca {

/// One way to read an article, normalised, with the way back to ArticleText::text: as it stands, or as
/// its author wrote it (PrintedText). Immutable; holds a copy of what it needs.
class Reading {
public:
    [[nodiscard]] static Reading asItStands(const ArticleText &article);
    [[nodiscard]] static Reading asAuthored(const ArticleText &article, PrintedText::Hyphens hyphens = PrintedText::Hyphens::Joined);

    [[nodiscard]] const QString &text() const { return m_normalised.text; }
    /// With the way back to what was normalised: ArticleText::text, or the text as authored.
    [[nodiscard]] const NormalisedText &normalised() const { return m_normalised; }
    /// Where words broken at line ends were joined and may have had a hyphen, or have it still if it was
    /// kept: UTF-16 in text(), of the letter after its place, ascending.
    [[nodiscard]] const std::vector<int> &joints() const { return m_joints; }
    /// The stretch of ArticleText::text that text().mid(start, length) came from.
    [[nodiscard]] TextRange sourceRange(int start, int length) const;
    /// The stretch of text() that came from a stretch of ArticleText::text, without white space at its ends.
    [[nodiscard]] TextRange rangeOf(TextRange source) const;

    /// Code points before a UTF-16 offset of text().
    [[nodiscard]] int codePointsBefore(int offset) const;
    /// The UTF-16 offset that so many code points come before; -1 past the end.
    [[nodiscard]] int offsetOf(int codePoints) const;

private:
    Reading() = default;

    QString m_source;
    std::vector<int> m_origin;  ///< m_source to ArticleText::text; empty = they are the same
    NormalisedText m_normalised;
    std::vector<int> m_joints;
    bool m_pairs = false;       ///< has surrogate pairs
};

/// The words of a reading, and how words broken at line ends read when not joined.
class ReadingWords {
public:
    explicit ReadingWords(const Reading &reading);

    [[nodiscard]] const WordList &joined() const { return m_words; }
    /// As joined(), but a broken word stands in its pieces with the hyphen where @p folds (hashes of a
    /// quotation's words, case folded) holds those and not the whole.
    [[nodiscard]] WordList fittedTo(const QSet<quint64> &folds) const;
    [[nodiscard]] bool hasBroken() const { return !m_broken.empty(); }

private:
    struct Broken {
        std::size_t word = 0;
        WordList pieces;  ///< before, hyphen, after
    };
    WordList m_words;
    std::vector<Broken> m_broken;
};

} // namespace ca
