// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Words.h"

#include "atlas/Folding.h"
#include "atlas/FoldingTable.h"

#include <algorithm>

namespace ca::suggest {

namespace {

bool isApostrophe(QChar c)
{
    return QStringView(u"'\u2019\u2018\u02bc\u02b9`\u00b4").contains(c);
}

bool isDash(QChar c)
{
    return c == u'/' || QStringView(u"-\u2010\u2011\u2012\u2013\u2014\u2015\u2212").contains(c);
}

bool isQuote(QChar c)
{
    return isApostrophe(c) || QStringView(u"\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a").contains(c);
}

bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || folding::isInvisible(c.unicode());
}

Script scriptOf(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= 0x400 && u < 0x530)
        return Script::Cyrillic;
    if (u >= 0x530 && u < 0x590)
        return Script::Armenian;
    if ((u >= 0x10a0 && u < 0x1100) || (u >= 0x1c90 && u < 0x1cc0))
        return Script::Georgian;
    return u < 0x250 || (u >= 0x1e00 && u < 0x1f00) || c.isMark() ? Script::Latin : Script::Other;
}

/// The signs between two words, weighed one by one.
class GapReader {
public:
    void reset() { *this = GapReader{false}; }
    void read(QChar c)
    {
        if (c == u'\n')
            m_gap = ++m_lines > 1 ? Gap::Break : m_gap;
        else if (isDash(c))
            m_gap = std::max(m_gap, Gap::Dash);
        else if (!c.isSpace() && !isQuote(c) && !folding::isInvisible(c.unicode()))
            m_gap = std::max(m_gap, Gap::Mark);
    }
    [[nodiscard]] Gap gap() const { return m_gap; }
    explicit GapReader(bool atStart) : m_gap(atStart ? Gap::Break : Gap::Space) {}

private:
    Gap m_gap;
    int m_lines = 0;
};

} // namespace

Words::Words(const QString &text) : m_text(text)
{
    FoldedText folded = foldWithOrigin(text);
    m_folded = std::move(folded.text);
    m_origin = std::move(folded.origin);
    split();
    alignFolded();
}

void Words::split()
{
    const int size = static_cast<int>(m_text.size());
    GapReader gap(true);
    for (int i = 0; i < size;) {
        if (!isWordUnit(m_text[i])) {
            gap.read(m_text[i++]);
            continue;
        }
        int end = i + 1;
        while (end < size
               && (isWordUnit(m_text[end])
                   || (isApostrophe(m_text[end]) && end + 1 < size && m_text[end + 1].isLetter() && m_text[end - 1].isLetterOrNumber())))
            ++end;
        addWord(i, end, gap.gap());
        gap.reset();
        i = end;
    }
}

void Words::addWord(int start, int end, Gap gap)
{
    const auto isVoid = [this](int i) { return folding::isInvisible(m_text[i].unicode()); };
    while (start < end && isVoid(start))
        ++start;
    while (end > start && isVoid(end - 1))
        --end;
    if (start == end)
        return;
    Word word;
    word.start = start;
    word.end = end;
    word.gap = gap;
    const QChar first = m_text[start];
    word.script = scriptOf(first);
    word.number = first.isDigit();
    word.capital = first.isUpper() || first.isTitleCase() || word.script == Script::Georgian || word.script == Script::Other || word.number;
    int capitals = 0, letters = 0;
    for (int i = start; i < end && !isApostrophe(m_text[i]); ++i) {
        letters += m_text[i].isLetter() ? 1 : 0;
        capitals += m_text[i].isUpper() ? 1 : 0;
    }
    word.shouts = letters > 1 && capitals == letters;
    m_words.push_back(word);
}

void Words::alignFolded()
{
    // Origins never decrease.
    std::size_t f = 0;
    const auto skipTo = [&](int offset) {
        while (f < m_origin.size() && m_origin[f] < offset)
            ++f;
        return static_cast<int>(f);
    };
    for (Word &word : m_words) {
        word.foldedStart = skipTo(word.start);
        word.foldedEnd = skipTo(word.end);
    }
}

QStringView Words::folded(int i) const
{
    return QStringView(m_folded).mid(at(i).foldedStart, at(i).foldedEnd - at(i).foldedStart);
}

QStringView Words::original(int i) const
{
    return QStringView(m_text).mid(at(i).start, at(i).end - at(i).start);
}

int Words::endOfFolded(int i, int foldedLength) const
{
    const int f = at(i).foldedStart + foldedLength;
    return f >= at(i).foldedEnd ? at(i).end : m_origin[static_cast<std::size_t>(f)];
}

int Words::firstFrom(int offset) const
{
    const auto found = std::lower_bound(m_words.begin(), m_words.end(), offset, [](const Word &w, int o) { return w.start < o; });
    return static_cast<int>(found - m_words.begin());
}

} // namespace ca::suggest
