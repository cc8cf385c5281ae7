// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Sentences.h"

#include "suggest/WordFile.h"

#include <QSet>

namespace ca {

namespace {

using suggest::wordsOf;

struct Lists {
    QSet<QString> abbreviations, units, starters;

    Lists()
    {
        const auto rows = suggest::readWordFile(QStringLiteral("sentences.txt"));
        const auto setOf = [&rows](const char *head) {
            const QStringList words = wordsOf(rows, QLatin1String(head));
            return QSet<QString>(words.begin(), words.end());
        };
        abbreviations = setOf("abbreviation");
        units = setOf("unit");
        starters = setOf("starter");
    }
};

const Lists &lists()
{
    static const Lists all;
    return all;
}

bool isEndMark(QChar c)
{
    return QStringView(u".!?\u2026\u0589\u3002").contains(c);
}

bool isClosing(QChar c)
{
    return QStringView(u"\"'\u2019\u201d\u00bb\u203a)]\u201c").contains(c);
}

bool isOpening(QChar c)
{
    return QStringView(u"\"'\u2018\u201c\u201e\u00ab\u2039([\u2014\u2013-").contains(c);
}

bool hasNoCase(QChar c)
{
    return c.isLetter() && !c.isUpper() && !c.isLower();
}

bool isGeorgian(QChar c)
{
    return (c.unicode() >= 0x10a0 && c.unicode() < 0x1100) || (c.unicode() >= 0x1c90 && c.unicode() < 0x1cc0);
}

bool isArmenian(QChar c)
{
    return c.unicode() >= 0x530 && c.unicode() < 0x590;
}

/// Finds the ends of sentences inside one paragraph.
class Splitter {
public:
    Splitter(QStringView text, int start, int end) : m_text(text), m_start(start), m_end(end) {}

    void run(int paragraph, std::vector<Sentence> &out) const
    {
        int from = m_start;
        for (int i = m_start; i < m_end; ++i) {
            if (!isEndMark(m_text[i]) && !isArmenianColon(i))
                continue;
            const int after = afterMarks(i);
            if (after >= m_end || (m_text[after].isSpace() && ends(i, after))) {
                add(from, after, paragraph, out);
                from = after;
            }
            i = after - 1;
        }
        add(from, m_end, paragraph, out);
    }

private:
    /// Armenian is often typed with a colon for its full stop.
    [[nodiscard]] bool isArmenianColon(int i) const
    {
        return m_text[i] == u':' && i > m_start && isArmenian(m_text[i - 1]) && i + 1 < m_end && m_text[i + 1].isSpace();
    }

    /// After a run of end marks and the closing marks behind it.
    [[nodiscard]] int afterMarks(int i) const
    {
        ++i;
        while (i < m_end && (isEndMark(m_text[i]) || (isClosing(m_text[i]) && !opensNext(i))))
            ++i;
        return i;
    }

    /// A quotation mark right after white space opens.
    [[nodiscard]] bool opensNext(int i) const { return m_text[i - 1].isSpace(); }

    [[nodiscard]] int nextStart(int i) const
    {
        while (i < m_end && (m_text[i].isSpace() || isOpening(m_text[i])))
            ++i;
        return i;
    }

    [[nodiscard]] bool ends(int mark, int after) const
    {
        const int next = nextStart(after);
        if (next >= m_end)
            return true;
        const QChar first = m_text[next];
        const bool mayBegin = first.isUpper() || first.isTitleCase() || !(first.isLetter() || first.isPunct()) || hasNoCase(first) || isGeorgian(first);
        if (m_text[mark] != u'.' || (mark + 1 < m_end && isEndMark(m_text[mark + 1])))
            return mayBegin || isArmenian(m_text[mark]) || !first.isLower();
        return mayBegin && endsAtFullStop(mark, next);
    }

    [[nodiscard]] bool endsAtFullStop(int mark, int next) const
    {
        const QString before = wordBefore(mark);
        if (before.size() == 1 && before.front().isUpper() && !isUnitAfterNumber(mark, before))
            return false;  // an initial
        const QString lower = before.toLower();
        if (m_text[next].isDigit())
            return !lists().abbreviations.contains(lower) || isUnitAfterNumber(mark, lower);
        // "8. madde": an ordinal number; a capital after it begins a name of a month or a sentence.
        if (!lower.isEmpty() && lower.back().isDigit() && lower.size() <= 2 && isTurkicOrdinal(next))
            return false;
        if (!lists().abbreviations.contains(lower) && !lists().units.contains(lower))
            return true;
        return isUnitAfterNumber(mark, lower) || lists().starters.contains(wordFrom(next).toLower());
    }

    [[nodiscard]] bool isTurkicOrdinal(int next) const
    {
        static const QSet<QString> months{
            QStringLiteral("ocak"), QStringLiteral("şubat"), QStringLiteral("mart"), QStringLiteral("nisan"), QStringLiteral("mayıs"),
            QStringLiteral("haziran"), QStringLiteral("temmuz"), QStringLiteral("ağustos"), QStringLiteral("eylül"), QStringLiteral("ekim"),
            QStringLiteral("kasım"), QStringLiteral("aralık"), QStringLiteral("madde"), QStringLiteral("yüzyıl")};
        return months.contains(wordFrom(next).toLower());
    }

    /// "in 2026 г.", "5 млн т.": what is measured stands before, maybe with another unit between.
    [[nodiscard]] bool isUnitAfterNumber(int mark, const QString &unit, int units = 3) const
    {
        if (units == 0 || !lists().units.contains(unit))
            return false;
        int i = mark - 1 - static_cast<int>(unit.size());
        while (i >= m_start && m_text[i].isSpace())
            --i;
        if (i < m_start || m_text[i].isDigit())
            return i >= m_start;
        const QString before = wordBefore(m_text[i] == u'.' ? i : i + 1);
        return !before.isEmpty() && before.size() < unit.size() + 4 && isUnitAfterNumber(m_text[i] == u'.' ? i : i + 1, before.toLower(), units - 1);
    }

    /// The run of letters, digits and inner full stops before a full stop, thirty signs at most.
    [[nodiscard]] QString wordBefore(int mark) const
    {
        int i = mark;
        while (i > m_start && mark - i < 30 && (m_text[i - 1].isLetterOrNumber() || m_text[i - 1].isMark() || m_text[i - 1] == u'.' || m_text[i - 1] == u'-'))
            --i;
        return m_text.mid(i, mark - i).toString();
    }

    [[nodiscard]] QString wordFrom(int i) const
    {
        int end = i;
        while (end < m_end && end - i < 30 && m_text[end].isLetterOrNumber())
            ++end;
        return m_text.mid(i, end - i).toString();
    }

    void add(int from, int end, int paragraph, std::vector<Sentence> &out) const
    {
        while (from < end && m_text[from].isSpace())
            ++from;
        while (end > from && m_text[end - 1].isSpace())
            --end;
        if (end > from)
            out.push_back({from, end, paragraph, false});
    }

    QStringView m_text;
    int m_start;
    int m_end;
};

bool endsWithMark(QStringView text)
{
    qsizetype i = text.size();
    while (i > 0 && isClosing(text[i - 1]))
        --i;
    return i > 0 && (isEndMark(text[i - 1]) || text[i - 1] == u':' || text[i - 1] == u';' || text[i - 1] == u',');
}

constexpr int longestHeading = 120;

/// Lines of a hard-wrapped copy are neither short nor long; others stand alone even there.
bool goesOnInNextLine(const ArticleText::Paragraph &line, const ArticleText::Paragraph &next)
{
    return line.block == next.block && line.length >= 50 && line.length <= 110;
}

} // namespace

std::vector<Sentence> findSentences(const ArticleText &article)
{
    std::vector<Sentence> sentences;
    const bool wrapped = article.isHardWrapped();
    const auto &paragraphs = article.paragraphs;
    for (std::size_t i = 0; i < paragraphs.size();) {
        std::size_t last = i;
        while (wrapped && last + 1 < paragraphs.size() && goesOnInNextLine(paragraphs[last], paragraphs[last + 1]))
            ++last;
        const int start = paragraphs[i].start, end = paragraphs[last].start + paragraphs[last].length;
        const std::size_t before = sentences.size();
        Splitter(article.text, start, end).run(static_cast<int>(i) + 1, sentences);
        if (sentences.size() == before + 1) {
            Sentence &only = sentences.back();
            const QStringView text = QStringView(article.text).mid(only.start, only.end - only.start);
            only.heading = text.size() <= longestHeading && !endsWithMark(text);
        }
        i = last + 1;
    }
    return sentences;
}

} // namespace ca
