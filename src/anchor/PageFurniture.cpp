// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/PageFurniture.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace ca {
namespace {

constexpr int longestHead = 80;
constexpr int longestPageLine = 24;

bool isDecoration(QChar c)
{
    return c.isSpace() || QStringView(u"-|[](){}/.\u2022\u2013\u2014~").contains(c);
}

/// What a page number is introduced by, in the languages of the region.
bool isPageWord(const QString &word)
{
    static const std::array words{QStringLiteral("page"), QStringLiteral("p"), QStringLiteral("of"),
                                  QStringLiteral("sayfa"), QStringLiteral("səhifə"), QStringLiteral("səh"),
                                  QStringLiteral("стр"), QStringLiteral("страница"), QStringLiteral("с"),
                                  QStringLiteral("из"), QStringLiteral("էջ"), QStringLiteral("s")};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool couldBePage(int number)
{
    return number > 0 && number < 1900;
}

struct PageLine {
    bool is = false;
    bool bare = false;  ///< nothing but the number
};

/// One or two numbers, words for "page", dashes and brackets; nothing else.
PageLine pageLine(QStringView line)
{
    line = line.trimmed();
    if (line.isEmpty() || line.size() > longestPageLine)
        return {};
    int numbers = 0;
    bool decorated = false;
    for (qsizetype i = 0; i < line.size();) {
        qsizetype end = i + 1;
        if (line[i].isDigit()) {
            while (end < line.size() && line[end].isDigit())
                ++end;
            ++numbers;
            if (end - i > 4 || !couldBePage(line.mid(i, end - i).toInt()))
                return {};
        } else if (line[i].isLetter()) {
            while (end < line.size() && line[end].isLetter())
                ++end;
            if (!isPageWord(line.mid(i, end - i).toString().toLower()))
                return {};
            decorated = true;
        } else if (isDecoration(line[i])) {
            decorated = decorated || !line[i].isSpace();
        } else {
            return {};
        }
        i = end;
    }
    return {numbers == 1 || (numbers == 2 && decorated), !decorated};
}

bool endsLikeSentence(QStringView line)
{
    return QStringView(u".!?;:,\u2026\u0589").contains(line.back());
}

/// Without what no reader sees, so that a head is the same on every page.
QString visible(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c.category() != QChar::Other_Format)
            out.append(c);
    }
    return out.simplified();
}

/// A running head that holds the page number at one end: its text without the number.
struct Head {
    QString text;
    int number = 0;
};

Head headOf(QStringView line)
{
    line = line.trimmed();
    if (line.size() < 3 || line.size() > longestHead || endsLikeSentence(line))
        return {};
    qsizetype begin = 0;
    qsizetype end = line.size();
    while (begin < end && line[begin].isDigit())
        ++begin;
    if (begin == 0) {
        while (end > 0 && line[end - 1].isDigit())
            --end;
    }
    const QStringView digits = begin > 0 ? line.left(begin) : line.mid(end);
    const bool apart = digits.isEmpty() || (begin > 0 ? line[begin] : line[end - 1]).isSpace();
    if (!apart || begin >= end)
        return {};
    return {visible(line.mid(begin, end - begin)), digits.isEmpty() || digits.size() > 4 ? 0 : digits.toInt()};
}

class Furniture {
public:
    explicit Furniture(const ArticleText &article) : m_article(article), m_is(article.paragraphs.size(), false) {}

    std::vector<bool> find()
    {
        readLines();
        for (std::size_t i = 0; i < m_is.size(); ++i) {
            const PageLine page = pageLine(line(i));
            if (page.is && (!page.bare || standsApart(i) || isHead(i - 1) || isHead(i + 1)))
                takeWithHeads(i);
        }
        takeNumberedHeads();
        return std::move(m_is);
    }

private:
    [[nodiscard]] QStringView line(std::size_t i) const
    {
        const ArticleText::Paragraph &p = m_article.paragraphs[i];
        return QStringView(m_article.text).mid(p.start, p.length);
    }

    void readLines()
    {
        m_heads.resize(m_is.size());
        for (std::size_t i = 0; i < m_is.size(); ++i) {
            m_heads[i] = headOf(line(i));
            if (!m_heads[i].text.isEmpty())
                m_lines[m_heads[i].text].push_back(i);
        }
    }

    [[nodiscard]] bool standsApart(std::size_t i) const
    {
        const auto block = [this](std::size_t k) { return m_article.paragraphs[k].block; };
        return i == 0 || i + 1 == m_is.size() || block(i - 1) != block(i) || block(i + 1) != block(i);
    }

    [[nodiscard]] bool isHead(std::size_t i) const
    {
        return i < m_is.size() && !m_heads[i].text.isEmpty() && m_lines.value(m_heads[i].text).size() >= 2;
    }

    void takeWithHeads(std::size_t page)
    {
        constexpr std::size_t reach = 2;
        m_is[page] = true;
        for (std::size_t i = page; i-- > 0 && page - i <= reach && isHead(i);)
            m_is[i] = true;
        for (std::size_t i = page + 1; i < m_is.size() && i - page <= reach && isHead(i); ++i)
            m_is[i] = true;
    }

    /// The same head with rising numbers, each set apart from the text on one side.
    void takeNumberedHeads()
    {
        for (const std::vector<std::size_t> &lines : std::as_const(m_lines)) {
            std::vector<std::size_t> numbered;
            for (const std::size_t i : lines) {
                if (couldBePage(m_heads[i].number) && standsApart(i))
                    numbered.push_back(i);
            }
            const bool rising = std::is_sorted(numbered.begin(), numbered.end(), [this](std::size_t a, std::size_t b) {
                return m_heads[a].number <= m_heads[b].number;
            });
            for (std::size_t i = 0; rising && numbered.size() >= 2 && i < numbered.size(); ++i)
                m_is[numbered[i]] = true;
        }
    }

    const ArticleText &m_article;
    std::vector<bool> m_is;
    std::vector<Head> m_heads;
    QHash<QString, std::vector<std::size_t>> m_lines;
};

} // namespace

std::vector<bool> pageFurniture(const ArticleText &article)
{
    return Furniture(article).find();
}

} // namespace ca
