// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/AnchorDifference.h"

#include "anchor/WordAlignment.h"

#include <algorithm>

namespace ca {
namespace {

/// Two texts with what they have in common at both ends left out.
struct Middle {
    WordSpan passage;
    WordSpan copy;
};

Middle middleOf(WordSpan passage, WordSpan copy)
{
    const std::size_t shorter = std::min(passage.words.size(), copy.words.size());
    std::size_t before = 0;
    while (before < shorter && sameWord(passage.words[before], copy.words[before]))
        ++before;
    std::size_t after = 0;
    while (after < shorter - before
           && sameWord(passage.words[passage.words.size() - 1 - after], copy.words[copy.words.size() - 1 - after]))
        ++after;
    passage.words = passage.words.subspan(before, passage.words.size() - before - after);
    copy.words = copy.words.subspan(before, copy.words.size() - before - after);
    return {passage, copy};
}

/// Everything replaced.
WordAlignment nothingInCommon(const Middle &middle)
{
    WordAlignment all;
    for (std::size_t i = 0; i < middle.passage.words.size(); ++i)
        all.pairs.push_back({static_cast<int>(i), -1});
    for (std::size_t i = 0; i < middle.copy.words.size(); ++i)
        all.pairs.push_back({-1, static_cast<int>(i)});
    return all;
}

WordAlignment wholeAlignment(const Middle &middle)
{
    constexpr qint64 mostCells = 4'000'000;
    const auto longer = static_cast<int>(std::max(middle.passage.words.size(), middle.copy.words.size()));
    const qint64 cells = (2 * qint64(longer) + 1) * qint64(middle.passage.words.size());
    if (cells > mostCells)
        return nothingInCommon(middle);
    const int everything = cost(middle.passage.words) + cost(middle.copy.words);
    const auto aligned = align(middle.passage, middle.copy, {0, longer, everything, true});
    return aligned.value_or(nothingInCommon(middle));
}

} // namespace

std::vector<AnchorDifference> passageDifferences(const QString &passage, const QString &copy)
{
    const NormalisedText a = normalise(passage);
    const NormalisedText b = normalise(copy);
    const WordList aWords = wordsOf(a.text);
    const WordList bWords = wordsOf(b.text);
    const Middle middle = middleOf({aWords, a.text}, {bWords, b.text});
    std::vector<AnchorDifference> found = differences(middle.passage, middle.copy, wholeAlignment(middle));
    const int beforeMiddle = middle.copy.words.data() > bWords.data() ? (middle.copy.words.data() - 1)->end() : 0;
    for (AnchorDifference &difference : found) {
        if (difference.range.length > 0)
            difference.range = b.sourceRange(copy, difference.range.start, difference.range.length);
        else
            difference.range = {b.origin[static_cast<std::size_t>(std::max(difference.range.start, beforeMiddle))], 0};
    }
    return found;
}

} // namespace ca
