// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/PdfParagraphs.h"

#include "document/DocumentLimits.h"
#include "document/TextLines.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

bool isHyphen(QChar c)
{
    return c == u'-' || c.unicode() == 0x2010 || c.unicode() == 0xAD;
}

bool isDash(QChar c)
{
    return c.unicode() == 0x2013 || c.unicode() == 0x2014;
}

bool endsSentence(const QString &text)
{
    for (qsizetype i = text.size(); i-- > 0;) {
        const QChar c = text[i];
        if (QStringLiteral(".!?:…։՜՞").contains(c))
            return true;
        if (!QStringLiteral("\"'”’»)]").contains(c) && !c.isSpace())
            return false;
    }
    return false;
}

bool startsLower(const QString &text)
{
    return !text.isEmpty() && text.front().isLower();
}

/// "•", "–", "1.", "(a)" at the start of a list's item.
bool startsItem(const QString &text)
{
    const QString first = text.section(u' ', 0, 0);
    if (first.size() == 1 && QStringLiteral("•◦▪‣–—-*·").contains(first.front()))
        return true;
    if (first.size() < 2 || first.size() > 4)
        return false;
    const QChar last = first.back();
    const QString number = first.chopped(1);
    return (last == u'.' || last == u')') && std::all_of(number.begin(), number.end(), [](QChar c) {
        return c.isDigit() || c == u'(';
    });
}

/// The letters at the end of @p text.
QString lastWord(const QString &text)
{
    qsizetype start = text.size();
    while (start > 0 && (text[start - 1].isLetter() || text[start - 1].isMark()))
        --start;
    return text.mid(start).toLower();
}

QString firstWord(const QString &text)
{
    qsizetype end = 0;
    while (end < text.size() && (text[end].isLetter() || text[end].isMark()))
        ++end;
    return text.left(end).toLower();
}

/// Letters that fonts join are separate in words.
QString withoutLigatures(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        const bool joined = (c.unicode() >= 0xFB00 && c.unicode() <= 0xFB06) || (c.unicode() >= 0xFB13 && c.unicode() <= 0xFB17);
        if (joined)
            out += c.decomposition();
        else
            out += c;
    }
    return out;
}

} // namespace

PdfParagraphs::PdfParagraphs(const std::vector<PdfLine> &lines, int pageCount) : m_lines(lines)
{
    m_pages.assign(static_cast<std::size_t>(pageCount), -1);
    m_pitch.assign(static_cast<std::size_t>(pageCount), 1.2F);
    measure();
    collectWords();
    for (std::size_t i = 0; i < lines.size() && m_text.size() <= limits::textCharacters; ++i) {
        const bool continued = i > 0 && isContinued(i);
        m_begin = continued ? m_begin : i;
        append(lines[i], continued);
    }
    qsizetype next = m_text.size();
    for (std::size_t i = m_pages.size(); i-- > 0;)
        next = m_pages[i] = m_pages[i] < 0 ? next : m_pages[i];
}

void PdfParagraphs::measure()
{
    std::vector<std::vector<float>> ratios(m_pitch.size());
    for (std::size_t i = 1; i < m_lines.size(); ++i) {
        const float step = m_lines[i].top - m_lines[i - 1].top;
        const float height = std::max(1.0F, m_lines[i].height());
        if (m_lines[i].page == m_lines[i - 1].page && step > 0 && step < 4 * height)
            ratios[static_cast<std::size_t>(m_lines[i].page)].push_back(step / height);
    }
    for (std::size_t page = 0; page < ratios.size(); ++page) {
        std::vector<float> &all = ratios[page];
        if (all.empty())
            continue;
        std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
        m_pitch[page] = std::max(0.8F, all[all.size() / 2]);
    }
}

void PdfParagraphs::collectWords()
{
    for (const PdfLine &line : m_lines) {
        QString word;
        for (const QChar c : line.text + u' ') {
            if (c.isLetter() || c.isMark() || (isHyphen(c) && !word.isEmpty())) {
                word += isHyphen(c) ? QChar(u'-') : c.toLower();
                continue;
            }
            // What ends with a hyphen is half a word.
            if (!word.isEmpty() && !word.endsWith(u'-'))
                m_words.insert(word);
            word.clear();
        }
    }
}

bool PdfParagraphs::sharesColumn(std::size_t a, std::size_t b) const
{
    const PdfLine &one = m_lines[a];
    const PdfLine &other = m_lines[b];
    return one.page == other.page && std::abs(one.left - other.left) < 3 * one.height()
        && std::abs(one.height() - other.height()) < one.height() * 0.25F;
}

/// The margins that count are those of the lines around: quotations and columns are narrower.
float PdfParagraphs::marginRight(std::size_t line) const
{
    float right = m_lines[line].right;
    for (std::size_t i = line < 4 ? 0 : line - 4; i < std::min(line + 5, m_lines.size()); ++i)
        if (sharesColumn(line, i))
            right = std::max(right, m_lines[i].right);
    return right;
}

float PdfParagraphs::marginLeft(std::size_t line) const
{
    float left = m_lines[line].left;
    for (std::size_t i = line < 4 ? 0 : line - 4; i < std::min(line + 5, m_lines.size()); ++i)
        if (sharesColumn(line, i))
            left = std::min(left, m_lines[i].left);
    return left;
}

/// Had the next line's first word found room, the line would not have ended here. Where the lines
/// around are justified, any line that does not reach the margin is the last one.
bool PdfParagraphs::endsShort(std::size_t line, const PdfLine &next) const
{
    const float margin = marginRight(line);
    int around = 0;
    int full = 0;
    for (std::size_t i = line < 4 ? 0 : line - 4; i < std::min(line + 5, m_lines.size()); ++i) {
        if (!sharesColumn(line, i))
            continue;
        ++around;
        full += margin - m_lines[i].right < 1 ? 1 : 0;
    }
    const bool justified = full >= 3 && full * 3 > around;
    const float room = justified ? m_lines[line].height() * 0.3F : next.firstWordWidth + m_lines[line].height() * 0.35F;
    return margin - m_lines[line].right > room;
}

bool PdfParagraphs::isIndented(std::size_t line) const
{
    return m_lines[line].left > marginLeft(line) + m_lines[line].height() * 0.7F;
}

/// A number or dash at a line's start is an item's mark only where a paragraph may end before it:
/// "on May | 12. Later" and "a bank | - or two" go on.
bool PdfParagraphs::beginsItem(std::size_t line) const
{
    const QString &text = m_lines[line].text;
    if (!startsItem(text))
        return false;
    const QChar mark = text.front();
    const bool isSure = !mark.isDigit() && mark != u'(' && mark != u'-' && !isDash(mark);
    return isSure || startsItem(m_lines[m_begin].text) || endsSentence(m_lines[line - 1].text) || endsShort(line - 1, m_lines[line]);
}

bool PdfParagraphs::isContinuedBelow(const PdfLine &line, std::size_t at) const
{
    const PdfLine &next = m_lines[at];
    const float usual = m_pitch[static_cast<std::size_t>(line.page)] * std::max(line.height(), next.height());
    if (next.top - line.top > usual * 1.35F)
        return false;
    if (beginsItem(at))
        return false;
    if (startsLower(next.text))
        return true;
    const bool isFirstLine = isIndented(at) && next.left > line.left + line.height() * 0.7F;
    if (isFirstLine && !startsItem(line.text))
        return false;
    return !endsShort(at - 1, next);
}

bool PdfParagraphs::isContinued(std::size_t at) const
{
    const PdfLine &line = m_lines[at - 1];
    const PdfLine &next = m_lines[at];
    if (line.isTurned || next.isTurned)
        return false;
    if (std::abs(line.height() - next.height()) > 0.2F * std::max(line.height(), next.height()))
        return false;
    if (line.page == next.page && next.top > line.top)
        return isContinuedBelow(line, at);
    // The end of a column or page: a paragraph rarely ends with a full line.
    return startsLower(next.text) || (!endsShort(at - 1, next) && !isIndented(at) && !beginsItem(at));
}

bool PdfParagraphs::dropsHyphen(const QString &next) const
{
    if (m_text.size() < 2 || !isHyphen(m_text.back()) || !m_text[m_text.size() - 2].isLetter() || !startsLower(next))
        return false;
    if (m_text.back().unicode() == 0xAD)
        return true;
    const QString before = lastWord(m_text.chopped(1));
    const QString after = firstWord(next);
    if (m_words.contains(before + after))
        return true;
    if (m_words.contains(before + u'-' + after))
        return false;
    const bool bothAreWords = before.size() > 2 && after.size() > 2 && m_words.contains(before) && m_words.contains(after);
    return !bothAreWords;
}

/// What stands between the text so far and the next line of the paragraph; takes a hyphen away that
/// was only there for the line's end.
QString PdfParagraphs::joint(const QString &next)
{
    if (dropsHyphen(next)) {
        m_text.chop(1);
        return {};
    }
    const QChar last = m_text.back();
    const bool sticksBefore = (isHyphen(last) || isDash(last)) && m_text.size() > 1 && m_text[m_text.size() - 2].isLetterOrNumber();
    const bool sticksBehind = next.size() > 1 && isDash(next.front()) && next[1].isLetterOrNumber();
    return sticksBefore || sticksBehind ? QString() : QStringLiteral(" ");
}

void PdfParagraphs::append(const PdfLine &line, bool continued)
{
    // TextLines drops control characters and puts white space in order; tabs between cells stay.
    TextLines tidy;
    for (const QString &cell : withoutLigatures(line.text).split(u'\t')) {
        tidy.append(cell);
        tidy.separate();
    }
    const QString text = tidy.take();
    if (text.isEmpty())
        return;
    if (!m_text.isEmpty())
        m_text += continued ? joint(text) : QStringLiteral("\n");
    qsizetype &begin = m_pages[static_cast<std::size_t>(line.page)];
    begin = begin < 0 ? m_text.size() : begin;
    m_text += text;
}

} // namespace ca
