// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/Normaliser.h"
#include "document/ArticleText.h"

#include <QString>

#include <vector>

namespace ca {

/// A second form of a text, for comparing only: what typesetting put between the author's words and the
/// page is taken back. Words are the same when they agree in this form (or as they stand); the rules of
/// normalise() and the digests made under them are not touched. Taken back are:
///  - page numbers and running heads (pageFurniture()), with the blank lines around them;
///  - a hyphen, U+2010, Armenian hyphen or soft hyphen at a line's end that breaks a word: the letter
///    after it is small (or both are capitals). Whether the word had a hyphen anyhow cannot be seen:
///    `joints` keeps the places, so that both can be tried;
///  - bullets at a line's start, a dash among them where a sentence, a block or a list goes on and no number follows;
///  - ligatures (ﬁ and like ones, Armenian և) and full-width letters, digits and signs;
///  - marks of footnotes: [12], † and ‡, raised digits after a mark or a word of four letters or more that
///    is no unit of length.
struct PrintedText {
    /// Where a word broken at a line's end was joined: index in `text`, UTF-16.
    struct Joint {
        int at = 0;         ///< of the character after the hyphen's place
        bool soft = false;  ///< a soft hyphen: the word has none of its own
    };
    /// What becomes of a hyphen that breaks a word.
    enum class Hyphens { Joined, Kept };
    QString text;
    std::vector<int> origin;    ///< origin[i] = index in the source that text[i] came from; one more at the end
    std::vector<Joint> joints;  ///< ascending

    /// The stretch of the source that text.mid(range) came from.
    [[nodiscard]] TextRange sourceRange(TextRange range) const;
};

/// Of an article, with its lines.
[[nodiscard]] PrintedText asWritten(const ArticleText &article, PrintedText::Hyphens hyphens = PrintedText::Hyphens::Joined);
/// Of a stretch whose lines are not known: letters and marks of footnotes only.
[[nodiscard]] PrintedText asWritten(const QString &text);

} // namespace ca
