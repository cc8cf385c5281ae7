// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/PrintedText.h"

#include "anchor/PageFurniture.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ca {
namespace {

bool isRaisedDigit(QChar c)
{
    const ushort u = c.unicode();
    return u == 0x00B9 || u == 0x00B2 || u == 0x00B3 || u == 0x2070 || (u >= 0x2074 && u <= 0x2079);
}

QStringView ligature(QChar c)
{
    switch (c.unicode()) {
    case 0xFB00: return u"ff";
    case 0xFB01: return u"fi";
    case 0xFB02: return u"fl";
    case 0xFB03: return u"ffi";
    case 0xFB04: return u"ffl";
    case 0xFB05: case 0xFB06: return u"st";
    case 0xFB13: return u"\u0574\u0576";
    case 0xFB14: return u"\u0574\u0565";
    case 0xFB15: return u"\u0574\u056B";
    case 0xFB16: return u"\u057E\u0576";
    case 0xFB17: return u"\u0574\u056D";
    case 0x0587: return u"\u0565\u0582";
    default: return {};
    }
}

bool isFullWidth(QChar c)
{
    return c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E;
}

bool isLineHyphen(QChar c)
{
    return c == u'-' || c.unicode() == 0x2010 || c.unicode() == 0x058A || c.unicode() == 0x00AD;
}

bool isBullet(QChar c)
{
    return QStringView(u"\u2022\u2023\u25E6\u25AA\u25CF\u25A0\u2043\u2219*").contains(c);
}

bool isDashBullet(QChar c)
{
    return QStringView(u"-\u2013\u2014").contains(c);
}

/// End of "[12]" that begins at @p i; @p i when there is none.
qsizetype bracketEnd(QStringView text, qsizetype i)
{
    if (text[i] != u'[')
        return i;
    qsizetype end = i + 1;
    while (end < text.size() && end - i <= 3 && text[end].isDigit())
        ++end;
    return end > i + 1 && end < text.size() && text[end] == u']' ? end + 1 : i;
}

/// Square metres are no footnotes.
bool isUnitOfLength(const QString &word)
{
    static const std::array units{QStringLiteral("metre"), QStringLiteral("metres"), QStringLiteral("meter"),
                                  QStringLiteral("meters"), QStringLiteral("kilometre"), QStringLiteral("kilometres"),
                                  QStringLiteral("kilometer"), QStringLiteral("kilometers"), QStringLiteral("metr"),
                                  QStringLiteral("kilometr"), QStringLiteral("kilometrə"), QStringLiteral("метр"),
                                  QStringLiteral("метров"), QStringLiteral("километр"), QStringLiteral("километров"),
                                  QStringLiteral("metrekare"), QStringLiteral("մետր"), QStringLiteral("կիլոմետր"),
                                  QStringLiteral("feet"), QStringLiteral("miles")};
    const QString small = word.toLower();
    return std::find(units.begin(), units.end(), small) != units.end();
}

/// The word that ends at @p i, as far as it is letters.
QString lettersBefore(QStringView text, qsizetype i)
{
    constexpr qsizetype enough = 16;
    QString word;
    for (; i > 0 && word.size() < enough; --i) {
        const QChar c = text[i - 1];
        if (c.isLetter() || c.isMark())
            word.prepend(c);
        else if (c.category() != QChar::Other_Format)
            break;
    }
    return word;
}

/// End of a run of raised digits at @p i that marks a footnote; @p i when there is none.
qsizetype raisedEnd(QStringView text, qsizetype i)
{
    if (i == 0 || !isRaisedDigit(text[i]))
        return i;
    const QString word = lettersBefore(text, i);
    const bool afterMark = text[i - 1].isPunct();
    const bool afterWord = word.size() >= 4 && !isUnitOfLength(word);
    if (!afterMark && !afterWord)
        return i;
    qsizetype end = i;
    while (end < text.size() && (isRaisedDigit(text[end]) || (text[end] == u',' && end + 1 < text.size() && isRaisedDigit(text[end + 1]))))
        ++end;
    return end;
}

qsizetype footnoteEnd(QStringView text, qsizetype i)
{
    if (text[i].unicode() == 0x2020 || text[i].unicode() == 0x2021)
        return i + 1;
    return std::max(bracketEnd(text, i), raisedEnd(text, i));
}

class Writer {
public:
    explicit Writer(PrintedText &out, const QString &source) : m_out(out), m_source(source)
    {
        m_out.text.reserve(source.size());
        m_out.origin.reserve(static_cast<std::size_t>(source.size()) + 1);
    }

    /// Letters and footnotes of one stretch of the source.
    void take(qsizetype begin, qsizetype end)
    {
        const QStringView text = QStringView(m_source).left(end);
        for (qsizetype i = begin; i < end;) {
            const qsizetype past = footnoteEnd(text, i);
            if (past > i)
                dropSpace();
            else
                takeUnit(text[i], i);
            i = std::max(past, i + 1);
        }
    }

    void push(QChar c, qsizetype origin)
    {
        m_out.text.append(c);
        m_out.origin.push_back(static_cast<int>(origin));
    }

    /// Joins what was written to what comes: without white space and, unless it is kept, the hyphen.
    void join(PrintedText::Hyphens hyphens)
    {
        while (!m_out.text.isEmpty() && m_out.text.back().isSpace())
            drop();
        const bool soft = m_out.text.back().unicode() == 0x00AD;
        if (soft || hyphens == PrintedText::Hyphens::Joined)
            drop();
        m_out.joints.push_back({static_cast<int>(m_out.text.size()), soft});
    }

    void finish() { m_out.origin.push_back(static_cast<int>(m_source.size())); }

private:
    void takeUnit(QChar c, qsizetype i)
    {
        const QStringView letters = ligature(c);
        for (const QChar letter : letters)
            push(letter, i);
        if (letters.isEmpty())
            push(isFullWidth(c) ? QChar(c.unicode() - 0xFEE0) : c, i);
    }

    void drop()
    {
        m_out.text.chop(1);
        m_out.origin.pop_back();
    }

    /// The space before a footnote's mark belongs to it, but not the end of a line.
    void dropSpace()
    {
        while (!m_out.text.isEmpty() && m_out.text.back().isSpace() && m_out.text.back() != u'\n')
            drop();
    }

    PrintedText &m_out;
    const QString &m_source;
};

/// Writes an article line by line.
class LineWriter {
public:
    LineWriter(PrintedText &out, const ArticleText &article, PrintedText::Hyphens hyphens)
        : m_writer(out, article.text), m_article(article), m_hyphens(hyphens)
    {
    }

    void write()
    {
        const std::vector<bool> furniture = pageFurniture(m_article);
        int last = -1;  // line written last
        bool gone = false;
        for (std::size_t i = 0; i < furniture.size(); ++i) {
            if (furniture[i]) {
                gone = true;
                continue;
            }
            takeBreak(last, static_cast<int>(i), gone);
            takeLine(static_cast<int>(i));
            last = static_cast<int>(i);
            gone = false;
        }
        m_writer.finish();
    }

private:
    [[nodiscard]] const ArticleText::Paragraph &line(int i) const
    {
        return m_article.paragraphs[static_cast<std::size_t>(i)];
    }

    [[nodiscard]] QStringView view(int i) const
    {
        return QStringView(m_article.text).mid(line(i).start, line(i).length).trimmed();
    }

    void takeBreak(int above, int below, bool gone)
    {
        if (above < 0)
            return;
        if ((gone || line(above).block == line(below).block) && breaksWord(view(above), view(below)))
            m_writer.join(m_hyphens);
        else
            m_writer.push(u'\n', line(above).start + line(above).length);
    }

    /// "infra-" above "structure"; not "Baku-" above "Tbilisi", which keeps its hyphen.
    [[nodiscard]] static bool breaksWord(QStringView above, QStringView below)
    {
        if (above.size() < 2 || below.isEmpty() || !isLineHyphen(above.back()))
            return false;
        const QChar before = above[above.size() - 2];
        if (!(before.isLetter() || before.isMark()) || !below.front().isLetter())
            return false;
        return !below.front().isUpper() || (before.isUpper() && below.size() > 1 && below[1].isUpper());
    }

    void takeLine(int i)
    {
        const qsizetype begin = line(i).start;
        const qsizetype end = begin + line(i).length;
        m_writer.take(afterBullet(begin, end, beginsAnew(i)), end);
    }

    /// Not within a sentence, as far as the line above tells, or one of several lines that begin alike.
    [[nodiscard]] bool beginsAnew(int i) const
    {
        return i == 0 || line(i - 1).block != line(i).block || QStringView(u".!?:;\u2026\u0589").contains(view(i - 1).back())
            || view(i).front() == view(i - 1).front()
            || (i + 1 < static_cast<int>(m_article.paragraphs.size()) && view(i).front() == view(i + 1).front());
    }

    /// A dash within a sentence is no bullet, nor one before a number.
    [[nodiscard]] qsizetype afterBullet(qsizetype begin, qsizetype end, bool anew) const
    {
        const QString &text = m_article.text;
        qsizetype i = begin;
        while (i < end && text[i].isSpace())
            ++i;
        if (i + 1 >= end || !text[i + 1].isSpace() || !(isBullet(text[i]) || isDashBullet(text[i])))
            return begin;
        const bool dash = isDashBullet(text[i]);
        while (++i < end && text[i].isSpace()) { }
        return i == end || (dash && (!anew || text[i].isDigit())) ? begin : i;
    }

    Writer m_writer;
    const ArticleText &m_article;
    const PrintedText::Hyphens m_hyphens;
};

} // namespace

TextRange PrintedText::sourceRange(TextRange range) const
{
    const int from = origin[static_cast<std::size_t>(range.start)];
    if (range.length == 0)
        return {from, 0};
    const int last = origin[static_cast<std::size_t>(range.end()) - 1];
    return {from, last + 1 - from};
}

PrintedText asWritten(const ArticleText &article, PrintedText::Hyphens hyphens)
{
    PrintedText out;
    LineWriter(out, article, hyphens).write();
    return out;
}

PrintedText asWritten(const QString &text)
{
    PrintedText out;
    Writer writer(out, text);
    writer.take(0, text.size());
    writer.finish();
    return out;
}

} // namespace ca
