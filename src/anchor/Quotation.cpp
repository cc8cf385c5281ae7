// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/Quotation.h"

#include "anchor/PrintedText.h"

#include <algorithm>
#include <utility>

namespace ca {
namespace {

int indexFrom(const std::vector<int> &origin, qsizetype at)
{
    return static_cast<int>(std::lower_bound(origin.begin(), origin.end(), static_cast<int>(at)) - origin.begin());
}

ContextSide edge(bool agrees)
{
    return {agrees ? ContextSide::State::Agrees : ContextSide::State::Differs, agrees ? 1.0 : 0.0, 0};
}

ContextSide shared(int agreeing, int all)
{
    const auto state = agreeing == all ? ContextSide::State::Agrees : ContextSide::State::Differs;
    return {state, double(agreeing) / double(all), agreeing};
}

} // namespace

Quotation::Quotation(QString text, int start, int end, const TextAnchor &anchor)
    : m_text(std::move(text)), m_words(wordsOf(m_text)),
      m_opensDocument(anchor.start == 0 && anchor.prefix.isEmpty()),
      m_closesDocument(anchor.suffix.isEmpty() && anchor.start >= 0 && (anchor.start == 0 || !anchor.prefix.isEmpty()))
{
    while (m_first < m_words.size() && m_words[m_first].end() <= start)
        ++m_first;
    m_end = m_first;
    while (m_end < m_words.size() && m_words[m_end].start < end)
        ++m_end;
    if (m_end > m_first) {
        m_headCut = std::max(0, start - m_words[m_first].start);
        m_tailCut = std::max(0, m_words[m_end - 1].end() - end);
    }
}

Quotation::Quotation(const TextAnchor &anchor)
    : Quotation(anchor.prefix + anchor.exact + anchor.suffix, static_cast<int>(anchor.prefix.size()),
                static_cast<int>(anchor.prefix.size() + anchor.exact.size()), anchor)
{
}

Quotation Quotation::asAuthored(const TextAnchor &anchor)
{
    PrintedText printed = asWritten(anchor.prefix + anchor.exact + anchor.suffix);
    const int start = indexFrom(printed.origin, anchor.prefix.size());
    const int end = indexFrom(printed.origin, anchor.prefix.size() + anchor.exact.size());
    return Quotation(std::move(printed.text), start, end, anchor);
}

Quotation Quotation::apart(const TextAnchor &anchor)
{
    const int start = static_cast<int>(anchor.prefix.size()) + 1;
    return Quotation(anchor.prefix + u' ' + anchor.exact + u' ' + anchor.suffix, start,
                     start + static_cast<int>(anchor.exact.size()), anchor);
}

WordSpan Quotation::words() const
{
    return {std::span(m_words).subspan(m_first, m_end - m_first), m_text};
}

int Quotation::countWords() const
{
    const WordSpan all = words();
    return static_cast<int>(std::count_if(all.words.begin(), all.words.end(), [](const Word &w) { return w.kind != Word::Kind::Mark; }));
}

QSet<quint64> Quotation::folds() const
{
    QSet<quint64> all;
    for (const Word &word : m_words)
        all.insert(word.fold);
    return all;
}

TextRange Quotation::rangeIn(const WordSpan &copy, std::size_t first, std::size_t end) const
{
    const int from = copy.words[first].start + std::min(m_headCut, copy.words[first].length - 1);
    const int to = copy.words[end - 1].end() - std::min(m_tailCut, copy.words[end - 1].length - 1);
    return {from, std::max(1, to - from)};
}

ContextSide Quotation::before(const WordSpan &copy, std::size_t first) const
{
    if (m_first == 0)
        return m_opensDocument ? edge(first == 0) : ContextSide{};
    int agreeing = 0;
    const WordSpan own{m_words, m_text};
    for (std::size_t k = 1; k <= m_first && k <= first; ++k) {
        const std::size_t mine = m_first - k;
        // The outermost word of the context may be the end of one.
        if (!sameWord(m_words[mine], copy.words[first - k]) && !(mine == 0 && copy.view(first - k).endsWith(own.view(mine))))
            break;
        agreeing += cost(m_words[mine]);
    }
    return shared(agreeing, cost(std::span(m_words).first(m_first)));
}

ContextSide Quotation::after(const WordSpan &copy, std::size_t end) const
{
    if (m_end == m_words.size())
        return m_closesDocument ? edge(end == copy.words.size()) : ContextSide{};
    int agreeing = 0;
    const WordSpan own{m_words, m_text};
    for (std::size_t k = 0; m_end + k < m_words.size() && end + k < copy.words.size(); ++k) {
        const std::size_t mine = m_end + k;
        const bool outermost = mine + 1 == m_words.size();
        if (!sameWord(m_words[mine], copy.words[end + k]) && !(outermost && copy.view(end + k).startsWith(own.view(mine))))
            break;
        agreeing += cost(m_words[mine]);
    }
    return shared(agreeing, cost(std::span(m_words).subspan(m_end)));
}

} // namespace ca
