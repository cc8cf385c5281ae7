// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/FoldingTable.h"

#include <QHash>

namespace ca::folding {

namespace {

struct Row {
    char32_t letter;
    QStringView latin;
};

// Letters of one sound in several alphabets get the same Latin letters, so that the same name is found
// in any of them; this is not a scholarly romanisation and is never shown.
constexpr Row rows[] = {
    // Latin letters without a decomposition
    {0x00df, u"ss"}, {0x00e6, u"ae"}, {0x00f0, u"d"}, {0x00f8, u"o"}, {0x00fe, u"th"}, {0x0111, u"d"},
    {0x0127, u"h"}, {0x0130, u"i"}, {0x0131, u"i"}, {0x0138, u"k"}, {0x0142, u"l"}, {0x014b, u"ng"},
    {0x0153, u"oe"}, {0x01dd, u"e"}, {0x0242, u""}, {0x0259, u"e"},
    // Armenian
    {0x0561, u"a"}, {0x0562, u"b"}, {0x0563, u"g"}, {0x0564, u"d"}, {0x0565, u"e"}, {0x0566, u"z"},
    {0x0567, u"e"}, {0x0568, u"e"}, {0x0569, u"t"}, {0x056a, u"zh"}, {0x056b, u"i"}, {0x056c, u"l"},
    {0x056d, u"kh"}, {0x056e, u"ts"}, {0x056f, u"k"}, {0x0570, u"h"}, {0x0571, u"dz"}, {0x0572, u"gh"},
    {0x0573, u"ch"}, {0x0574, u"m"}, {0x0575, u"y"}, {0x0576, u"n"}, {0x0577, u"sh"}, {0x0578, u"o"},
    {0x0579, u"ch"}, {0x057a, u"p"}, {0x057b, u"j"}, {0x057c, u"r"}, {0x057d, u"s"}, {0x057e, u"v"},
    {0x057f, u"t"}, {0x0580, u"r"}, {0x0581, u"ts"}, {0x0582, u"v"}, {0x0583, u"p"}, {0x0584, u"k"},
    {0x0585, u"o"}, {0x0586, u"f"}, {0x0587, u"ev"},
    // Georgian (capitals are lowered first)
    {0x10d0, u"a"}, {0x10d1, u"b"}, {0x10d2, u"g"}, {0x10d3, u"d"}, {0x10d4, u"e"}, {0x10d5, u"v"},
    {0x10d6, u"z"}, {0x10d7, u"t"}, {0x10d8, u"i"}, {0x10d9, u"k"}, {0x10da, u"l"}, {0x10db, u"m"},
    {0x10dc, u"n"}, {0x10dd, u"o"}, {0x10de, u"p"}, {0x10df, u"zh"}, {0x10e0, u"r"}, {0x10e1, u"s"},
    {0x10e2, u"t"}, {0x10e3, u"u"}, {0x10e4, u"p"}, {0x10e5, u"k"}, {0x10e6, u"gh"}, {0x10e7, u"q"},
    {0x10e8, u"sh"}, {0x10e9, u"ch"}, {0x10ea, u"ts"}, {0x10eb, u"dz"}, {0x10ec, u"ts"}, {0x10ed, u"ch"},
    {0x10ee, u"kh"}, {0x10ef, u"j"}, {0x10f0, u"h"},
    // Cyrillic: Russian, then Ukrainian, Kazakh, Azerbaijani and South Slavic letters
    {0x0430, u"a"}, {0x0431, u"b"}, {0x0432, u"v"}, {0x0433, u"g"}, {0x0434, u"d"}, {0x0435, u"e"},
    {0x0436, u"zh"}, {0x0437, u"z"}, {0x0438, u"i"}, {0x0439, u"y"}, {0x043a, u"k"}, {0x043b, u"l"},
    {0x043c, u"m"}, {0x043d, u"n"}, {0x043e, u"o"}, {0x043f, u"p"}, {0x0440, u"r"}, {0x0441, u"s"},
    {0x0442, u"t"}, {0x0443, u"u"}, {0x0444, u"f"}, {0x0445, u"kh"}, {0x0446, u"ts"}, {0x0447, u"ch"},
    {0x0448, u"sh"}, {0x0449, u"shch"}, {0x044a, u""}, {0x044b, u"y"}, {0x044c, u""}, {0x044d, u"e"},
    {0x044e, u"yu"}, {0x044f, u"ya"}, {0x0451, u"e"}, {0x0452, u"d"}, {0x0454, u"ye"}, {0x0456, u"i"},
    {0x0457, u"yi"}, {0x0458, u"y"}, {0x0459, u"lj"}, {0x045a, u"nj"}, {0x045b, u"c"}, {0x045e, u"u"},
    {0x045f, u"dz"}, {0x0491, u"g"}, {0x0493, u"gh"}, {0x049b, u"k"}, {0x049d, u"g"}, {0x04a3, u"ng"},
    {0x04af, u"u"}, {0x04b1, u"u"}, {0x04b7, u"j"}, {0x04b9, u"j"}, {0x04bb, u"h"}, {0x04d9, u"e"},
    {0x04e9, u"o"},
    // punctuation and spaces
    {0x0009, u" "}, {0x000a, u" "}, {0x000d, u" "}, {0x0027, u"'"}, {0x002d, u"-"}, {0x0060, u"'"},
    {0x00a0, u" "}, {0x00ab, u"\""}, {0x00b4, u"'"}, {0x00bb, u"\""}, {0x02b9, u"'"}, {0x02bb, u"'"},
    {0x02bc, u"'"}, {0x2002, u" "}, {0x2003, u" "}, {0x2009, u" "}, {0x2010, u"-"}, {0x2011, u"-"},
    {0x2012, u"-"}, {0x2013, u"-"}, {0x2014, u"-"}, {0x2015, u"-"}, {0x2018, u"'"}, {0x2019, u"'"},
    {0x201a, u"'"}, {0x201b, u"'"}, {0x201c, u"\""}, {0x201d, u"\""}, {0x201e, u"\""}, {0x201f, u"\""},
    {0x202f, u" "}, {0x2032, u"'"}, {0x2033, u"\""}, {0x2035, u"'"}, {0x2212, u"-"}, {0xfe58, u"-"},
    {0xfe63, u"-"},
};

QHash<char32_t, QStringView> makeTable()
{
    QHash<char32_t, QStringView> table;
    for (const Row &row : rows)
        table.insert(row.letter, row.latin);
    return table;
}

} // namespace

std::optional<QStringView> transliterate(char32_t lower)
{
    // Plain Latin letters and digits are most of every text.
    if (lower > 0x20 && lower < 0x7f && lower != '`')
        return std::nullopt;
    static const QHash<char32_t, QStringView> table = makeTable();
    const auto found = table.constFind(lower);
    return found == table.constEnd() ? std::nullopt : std::optional(*found);
}

bool isInvisible(char32_t c)
{
    return c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

} // namespace ca::folding
