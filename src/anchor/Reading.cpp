// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/Reading.h"

#include <algorithm>
#include <utility>

namespace ca {
namespace {

bool hasPairs(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

/// Index in the normalised text of what came from @p at or after.
int indexFrom(const std::vector<int> &origin, int at)
{
    return static_cast<int>(std::lower_bound(origin.begin(), origin.end(), at) - origin.begin());
}

} // namespace

Reading Reading::asItStands(const ArticleText &article)
{
    Reading reading;
    reading.m_source = article.text;
    reading.m_normalised = normalise(article.text);
    reading.m_pairs = hasPairs(reading.m_normalised.text);
    return reading;
}

Reading Reading::asAuthored(const ArticleText &article, PrintedText::Hyphens hyphens)
{
    Reading reading;
    PrintedText printed = asWritten(article, hyphens);
    reading.m_source = std::move(printed.text);
    reading.m_origin = std::move(printed.origin);
    reading.m_normalised = normalise(reading.m_source);
    reading.m_pairs = hasPairs(reading.m_normalised.text);
    for (const PrintedText::Joint &joint : printed.joints) {
        if (!joint.soft)
            reading.m_joints.push_back(indexFrom(reading.m_normalised.origin, joint.at));
    }
    return reading;
}

TextRange Reading::sourceRange(int start, int length) const
{
    const TextRange range = m_normalised.sourceRange(m_source, start, length);
    if (m_origin.empty())
        return range;
    const int from = m_origin[static_cast<std::size_t>(range.start)];
    if (range.length == 0)
        return {from, 0};
    return {from, m_origin[static_cast<std::size_t>(range.end()) - 1] + 1 - from};
}

TextRange Reading::rangeOf(TextRange source) const
{
    const int size = static_cast<int>(text().size());
    const bool same = m_origin.empty();
    int from = indexFrom(m_normalised.origin, same ? source.start : indexFrom(m_origin, source.start));
    int to = indexFrom(m_normalised.origin, same ? source.end() : indexFrom(m_origin, source.end()));
    from = std::min(from, size);
    to = std::min(to, size);
    while (from < to && text()[from] == u' ')
        ++from;
    while (to > from && text()[to - 1] == u' ')
        --to;
    return {from, std::max(0, to - from)};
}

int Reading::codePointsBefore(int offset) const
{
    if (!m_pairs)
        return offset;
    const auto begin = text().begin();
    return offset - static_cast<int>(std::count_if(begin, begin + offset, [](QChar c) { return c.isLowSurrogate(); }));
}

int Reading::offsetOf(int codePoints) const
{
    if (!m_pairs)
        return codePoints <= text().size() ? codePoints : -1;
    int offset = 0;
    for (; codePoints > 0 && offset < text().size(); --codePoints)
        offset += text()[offset].isHighSurrogate() && offset + 1 < text().size() && text()[offset + 1].isLowSurrogate() ? 2 : 1;
    return codePoints == 0 ? offset : -1;
}

ReadingWords::ReadingWords(const Reading &reading) : m_words(wordsOf(reading.text()))
{
    const QStringView text(reading.text());
    std::size_t i = 0;
    for (const int joint : reading.joints()) {
        while (i < m_words.size() && m_words[i].end() <= joint)
            ++i;
        if (i == m_words.size())
            break;
        const Word &whole = m_words[i];
        const bool known = !m_broken.empty() && m_broken.back().word == i;
        if (joint <= whole.start || known)
            continue;
        const int before = joint - whole.start;
        WordList pieces = wordsOf(text.mid(whole.start, before).toString() + u'-' + text.mid(joint, whole.end() - joint).toString());
        for (Word &piece : pieces) {
            piece.start = whole.start + (piece.start > before ? piece.start - 1 : piece.start);
            piece.capitals = whole.capitals;
        }
        m_broken.push_back({i, std::move(pieces)});
    }
}

WordList ReadingWords::fittedTo(const QSet<quint64> &folds) const
{
    const auto apart = [&](const Broken &broken) {
        return !folds.contains(m_words[broken.word].fold)
            && std::all_of(broken.pieces.begin(), broken.pieces.end(), [&](const Word &p) { return folds.contains(p.fold); });
    };
    WordList out;
    out.reserve(m_words.size() + 2 * m_broken.size());
    std::size_t from = 0;
    for (const Broken &broken : m_broken) {
        if (!apart(broken))
            continue;
        out.insert(out.end(), m_words.begin() + static_cast<std::ptrdiff_t>(from), m_words.begin() + static_cast<std::ptrdiff_t>(broken.word));
        out.insert(out.end(), broken.pieces.begin(), broken.pieces.end());
        from = broken.word + 1;
    }
    out.insert(out.end(), m_words.begin() + static_cast<std::ptrdiff_t>(from), m_words.end());
    return out;
}

} // namespace ca
