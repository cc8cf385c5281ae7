// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <vector>

namespace ca {

/// A word, number or punctuation mark of a normalised text, ready for comparing.
struct Word {
    enum class Kind : quint8 { Word, Number, Mark };

    quint64 key = 0;        ///< hash of its characters
    quint64 fold = 0;       ///< hash with case folded
    int start = 0;          ///< UTF-16 in the normalised text
    int length = 0;
    Kind kind = Kind::Word;
    bool capitals = false;  ///< one of two or more words in a row set in capitals: a heading, small capitals
    [[nodiscard]] int end() const { return start + length; }
};
using WordList = std::vector<Word>;

/// Splits at boundaries of isWordBoundary(): 2.5, 1,000 and isn't are one word; every mark is a word of
/// its own, and white space counts for nothing. Hashes hold within one run of the program only.
[[nodiscard]] WordList wordsOf(QStringView normalised);

/// The same characters; or the same but for case where one of the two is set in capitals.
[[nodiscard]] inline bool sameWord(const Word &a, const Word &b)
{
    return a.key == b.key || (a.fold == b.fold && (a.capitals || b.capitals));
}

/// Case folded, with one letter for I, İ, ı and i: what a word set in capitals can be told by.
[[nodiscard]] QString foldedCase(QStringView word);

} // namespace ca
