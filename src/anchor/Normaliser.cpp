// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/Normaliser.h"

#include <QCryptographicHash>

#include <algorithm>

namespace ca {
namespace {

constexpr QChar quote(u'\'');
constexpr QChar dash(u'-');

bool isRemoved(QChar c)
{
    switch (c.unicode()) {
    case 0x00AD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF: return true;
    default: return false;
    }
}

bool isQuote(QChar c)
{
    const ushort u = c.unicode();
    if (u < 0x80)
        return u == '\'' || u == '"' || u == '`';
    return u == 0x00B4 || (u >= 0x2018 && u <= 0x201F) || (u >= 0x2032 && u <= 0x2036)
        || u == 0x00AB || u == 0x00BB || u == 0x2039 || u == 0x203A || u == 0x02BC
        || u == 0xFF02 || u == 0xFF07;
}

bool isDash(QChar c)
{
    const ushort u = c.unicode();
    return u == '-' || (u >= 0x2010 && u <= 0x2015) || u == 0x2212 || u == 0xFE58
        || u == 0xFE63 || u == 0xFF0D;
}

/// Rules 2 to 6 as one pass over characters that are NFC already.
class Collector {
public:
    Collector(NormalisedText &out, int expected) : m_out(out)
    {
        m_out.text.reserve(expected);
        m_out.origin.reserve(static_cast<std::size_t>(expected) + 1);
    }

    void take(QChar c, int origin)
    {
        if (isRemoved(c))
            return;
        if (c.isSpace())
            takeSpace(origin);
        else if (isDash(c))
            takeDash(origin);
        else if (isQuote(c))
            takeQuote(origin);
        else
            takeOther(c, origin);
    }

    void finish(int inputLength) { m_out.origin.push_back(inputLength); }

private:
    // Quotes and dashes reach the output only as ' and -, so the output's last character tells
    // whether a run of them goes on.
    [[nodiscard]] bool endsWith(QChar c) const { return m_out.text.endsWith(c); }

    void takeSpace(int origin)
    {
        if (!m_out.text.isEmpty() && !endsWith(dash) && m_space < 0)
            m_space = origin;
    }

    void takeDash(int origin)
    {
        if (!endsWith(dash))
            push(dash, m_space >= 0 ? m_space : origin);
        m_space = -1;
    }

    void takeQuote(int origin)
    {
        if (endsWith(quote) && m_space < 0)
            return;
        flushSpace();
        push(quote, origin);
    }

    void takeOther(QChar c, int origin)
    {
        flushSpace();
        if (c.unicode() == 0x2026) {
            for (int i = 0; i < 3; ++i)
                push(u'.', origin);
        } else {
            push(c, origin);
        }
    }

    void flushSpace()
    {
        if (m_space >= 0)
            push(u' ', m_space);
        m_space = -1;
    }

    void push(QChar c, int origin)
    {
        m_out.text.append(c);
        m_out.origin.push_back(origin);
    }

    NormalisedText &m_out;
    int m_space = -1;  ///< where white space not yet written began; -1 = none
};

struct CodePoint {
    char32_t value;
    int units;
};

CodePoint codePointAt(const QString &text, int i)
{
    const QChar c = text[i];
    if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(c, text[i + 1]), 2};
    return {c.unicode(), 1};
}

/// May the character combine with what stands before it? Marks, and the vowel and final
/// letters of conjoining Hangul, the only non-marks that composition looks back for.
bool joinsBackward(char32_t c)
{
    if (c < 0x300)
        return false;
    return QChar::isMark(c) || QChar::combiningClass(c) != 0 || (c >= 0x1161 && c <= 0x1175)
        || (c >= 0x11A8 && c <= 0x11C2);
}

/// End of the combining sequence that begins at @p i: NFC changes nothing across it, so that
/// composing sequence by sequence equals composing the whole and the way back stays known.
int sequenceEnd(const QString &text, int i)
{
    int end = i + codePointAt(text, i).units;
    while (end < text.size()) {
        const CodePoint next = codePointAt(text, end);
        if (!joinsBackward(next.value))
            break;
        end += next.units;
    }
    return end;
}

bool isStable(const QString &text, int begin, int end)
{
    const CodePoint first = codePointAt(text, begin);
    return begin + first.units == end
        && (first.value < 0x300 || QChar::decompositionTag(first.value) == QChar::NoDecomposition);
}

/// How many units at the start, and how many of the rest at the end, composition left alone.
/// Never half a pair.
struct Untouched {
    qsizetype before = 0;
    qsizetype after = 0;
};

Untouched untouched(const QString &raw, const QString &composed)
{
    const qsizetype shorter = std::min(raw.size(), composed.size());
    Untouched same;
    while (same.before < shorter && raw[same.before] == composed[same.before])
        ++same.before;
    if (same.before > 0 && raw[same.before - 1].isHighSurrogate())
        --same.before;
    while (same.after < shorter - same.before
           && raw[raw.size() - 1 - same.after] == composed[composed.size() - 1 - same.after])
        ++same.after;
    if (same.after > 0 && raw[raw.size() - same.after].isLowSurrogate())
        --same.after;
    return same;
}

void takeComposed(Collector &collector, const QString &raw, const QString &composed, int begin)
{
    const Untouched same = untouched(raw, composed);
    const qsizetype shift = raw.size() - composed.size();
    for (qsizetype i = 0; i < composed.size(); ++i) {
        const bool atEnd = i >= composed.size() - same.after;
        const qsizetype from = atEnd ? i + shift : std::min(i, same.before);
        collector.take(composed[i], begin + static_cast<int>(from));
    }
}

void takeSequence(Collector &collector, const QString &text, int begin, int end)
{
    if (!isStable(text, begin, end)) {
        const QString raw = text.mid(begin, end - begin);
        const QString composed = raw.normalized(QString::NormalizationForm_C);
        takeComposed(collector, raw, composed, begin);
        return;
    }
    for (int i = begin; i < end; ++i)
        collector.take(text[i], i);
}

bool isBlank(QChar c)
{
    return c.isSpace() || isRemoved(c);
}

} // namespace

NormalisedText normalise(const QString &text)
{
    NormalisedText out;
    const int size = static_cast<int>(text.size());
    Collector collector(out, size);
    for (int i = 0; i < size;) {
        const int end = sequenceEnd(text, i);
        takeSequence(collector, text, i, end);
        i = end;
    }
    collector.finish(size);
    return out;
}

TextRange NormalisedText::sourceRange(const QString &source, int start, int length) const
{
    const int size = static_cast<int>(text.size());
    start = std::clamp(start, 0, size);
    const int stop = start + std::clamp(length, 0, size - start);
    int from = origin[static_cast<std::size_t>(start)];
    if (stop == start)
        return {from, 0};
    std::size_t past = static_cast<std::size_t>(stop);
    while (past + 1 < origin.size() && origin[past] == origin[past - 1])
        ++past;
    int to = origin[past];
    while (to > from && isBlank(source[to - 1]))
        --to;
    while (from < to && isBlank(source[from]))
        ++from;
    return {from, to - from};
}

QString digest(const QString &normalised)
{
    const QByteArray hash = QCryptographicHash::hash(normalised.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex());
}

} // namespace ca
