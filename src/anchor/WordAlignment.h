// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/AnchorDifference.h"
#include "anchor/Words.h"

#include <QStringView>

#include <optional>
#include <span>
#include <vector>

namespace ca {

/// Words with the text that they stand in.
struct WordSpan {
    std::span<const Word> words;
    QStringView text;
    [[nodiscard]] QStringView view(std::size_t i) const { return text.mid(words[i].start, words[i].length); }
    /// The text from the first of some words to the last.
    [[nodiscard]] QString stretch(std::size_t first, std::size_t end) const;
};

/// What one word costs when it is missing, in characters; what a whole stretch would cost.
[[nodiscard]] int cost(const Word &word);
[[nodiscard]] int cost(std::span<const Word> words);

/// One step of an alignment: a word of each, or -1 where one has none.
struct AlignedPair {
    int passage = -1;
    int copy = -1;
};

struct WordAlignment {
    int cost = 0;                      ///< characters to be edited
    std::vector<AlignedPair> pairs;    ///< in order, from the passage's first word to its last
};

struct AlignmentLimits {
    int diagonal = 0;    ///< index in the copy where the passage's first word is expected
    int halfBand = 0;    ///< words that the two may drift apart from there
    int mostCost = 0;
    bool wholeCopy = false;  ///< false: the passage is sought within the copy, whose ends are free
};

/// Best alignment of a passage with a copy by words, characters within words counted by edit distance;
/// nothing when it costs more than allowed. Time and memory: words of the passage times width of the band.
[[nodiscard]] std::optional<WordAlignment> align(const WordSpan &passage, const WordSpan &copy, const AlignmentLimits &limits);

/// The differences of an alignment; ranges are UTF-16 in copy.text.
[[nodiscard]] std::vector<AnchorDifference> differences(const WordSpan &passage, const WordSpan &copy, const WordAlignment &alignment);

} // namespace ca
