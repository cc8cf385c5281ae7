// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Snippet.h"

#include <algorithm>

namespace ca {
namespace {

constexpr qsizetype longest = 160;
constexpr qsizetype before = 24;   // narrow lists show the beginning only

qsizetype lineStart(QStringView text, qsizetype at)
{
    return at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
}

qsizetype lineEnd(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u'\n', at);
    return end < 0 ? text.size() : end;
}

/// The beginning of a word at or after @p from, not past @p at.
qsizetype wordStart(QStringView text, qsizetype from, qsizetype at)
{
    while (from < at && !text[from - 1].isSpace())
        ++from;
    return from;
}

/// The end of a word at or before @p to; where one word fills all, anywhere but within a pair.
qsizetype wordEnd(QStringView text, qsizetype from, qsizetype to)
{
    qsizetype end = to;
    while (end > from && !text[end].isSpace())
        --end;
    if (end > from)
        return end;
    return text[to].isLowSurrogate() ? to - 1 : to;
}

} // namespace

QString snippet(QStringView text, int offset)
{
    const qsizetype at = std::clamp<qsizetype>(offset, 0, text.size());
    const qsizetype first = lineStart(text, at);
    const qsizetype last = lineEnd(text, at);
    const qsizetype start = at - first > before ? wordStart(text, at - before, at) : first;
    const qsizetype end = last - start > longest ? wordEnd(text, std::max(start, at), start + longest) : last;
    QString out = text.mid(start, end - start).toString().simplified();
    if (start > first)
        out.prepend(QChar(0x2026));
    if (end < last)
        out.append(QChar(0x2026));
    return out;
}

} // namespace ca
