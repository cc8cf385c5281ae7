// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/Folding.h"

#include "atlas/FoldingTable.h"

#include <QChar>

namespace ca {

namespace {

struct CodePoint {
    char32_t value;
    int at;  ///< index of its first unit in the input
};

std::vector<CodePoint> codePoints(const QString &text)
{
    std::vector<CodePoint> points;
    points.reserve(static_cast<std::size_t>(text.size()));
    for (int i = 0; i < text.size(); ++i) {
        char32_t value = text[i].unicode();
        const int at = i;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            value = QChar::surrogateToUcs4(text[i], text[i + 1]);
        points.push_back({value, at});
        i += value > 0xffff ? 1 : 0;
    }
    return points;
}

class Folder {
public:
    explicit Folder(const QString &input) : m_points(codePoints(input)) { m_out.text.reserve(input.size()); }

    FoldedText run()
    {
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            if (isArmenianU(i)) {
                append(u"u", m_points[i].at);
                ++i;
            } else {
                add(m_points[i].value, m_points[i].at, 0);
            }
        }
        return std::move(m_out);
    }

private:
    /// The Armenian letter for u is written with two characters, o and v.
    [[nodiscard]] bool isArmenianU(std::size_t i) const
    {
        if (i + 1 >= m_points.size())
            return false;
        return QChar::toLower(m_points[i].value) == 0x578 && QChar::toLower(m_points[i + 1].value) == 0x582;
    }

    void add(char32_t c, int at, int depth)
    {
        const char32_t lower = QChar::toLower(c);
        if (const auto letters = folding::transliterate(lower)) {
            append(*letters, at);
            return;
        }
        if (QChar::isMark(lower) || folding::isInvisible(lower))
            return;
        const QString parts = depth < 4 ? QChar::decomposition(lower) : QString();
        if (parts.isEmpty()) {
            const char32_t one[] = {lower, 0};
            append(QString::fromUcs4(one, 1), at);
            return;
        }
        for (const CodePoint &part : codePoints(parts))
            add(part.value, at, depth + 1);
    }

    void append(QStringView letters, int at)
    {
        m_out.text += letters;
        m_out.origin.insert(m_out.origin.end(), static_cast<std::size_t>(letters.size()), at);
    }

    std::vector<CodePoint> m_points;
    FoldedText m_out;
};

bool isVowel(QChar c)
{
    return QStringView(u"aeiou").contains(c);
}

/// Sound classes; digraphs first because their letters stand alone as well.
QString mergeSounds(QString t)
{
    static constexpr std::pair<QLatin1String, QLatin1String> rules[] = {
        {QLatin1String("shch"), QLatin1String("s")}, {QLatin1String("tch"), QLatin1String("c")},
        {QLatin1String("dzh"), QLatin1String("c")},  {QLatin1String("kh"), QLatin1String("h")},
        {QLatin1String("gh"), QLatin1String("g")},   {QLatin1String("ch"), QLatin1String("c")},
        {QLatin1String("sh"), QLatin1String("s")},   {QLatin1String("zh"), QLatin1String("c")},
        {QLatin1String("ts"), QLatin1String("c")},   {QLatin1String("x"), QLatin1String("h")},
        {QLatin1String("j"), QLatin1String("c")},    {QLatin1String("q"), QLatin1String("g")},
        {QLatin1String("w"), QLatin1String("v")},    {QLatin1String("e"), QLatin1String("a")},
        {QLatin1String("o"), QLatin1String("u")},
    };
    for (const auto &[from, to] : rules)
        t.replace(from, to);
    return t;
}

/// A glide before a vowel is spelled or not (Yerevan, Erevan), other y are i.
QString settleGlides(const QString &t)
{
    QString out;
    for (int i = 0; i < t.size(); ++i) {
        const bool beforeVowel = i + 1 < t.size() && isVowel(t[i + 1]);
        if (t[i] != u'y')
            out += t[i];
        else if (!beforeVowel)
            out += u'i';
    }
    return out;
}

QString plainWords(const QString &t)
{
    QString out;
    for (const QChar c : t) {
        if (c == u'\'')
            continue;
        const QChar plain = c == u'-' ? QChar(u' ') : c;
        if (out.isEmpty() || out.back() != plain || plain.isDigit())
            out += plain;
    }
    return out.simplified();
}

} // namespace

FoldedText foldWithOrigin(const QString &text)
{
    return Folder(text).run();
}

QString fold(const QString &text)
{
    return foldWithOrigin(text).text;
}

QString foldLoosely(const QString &text)
{
    return plainWords(settleGlides(mergeSounds(fold(text))));
}

} // namespace ca
