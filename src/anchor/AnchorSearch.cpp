// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/AnchorSearch.h"

#include <algorithm>

namespace ca {
namespace {

constexpr std::size_t maxFirsts = 400;
constexpr std::size_t maxLasts = 16;

bool wordAt(QStringView text, qsizetype i)
{
    return i >= 0 && i < text.size() && isWordUnit(text[i]);
}

bool digitAt(QStringView text, qsizetype i)
{
    return i >= 0 && i < text.size() && text[i].isDigit();
}

bool pointAt(QStringView text, qsizetype i)
{
    return text[i] == u'.' || text[i] == u',';
}

std::vector<int> occurrences(QStringView text, QStringView needle, std::size_t most)
{
    std::vector<int> found;
    for (qsizetype i = text.indexOf(needle); i >= 0 && found.size() < most; i = text.indexOf(needle, i + 1)) {
        if (isWordBoundary(text, i) && isWordBoundary(text, i + needle.size()))
            found.push_back(static_cast<int>(i));
    }
    return found;
}

} // namespace

bool isWordUnit(QChar c)
{
    // Half of a pair counts as a letter: scripts beyond the BMP are letters far more often than not,
    // and a pair must not be cut.
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

bool isWordBoundary(QStringView text, qsizetype at)
{
    if (at <= 0 || at >= text.size())
        return true;
    const bool before = wordAt(text, at - 1);
    const bool after = wordAt(text, at);
    if (before && after)
        return false;
    if (digitAt(text, at - 1) && pointAt(text, at) && digitAt(text, at + 1))
        return false;
    if (digitAt(text, at - 2) && pointAt(text, at - 1) && digitAt(text, at))
        return false;
    if (before && text[at] == u'\'' && wordAt(text, at + 1))
        return false;
    return !(after && text[at - 1] == u'\'' && wordAt(text, at - 2));
}

AnchorSearch::AnchorSearch(const QString &text, const QString &first, const QString &last, int maxLength)
    : m_text(text), m_first(first), m_last(last), m_maxLength(maxLength),
      m_firsts(occurrences(text, first, maxFirsts))
{
}

bool AnchorSearch::hasLast() const
{
    return !occurrences(m_text, m_last, 1).empty();
}

std::vector<int> AnchorSearch::lastEnds(int start, std::size_t most) const
{
    const QStringView text(m_text);
    const qsizetype size = std::min<qsizetype>(m_maxLength, text.size() - start);
    const int firstEnd = start + static_cast<int>(m_first.size());
    std::vector<int> ends;
    // The last words may overlap the first in a short passage, but not end before them.
    qsizetype i = std::max<qsizetype>(start, firstEnd - m_last.size());
    while (ends.size() < most && (i = text.left(start + size).indexOf(m_last, i)) >= 0) {
        const qsizetype end = i + m_last.size();
        if (isWordBoundary(text, i) && isWordBoundary(text, end))
            ends.push_back(static_cast<int>(end));
        ++i;
    }
    return ends;
}

std::vector<TextRange> AnchorSearch::where(const std::function<bool(TextRange)> &agrees) const
{
    std::vector<TextRange> found;
    for (const int start : m_firsts) {
        for (const int end : lastEnds(start, maxLasts)) {
            if (agrees({start, end - start}))
                found.push_back({start, end - start});
        }
    }
    return found;
}

std::vector<TextRange> AnchorSearch::nearest() const
{
    std::vector<TextRange> found;
    for (const int start : m_firsts) {
        for (const int end : lastEnds(start, 1))
            found.push_back({start, end - start});
    }
    return found;
}

} // namespace ca
