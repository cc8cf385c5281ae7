// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/TextLines.h"

#include "base/Tr.h"
#include "document/DocumentLimits.h"

#include <algorithm>

namespace ca {
namespace {

/// Spaces that carry no meaning; no-break and other special spaces do.
bool isCollapsible(QChar c)
{
    const ushort u = c.unicode();
    return u == ' ' || (u >= 0x09 && u <= 0x0D) || u == 0x85 || u == 0x2028 || u == 0x2029;
}

bool isUnwanted(QChar c)
{
    const ushort u = c.unicode();
    return u < 0x20 || (u >= 0x7F && u < 0xA0) || u == 0xFEFF || u == 0xFFFE || u == 0xFFFF;
}

} // namespace

bool isBlank(QStringView line)
{
    return std::all_of(line.begin(), line.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Format;
    });
}

void TextLines::put(QChar c)
{
    if (atLineStart() && c.isSpace())
        return;
    if (!atLineStart()) {
        if (m_cell)
            m_text.append(u'\t');
        else if (m_space)
            m_text.append(u' ');
    }
    m_cell = m_space = false;
    m_text.append(c);
}

void TextLines::append(QStringView run)
{
    if (isTooLong())
        return;
    for (const QChar c : run) {
        if (isCollapsible(c))
            m_space = true;
        else if (!isUnwanted(c))
            put(c);
    }
}

void TextLines::appendVerbatim(QStringView run)
{
    if (isTooLong())
        return;
    for (const QChar c : run) {
        if (c == u'\n' || c == u'\v' || c == u'\f' || c.unicode() == 0x85 || c.unicode() == 0x2028 || c.unicode() == 0x2029)
            endLine();
        else if (c == u'\t' || !isUnwanted(c))
            m_text.append(c);
    }
}

void TextLines::endLine()
{
    m_cell = m_space = false;
    if (isBlank(QStringView(m_text).mid(m_lineStart))) {
        m_text.truncate(m_lineStart);
        return;
    }
    while (m_text.back().isSpace())
        m_text.chop(1);
    m_text.append(u'\n');
    m_lineStart = m_text.size();
}

bool TextLines::isTooLong() const
{
    return m_text.size() > limits::textCharacters;
}

QString TextLines::take()
{
    endLine();
    if (m_text.endsWith(u'\n'))
        m_text.chop(1);
    m_lineStart = 0;
    return std::exchange(m_text, {});
}

QString tooMuchText()
{
    return tr("It holds more than %1 million characters of text; that is no article.")
        .arg(limits::textCharacters / 1'000'000);
}

QString readingCancelled()
{
    return tr("Reading was cancelled.");
}

} // namespace ca
