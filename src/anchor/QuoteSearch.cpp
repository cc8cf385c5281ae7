// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/QuoteSearch.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ca {
namespace {

constexpr int mostEdits = 256;
constexpr int shortPassage = 40;      // characters
constexpr std::size_t mostSeeds = 64; // places of one word that are looked at
constexpr std::size_t mostInPassage = 16;
constexpr int mostPlaces = 8;
constexpr std::size_t mostAligned = 20'000; // words: an alignment of so many takes 10 MB

int editsAllowed(const WordSpan &passage)
{
    const int all = cost(passage.words);
    const double share = all < shortPassage ? 0.12 : 0.20;
    return std::min(mostEdits, static_cast<int>(std::floor(all * share)));
}

/// Hashes may be made to collide; letters may not.
bool reallySame(const WordSpan &passage, const WordSpan &copy, std::size_t at)
{
    for (std::size_t i = 0; i < passage.words.size(); ++i) {
        if (!sameWord(passage.words[i], copy.words[at + i]))
            return false;
        const QStringView a = passage.view(i);
        const QStringView b = copy.view(at + i);
        if (a != b && foldedCase(a) != foldedCase(b))
            return false;
    }
    return true;
}

/// Knuth, Morris and Pratt: how far to fall back when a word does not fit.
std::vector<std::size_t> fallbacks(std::span<const Word> words)
{
    std::vector<std::size_t> back(words.size(), 0);
    std::size_t k = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
        while (k > 0 && words[i].fold != words[k].fold)
            k = back[k - 1];
        k += words[i].fold == words[k].fold ? 1 : 0;
        back[i] = k;
    }
    return back;
}

/// Places of the passage's words in passage and copy.
class Seeds {
public:
    Seeds(const WordSpan &passage, const WordSpan &copy)
    {
        for (std::size_t i = 0; i < passage.words.size(); ++i) {
            if (passage.words[i].kind != Word::Kind::Mark)
                take(m_seeds[passage.words[i].fold].inPassage, i, mostInPassage);
        }
        for (std::size_t i = 0; i < copy.words.size(); ++i) {
            const auto seed = m_seeds.find(copy.words[i].fold);
            if (seed == m_seeds.end())
                continue;
            ++seed->count;
            take(seed->inCopy, i, mostSeeds);
        }
    }

    struct Vote {
        int diagonal = 0;
        double weight = 0;
    };

    /// Words that are everywhere vote only if there are no others.
    [[nodiscard]] std::vector<Vote> votes() const
    {
        std::vector<Vote> rare = votesOf(mostSeeds);
        return rare.empty() ? votesOf(std::numeric_limits<std::size_t>::max()) : rare;
    }

private:
    struct Seed {
        std::vector<int> inPassage;
        std::vector<int> inCopy;
        std::size_t count = 0;
    };

    static void take(std::vector<int> &places, std::size_t i, std::size_t most)
    {
        if (places.size() < most)
            places.push_back(static_cast<int>(i));
    }

    [[nodiscard]] std::vector<Vote> votesOf(std::size_t mostCount) const
    {
        std::vector<Vote> votes;
        for (const Seed &seed : m_seeds) {
            if (seed.count == 0 || seed.count > mostCount)
                continue;
            const double weight = 1.0 / double(seed.count);
            for (const int p : seed.inPassage) {
                for (const int c : seed.inCopy)
                    votes.push_back({c - p, weight});
            }
        }
        std::sort(votes.begin(), votes.end(), [](const Vote &a, const Vote &b) { return a.diagonal < b.diagonal; });
        return votes;
    }

    QHash<quint64, Seed> m_seeds;
};

struct Window {
    int diagonal = 0;
    double weight = 0;
};

/// The heaviest windows of votes, @p width diagonals wide, none overlapping another.
std::vector<Window> heaviest(const std::vector<Seeds::Vote> &votes, int width)
{
    std::vector<Window> all;
    double sum = 0;
    std::size_t from = 0;
    for (std::size_t to = 0; to < votes.size(); ++to) {
        sum += votes[to].weight;
        while (votes[to].diagonal - votes[from].diagonal > width)
            sum -= votes[from++].weight;
        all.push_back({(votes[to].diagonal + votes[from].diagonal) / 2, sum});
    }
    std::stable_sort(all.begin(), all.end(), [](const Window &a, const Window &b) { return a.weight > b.weight; });
    std::vector<Window> kept;
    for (const Window &window : all) {
        const bool near = std::any_of(kept.begin(), kept.end(), [&](const Window &k) { return std::abs(k.diagonal - window.diagonal) <= width; });
        if (!near)
            kept.push_back(window);
        if (kept.size() == mostPlaces)
            break;
    }
    return kept;
}

/// The words of the copy that an alignment uses.
void setEnds(LikeStretch &stretch)
{
    stretch.first = std::numeric_limits<std::size_t>::max();
    for (const AlignedPair &pair : stretch.alignment.pairs) {
        if (pair.copy < 0)
            continue;
        const auto at = static_cast<std::size_t>(pair.copy);
        stretch.first = std::min(stretch.first, at);
        stretch.end = std::max(stretch.end, at + 1);
    }
}

bool overlap(const LikeStretch &a, const LikeStretch &b)
{
    return a.first < b.end && b.first < a.end;
}

/// Sentences as stretches of words, each with its mark; two halves when there is only one.
std::vector<WordSpan> partsOf(const WordSpan &passage)
{
    constexpr std::size_t fewest = 5;
    std::vector<WordSpan> parts;
    const auto add = [&](std::size_t from, std::size_t to) {
        if (to >= from + fewest)
            parts.push_back({passage.words.subspan(from, to - from), passage.text});
    };
    std::size_t from = 0;
    for (std::size_t i = 0; i < passage.words.size(); ++i) {
        const bool ends = passage.words[i].length == 1 && QStringView(u".!?\u0589").contains(passage.view(i).front());
        if (!ends && i + 1 < passage.words.size())
            continue;
        add(from, i + 1);
        from = i + 1;
    }
    if (parts.size() < 2) {
        parts.clear();
        const std::size_t half = passage.words.size() / 2;
        add(0, half);
        add(half, passage.words.size());
    }
    return parts;
}

} // namespace

std::vector<std::size_t> sameWords(const WordSpan &passage, const WordSpan &copy, std::size_t most)
{
    std::vector<std::size_t> found;
    const std::span<const Word> words = passage.words;
    if (words.empty() || words.size() > copy.words.size())
        return found;
    const std::vector<std::size_t> back = fallbacks(words);
    std::size_t k = 0;
    for (std::size_t i = 0; i < copy.words.size() && found.size() < most; ++i) {
        while (k > 0 && (k == words.size() || copy.words[i].fold != words[k].fold))
            k = back[k - 1];
        k += copy.words[i].fold == words[k].fold ? 1 : 0;
        if (k == words.size() && reallySame(passage, copy, i + 1 - k))
            found.push_back(i + 1 - k);
    }
    return found;
}

std::vector<LikeStretch> likeStretches(const WordSpan &passage, const WordSpan &copy, int expected)
{
    std::vector<LikeStretch> found;
    const int allowed = editsAllowed(passage);
    const int all = cost(passage.words);
    if (allowed == 0 || copy.words.empty() || passage.words.size() > mostAligned)
        return found;
    const int width = std::min(allowed, static_cast<int>(passage.words.size()) / 4 + 4);
    std::vector<Window> windows = heaviest(Seeds(passage, copy).votes(), width);
    if (expected >= 0)
        windows.push_back({expected, 0});
    for (const Window &window : windows) {
        auto aligned = align(passage, copy, {window.diagonal, width + 2, allowed, false});
        if (!aligned)
            continue;
        LikeStretch stretch;
        stretch.likeness = 1.0 - double(aligned->cost) / double(all);
        stretch.alignment = std::move(*aligned);
        setEnds(stretch);
        if (stretch.end > stretch.first)
            found.push_back(std::move(stretch));
    }
    std::stable_sort(found.begin(), found.end(), [](const LikeStretch &a, const LikeStretch &b) { return a.likeness > b.likeness; });
    std::vector<LikeStretch> apart;
    for (LikeStretch &stretch : found) {
        if (std::none_of(apart.begin(), apart.end(), [&](const LikeStretch &other) { return overlap(stretch, other); }))
            apart.push_back(std::move(stretch));
    }
    return apart;
}

Remains remainsOf(const WordSpan &passage, const WordSpan &copy)
{
    constexpr std::size_t mostTwins = 16;
    constexpr std::size_t mostParts = 64;
    const std::vector<WordSpan> parts = partsOf(passage);
    Remains best;
    for (std::size_t lead = 0; lead < std::min(parts.size(), mostParts) && best.share < 0.5; ++lead) {
        const std::vector<std::size_t> starts = sameWords(parts[lead], copy, mostTwins);
        // Several places of the leading part cannot be told apart.
        if (starts.size() != 1 || cost(parts[lead].words) <= best.share * cost(passage.words))
            continue;
        Remains remains{starts[0], starts[0] + parts[lead].words.size(), 1, static_cast<int>(parts.size()), 0};
        int chars = cost(parts[lead].words);
        for (std::size_t i = lead + 1; i < std::min(parts.size(), mostParts); ++i) {
            const std::size_t most = std::min(copy.words.size(), remains.end + 2 * passage.words.size());
            const WordSpan rest{copy.words.subspan(remains.end, most - remains.end), copy.text};
            const std::vector<std::size_t> next = sameWords(parts[i], rest, 1);
            if (next.empty())
                continue;
            remains.end += next[0] + parts[i].words.size();
            chars += cost(parts[i].words);
            ++remains.found;
        }
        remains.share = double(chars) / double(cost(passage.words));
        if (remains.share > best.share)
            best = remains;
    }
    return best;
}

} // namespace ca
