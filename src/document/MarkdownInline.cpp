// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/MarkdownInline.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace ca {
namespace {

/// A run of * or _ or ~ that may open or close emphasis (CommonMark, 6.2).
struct Delimiter {
    qsizetype at;      ///< in the output
    int length;
    QChar mark;
    bool opens;
    bool closes;
};

bool isPunctuation(QChar c)
{
    return c.isPunct() || c.isSymbol();
}

/// Reads one paragraph from left to right and writes it without marks.
class InlineReader {
public:
    explicit InlineReader(const QString &in) : m_in(in) {}

    QString read()
    {
        while (m_at < m_in.size())
            step();
        return withoutDelimiters();
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_in.size() ? m_in[m_at + ahead] : QChar(u'\n');
    }

    void step()
    {
        const QChar c = m_in[m_at];
        if (c == u'\\' && m_at + 1 < m_in.size() && isPunctuation(peek(1)))
            return copy(m_in[m_at + 1], 2);
        if (c == u'`')
            return code();
        if (c == u'!' && peek(1) == u'[' && found(link(1, true)))
            return;
        if (c == u'[' && found(link(0, false)))
            return;
        if (c == u'<' && found(angle()))
            return;
        if (c == u'&' && entity())
            return;
        if (c == u'*' || c == u'_' || (c == u'~' && peek(1) == u'~'))
            return delimiter(c);
        copy(c, 1);
    }

    /// Thousands of marks that lead nowhere are no Markdown; looking far ahead for each takes time.
    bool found(bool isMark)
    {
        m_failures += isMark ? 0 : 1;
        return isMark;
    }

    [[nodiscard]] bool gaveUp() const { return m_failures > 2000; }

    void copy(QChar c, qsizetype consumed)
    {
        m_out.append(c);
        m_at += consumed;
    }

    /// `code`, with as many backticks behind as before.
    void code()
    {
        qsizetype ticks = 0;
        while (peek(ticks) == u'`')
            ++ticks;
        const QString fence(ticks, u'`');
        const qsizetype end = ticks > 16 || gaveUp() ? -1 : QStringView(m_in).mid(m_at + ticks, longest).indexOf(fence);
        if (!found(end >= 0)) {
            m_out.append(fence);
            m_at += ticks;
            return;
        }
        m_out.append(QStringView(m_in).mid(m_at + ticks, end).trimmed());
        m_at += 2 * ticks + end;
    }

    /// Where the bracket opened at @p open closes; -1 when it does not.
    [[nodiscard]] qsizetype closing(qsizetype open, QChar opener, QChar closer) const
    {
        int depth = 0;
        const qsizetype end = std::min(m_in.size(), open + longest);
        for (qsizetype i = open; i < end; ++i) {
            if (m_in[i] == u'\\')
                ++i;
            else if (m_in[i] == opener)
                ++depth;
            else if (m_in[i] == closer && --depth == 0)
                return i;
        }
        return -1;
    }

    /// [text](address), [text][label]; with ! a picture, which leaves nothing.
    bool link(qsizetype open, bool isPicture)
    {
        if (m_depth >= 4 || gaveUp())
            return false;
        const qsizetype start = m_at + open;
        const qsizetype end = closing(start, u'[', u']');
        if (end < 0 || end + 1 >= m_in.size())
            return false;
        const QChar next = m_in[end + 1];
        if (next != u'(' && next != u'[')
            return false;
        const qsizetype tail = closing(end + 1, next, next == u'(' ? u')' : u']');
        if (tail < 0)
            return false;
        if (!isPicture) {
            InlineReader inner(m_in.mid(start + 1, end - start - 1));
            inner.m_depth = m_depth + 1;
            m_out.append(inner.read());
        }
        m_at = tail + 1;
        return true;
    }

    /// <https://…>, <name@host>, <b>, </b>, <!-- … -->, <br>.
    bool angle()
    {
        static const QRegularExpression address(QStringLiteral("^<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\\s<>]*|[^\\s<>@]+@[^\\s<>@]+)>"));
        static const QRegularExpression tag(QStringLiteral("^<(?:/?[a-zA-Z][a-zA-Z0-9-]*(?:\\s[^<>]*)?/?|!--.*?--)>"),
                                            QRegularExpression::DotMatchesEverythingOption);
        if (gaveUp())
            return false;
        const QString ahead = m_in.mid(m_at, 2000);
        QRegularExpressionMatch match = address.match(ahead);
        if (match.hasMatch()) {
            m_out.append(match.captured(1));
        } else {
            match = tag.match(ahead);
            if (!match.hasMatch())
                return false;
            if (match.captured(0).startsWith(QLatin1String("<br"), Qt::CaseInsensitive))
                m_out.append(u' ');
        }
        m_at += match.capturedLength(0);
        return true;
    }

    bool entity()
    {
        static const QHash<QString, char16_t> names{
            {QStringLiteral("amp"), u'&'}, {QStringLiteral("lt"), u'<'}, {QStringLiteral("gt"), u'>'}, {QStringLiteral("quot"), u'"'},
            {QStringLiteral("apos"), u'\''}, {QStringLiteral("nbsp"), 0xA0}, {QStringLiteral("ndash"), 0x2013},
            {QStringLiteral("mdash"), 0x2014}, {QStringLiteral("hellip"), 0x2026}, {QStringLiteral("laquo"), 0xAB},
            {QStringLiteral("raquo"), 0xBB}, {QStringLiteral("lsquo"), 0x2018}, {QStringLiteral("rsquo"), 0x2019},
            {QStringLiteral("ldquo"), 0x201C}, {QStringLiteral("rdquo"), 0x201D}, {QStringLiteral("copy"), 0xA9}};
        static const QRegularExpression form(QStringLiteral("^&(?:([a-z]{2,6})|#(\\d{2,7})|#[xX]([0-9a-fA-F]{2,6}));"));
        const QRegularExpressionMatch match = form.match(m_in.mid(m_at, 12));
        if (!match.hasMatch() || (!match.captured(1).isEmpty() && !names.contains(match.captured(1))))
            return false;
        const QString decimal = match.captured(2);
        char32_t c = names.value(match.captured(1));
        if (c == 0)
            c = decimal.isEmpty() ? match.captured(3).toUInt(nullptr, 16) : decimal.toUInt();
        if (c < 0x20 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
            return false;
        m_out.append(QString::fromUcs4(&c, 1));
        m_at += match.capturedLength(0);
        return true;
    }

    void delimiter(QChar mark)
    {
        int length = 0;
        while (peek(length) == mark)
            ++length;
        const QChar before = m_at > 0 ? m_in[m_at - 1] : QChar(u'\n');
        const QChar after = peek(length);
        const bool left = !after.isSpace() && (!isPunctuation(after) || before.isSpace() || isPunctuation(before));
        const bool right = !before.isSpace() && (!isPunctuation(before) || after.isSpace() || isPunctuation(after));
        const bool word = mark == u'_';  // no emphasis within a word
        m_marks.push_back({m_out.size(), length, mark, left && (!word || !right || isPunctuation(before)),
                           right && (!word || !left || isPunctuation(after))});
        m_out.append(QString(length, mark));
        m_at += length;
    }

    /// Pairs closing with opening delimiters and leaves the paired ones out.
    QString withoutDelimiters()
    {
        std::vector<std::size_t> open;
        std::vector<int> used(m_marks.size(), 0);
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            if (m_marks[i].closes)
                pair(i, open, used);
            if (m_marks[i].opens && used[i] < m_marks[i].length && open.size() < 64)
                open.push_back(i);
        }
        QString out;
        qsizetype copied = 0;
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            out.append(QStringView(m_out).mid(copied, m_marks[i].at - copied));
            out.append(QString(m_marks[i].length - used[i], m_marks[i].mark));
            copied = m_marks[i].at + m_marks[i].length;
        }
        return out.append(QStringView(m_out).mid(copied));
    }

    void pair(std::size_t closer, std::vector<std::size_t> &open, std::vector<int> &used) const
    {
        for (std::size_t k = open.size(); k-- > 0 && used[closer] < m_marks[closer].length;) {
            const std::size_t opener = open[k];
            if (m_marks[opener].mark != m_marks[closer].mark)
                continue;
            const int both = std::min(m_marks[opener].length - used[opener], m_marks[closer].length - used[closer]);
            used[opener] += both;
            used[closer] += both;
            open.resize(used[opener] == m_marks[opener].length ? k : k + 1);
        }
    }

    static constexpr qsizetype longest = 4000;  ///< of a link or code, so that reading stays linear
    const QString m_in;
    QString m_out;
    qsizetype m_at = 0;
    std::vector<Delimiter> m_marks;
    int m_depth = 0;
    int m_failures = 0;
};

} // namespace

QString withoutMarkdownMarks(const QString &paragraph)
{
    return InlineReader(paragraph).read();
}

} // namespace ca
