// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/WordAlignment.h"

#include "anchor/Matter.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <numeric>

namespace ca {
namespace {

constexpr int unreachable = std::numeric_limits<int>::max() / 4;
constexpr int longestCompared = 48;

/// Characters to be edited to make one word of another; the longer's length for monsters.
int editDistance(QStringView a, QStringView b)
{
    const auto longer = static_cast<int>(std::max(a.size(), b.size()));
    if (longer > longestCompared)
        return longer;
    std::array<int, longestCompared + 1> row{};
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j) + 1;
            const int kept = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({kept, row[at] + 1, row[at - 1] + 1});
        }
    }
    return row[static_cast<std::size_t>(b.size())];
}

enum Step : quint8 { None, Both, PassageOnly, CopyOnly };

/// A banded table of costs, one row per word of the passage; keeps the steps, two rows of costs.
class Table {
public:
    Table(const WordSpan &passage, const WordSpan &copy, const AlignmentLimits &limits)
        : m_passage(passage), m_copy(copy), m_limits(limits), m_width(2 * limits.halfBand + 1),
          m_rows(static_cast<int>(passage.words.size())),
          m_steps(static_cast<std::size_t>(m_rows + 1) * static_cast<std::size_t>(m_width), None)
    {
    }

    std::optional<WordAlignment> run()
    {
        std::vector<int> above = firstRow();
        std::vector<int> row(above.size());
        for (int i = 1; i <= m_rows; ++i) {
            if (fill(i, above, row) > m_limits.mostCost)
                return std::nullopt;
            std::swap(above, row);
        }
        const int best = bestEnd(above);
        const int total = above[static_cast<std::size_t>(best)];
        if (total > m_limits.mostCost)
            return std::nullopt;
        return WordAlignment{total, trace(best)};
    }

private:
    /// Column of the copy (words used so far) at place @p k of row @p i.
    [[nodiscard]] int column(int i, int k) const { return m_limits.diagonal - m_limits.halfBand + i + k; }
    [[nodiscard]] bool inCopy(int j) const { return j >= 0 && j <= static_cast<int>(m_copy.words.size()); }
    Step &step(int i, int k) { return m_steps[static_cast<std::size_t>(i) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(k)]; }

    std::vector<int> firstRow()
    {
        std::vector<int> row(static_cast<std::size_t>(m_width), unreachable);
        int sum = 0;
        for (int k = 0; k < m_width; ++k) {
            const int j = column(0, k);
            if (!inCopy(j))
                continue;
            if (m_limits.wholeCopy && j > 0) {
                sum += cost(m_copy.words[static_cast<std::size_t>(j) - 1]);
                step(0, k) = CopyOnly;
            }
            row[static_cast<std::size_t>(k)] = sum;
        }
        return row;
    }

    /// Returns the lowest cost of the row.
    int fill(int i, const std::vector<int> &above, std::vector<int> &row)
    {
        int lowest = unreachable;
        const Word &word = m_passage.words[static_cast<std::size_t>(i) - 1];
        for (int k = 0; k < m_width; ++k) {
            const auto at = static_cast<std::size_t>(k);
            const int j = column(i, k);
            row[at] = unreachable;
            if (!inCopy(j))
                continue;
            if (j > 0)
                offer(i, k, row[at], above[at] + pairCost(i, j, above[at], std::min(row[at], m_limits.mostCost)), Both);
            if (k + 1 < m_width)
                offer(i, k, row[at], above[at + 1] + cost(word), PassageOnly);
            if (j > 0 && k > 0)
                offer(i, k, row[at], row[at - 1] + cost(m_copy.words[static_cast<std::size_t>(j) - 1]), CopyOnly);
            lowest = std::min(lowest, row[at]);
        }
        return lowest;
    }

    void offer(int i, int k, int &cell, int value, Step how)
    {
        if (value >= cell || value >= unreachable)
            return;
        cell = value;
        step(i, k) = how;
    }

    /// Not worked out where it could not win anyhow.
    [[nodiscard]] int pairCost(int i, int j, int soFar, int most) const
    {
        if (soFar >= unreachable || soFar > most)
            return unreachable;
        const Word &a = m_passage.words[static_cast<std::size_t>(i) - 1];
        const Word &b = m_copy.words[static_cast<std::size_t>(j) - 1];
        if (sameWord(a, b))
            return 0;
        if (a.fold == b.fold)
            return 1;
        if ((a.kind == Word::Kind::Mark) != (b.kind == Word::Kind::Mark))
            return unreachable;
        if (soFar + std::abs(a.length - b.length) > most)
            return unreachable;
        return std::max(1, editDistance(m_passage.view(static_cast<std::size_t>(i) - 1), m_copy.view(static_cast<std::size_t>(j) - 1)));
    }

    [[nodiscard]] int bestEnd(const std::vector<int> &row) const
    {
        int best = 0;
        for (int k = 0; k < m_width; ++k) {
            const bool allowed = !m_limits.wholeCopy || column(m_rows, k) == static_cast<int>(m_copy.words.size());
            if (m_limits.wholeCopy ? allowed : row[static_cast<std::size_t>(k)] < row[static_cast<std::size_t>(best)])
                best = k;
        }
        return best;
    }

    std::vector<AlignedPair> trace(int k)
    {
        std::vector<AlignedPair> pairs;
        int i = m_rows;
        for (Step how = step(i, k); i > 0 || how == CopyOnly; how = step(i, k)) {
            const int j = column(i, k);
            if (how == None)
                break;
            pairs.push_back({how == CopyOnly ? -1 : i - 1, how == PassageOnly ? -1 : j - 1});
            i -= how == CopyOnly ? 0 : 1;
            k += how == PassageOnly ? 1 : how == CopyOnly ? -1 : 0;
        }
        std::reverse(pairs.begin(), pairs.end());
        return pairs;
    }

    const WordSpan &m_passage;
    const WordSpan &m_copy;
    const AlignmentLimits m_limits;
    const int m_width;
    const int m_rows;
    std::vector<Step> m_steps;
};

/// Gathers steps that differ into differences.
class Gatherer {
public:
    Gatherer(const WordSpan &passage, const WordSpan &copy) : m_passage(passage), m_copy(copy) {}

    std::vector<AnchorDifference> gather(const std::vector<AlignedPair> &pairs)
    {
        for (const AlignedPair &pair : pairs) {
            if (pair.passage >= 0 && pair.copy >= 0 && sameWord(m_passage.words[index(pair.passage)], m_copy.words[index(pair.copy)])) {
                close();
                m_nextInCopy = m_copy.words[index(pair.copy)].end();
            } else {
                extend(m_before, pair.passage);
                extend(m_after, pair.copy);
            }
        }
        close();
        return std::move(m_out);
    }

private:
    struct Run {
        std::size_t first = 0;
        std::size_t end = 0;
        [[nodiscard]] bool empty() const { return first == end; }
    };

    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    static void extend(Run &run, int word)
    {
        if (word < 0)
            return;
        run.first = run.empty() ? index(word) : run.first;
        run.end = index(word) + 1;
    }

    void close()
    {
        if (m_before.empty() && m_after.empty())
            return;
        using Kind = AnchorDifference::Kind;
        AnchorDifference difference;
        difference.kind = m_before.empty() ? Kind::Inserted : m_after.empty() ? Kind::Removed : Kind::Replaced;
        difference.before = m_passage.stretch(m_before.first, m_before.end);
        difference.after = m_copy.stretch(m_after.first, m_after.end);
        difference.matter = matterOf(difference.before, difference.after);
        difference.range = m_after.empty() ? TextRange{m_nextInCopy, 0} : rangeOf(m_after);
        m_nextInCopy = difference.range.end();
        m_out.push_back(difference);
        m_before = {};
        m_after = {};
    }

    [[nodiscard]] TextRange rangeOf(const Run &run) const
    {
        const int start = m_copy.words[run.first].start;
        return {start, m_copy.words[run.end - 1].end() - start};
    }

    const WordSpan &m_passage;
    const WordSpan &m_copy;
    std::vector<AnchorDifference> m_out;
    Run m_before;
    Run m_after;
    int m_nextInCopy = 0;
};

} // namespace

QString WordSpan::stretch(std::size_t first, std::size_t end) const
{
    if (first >= end)
        return {};
    const int start = words[first].start;
    return text.mid(start, words[end - 1].end() - start).toString();
}

int cost(const Word &word)
{
    return word.kind == Word::Kind::Mark ? 1 : word.length + 1;
}

int cost(std::span<const Word> words)
{
    return std::accumulate(words.begin(), words.end(), 0, [](int sum, const Word &word) { return sum + cost(word); });
}

std::optional<WordAlignment> align(const WordSpan &passage, const WordSpan &copy, const AlignmentLimits &limits)
{
    return Table(passage, copy, limits).run();
}

std::vector<AnchorDifference> differences(const WordSpan &passage, const WordSpan &copy, const WordAlignment &alignment)
{
    return Gatherer(passage, copy).gather(alignment.pairs);
}

} // namespace ca
